internal import Gateway
internal import PageRelease
internal import Terminal

extension GatewayTexts.PageTexts {
    static let english = GatewayTexts.PageTexts(
        folder: { fault in
            switch fault {
            case .noIndex(let folder):
                (
                    "\(folder) has no index.html: it is not a page",
                    "build one with make page, or give --page none for a text with help lines"
                )
            case .wrongKind(let path):
                (
                    "\(path) is a symbolic link, or not a file",
                    "a page has only files in folders; build it again with make page"
                )
            case .unexpected(let path):
                (
                    "\(inert(path)) has a name or extension that no page has",
                    "move it elsewhere; everything in that folder would be public"
                )
            case .tooLarge(let path, let limit):
                ("\(path) has more than \(limit) bytes; no page has such a file", nil)
            case .tooMuch(let folder, let bytes, let files):
                (
                    "\(folder) has more than \(files) files or \(bytes) bytes: it is not a page",
                    "is it the folder that make page built?"
                )
            case .otherCopy(let path):
                (
                    "\(path) is not of the file beside it",
                    "build the page again with make page, or remove this copy"
                )
            case .file: ("the page can't be read", nil)
            }
        },
        ownTexts: { fault in
            switch fault {
            case .texts(let path, let fault):
                (
                    "\(path), line \(fault.line): \(words(of: fault.reason))",
                    "Docs/operations.md has an example; the gateway starts when this is right"
                )
            case .logo(let path):
                (
                    "\(path) is not a PNG picture of at most \(OwnTexts.logoByteLimit) bytes and 2048 points",
                    "save it again as PNG, smaller; or remove it"
                )
            }
        })
}

private func words(of reason: OrganisationTexts.Reason) -> String {
    switch reason {
    case .noName: "a line must be like 'welcome: text'"
    case .unknown(let name):
        "'\(inert(name))' is none of language, welcome, help, for, contact"
    case .empty(let name): "nothing stands behind '\(name):'"
    case .notALanguage(let code): "'\(inert(code))' is not a language code such as nl or en"
    case .languageTwice(let code): "the language \(code) was there before"
    case .noLanguageYet(let name): "'\(name)' must stand below a line such as 'language: en'"
    case .notUnderHelp(let name): "'\(name)' must stand below a 'help', and once"
    case .noContact(let name): "the help '\(inert(name))' before this has no 'contact'"
    case .tooLong(let name, let limit): "'\(name)' has more than \(limit) characters"
    case .tooMany(let name, let limit): "there are more than \(limit) times '\(name)'"
    case .notUTF8: "the characters are not UTF-8; save the file as UTF-8"
    case .controlCharacter: "there is a control character; type the line again"
    }
}
