// swift-tools-version: 6.2
import PackageDescription

// The reporter's core for the browser, a package of its own so that no server package is resolved for it.
// Built by build.sh.

let house: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "page-core",
    dependencies: [
        .package(name: "sottovoce", path: "../../..", traits: []),
        // Only its checkout is used: CXWing compiles BoringSSL's X-Wing out of it.
        .package(url: "https://github.com/apple/swift-crypto.git", exact: "4.5.2"),
    ],
    targets: [
        .target(name: "CPageHost"),
        .executableTarget(
            name: "PageCore",
            dependencies: [.product(name: "ReporterCore", package: "sottovoce"), "CPageHost"],
            swiftSettings: house + [.unsafeFlags(["-parse-as-library"])]),
    ],
    swiftLanguageModes: [.v6]
)
