# triage: texts in English

decision-past-round = You can watch until the next measurement: choose { DAY($date) } at the latest.
