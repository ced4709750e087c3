internal import Reporting

/// What `gateway.conf` says: a `name value` on each line, `#` before remarks.
package struct GatewayConfiguration: Sendable, Equatable {
    /// The log's name.
    package var origin: String
    /// Where clients find the gateway.
    package var address: String
    /// Where it listens.
    package var host = "127.0.0.1"
    /// TCP port it listens on.
    package var port = 8480
    /// Whether it may listen where other machines can reach it.
    package var listensBeyondLoopback = false
    package var limits = ConnectionLimits()
    /// When reports need work.
    package var work = WorkRules()
    /// Where the reporter's page is.
    package var page = PageSource.installed

    /// Where a page is.
    package enum PageSource: Sendable, Equatable {
        /// Where `make install` puts it, when it is there.
        case installed
        /// A text with help lines in its place.
        case none
        case folder(String)

        /// What stands in the file or after `--page`: a folder, or `none`.
        package init(_ text: String) { self = text == "none" ? .none : .folder(text) }
    }

    /// What is wrong, on which line from 1; nil for the file as a whole.
    package struct Fault: Error, Equatable {
        package let line: Int?
        package let reason: Reason
    }

    /// What can be wrong with a setting.
    package enum Reason: Sendable, Equatable {
        case unknown(String)
        case needsOneValue(String)
        case setTwice(String)
        case missing(String)
        case notAnAddress
        case notYesOrNo(String)
        case notANumber(String, ClosedRange<Int>)
    }

    package init(origin: String, address: String) {
        self.origin = origin
        self.address = address
    }

    /// Reads the file. Throws `Fault`.
    package init(parsing text: String) throws(Fault) {
        var values: [String: (value: String, line: Int)] = [:]
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            let parts = line.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\r" })
            guard let name = parts.first.map({ String($0) }), !name.hasPrefix("#") else { continue }
            guard Self.names.contains(name) else {
                throw Fault(line: index + 1, reason: .unknown(name))
            }
            guard parts.count == 2 else {
                throw Fault(line: index + 1, reason: .needsOneValue(name))
            }
            guard values[name] == nil else {
                throw Fault(line: index + 1, reason: .setTwice(name))
            }
            values[name] = (String(parts[1]), index + 1)
        }
        guard let origin = values["origin"] else {
            throw Fault(line: nil, reason: .missing("origin"))
        }
        guard let address = values["gateway"] else {
            throw Fault(line: nil, reason: .missing("gateway"))
        }
        self.init(origin: origin.value, address: address.value)
        guard TrustAnchor.isAddress(address.value) else {
            throw Fault(
                line: address.line,
                reason: .notAnAddress)
        }
        if let host = values["host"] { self.host = host.value }
        port = try Self.number(values["port"], 0...65_535) ?? port
        if let answer = values["listen-beyond-loopback"] {
            guard ["yes", "no"].contains(answer.value) else {
                throw Fault(
                    line: answer.line, reason: .notYesOrNo("listen-beyond-loopback"))
            }
            listensBeyondLoopback = answer.value == "yes"
        }
        if let page = values["page"] { self.page = PageSource(page.value) }
        work.freeReports =
            try Self.number(values["reports-without-work"], 0...1_000_000) ?? work.freeReports
        work.largestDifficulty =
            try Self.number(values["work-bits"], 1...ProofOfWork.largestDifficulty)
            ?? work.largestDifficulty
        limits.connections =
            try Self.number(values["connections"], 8...65_536) ?? limits.connections
        limits.requestSeconds =
            try Self.number(values["request-seconds"], 1...3600) ?? limits.requestSeconds
        limits.responseSeconds =
            try Self.number(values["response-seconds"], 1...3600) ?? limits.responseSeconds
        limits.idleSeconds = try Self.number(values["idle-seconds"], 1...3600) ?? limits.idleSeconds
    }

    private static let names: Set<String> = [
        "origin", "gateway", "host", "port", "listen-beyond-loopback", "connections",
        "request-seconds", "response-seconds", "idle-seconds", "page", "reports-without-work",
        "work-bits",
    ]

    private static func number(
        _ setting: (value: String, line: Int)?, _ range: ClosedRange<Int>
    ) throws(Fault) -> Int? {
        guard let setting else { return nil }
        guard let number = Int(setting.value), range.contains(number) else {
            throw Fault(
                line: setting.line,
                reason: .notANumber(setting.value, range))
        }
        return number
    }

    /// The file `gateway init` writes.
    package var text: String {
        """
        # The log's name, and where clients find the gateway. Both stand in the roster: don't change them.
        origin \(origin)
        gateway \(address)

        # Where it listens. A reverse proxy or an onion service stands before it: see Docs/operations.md.
        host \(host)
        port \(port)

        """
    }

    /// Whether only this machine can reach `host`.
    package static func isLoopback(_ host: String) -> Bool {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return host == "localhost" || host == "::1"
            || parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}
