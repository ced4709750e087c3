internal import Reporting
internal import TransparencyLog

/// Everything a reporter reads at the terminal, in one language.
///
/// A third language is one more file for each area and one more case here; the compiler says what
/// is missing. Plain words (A2–B1), one term per thing, and never: passphrase, key, ciphertext,
/// log.
struct Texts: Sendable {
    let language: Language
    let common: CommonTexts
    let code: CodeTexts
    let file: FileTexts
    let sending: SendingTexts
    let check: CheckTexts
    let progress: ProgressTexts
    let alarm: AlarmTexts
    let evidence: EvidenceTexts
    let verify: VerifyTexts
    let page: PageTexts
    let reply: ReplyTexts
    let move: MoveTexts
    let organisation: OrganisationTexts
    let failures: FailureTexts

    static func of(_ language: Language) -> Texts {
        switch language {
        case .nl: dutch
        case .en: english
        }
    }

    private static let dutch = Texts(
        language: .nl, common: .dutch, code: .dutch, file: .dutch, sending: .dutch, check: .dutch,
        progress: .dutch, alarm: .dutch, evidence: .dutch, verify: .dutch, page: .dutch,
        reply: .dutch, move: .dutch,
        organisation: .dutch, failures: .dutch)

    private static let english = Texts(
        language: .en, common: .english, code: .english, file: .english, sending: .english,
        check: .english, progress: .english, alarm: .english, evidence: .english,
        verify: .english, page: .english, reply: .english, move: .english, organisation: .english,
        failures: .english)
}
