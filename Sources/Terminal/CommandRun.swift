package import ArgumentParser
internal import CProcess
internal import Foundation

/// Before anything else: no core file and no other process of this user reads this one's memory,
/// and what is written is readable by its owner only.
package func hardenProcess() {
    _ = process_hide_memory()
    umask(0o077)
}

/// Parses the command line, runs the command, and ends the process with the right status and words.
///
/// Failures are `CommandFailure`s; wrong options get one `error:` line and where to read more;
/// --help and --version go to standard output.
package func runCommand<Root: ParsableCommand>(_ root: Root.Type) async -> Never {
    hardenProcess()
    do {
        var command = try root.parseAsRoot()
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
            Console.write(root.fullMessage(for: error) + "\n", to: .standardOutput)
            exit(0)
        }
        if error is ExitCode { exit(status.rawValue) }
        guard status == .validationFailure else { end(CommandFailure("\(error)")) }
        let name = root.configuration.commandName ?? "command"
        end(
            CommandFailure(
                root.message(for: error), hint: "\(name) --help lists what can be asked for",
                status: status.rawValue))
    }
}

func end(_ failure: CommandFailure) -> Never {
    Console.write(failure.lines, to: .standardError)
    exit(failure.status)
}
