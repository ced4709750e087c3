internal import ArgumentParser
struct FetchCommand: ParsableCommand { }
