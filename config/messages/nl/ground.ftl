# ground: teksten in het Nederlands
