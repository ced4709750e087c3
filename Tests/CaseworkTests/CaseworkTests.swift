// Casework tests
