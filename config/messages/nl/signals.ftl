# signals: teksten in het Nederlands
