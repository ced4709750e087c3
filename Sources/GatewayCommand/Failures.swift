internal import DropBox
internal import DurableFiles
internal import Gateway
internal import Glibc
internal import NIOCore
internal import PageRelease
internal import Terminal

/// Runs `body`, turning what it throws into words for the administrator.
func failing<Value>(
    folder: String, file: String? = nil, address: String? = nil,
    _ body: () async throws -> Value
) async throws(CommandFailure) -> Value {
    let texts = GatewayTexts.here
    do {
        return try await body()
    } catch let failure as CommandFailure {
        throw failure
    } catch let fault as GatewayFolder.Fault {
        throw failure(fault, folder: folder)
    } catch let fault as PageFolder.Fault {
        throw failure(fault, folder: folder)
    } catch let fault as OwnTexts.Fault {
        throw CommandFailure(
            words: texts.page.ownTexts(fault), status: CommandFailure.Status.badInput)
    } catch let error as FileError {
        throw CommandFailure(words: texts.file(.init(error, folder: folder)))
    } catch let error as DropBoxError {
        throw failure(error, folder: folder)
    } catch let damage as LogDamage {
        throw CommandFailure(
            words: texts.damage(damage, folder), status: CommandFailure.Status.badInput)
    } catch let refusal as NoteRefusal {
        throw CommandFailure(
            texts.notPublished(file ?? folder, texts.refusal(refusal)),
            status: CommandFailure.Status.badInput)
    } catch let error as IOError where error.errnoCode == EADDRINUSE {
        throw CommandFailure(words: texts.inUse(address ?? folder))
    } catch let error as IOError where error.errnoCode == EACCES {
        throw CommandFailure(words: texts.notAllowed(address ?? folder))
    } catch {
        throw CommandFailure("\(error)")
    }
}

extension CommandFailure {
    init(words: GatewayTexts.Words, status: Int32 = Status.failed) {
        self.init(words.message, hint: words.hint, status: status)
    }
}

private func failure(_ fault: GatewayFolder.Fault, folder: String) -> CommandFailure {
    let status =
        switch fault {
        case .unusableOrigin, .configuration: CommandFailure.Status.usage
        case .malformedKey: CommandFailure.Status.badInput
        case .notInitialised, .notEmpty, .readableByOthers: CommandFailure.Status.failed
        }
    return CommandFailure(words: GatewayTexts.here.folder(fault, folder), status: status)
}

private func failure(_ fault: PageFolder.Fault, folder: String) -> CommandFailure {
    if case .file(let error) = fault {
        return CommandFailure(words: GatewayTexts.here.file(.init(error, folder: folder)))
    }
    return CommandFailure(
        words: GatewayTexts.here.page.folder(fault), status: CommandFailure.Status.badInput)
}

extension GatewayTexts.FileFault {
    init(_ error: FileError, folder: String) {
        self =
            switch error {
            case .notFound(let path): .notFound(path)
            case .alreadyExists(let path): .alreadyExists(path)
            case .notPermitted(let path): .notPermitted(path, folder: folder)
            case .diskFull(let path): .diskFull(path)
            case .tooLarge(let path, let limit): .tooLarge(path, limit)
            case .inUse: .served(folder: folder)
            case .wrongKind(let path): .wrongKind(path)
            case .system(let path, let code): .system(path, code)
            }
    }
}

private func failure(_ error: DropBoxError, folder: String) -> CommandFailure {
    let path = "\(folder)/drop-box.sqlite"
    let fault: GatewayTexts.DropBoxFault =
        switch error {
        case .conflict: .conflict
        case .full: .full
        case .clockBehind(let closed): .clockBehind(today: systemToday(), closed: closed)
        case .clockAhead(let first, let last):
            .clockAhead(today: systemToday(), first: first, last: last)
        case .newerVersion: .newerVersion(path)
        case .notADropBox: .damaged(path)
        case .unavailable(let code): .unavailable(path, code)
        }
    let isDamaged = error == .notADropBox
    return CommandFailure(
        words: GatewayTexts.here.dropBox(fault),
        status: isDamaged ? CommandFailure.Status.badInput : CommandFailure.Status.failed)
}
