internal import ArgumentParser
internal import Casework
internal import Terminal

/// Shows a case with all its messages.
struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: help(en: "Show a case (offline).", nl: "Toon een zaak (zonder internet)."))

    @Argument(
        help: ArgumentHelp(en: "The case's number.", nl: "Het nummer van de zaak.", value: "number")
    ) var number: Int
    @OptionGroup var home: HomeOptions

    func run() throws {
        try home.common.run { texts, console in
            let home = try home.open(texts, console)
            let file = try home.caseFile(number)
            let id = try home.id()
            console.print(texts.cases.caseHeading(number))
            showMoves(of: file, texts.cases, console)
            if let last = try home.referrals(of: number).last {
                console.print(wrapped(texts.referral.standing(last)))
            }
            if let name = try home.addressGiver(of: number) {
                console.print(wrapped(texts.referral.address(inert(name))))
            }
            if try home.isHandedAway(number) { return }
            for message in file.messages {
                console.print()
                switch message {
                case .received(let received):
                    show(received, id, hasRivals: !file.rivals.isEmpty, texts, console)
                case .written(let written): show(written, texts, console)
                }
            }
            if file.summary.unseen > 0 { try home.markSeen(number) }
        }
    }

    private func show(
        _ message: ReceivedMessage, _ id: String, hasRivals: Bool, _ texts: Texts,
        _ console: Console
    ) {
        let words = texts.cases
        if let referral = message.referral {
            return show(message, referral, texts, console)
        }
        console.print(
            message.isAuthentic
                ? words.fromReporter(message.day) : words.notFromReporter(message.day))
        if message.hasOtherReplyTo { console.print(words.otherReplyTo) }
        if let continuation = message.continuation {
            console.print(wrapped(sentence(continuation, hasRivals, words.moves)))
        }
        var facts = [inert(words.kinds(message.kind))]
        let about = message.about.split(separator: " ").map(String.init)
        // People count replies from 1.
        if about.count == 2, let number = Int(about[1]) {
            facts.append(words.answers(inert(about[0]), String(number + 1)))
        }
        facts += [texts.trackName(message.track), texts.categoryName(message.category)]
        console.print(facts.filter { !$0.isEmpty }.joined(separator: " · "))
        let others = message.addressed.filter { $0 != id }
        if !others.isEmpty { console.print(words.addressed(others.joined(separator: ", "))) }
        console.print()
        console.print(body(message.body, words))
    }

    /// A colleague's words, never shown as the reporter's.
    private func show(
        _ message: ReceivedMessage, _ referral: ReceivedReferral, _ texts: Texts,
        _ console: Console
    ) {
        let words = texts.referral
        console.print(
            message.isAuthentic
                ? words.from(inert(referral.name), message.day) : words.fromNobody(message.day))
        if referral.hasOtherReplyTo { console.print(wrapped(words.otherReplyTo)) }
        console.print(words.facts(referral))
        console.print()
        console.print(body(message.body, texts.cases))
    }

    /// Where the conversation goes on, or that several say that it does.
    private func showMoves(of file: CaseFile, _ words: CaseTexts, _ console: Console) {
        let (moves, movedTo) = (words.moves, file.summary.movedTo)
        if movedTo.count > 1 {
            console.print(wrapped(moves.competing(caseNumbers(movedTo))))
        } else if let next = movedTo.first {
            console.print(wrapped(moves.goesOn(next)))
        }
        if !movedTo.isEmpty, file.written.contains(where: { $0.state == .written }) {
            console.print(wrapped(moves.waiting))
        }
        if !file.rivals.isEmpty { console.print(wrapped(moves.rivals(caseNumbers(file.rivals)))) }
    }

    private func sentence(
        _ continuation: Continuation, _ hasRivals: Bool, _ moves: MoveTexts
    ) -> String {
        guard continuation.isProven else { return moves.unproven }
        guard let old = continuation.oldCase else { return moves.continuesUnknown }
        return hasRivals ? moves.disputed(old) : moves.continues(old)
    }

    private func show(_ reply: WrittenReply, _ texts: Texts, _ console: Console) {
        let words = texts.cases
        console.print(words.fromYou(reply.number + 1, reply.day))
        let facts = [words.replyKinds(reply.kind), words.states(reply.state.rawValue)]
        console.print(facts.filter { !$0.isEmpty }.joined(separator: " · "))
        console.print()
        console.print(body(reply.body, words))
    }

    /// The text, inert, each line set in, so that nothing in it can look like a line of this program.
    private func body(_ text: String, _ words: CaseTexts) -> String {
        if text.isEmpty { return "    " + words.noText }
        return inert(text, lines: true).split(separator: "\n", omittingEmptySubsequences: false)
            .map { "    " + $0 }.joined(separator: "\n")
    }
}

/// "2, 3".
func caseNumbers(_ cases: [Int]) -> String { cases.map(String.init).joined(separator: ", ") }
