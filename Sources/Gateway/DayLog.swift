package import Logging
internal import TransparencyLog

/// Log lines that begin with the day, `2026-11-24 …`, and have no finer time and no metadata.
package struct DayLog: LogHandler {
    package var metadata: Logger.Metadata = [:]
    package var logLevel: Logger.Level = .notice
    private let now: @Sendable () -> Int
    private let write: @Sendable (String) -> Void

    /// - Parameters:
    ///   - now: seconds since 1970.
    ///   - write: takes a line.
    package init(
        now: @escaping @Sendable () -> Int, write: @escaping @Sendable (String) -> Void
    ) {
        self.now = now
        self.write = write
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        write("\(Day(secondsSince1970: now()).text) \(event.message)")
    }
}
