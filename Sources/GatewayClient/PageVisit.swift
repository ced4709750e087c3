internal import AsyncHTTPClient
internal import NIOCore
internal import NIOHTTP1
internal import NIOHTTPCompression
package import PageRelease
internal import Sodium
package import TransparencyLog

/// A look at the reporter's page as a browser would get it, on connections of its own.
///
/// It sends what a browser sends when someone opens the page. Who serves the page can still tell it from a browser, by
/// the way it makes connections and because it asks for the manifest, which it does last but for what nothing led to.
package final class PageVisit: Sendable {
    /// What was served, compared with what the release key signed.
    package struct Outcome: Sendable {
        /// In the order in which they were found; empty when the page is the released one.
        package let findings: [PageFinding]
        /// Files that the release has.
        package let fileCount: Int
        /// SHA-256 of the manifest's text, for comparing with what others see; nil without a manifest.
        package let manifestHash: [UInt8]?
    }

    private static let wholeTime = Duration.seconds(120)

    private let address: GatewayAddress
    private let client: HTTPClient
    /// Turns what a failed connection threw into a `GatewayError`.
    private let explain: @Sendable (any Error) -> GatewayError

    /// No connection is made yet. Throws `invalidProxy`, `onionNeedsProxy`.
    package init(_ address: GatewayAddress, proxy: String? = nil) throws(GatewayError) {
        self.address = address
        var configuration = try GatewayClient.configuration(address, proxy: proxy)
        configuration.decompression = .enabled(limit: .size(PageFolder.fileByteLimit + 1))
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        explain = { GatewayClient.failure($0, proxy: proxy) }
    }

    /// Ends all connections.
    package func close() async { try? await client.shutdown() }

    /// Gets every file and compares it.
    ///
    /// - Throws: `GatewayError` when something could not be fetched at all: then nothing is known.
    package func check(against key: VerifierKey) async throws(GatewayError) -> Outcome {
        var answers: [PagePath: Answer] = [:]
        var order: [PagePath] = []
        var waiting: [PagePath] = [.index]
        while let path = waiting.first, order.count < PageFolder.fileLimit {
            waiting.removeFirst()
            guard answers[path] == nil else { continue }
            let answer = try await get(path)
            answers[path] = answer
            order.append(path)
            if answer.status == 200 {
                waiting += PageReferences.paths(in: answer.bytes, of: path)
            }
        }
        let served = try await get(.manifest)
        guard served.status == 200 else {
            return Outcome(
                findings: [.noManifest(status: served.status)], fileCount: 0, manifestHash: nil)
        }
        let manifest: PageManifest
        do throws(PageManifest.Fault) {
            manifest = try PageManifest(parsing: served.bytes, signedBy: key)
        } catch {
            return Outcome(findings: [.manifest(error)], fileCount: 0, manifestHash: nil)
        }
        let hashes = Dictionary(
            uniqueKeysWithValues: manifest.entries.map { ($0.path, $0.hash) })
        for entry in manifest.entries where answers[entry.path] == nil {
            answers[entry.path] = try await get(entry.path)
            order.append(entry.path)
        }
        return Outcome(
            findings: order.compactMap { path in
                answers[path].flatMap { $0.finding(path, expected: hashes[path]) }
            }, fileCount: hashes.count,
            manifestHash: SHA256.hash([UInt8](manifest.text.utf8)))
    }

    private func get(_ path: PagePath) async throws(GatewayError) -> Answer {
        var request = HTTPClientRequest(url: address.origin + path.target)
        for (name, value) in BrowserHeaders.of(path) {
            request.headers.add(name: name, value: value)
        }
        do {
            return try await within(Self.wholeTime) { [request, client] in
                let response = try await client.execute(request, deadline: .distantFuture)
                var headers: [String: [String]] = [:]
                for (name, value) in response.headers {
                    headers[name.lowercased(), default: []].append(value)
                }
                let status = Int(response.status.code)
                guard status == 200 else {
                    return Answer(status: status, headers: headers, bytes: [])
                }
                do {
                    let bytes = [UInt8](
                        buffer: try await response.body.collect(upTo: PageFolder.fileByteLimit))
                    return Answer(status: status, headers: headers, bytes: bytes)
                } catch is NIOTooManyBytesError {
                    return Answer(status: status, headers: headers, bytes: [], isWhole: false)
                } catch is NIOHTTPDecompression.DecompressionError {
                    return Answer(status: status, headers: headers, bytes: [], isWhole: false)
                }
            }
        } catch {
            throw explain(error)
        }
    }
}

/// One file as it was served.
private struct Answer {
    /// Never sent by a gateway with the page; a browser would go elsewhere or load more because of them.
    private static let foreign = ["refresh", "link", "content-security-policy-report-only"]

    let status: Int
    /// By name in small letters.
    let headers: [String: [String]]
    let bytes: [UInt8]
    /// Whether it was no larger than any file of a page, and compressed as it said.
    var isWhole = true

    /// What is wrong with it; `expected` is nil for a file that the release doesn't have.
    func finding(_ path: PagePath, expected: [UInt8]?) -> PageFinding? {
        guard let expected else { return status == 200 ? .unlisted(path) : nil }
        guard status == 200 else { return .missing(path, status: status) }
        let coding = headers["content-encoding"]?.joined(separator: ", ") ?? "identity"
        guard ["identity", "gzip", "deflate"].contains(coding) else {
            return .compressed(path, coding: coding)
        }
        guard isWhole, SHA256.hash(bytes) == expected else { return .altered(path) }
        guard headers["content-security-policy"] == [PagePolicy.text] else {
            return .header(path, name: "Content-Security-Policy")
        }
        guard headers["content-type"] == [path.type.mediaType] else {
            return .header(path, name: "Content-Type")
        }
        return Self.foreign.first { headers[$0] != nil }.map { .header(path, name: $0) }
    }
}
