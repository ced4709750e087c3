internal import DurableFiles
internal import NIOCore

/// What stands beside the configuration for the page: `page-texts` and `logo.png`, as they are served.
package struct OwnTexts: Sendable {
    /// Why the gateway can't serve them.
    package enum Fault: Error, Equatable {
        case texts(path: String, OrganisationTexts.Fault)
        /// Not a PNG picture, or a large one.
        case logo(path: String)
    }

    static let none = OwnTexts(texts: OrganisationTexts(), logo: nil)
    package static let logoByteLimit = PNGFile.byteLimit
    private static let logoName = "logo.png"

    let json: ByteBuffer
    let logo: ByteBuffer?

    private init(texts: OrganisationTexts, logo: [UInt8]?) {
        json = ByteBuffer(string: texts.json + "\n")
        self.logo = logo.map { ByteBuffer(bytes: $0) }
    }

    /// Reads both, either of which may be absent.
    ///
    /// - Throws: `Fault`, `FileError`.
    package init(beside configuration: String) throws {
        let folder = DurableFile.split(configuration).folder
        let textsPath = folder + "/" + OrganisationTexts.fileName
        let logoPath = folder + "/" + Self.logoName
        var texts = OrganisationTexts()
        if DurableFile.exists(textsPath) {
            let bytes = try DurableFile.read(textsPath, limit: OrganisationTexts.byteLimit)
            do throws(OrganisationTexts.Fault) {
                texts = try OrganisationTexts(parsing: bytes)
            } catch {
                throw Fault.texts(path: textsPath, error)
            }
        }
        var logo: [UInt8]?
        if DurableFile.exists(logoPath) {
            let bytes = try DurableFile.read(logoPath, limit: PNGFile.byteLimit)
            guard PNGFile.isValid(bytes) else { throw Fault.logo(path: logoPath) }
            logo = bytes
        }
        self.init(texts: texts, logo: logo)
    }
}
