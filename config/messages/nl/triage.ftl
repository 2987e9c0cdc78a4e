# triage: teksten in het Nederlands

decision-past-round = Volgen kan tot het volgende meetmoment: kies uiterlijk { DAY($date) }.
