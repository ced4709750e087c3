// Age tests
