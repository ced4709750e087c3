import Reporting
import Terminal
import Testing

@Suite struct CategoryNamesTests {
    @Test(arguments: Language.allCases) func everyKnownCategoryHasItsOwnName(_ language: Language) {
        let names = Category.all.map { $0.name(in: language) }
        #expect(Set(names).count == Category.all.count)
        if language == .nl { #expect(names.first == "pesten") }
    }

    @Test func anUnknownCodeIsShownInert() {
        #expect(Category(rawValue: "new\u{1B}").name(in: .en) == "new␛")
    }
}
