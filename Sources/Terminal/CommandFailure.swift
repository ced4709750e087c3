/// Why a command ends without doing what was asked.
package struct CommandFailure: Error, Sendable, Equatable {
    /// What was expected, where, and what to do: one line, no final full stop needed, no contents
    /// of what failed.
    package let message: String
    /// One more line that helps, or nil.
    package let hint: String?
    /// The process's exit status, one of `Status`.
    package let status: Int32

    /// Exit statuses.
    ///
    /// Source: sysexits.h, where it has a name for it.
    package enum Status {
        /// What was asked can't be done.
        package static let failed: Int32 = 1
        /// The command line is wrong.
        package static let usage: Int32 = 64
        /// What was read is not what it should be (altered, cut off, of another kind).
        package static let badInput: Int32 = 65
        /// The gateway can't be reached.
        package static let unreachable: Int32 = 69
        /// It may or may not have happened: try again.
        package static let uncertain: Int32 = 75
    }

    package init(_ message: String, hint: String? = nil, status: Int32 = Status.failed) {
        self.message = message
        self.hint = hint
        self.status = status
    }

    /// The `error:` line and, if there is one, the `hint:` line.
    ///
    /// Line breaks inside become spaces.
    package var lines: String {
        let one = { (text: String) in inert(text.split(separator: "\n").joined(separator: " ")) }
        return "error: " + one(message) + "\n" + (hint.map { "hint: " + one($0) + "\n" } ?? "")
    }
}
