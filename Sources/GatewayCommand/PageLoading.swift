internal import DurableFiles
internal import Gateway
internal import Glibc
internal import PageRelease

/// The page a gateway is told to serve, read now.
///
/// - Parameters:
///   - option: what `--page` says; wins over the configuration.
/// - Returns: nil for the text with help lines.
/// - Throws: `PageFolder.Fault`.
func servedPage(of folder: GatewayFolder, option: String?) throws -> ServedPage? {
    let source = option.map { GatewayConfiguration.PageSource($0) } ?? folder.configuration.page
    switch source {
    case .none: return nil
    case .installed:
        guard let installed = installedPage() else { return nil }
        return ServedPage(try PageFolder(reading: installed))
    case .folder(let path) where option == nil && !path.hasPrefix("/"):
        // Beside the file it stands in, wherever the gateway is started.
        let beside = DurableFile.split(folder.configurationPath).folder
        return ServedPage(try PageFolder(reading: beside + "/" + path))
    case .folder(let path):
        return ServedPage(try PageFolder(reading: path))
    }
}

/// `share/sottovoce/page` beside the `bin` this program was installed in; nil when there is none.
private func installedPage() -> String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = unsafe readlink("/proc/self/exe", &buffer, buffer.count)
    guard count > 0 else { return nil }
    let program = String(
        decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let installation = DurableFile.split(DurableFile.split(program).folder).folder
    let page = installation + "/share/sottovoce/page"
    return DurableFile.exists(page) ? page : nil
}
