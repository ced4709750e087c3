import DurableFiles
import Foundation
import PageRelease
import Sodium
import Testing

/// A folder for one test.
final class MadeFolder {
    let path = NSTemporaryDirectory() + "page-" + Hex.encode(randomBytes(8))

    init(_ files: [String: [UInt8]]) throws {
        for (name, bytes) in files { try add(name, bytes) }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func add(_ name: String, _ bytes: [UInt8]) throws {
        let folder = (path + "/" + name as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: path + "/" + name))
    }
}

@Suite struct PageFolderTests {
    /// `gzip -9n` of 50 times the letter a.
    private static let letters = [UInt8](repeating: UInt8(ascii: "a"), count: 50)
    private static let compressed = Hex.decode(
        "1f8b08000000000002034b4c241500007dbad74732000000")!

    @Test func readsFilesInOrder() throws {
        let made = try MadeFolder([
            "index.html": [1], "scripts/page.mjs": [2], "core.wasm": [3], "manifest": [4],
            ".hidden": [5], ".well-known/webcat/manifest.json": [6],
        ])
        let page = try PageFolder(reading: made.path)
        #expect(
            page.files.map(\.path.text) == [
                ".well-known/webcat/manifest.json", "core.wasm", "index.html", "manifest",
                "scripts/page.mjs",
            ])
        #expect(page.files.filter(\.path.isListed).count == 3)
        #expect(PagePath.index.target == "/")
    }

    @Test func aCompressedCopyMustBeOfItsFile() throws {
        let made = try MadeFolder([
            "index.html": Self.letters, "index.html.gz": Self.compressed,
        ])
        let file = try #require(try PageFolder(reading: made.path).files.first)
        #expect(file.gzipped == Self.compressed && file.bytes == Self.letters)
        try made.add("index.html", Self.letters.dropLast() + [0])
        #expect(throws: PageFolder.Fault.otherCopy(path: made.path + "/index.html.gz")) {
            try PageFolder(reading: made.path)
        }
    }

    @Test func whatIsNoPageIsRefused() throws {
        let empty = try MadeFolder(["style.css": []])
        #expect(throws: PageFolder.Fault.noIndex(folder: empty.path)) {
            try PageFolder(reading: empty.path)
        }
        for name in ["secret.key", "a b.html", "index.html.bak", "scripts/x.js.gz", "-/é.css"] {
            let made = try MadeFolder(["index.html": [], name: []])
            #expect(throws: PageFolder.Fault.unexpected(path: made.path + "/" + name)) {
                try PageFolder(reading: made.path)
            }
        }
        let deep = try MadeFolder(["index.html": [], "a/b/c/d/e.mjs": []])
        #expect(throws: PageFolder.Fault.wrongKind(path: deep.path + "/a/b/c/d")) {
            try PageFolder(reading: deep.path)
        }
    }

    @Test func symbolicLinksAreRefused() throws {
        let outside = try MadeFolder(["secret.txt": [1]])
        for (name, target) in [("x.txt", "/secret.txt"), ("folder", ""), ("gone.txt", "/gone")] {
            let made = try MadeFolder(["index.html": []])
            try FileManager.default.createSymbolicLink(
                atPath: made.path + "/" + name, withDestinationPath: outside.path + target)
            #expect(throws: PageFolder.Fault.wrongKind(path: made.path + "/" + name)) {
                try PageFolder(reading: made.path)
            }
        }
    }

    @Test func sizesAndNumbersAreBounded() throws {
        let large = try MadeFolder([
            "index.html": [UInt8](repeating: 0, count: PageFolder.fileByteLimit + 1)
        ])
        #expect(
            throws: PageFolder.Fault.tooLarge(
                path: large.path + "/index.html", limit: PageFolder.fileByteLimit)
        ) { try PageFolder(reading: large.path) }
        let many = try MadeFolder(["index.html": []])
        for number in 0..<PageFolder.fileLimit { try many.add("\(number).txt", []) }
        #expect(
            throws: PageFolder.Fault.tooMuch(
                folder: many.path, byteLimit: PageFolder.byteLimit,
                fileLimit: PageFolder.fileLimit)
        ) { try PageFolder(reading: many.path) }
    }

    @Test(arguments: [
        "", "/index.html", "../index.html", "a//b.css", "a/./b.css", "a/../b.css", ".htaccess.txt",
        "x.HTML", "x", "scripts", "manifest/x.y", ".well-known", "scripts/.well-known/x.json",
        "x%2e.css", "x\u{0}.css", "a\\b.css", "x.css ", "é.css",
    ])
    func otherPathsAreNone(text: String) {
        #expect(PagePath(text) == nil)
    }
}
