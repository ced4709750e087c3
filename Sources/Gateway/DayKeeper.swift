internal import DropBox
internal import Glibc
package import Logging
internal import TransparencyLog

/// Closes each day once it has ended, while the gateway serves, and what was missed before.
package struct DayKeeper: Sendable {
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
        while !Task.isCancelled {
            let now = gateway.now() / 60
            if now != minute {
                minute = now
                closeEndedDays()
                refreshFileTimes()
            }
            try? await Task.sleep(for: .seconds(1))
        }
    }

    /// Closes the days before today. A failure is said and tried again at the next minute.
    package func closeEndedDays() {
        let yesterday = gateway.today.adding(-1)
        do {
            if try gateway.dropBox.closeDays(through: yesterday, identity: gateway.identity) {
                logger.notice("closed \(yesterday.text)")
            }
        } catch {
            logger.error("the day could not be closed and will be tried again: \(error)")
        }
        do { try gateway.dropBox.saveCheckpoint() } catch {
            logger.error("the checkpoint's file could not be written and will be: \(error)")
        }
    }

    /// The file system keeps when a file was last written, which would be when the last report came. Each
    /// minute it is set to now, so that it only tells until when the gateway ran.
    private func refreshFileTimes() {
        for file in files { unsafe _ = utimensat(AT_FDCWD, file, nil, 0) }
    }
}
