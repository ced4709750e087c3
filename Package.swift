// swift-tools-version: 6.2
import PackageDescription

/// For every target written here, and no other: dependencies keep their own settings.
let house: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

/// A product only the native build needs: the page's core is resolved without the trait.
func native(_ name: String, _ package: String) -> Target.Dependency {
    .product(name: name, package: package, condition: .when(traits: ["Native"]))
}

let package = Package(
    name: "sottovoce",
    platforms: [.macOS(.v15)],
    products: [
        .library(
            name: "ReporterCore",
            targets: ["Sodium", "XWing", "Age", "TransparencyLog", "Reporting"]),
        .executable(name: "reporter", targets: ["ReporterCommand"]),
        .executable(name: "counsellor", targets: ["CounsellorCommand"]),
        .executable(name: "gateway", targets: ["GatewayCommand"]),
        .executable(name: "release", targets: ["ReleaseCommand"]),
        .executable(name: "bench", targets: ["BenchmarkCommand"]),
    ],
    traits: [
        .default(enabledTraits: ["Native"]),
        .trait(
            name: "Native",
            description: "Everything but the page's core: swift-crypto, servers, SQLite."),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-crypto.git", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl.git", from: "2.37.6"),
        .package(url: "https://github.com/apple/swift-nio-extras.git", from: "1.25.0"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.3.0"),
        .package(url: "https://github.com/groue/GRDB.swift.git", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", exact: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache.git", exact: "2.1.1"),
        .package(url: "https://github.com/swift-server/async-http-client.git", from: "1.37.0"),
    ],
    targets: [
        // The pure modules: bytes in, bytes out. They also compile for the browser.
        .systemLibrary(
            name: "CSodium", pkgConfig: "libsodium",
            providers: [.apt(["libsodium-dev"]), .brew(["libsodium"])]),
        .target(name: "Sodium", dependencies: ["CSodium"], swiftSettings: house),
        .target(name: "CXWing"),
        .target(
            name: "XWing", dependencies: ["Sodium", "CXWing", native("Crypto", "swift-crypto")],
            swiftSettings: house),
        .target(name: "Age", dependencies: ["Sodium", "XWing"], swiftSettings: house),
        .target(name: "TransparencyLog", dependencies: ["Sodium"], swiftSettings: house),
        .target(
            name: "Reporting", dependencies: ["Age", "Sodium", "TransparencyLog", "XWing"],
            exclude: ["WordLists"], swiftSettings: house),

        // Native only.
        .target(name: "CProcess"),
        .target(name: "CWipe"),
        .target(name: "DurableFiles", dependencies: ["CProcess"], swiftSettings: house),
        .target(
            name: "PageRelease", dependencies: ["DurableFiles", "Sodium", "TransparencyLog"],
            swiftSettings: house),
        .target(
            name: "AgePipeline", dependencies: ["Age", "DurableFiles", "Sodium"],
            swiftSettings: house),
        .target(
            name: "Terminal",
            dependencies: [
                "CProcess", "PageRelease", "Sodium", "Reporting", "TransparencyLog",
                native("ArgumentParser", "swift-argument-parser"),
            ], swiftSettings: house),
        .target(
            name: "DropBox",
            dependencies: [
                "DurableFiles", "Sodium", "TransparencyLog", native("GRDB", "GRDB.swift"),
            ], swiftSettings: house),
        .target(
            name: "Gateway",
            dependencies: [
                "Age", "DropBox", "DurableFiles", "PageRelease", "Reporting", "Sodium",
                "TransparencyLog",
                native("HTTPTypes", "swift-http-types"), native("Hummingbird", "hummingbird"),
                native("Logging", "swift-log"), native("NIOCore", "swift-nio"),
                native("NIOHTTPTypes", "swift-nio-extras"),
            ], swiftSettings: house),
        .target(
            name: "GatewayClient",
            dependencies: [
                "PageRelease", "Reporting", "Sodium", "TransparencyLog",
                native("AsyncHTTPClient", "async-http-client"), native("NIOCore", "swift-nio"),
                native("NIOHTTP1", "swift-nio"), native("NIOPosix", "swift-nio"),
                native("NIOHTTPCompression", "swift-nio-extras"),
                native("NIOSOCKS", "swift-nio-extras"), native("NIOSSL", "swift-nio-ssl"),
            ], swiftSettings: house),
        .target(
            name: "Casework",
            dependencies: [
                "Age", "AgePipeline", "DurableFiles", "PageRelease", "Reporting", "Sodium",
                "TransparencyLog", "XWing", native("GRDB", "GRDB.swift"),
                native("GRDBSQLite", "GRDB.swift"),
            ], swiftSettings: house),
        .target(
            name: "Desk",
            dependencies: [
                "Casework", "DurableFiles", "Reporting", "Sodium", "Terminal", "TransparencyLog",
                native("HTTPTypes", "swift-http-types"), native("Hummingbird", "hummingbird"),
                native("Logging", "swift-log"), native("Mustache", "swift-mustache"),
                native("NIOCore", "swift-nio"),
            ],
            resources: [
                .embedInCode("Assets"), .embedInCode("Templates"), .embedInCode("Texts"),
            ], swiftSettings: house),
        .executableTarget(
            name: "ReporterCommand",
            dependencies: [
                "CProcess", "DurableFiles", "GatewayClient", "PageRelease", "Reporting", "Sodium",
                "Terminal", "TransparencyLog",
                native("ArgumentParser", "swift-argument-parser"),
            ], swiftSettings: house),
        .executableTarget(
            name: "CounsellorCommand",
            dependencies: [
                "Age", "AgePipeline", "Casework", "CProcess", "Desk", "DurableFiles",
                "GatewayClient", "PageRelease", "Reporting", "Sodium", "Terminal",
                "TransparencyLog", "XWing",
                native("ArgumentParser", "swift-argument-parser"),
                native("Hummingbird", "hummingbird"), native("NIOCore", "swift-nio"),
                native("NIOPosix", "swift-nio"),
            ], swiftSettings: house),
        .executableTarget(
            name: "GatewayCommand",
            dependencies: [
                "CProcess", "CWipe", "DropBox", "DurableFiles", "Gateway", "PageRelease",
                "Reporting", "Sodium", "Terminal", "TransparencyLog",
                native("ArgumentParser", "swift-argument-parser"),
                native("Hummingbird", "hummingbird"), native("Logging", "swift-log"),
                native("NIOCore", "swift-nio"),
            ], swiftSettings: house),

        // The maintainer's, who signs releases of the page; not installed.
        .executableTarget(
            name: "ReleaseCommand",
            dependencies: [
                "Casework", "DurableFiles", "PageRelease", "Sodium", "Terminal", "TransparencyLog",
                native("ArgumentParser", "swift-argument-parser"),
            ], swiftSettings: house),
        .executableTarget(
            name: "BenchmarkCommand",
            dependencies: [
                "Age", "AgePipeline", "Casework", "DropBox", "Gateway", "GatewayClient",
                "PageRelease", "Reporting", "Sodium", "TransparencyLog", "XWing",
                native("ArgumentParser", "swift-argument-parser"),
                native("GRDB", "GRDB.swift"), native("Hummingbird", "hummingbird"),
            ], swiftSettings: house),

        // The native half of Tests/Page, not a product.
        .executableTarget(
            name: "PageExchange", dependencies: ["Age", "Reporting", "Sodium", "TransparencyLog"],
            path: "Tests/Page/Exchange", swiftSettings: house),

        .testTarget(name: "SodiumTests", dependencies: ["Sodium"], swiftSettings: house),
        .testTarget(
            name: "AgeTests",
            dependencies: [
                "Age", "AgePipeline", "Sodium", "XWing", native("Crypto", "swift-crypto"),
            ],
            swiftSettings: house),
        .testTarget(
            name: "TransparencyLogTests", dependencies: ["Sodium", "TransparencyLog"],
            swiftSettings: house),
        .testTarget(
            name: "ReportingTests",
            dependencies: ["Age", "Reporting", "Sodium", "TransparencyLog", "XWing"],
            swiftSettings: house),
        .testTarget(
            name: "PageReleaseTests",
            dependencies: ["DurableFiles", "PageRelease", "Sodium", "TransparencyLog"],
            swiftSettings: house),
        .testTarget(
            name: "DropBoxTests",
            dependencies: [
                "DropBox", "Reporting", "Sodium", "TransparencyLog", native("GRDB", "GRDB.swift"),
            ],
            swiftSettings: house),
        .testTarget(
            name: "GatewayTests",
            dependencies: [
                "Age", "DropBox", "Gateway", "PageRelease", "Reporting", "Sodium",
                "TransparencyLog",
                native("HTTPTypes", "swift-http-types"), native("Hummingbird", "hummingbird"),
                native("HummingbirdTesting", "hummingbird"), native("Logging", "swift-log"),
                native("NIOCore", "swift-nio"),
            ], swiftSettings: house),
        .testTarget(
            name: "GatewayClientTests",
            dependencies: [
                "GatewayClient", "Reporting", "Sodium", "TransparencyLog",
                native("NIOCore", "swift-nio"), native("NIOPosix", "swift-nio"),
            ], swiftSettings: house),
        .testTarget(
            name: "CaseworkTests",
            dependencies: [
                "Age", "Casework", "DurableFiles", "Reporting", "Sodium", "TransparencyLog",
                native("GRDB", "GRDB.swift"),
            ], swiftSettings: house),
        .testTarget(
            name: "DeskTests", dependencies: ["Desk", "Reporting"], swiftSettings: house),
        .testTarget(
            name: "TerminalTests",
            dependencies: ["Reporting", "Sodium", "Terminal", "TransparencyLog"],
            swiftSettings: house),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)
