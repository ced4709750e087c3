internal import ArgumentParser
internal import Casework
internal import Terminal

/// What was set aside when a backup was put in its place.
struct SetAsideCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set-aside",
        abstract: help(
            en: "What a restored backup took the place of: list it, erase it (offline).",
            nl: "Wat opzij ging voor een back-up: noem het, wis het (zonder internet)."),
        discussion: help(
            en: "What you erased since may still be in it.",
            nl: "Wat u sindsdien hebt gewist, staat er misschien nog in."))

    @Option(
        help: ArgumentHelp(
            en: "Erase this one for good.", nl: "Wis deze voorgoed.", value: "folder"))
    var erase: String?
    @Flag(help: ArgumentHelp(en: "Don't ask; for scripts.", nl: "Vraag niets; voor scripts."))
    var yes = false
    @OptionGroup var output: JSONOption
    @OptionGroup var home: HomeOptions

    func run() throws {
        try home.common.run { texts, console in
            if let erase { try remove(erase, texts, console) }
            let left = OfflineHome.setAside(of: home.folder)
            if output.json { return console.print(try json(AsideJSON(folders: left))) }
            if erase != nil { console.print(texts.keeping.asideErased) }
            for path in left { console.print(inert(path)) }
            if erase == nil, left.isEmpty { console.print(texts.keeping.nothingAside) }
        }
    }

    private func remove(_ folder: String, _ texts: Texts, _ console: Console) throws {
        let aside = OfflineHome.setAside(of: home.folder).first {
            $0 == folder || $0.hasSuffix("/" + folder)
        }
        guard let aside else { throw texts.usage(texts.keeping.notAside(inert(folder))) }
        // Only who can open what is in its place.
        let opened = try home.open(texts, console)
        defer { withExtendedLifetime(opened) {} }
        if !yes {
            guard
                try console.confirm(texts.keeping.eraseAside(inert(aside)), option: "--yes")
            else { throw CommandFailure(texts.keeping.nothingErased) }
        }
        try OfflineHome.erase(aside: aside)
    }
}

private struct AsideJSON: Encodable {
    let folders: [String]
}
