# screens: texts in English
