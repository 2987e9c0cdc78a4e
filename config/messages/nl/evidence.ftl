# evidence: teksten in het Nederlands
