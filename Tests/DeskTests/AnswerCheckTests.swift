import Testing

@testable import Desk

/// Examples are not sent as they stand, nor with a place left open.
struct AnswerCheckTests {
    @Test(arguments: [
        "Ik kan helpen: … Zal ik?", "Bel op …, zonder naam", "…", "Op ... gelezen", "Beste [naam]",
        "Je vroeg:\n…",
    ])
    func openPlacesAreSeen(text: String) { #expect(AnswerCheck.hasGap(text)) }

    @Test(arguments: ["Ik begrijp het… Echt.", "Wacht...", "Dat is goed.", "", "a[1] b"])
    func ordinaryTextsHaveNone(text: String) {
        #expect(AnswerCheck.hasGap(text) == text.contains("["))
    }

    @Test func spacesMakeNoDifference() {
        #expect(AnswerCheck.isSame("Een  twee\n\ndrie ", "Een twee drie"))
        #expect(!AnswerCheck.isSame("Een twee drie.", "Een twee drie"))
    }
}

/// Places as people name them.
struct PlaceTests {
    @Test(arguments: [
        ("/media/naam/STICK", "/media/naam/STICK"), (" /media/x/ ", "/media/x"),
        ("\"/media/x\"", "/media/x"), ("'/media/x y'", "/media/x y"),
        ("file:///media/naam/MIJN%20STICK", "/media/naam/MIJN STICK"), ("/", "/"),
    ])
    func wholePathsAreUnderstood(typed: String, path: String) {
        #expect(Place.whole(typed) == path)
    }

    @Test(arguments: ["stick", "./stick", "", "  ", "https://host/x", "C:\\stick", "~naam/x"])
    func othersAreNot(typed: String) { #expect(Place.whole(typed) == nil) }

    @Test func homeIsHerOwn() {
        #expect(Place.whole("~/stick")?.hasSuffix("/stick") == true)
        #expect(Place.whole("~/stick")?.hasPrefix("/") == true)
    }

    @Test func aStickThatIsNotThereIsSeen() {
        #expect(!Place.isPluggedIn("/media/nobody/NONE/backup"))
        #expect(Place.isPluggedIn("/tmp/backup"))
    }
}
