// Terminal tests
