internal import Reporting

/// Everything this command says. One instance a language, in a file of its own; the compiler asks for all.
struct Texts: Sendable {
    let language: Language
    let failures: FailureTexts
    let gateway: GatewayTexts
    let setUp: SetUpTexts
    let exchange: ExchangeTexts
    let cases: CaseTexts
    let log: LogTexts
    let page: PageTexts
    let desk: DeskTexts
    let recovery: RecoveryTexts
    let referral: ReferralTexts
    let life: LifeTexts

    static func of(_ language: Language) -> Texts {
        switch language {
        case .nl: .dutch
        case .en: .english
        }
    }
}

/// An `error:` line and, if there is more to say, a `hint:` line.
struct Sentence: Sendable {
    let message: String
    let hint: String?

    init(_ message: String, hint: String? = nil) {
        self.message = message
        self.hint = hint
    }
}
