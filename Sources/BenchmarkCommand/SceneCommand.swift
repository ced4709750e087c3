import ArgumentParser
import Foundation
import Gateway
import PageRelease
import Reporting
import TransparencyLog

/// Serves six months of default cover behind the page, to browsers that measure it.
struct SceneCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scene",
        abstract: "Serve the page over six months of cover until standard input ends.",
        discussion: "Prints the link and the words of a conversation in it, a line each.")

    @Option(help: "The built page.")
    var page = ".build/page"

    @Option(help: "Loopback port to listen on.")
    var port: Int

    func run() async throws {
        let address = "http://127.0.0.1:\(port)"
        let scene = try await CoveredScene(
            reportsADay: 8, address: address, page: ServedPage(PageFolder(reading: page)))
        let link = try TrustAnchor(gateway: address, keys: [scene.served.root.verifierKey]).link
        let words = scene.code.words(in: .english).joined(separator: " ")
        try await scene.served.whileServing(port: port) { _ in
            try FileHandle.standardOutput.write(contentsOf: Data("\(link)\n\(words)\n".utf8))
            while readLine() != nil {}
        }
    }
}
