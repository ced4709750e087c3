package import DropBox
internal import DurableFiles
internal import Glibc
internal import Sodium
package import TransparencyLog

/// The folder of one organisation: configuration, two keys, the drop-box.
package struct GatewayFolder: Sendable {
    /// Why a folder can't be used.
    package enum Fault: Error, Equatable {
        /// Nothing here was made by `gateway init`.
        case notInitialised
        /// The folder has something in it.
        case notEmpty
        /// Others of this machine may read `path`.
        case readableByOthers(path: String)
        /// The key file can't be read as one.
        case malformedKey(path: String)
        /// The origin can't stand in a key's name.
        case unusableOrigin
        /// The configuration.
        case configuration(path: String, GatewayConfiguration.Fault)
    }

    package let path: String
    /// Its own `gateway.conf` or another.
    package let configurationPath: String
    package let configuration: GatewayConfiguration
    package let identity: GatewayIdentity
    package let promiseSigner: NoteSigner
    private let logSigner: NoteSigner

    /// The SQLite file; SQLite puts two more beside it.
    package var dropBoxPath: String { path + "/drop-box.sqlite" }
    /// All files that change while it serves.
    package var dropBoxFiles: [String] {
        ["", "-wal", "-shm"].map { dropBoxPath + $0 } + [Self.checkpointPath(path)]
    }

    private static let limit = 65_536
    private static func configurationPath(_ folder: String) -> String { folder + "/gateway.conf" }
    private static func checkpointPath(_ folder: String) -> String { folder + "/checkpoint" }
    private static func logKeyPath(_ folder: String) -> String { folder + "/log.key" }
    private static func promiseKeyPath(_ folder: String) -> String { folder + "/promise.key" }

    /// Makes a new folder, readable by its owner only, with two new keys.
    ///
    /// - Returns: the text of `gateway.vkeys`, for those who make the roster.
    /// - Throws: `Fault`, `FileError`.
    package static func make(
        _ path: String, origin: String, address: String, now: @escaping @Sendable () -> Int
    ) throws -> String {
        guard let log = try? NoteSigner(name: origin),
            let promise = try? NoteSigner(name: origin + "/promise")
        else { throw Fault.unusableOrigin }
        let configuration: GatewayConfiguration
        do throws(GatewayConfiguration.Fault) {
            configuration = try GatewayConfiguration(
                parsing: GatewayConfiguration(origin: origin, address: address).text)
        } catch {
            // There is no file yet, so no line of it.
            throw Fault.configuration(
                path: "--origin, --gateway", .init(line: nil, reason: error.reason))
        }
        do throws(FileError) { try PrivateFolder.createEmpty(path) } catch {
            if case .alreadyExists = error { throw Fault.notEmpty }
            throw error
        }
        guard unsafe chmod(path, 0o700) == 0 else { throw Fault.readableByOthers(path: path) }
        try DurableFile.create(logKeyPath(path), with: log.keyFile().copyOut())
        try DurableFile.create(promiseKeyPath(path), with: promise.keyFile().copyOut())
        let vkeys = "log \(log.verifierKey.text)\npromise \(promise.verifierKey.text)\n"
        try DurableFile.create(path + "/gateway.vkeys", with: [UInt8](vkeys.utf8), mode: 0o644)
        _ = try DropBox(
            path: path + "/drop-box.sqlite", log: log, checkpointPath: checkpointPath(path)
        ) { Day(secondsSince1970: now()) }
        // Last: a folder with a configuration is a whole one.
        try DurableFile.create(configurationPath(path), with: [UInt8](configuration.text.utf8))
        return vkeys
    }

    /// Opens a folder made before.
    ///
    /// - Parameter configurationPath: another file than the folder's `gateway.conf`.
    /// - Throws: `Fault`, `FileError`.
    package init(_ path: String, configurationPath: String? = nil) throws {
        self.path = path
        let configurationPath = configurationPath ?? Self.configurationPath(path)
        self.configurationPath = configurationPath
        try PrivateFolder.checkPermitted(path)
        guard DurableFile.exists(Self.configurationPath(path)) else { throw Fault.notInitialised }
        for file in [path, Self.logKeyPath(path), Self.promiseKeyPath(path)] {
            try Self.requirePrivate(file)
        }
        let text = String(
            decoding: try DurableFile.read(configurationPath, limit: Self.limit), as: UTF8.self)
        do throws(GatewayConfiguration.Fault) {
            configuration = try GatewayConfiguration(parsing: text)
        } catch {
            throw Fault.configuration(path: configurationPath, error)
        }
        promiseSigner = try Self.signer(Self.promiseKeyPath(path))
        logSigner = try Self.signer(Self.logKeyPath(path))
        identity = GatewayIdentity(
            origin: configuration.origin, address: configuration.address,
            log: logSigner.verifierKey, promise: promiseSigner.verifierKey)
        guard identity.log.name == configuration.origin else {
            throw Fault.malformedKey(path: Self.logKeyPath(path))
        }
    }

    /// The drop-box of this folder.
    ///
    /// - Parameters:
    ///   - isLogChecked: false to read only, also what is older than what was signed.
    ///   - openDayLimit: with more days than this to close, nothing is accepted; nil for any.
    /// - Throws: `DropBoxError`, `LogDamage`, `FileError`.
    package func openDropBox(
        isLogChecked: Bool = true, openDayLimit: Int? = nil, now: @escaping @Sendable () -> Int
    ) throws -> DropBox {
        try DropBox(
            path: dropBoxPath, log: logSigner, checkpointPath: Self.checkpointPath(path),
            mayBeMade: false, isLogChecked: isLogChecked, openDayLimit: openDayLimit
        ) { Day(secondsSince1970: now()) }
    }

    private static func requirePrivate(_ path: String) throws {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else {
            throw errno == ENOENT ? FileError.notFound(path: path) : .notPermitted(path: path)
        }
        guard status.st_mode & 0o077 == 0 else { throw Fault.readableByOthers(path: path) }
    }

    private static func signer(_ path: String) throws -> NoteSigner {
        var bytes = try DurableFile.read(path, limit: limit)
        defer { wipe(&bytes) }
        do throws(NoteError) {
            return try NoteSigner(keyFile: SecretBytes(copying: bytes))
        } catch {
            throw Fault.malformedKey(path: path)
        }
    }
}
