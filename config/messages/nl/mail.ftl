# mail: teksten in het Nederlands
