internal import DropBox
internal import DurableFiles
internal import Gateway
internal import Glibc
internal import NIOCore
internal import Terminal
internal import TransparencyLog

/// Runs `body`, turning what it throws into words for the administrator.
func failing<Value>(
    folder: String, file: String? = nil, address: String? = nil,
    _ body: () async throws -> Value
) async throws(CommandFailure) -> Value {
    do {
        return try await body()
    } catch let failure as CommandFailure {
        throw failure
    } catch let fault as GatewayFolder.Fault {
        throw failure(fault, folder: folder)
    } catch let error as FileError {
        throw failure(error, folder: folder)
    } catch let error as DropBoxError {
        throw failure(error, folder: folder)
    } catch let refusal as NoteRefusal {
        throw failure(refusal, file: file ?? "the note")
    } catch let error as IOError where error.errnoCode == EADDRINUSE {
        throw CommandFailure(
            "\(address ?? "the address") is in use by another program",
            hint: "stop that program, or choose another port with --port")
    } catch let error as IOError where error.errnoCode == EACCES {
        throw CommandFailure(
            "the system does not allow listening on \(address ?? "this address")",
            hint: "ports below 1024 are for a reverse proxy; choose another with --port")
    } catch {
        throw CommandFailure("\(error)")
    }
}

private func failure(_ fault: GatewayFolder.Fault, folder: String) -> CommandFailure {
    switch fault {
    case .notInitialised:
        CommandFailure(
            "\(folder) is not a gateway folder",
            hint: "make one with: gateway init FOLDER --origin … --gateway …")
    case .notEmpty:
        CommandFailure(
            "\(folder) has something in it; gateway init needs a new or empty folder",
            hint: "a folder made before is kept as it is: its keys can't be made again")
    case .readableByOthers(let path):
        CommandFailure(
            "\(path) can be read by other users of this machine",
            hint: "chmod go= \(path), and think about who may have read it")
    case .malformedKey(let path):
        CommandFailure(
            "\(path) is not the key it should be",
            hint: "bring it back from the backup; a new key needs a new roster",
            status: CommandFailure.Status.badInput)
    case .unusableOrigin:
        CommandFailure(
            "the origin must be a name without spaces and plus signs, such as meld.example",
            status: CommandFailure.Status.usage)
    case .configuration(let path, let fault):
        CommandFailure(
            fault.line.map { "\(path), line \($0): \(fault.message)" }
                ?? "\(path): \(fault.message)",
            hint: "Docs/operations.md lists the settings", status: CommandFailure.Status.usage)
    }
}

private func failure(_ error: FileError, folder: String) -> CommandFailure {
    switch error {
    case .notFound(let path): CommandFailure("\(path) is not there")
    case .alreadyExists(let path): CommandFailure("\(path) is there already and was left as it is")
    case .notPermitted(let path):
        CommandFailure(
            "the system refuses access to \(path)",
            hint: "run as the user who owns \(folder)")
    case .diskFull(let path): CommandFailure("the disk is full; \(path) was not written")
    case .tooLarge(let path, let limit): CommandFailure("\(path) has more than \(limit) bytes")
    case .inUse:
        CommandFailure(
            "another gateway serves \(folder) already",
            hint: "publish, close-day and status work while it does")
    case .wrongKind(let path): CommandFailure("\(path) is not the kind of file it should be")
    case .system(let path, let code): CommandFailure("\(path): system error \(code)")
    }
}

private func failure(_ error: DropBoxError, folder: String) -> CommandFailure {
    let path = "\(folder)/drop-box.sqlite"
    return switch error {
    case .conflict: CommandFailure("a note with the same hash is stored as something else")
    case .full: CommandFailure("the disk is full; nothing was stored")
    case .clockBehind(let closed):
        CommandFailure(
            "this machine's clock says \(systemToday().text), but \(closed.text) is closed already",
            hint: "set the clock; nothing is accepted for a closed day")
    case .newerVersion:
        CommandFailure("\(path) was made by a newer version", hint: "install that version again")
    case .notADropBox:
        CommandFailure(
            "\(path) is damaged or not a drop-box",
            hint: "keep it, and bring back the backup (Docs/operations.md)",
            status: CommandFailure.Status.badInput)
    case .unavailable(let code):
        CommandFailure("\(path) can't be used now: SQLite error \(code)")
    }
}

private func failure(_ refusal: NoteRefusal, file: String) -> CommandFailure {
    let sentence =
        switch refusal {
        case .malformed: "is not a signed roster, keys or hours note"
        case .notSigned(let name): "is not signed by \(name)"
        case .serialNotHigher(let inForce):
            "is not newer: serial \(inForce) is in force already"
        case .otherOrganisation: "is of another organisation: its genesis key differs"
        case .otherGateway(let difference):
            "is for another gateway: its '\(difference)' line is not this folder's"
        case .expired(let day): "ended on \(day.text)"
        case .notYetValid(let day): "begins only on \(day.text); is this machine's clock right?"
        case .unknownCounsellor(let id): "is by '\(id)', whom the roster in force does not name"
        case .notHers: "is about another counsellor than its sender"
        case .noRoster: "can't be checked: publish the roster first"
        }
    return CommandFailure(
        "\(file) \(sentence); it was not published", status: CommandFailure.Status.badInput)
}
