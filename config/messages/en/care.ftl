# care: texts in English
