// DropBox tests
