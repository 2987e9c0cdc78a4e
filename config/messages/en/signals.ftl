# signals: texts in English
