# ground: texts in English
