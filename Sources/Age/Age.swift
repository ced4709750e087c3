// Age
