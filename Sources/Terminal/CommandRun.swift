package import ArgumentParser
internal import CProcess
internal import Foundation
internal import Reporting

/// Before anything else: no core file and no other process of this user reads this one's memory,
/// and what is written is readable by its owner only.
package func hardenProcess() {
    _ = process_hide_memory()
    umask(0o077)
}

/// Parses the command line, runs the command, and ends the process with the right status and words.
///
/// Failures are `CommandFailure`s; wrong options get one `error:` line and where to read more;
/// --help and --version go to standard output. All of it in the language of this run.
package func runCommand<Root: ParsableCommand>(_ root: Root.Type) async -> Never {
    hardenProcess()
    let texts = ConsoleTexts.of(.ofCommandLine)
    do {
        let arguments = Array(ProcessInfo.processInfo.arguments.dropFirst())
        if let name = LanguageOption.name(in: arguments), Language(name: name) == nil {
            throw CommandFailure(texts.unknownLanguage, status: CommandFailure.Status.usage)
        }
        var command = try root.parseAsRoot(arguments)
        if var command = command as? any AsyncParsableCommand {
            try await command.run()
        } else {
            try command.run()
        }
        exit(0)
    } catch let failure as CommandFailure {
        end(failure)
    } catch {
        let status = root.exitCode(for: error)
        if status.isSuccess {
            Console.write(texts.help(root.fullMessage(for: error)) + "\n", to: .standardOutput)
            exit(0)
        }
        if error is ExitCode { exit(status.rawValue) }
        guard status == .validationFailure else { end(CommandFailure("\(error)")) }
        let message = root.message(for: error)
        let help = helpCommand(root.fullMessage(for: error), root)
        let tooMuch = namesUnexpected(message)
        end(
            CommandFailure(
                tooMuch ? texts.tooMuch : texts.commandLine(message),
                hint: tooMuch && asksForWords(help, message, root)
                    ? texts.inHistory : texts.seeHelp(help),
                status: status.rawValue))
    }
}

/// A command that asks for words that only one person may know: given as arguments they stand in the
/// shell's history.
package protocol AsksForWords: ParsableCommand {}

/// Whether the parser repeats arguments that do not belong there: they may be a secret.
///
/// Source: swift-argument-parser 1.8, ErrorMessageGenerator.
func namesUnexpected(_ message: String) -> Bool {
    message.hasPrefix("Unexpected argument ")
        || message.drop { $0.isNumber }.hasPrefix(" unexpected arguments: ")
}

/// Whether what `help` explains is a command that asks for words; or above one, where more stands than one word, which
/// is a command's name misspelt.
private func asksForWords<Root: ParsableCommand>(
    _ help: String, _ message: String, _ root: Root.Type
) -> Bool {
    let name = help.split(separator: " ").dropFirst().first ?? ""
    let isOneWord = message.split(separator: " ").count == 3
    return root.configuration.subcommands.contains { command in
        command is any AsksForWords.Type
            && (name == "--help" ? !isOneWord : command.configuration.commandName == String(name))
    }
}

/// The command that explains what was typed wrongly, as the parser names it.
private func helpCommand<Root: ParsableCommand>(_ text: String, _ root: Root.Type) -> String {
    guard let start = text.range(of: "See '", options: .backwards),
        let end = text.range(of: "'", range: start.upperBound..<text.endIndex)
    else { return (root.configuration.commandName ?? "") + " --help" }
    return String(text[start.upperBound..<end.lowerBound])
}

func end(_ failure: CommandFailure) -> Never {
    Console.write(failure.lines, to: .standardError)
    exit(failure.status)
}
