# evidence: texts in English
