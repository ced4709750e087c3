internal import DropBox
internal import Glibc
package import Logging
internal import TransparencyLog

/// Closes each day once it has ended, while the gateway serves, and what was missed before.
///
/// A closed day can't be opened again, and a clock that runs ahead would close all days up to it. So no more
/// are closed at once than somebody could have missed.
package struct DayKeeper: Sendable {
    /// Days closed at once while it serves; with more to close nothing is accepted.
    package static let runningLimit = 3
    /// Days closed at once by a command, unless somebody says that the clock is right.
    package static let commandLimit = 14

    private let gateway: Gateway
    private let files: [String]
    private let logger: Logger

    /// - Parameter files: the drop-box's files, whose times are kept meaningless.
    package init(gateway: Gateway, files: [String], logger: Logger) {
        self.gateway = gateway
        self.files = files
        self.logger = logger
    }

    /// Runs until its task is cancelled.
    package func run() async {
        // Looked at each second, not slept until: clocks are set, and machines suspended.
        var minute: Int?
        var isClockSettled = true
        while !Task.isCancelled {
            let now = gateway.now() / 60
            if now != minute {
                minute = now
                isClockSettled = closeEndedDays(
                    limit: Self.runningLimit, isClockSettled: isClockSettled)
                refreshFileTimes()
            }
            try? await Task.sleep(for: .seconds(1))
        }
    }

    /// Closes the days before today. A failure is said and tried again at the next minute.
    ///
    /// - Parameters:
    ///   - limit: the most days closed at once; nil for any.
    ///   - isClockSettled: what this returned before; what was said is not said each minute.
    /// - Returns: whether there were no more days than that.
    @discardableResult
    package func closeEndedDays(limit: Int?, isClockSettled: Bool = true) -> Bool {
        let yesterday = gateway.today.adding(-1)
        var isSettled = true
        do {
            if try gateway.dropBox.closeDays(
                through: yesterday, limit: limit, identity: gateway.identity)
            {
                logger.notice("closed \(yesterday.text)")
            }
        } catch DropBoxError.clockAhead(let first, let last) {
            isSettled = false
            if isClockSettled {
                logger.error(
                    """
                    the clock jumped: \(first.text) to \(last.text) would be closed at once; nothing is closed \
                    or accepted until the clock is set or, if it is right, the gateway is started again
                    """)
            }
        } catch {
            logger.error("the day could not be closed and will be tried again: \(error)")
        }
        do { try gateway.dropBox.saveCheckpoint() } catch {
            logger.error("the checkpoint's file could not be written and will be: \(error)")
        }
        return isSettled
    }

    /// The file system keeps when a file was last written, which would be when the last report came. Each
    /// minute it is set to now, so that it only tells until when the gateway ran.
    private func refreshFileTimes() {
        for file in files { unsafe _ = utimensat(AT_FDCWD, file, nil, 0) }
    }
}
