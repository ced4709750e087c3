internal import Reporting
internal import Terminal

/// Getting the text: typed, from a file, or from standard input; and seeing that it fits.
struct Message {
    /// Larger files are refused unread: no report holds as much.
    static let byteLimit = 1 << 20

    let console: Console
    let texts: Texts
    /// Bytes of UTF-8 that fit.
    let capacity: Int
    /// A first report tells a story, a follow-up need not.
    var isFirst = true

    /// The text at `path`, or what is typed when that is nil.
    func text(path: String?) throws(CommandFailure) -> String {
        guard let path else { return try typed() }
        let bytes = try console.read(path: path, limit: Self.byteLimit)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw CommandFailure(texts.failures.notText, status: CommandFailure.Status.badInput)
        }
        let body = Report.normalized(text)
        guard !VisibleText.isBlank(body) else {
            throw CommandFailure(
                texts.failures.emptyMessage, status: CommandFailure.Status.badInput)
        }
        if let rest = excess(of: body, over: capacity) {
            throw CommandFailure(
                texts.failures.tooLong(rest.count, body.count - rest.count),
                hint: texts.failures.tooLongHint, status: CommandFailure.Status.badInput)
        }
        return body
    }

    /// The same, of which nothing is an answer too.
    func addition(path: String?) throws(CommandFailure) -> String {
        if let path { return try text(path: path) }
        let body = Report.normalized(
            try console.askText(
                "\n" + wrapped(texts.reply.addition), capacity: capacity, option: "--message-file"))
        return VisibleText.isBlank(body) ? "" : body
    }

    private func typed() throws(CommandFailure) -> String {
        while true {
            let body = Report.normalized(
                try console.askText(
                    "\n"
                        + wrapped(
                            isFirst ? texts.file.message(capacity) : texts.reply.message(capacity)),
                    capacity: capacity, option: "--message-file"))
            if VisibleText.isBlank(body) {
                console.notice(texts.file.empty)
                continue
            }
            console.notice(
                wrapped(texts.file.charactersLeft(body.count, capacity - body.utf8.count)))
            return body
        }
    }
}
