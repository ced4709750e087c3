internal import ArgumentParser
internal import Casework
internal import GatewayClient
internal import Reporting
internal import Terminal
internal import TransparencyLog

/// Posts an outbox.
struct PostCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "post", abstract: "Post answers and notes of an outbox folder (online).")
    /// A reply posted again gets its first promise again, which may be so many days old.
    private static let oldestPromiseDays = 366

    @Argument(help: "The folder that counsellor outbox filled.") var outbox: String
    @OptionGroup var collector: CollectorOptions
    @OptionGroup var proxy: ProxyOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await common.run { texts, console in
            let outbox = Outbox(folder: outbox)
            let (replies, notes) = try outbox.waiting()
            guard !replies.isEmpty || !notes.isEmpty else {
                return console.print(texts.exchange.nothingToPost)
            }
            try outbox.checkOwner(CollectorFolder(opening: collector.folder).id)
            try await GatewayVisit.run(folder: collector.folder, proxy: proxy.proxy) { visit in
                for name in notes {
                    try await post(note: name, of: outbox, visit, texts)
                    console.print(texts.exchange.notePosted(name))
                }
                // One file that was altered doesn't hold up the others.
                var damaged: CaseworkError?
                for name in replies {
                    do {
                        try await post(reply: name, of: outbox, visit, texts)
                        console.print(texts.exchange.replyPosted(name))
                    } catch let error as CaseworkError {
                        damaged = error
                    }
                }
                if let damaged { throw damaged }
            }
        }
    }

    private func post(
        note name: String, of outbox: Outbox, _ visit: GatewayVisit, _ texts: Texts
    ) async throws {
        let note = try outbox.note(name)
        // What is in force already need not be sent again.
        if !visit.notes.notes.contains(note) {
            do {
                try await visit.client.post(note: note, signer: visit.folder.request)
            } catch GatewayError.refused(status: 409) {
                // A newer one is in force.
            } catch {
                throw texts.failure(error, about: name)
            }
        }
        try outbox.markPosted(note: name)
    }

    private func post(
        reply name: String, of outbox: Outbox, _ visit: GatewayVisit, _ texts: Texts
    ) async throws {
        let reply = try outbox.reply(name)
        let days =
            visit.today.adding(-Self.oldestPromiseDays)...visit.today.adding(1)
        let promise: Promise
        do {
            promise = try await visit.client.post(
                reply: reply, roster: visit.organisation.roster, signer: visit.folder.request,
                days: days)
        } catch {
            throw texts.failure(error, about: name)
        }
        try outbox.keep(promise, for: name)
    }
}
