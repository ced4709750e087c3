/// Who the counsellors are, when they read, other ways, help lines.
struct OrganisationTexts: Sendable {
    let heading: @Sendable (_ organisation: String) -> String
    let whatTheyDo: String
    let oneSignature: String
    /// The list has two signatures, and the link names one.
    let oneInLink: String
    let speaks: @Sendable (_ languages: String) -> String
    let reads: @Sendable (_ days: String) -> String
    let readsUnknown: String
    let absent: @Sendable (_ first: String, _ last: String) -> String
    let replacedBy: @Sendable (_ name: String) -> String
    let phone: @Sendable (_ number: String) -> String
    let remark: @Sendable (_ text: String) -> String
    let old: @Sendable (_ day: String, _ age: Int) -> String
    let way: @Sendable (_ text: String) -> String
    let new: @Sendable (_ since: String) -> String
    let silent: @Sendable (_ since: String) -> String
    let notThisMonth: String
    let notConfirmed: String
    /// After both, where there is a way to.
    let call: String
    let helpLines: String
    let helpAsOf: @Sendable (_ day: String) -> String
    let helpOld: String
    let phoneBill: String
    let validUntil: @Sendable (_ day: String) -> String
}
