// Terminal: how the three commands talk with a person: questions, secrets, answers, errors.
// It never colours, never guesses an answer, and never shows received text that could act on a
// terminal.
//
// The rules, for all that is printed and asked:
//
// - What was asked for goes to standard output: it can be kept in a file. Questions, notices,
//   warnings
//   and errors go to standard error.
// - A question is put to a person at a terminal: standard input when that is one, else /dev/tty.
//   Without
//   either, the command ends with an error that names the option giving the answer.
// - No question has a silent default: Enter alone asks again, or skips what the question says may be
//   skipped. Both languages' yes and no are understood.
// - A secret is never an argument and never shown while it is typed. It comes from a prompt, a
//   file's first
//   line, or standard input's (`-`), and is SecretBytes from the first byte on.
// - Standard input is read a byte at a time and no further than needed: two things can follow one
//   another.
// - Anything received (names, answers, file contents) passes `inert` before it is shown.
// - An error is one line, `error: …`: what was expected, where, and what to do. One `hint: …` line
//   may
//   follow. Never a stack trace, never the contents of what failed.
// - Meaning is in words, never in colour, position or symbols alone.

internal import CProcess
internal import Foundation
package import Reporting

/// The person's side of a command, in one language.
package struct Console: Sendable {
    /// What this module's own questions and errors are written in.
    package let language: Language
    let texts: ConsoleTexts

    package init(language: Language) {
        self.language = language
        self.texts = .of(language)
    }

    /// Whether standard input is a terminal: if not, what it holds may be meant as a message or a
    /// code.
    package static var inputIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }

    /// Whether somebody can be asked: at standard input, or at /dev/tty when that holds something
    /// else.
    package static var canAsk: Bool {
        inputIsTerminal || FileHandle(forReadingAtPath: "/dev/tty") != nil
    }

    /// One result, with a newline, on standard output.
    ///
    /// Ends the process with an error when it can't be written (a full disk): what is shown here must not
    /// be lost, and what would follow must not happen.
    package func print(_ text: String = "") {
        do throws(CommandFailure) {
            try printBytes([UInt8]((text + "\n").utf8))
        } catch {
            end(error)
        }
    }

    /// A notice, with a newline, on standard error.
    package func notice(_ text: String = "") {
        Self.write(text + "\n", to: .standardError)
    }

    /// Exact bytes on standard output.
    ///
    /// Throws when it is full. Where nobody reads any more, as behind `| head`, the process ends as others do.
    package func printBytes(_ bytes: [UInt8]) throws(CommandFailure) {
        do {
            try FileHandle.standardOutput.write(contentsOf: Data(bytes))
        } catch {
            let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
            if cause?.code == Int(EPIPE) {
                signal(SIGPIPE, SIG_DFL)
                raise(SIGPIPE)
            }
            throw CommandFailure(texts.outputFailed)
        }
    }

    static func write(_ text: String, to handle: FileHandle) {
        // Nobody is left to tell when standard error is gone.
        try? handle.write(contentsOf: Data(text.utf8))
    }
}
