internal import ArgumentParser
struct PostCommand: ParsableCommand { }
