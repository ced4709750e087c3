import PageRelease
import Testing

@Suite struct PageReferencesTests {
    private func paths(_ text: String, of file: String) -> [String] {
        PageReferences.paths(in: [UInt8](text.utf8), of: PagePath(file)!).map(\.text)
    }

    @Test func whatHTMLNames() {
        #expect(
            paths(
                """
                <link rel=stylesheet href=style.css><link rel="preload" href='core.wasm'>
                <script type=module src="./scripts/main.mjs"></script><a href="https://x.nl/y.css">
                <img src="/logo.png"><script src="/scripts/main.mjs">
                """, of: "index.html") == ["style.css", "core.wasm", "scripts/main.mjs"])
    }

    @Test func whatScriptsName() {
        #expect(
            paths(
                """
                import { a } from "./core.mjs"; import('../texts/nl.mjs');
                fetch("/notes"); fetch(`../core.wasm`); fetch("/organisation.json"); const x = "bare.mjs";
                import "../../etc/passwd.txt"; import "./core.mjs"
                """, of: "scripts/main.mjs") == ["scripts/core.mjs", "texts/nl.mjs", "core.wasm"])
    }

    @Test func whatNamesNothing() {
        #expect(paths("\"./x.mjs\"", of: "core.wasm").isEmpty)
        #expect(paths(String(repeating: "\"", count: 1000), of: "index.html").isEmpty)
        #expect(paths("", of: "index.html").isEmpty)
    }
}
