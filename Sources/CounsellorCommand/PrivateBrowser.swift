import Foundation

/// Opens a page in a private window: an ordinary one writes to the disk what is typed and searched, to bring it back
/// after a crash.
enum PrivateBrowser {
    /// Each with what opens a private window; the first that is there is taken.
    private static let known = [
        ("firefox-esr", "--private-window"), ("firefox", "--private-window"),
        ("chromium", "--incognito"), ("google-chrome", "--incognito"),
        ("brave-browser", "--incognito"), ("microsoft-edge", "--inprivate"),
    ]
    private static let folders = ["/usr/local/bin", "/usr/bin", "/snap/bin"]

    /// Where none of them is, the system's own way; an ordinary window, but better than none. False when there is no
    /// browser to be found; that is shown on the desktop too, for an icon has no terminal.
    ///
    /// - Parameter problem: what is shown then.
    static func open(_ path: String, orSay problem: String) -> Bool {
        for (name, option) in known where start(name, [option, "file://\(path)"]) { return true }
        if start("xdg-open", [path]) { return true }
        _ =
            start("notify-send", ["--urgency=critical", "Sottovoce", problem])
            || start("zenity", ["--error", "--no-markup", "--text=\(problem)"])
            || start("xmessage", ["-center", problem])
        return false
    }

    /// Whether there is such a program, and it was started.
    private static func start(_ name: String, _ arguments: [String]) -> Bool {
        let programs = folders.map { "\($0)/\(name)" }
        guard let path = programs.first(where: FileManager.default.isExecutableFile) else {
            return false
        }
        let program = Process()
        program.executableURL = URL(filePath: path)
        program.arguments = arguments
        program.standardOutput = FileHandle.nullDevice
        program.standardError = FileHandle.nullDevice
        return (try? program.run()) != nil
    }
}
