// DropBox
