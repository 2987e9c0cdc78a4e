# mail: texts in English
