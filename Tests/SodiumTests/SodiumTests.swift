// Sodium tests
