# care: teksten in het Nederlands
