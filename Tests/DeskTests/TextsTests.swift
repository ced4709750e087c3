import Reporting
import Testing

@testable import Desk

/// Both languages say everything the screens ask for.
struct TextsTests {
    let pages: Pages
    init() throws { pages = try Pages(language: .en, idleMinutes: 10) }

    @Test func bothLanguagesHaveTheSameSentences() {
        let (dutch, english) = (pages.text(.nl).all, pages.text(.en).all)
        #expect(Set(dutch.keys) == Set(english.keys))
        for (key, sentence) in dutch {
            #expect(!sentence.isEmpty, "\(key)")
            // What is filled in, and lines counted, are the same.
            for mark in ["{0}", "{1}", "\n"] {
                let counts = [sentence, english[key] ?? ""].map {
                    $0.split(separator: mark, omittingEmptySubsequences: false).count
                }
                #expect(counts[0] == counts[1], "\(key): \(mark)")
            }
        }
    }

    @Test func everySentenceATemplateAsksForIsThere() throws {
        for (name, template) in Templates.all {
            for key in template.matches(of: /\{\{t\.([A-Za-z-]+)\}\}/) {
                #expect(
                    pages.text(.nl).all[String(key.output.1)] != nil, "\(name): \(key.output.1)")
            }
        }
    }

    @Test func valuesAreFilledIn() {
        #expect(pages.text(.en)("imported", 2, 1) == "Messages read in: 2; new cases: 1.")
    }
}
