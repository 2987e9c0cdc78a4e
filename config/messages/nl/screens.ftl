# screens: teksten in het Nederlands
