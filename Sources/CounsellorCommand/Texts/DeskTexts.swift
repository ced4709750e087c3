/// The desk, as far as the terminal speaks of it.
struct DeskTexts: Sendable {
    let open: @Sendable (_ path: String) -> String
    let runs: @Sendable (_ path: String) -> String
    let noBrowser: @Sendable (_ path: String) -> String
    let idleMinutes: @Sendable (_ minutes: Int) -> String
    let endAfterMinutes: @Sendable (_ minutes: Int) -> String

    static let dutch = DeskTexts(
        open: {
            "Uw bureau staat klaar. Gaat er geen venster open? Open dan \($0) in uw browser. Stoppen: Ctrl-C."
        },
        runs: {
            "Uw bureau loopt al. Gaat er geen venster open? Open dan \($0) in uw browser. Een ouder venster werkt dan niet meer."
        },
        noBrowser: {
            "Er is geen browser gevonden om uw bureau te openen. Laat Firefox installeren, of open \($0) zelf in een browser."
        },
        idleMinutes: { "--idle-minutes is 1 tot en met 120, niet \($0)." },
        endAfterMinutes: { "--end-after-minutes is 1 tot en met 1440, niet \($0)." })

    static let english = DeskTexts(
        open: {
            "Your desk is ready. No window? Then open \($0) in your browser. To stop: Ctrl-C."
        },
        runs: {
            "Your desk is already running. No window? Then open \($0) in your browser. An older window then no longer works."
        },
        noBrowser: {
            "No browser was found to open your desk. Have Firefox installed, or open \($0) in a browser yourself."
        },
        idleMinutes: { "--idle-minutes is 1 to 120, not \($0)." },
        endAfterMinutes: { "--end-after-minutes is 1 to 1440, not \($0)." })
}
