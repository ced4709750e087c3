/// What keeps a case from being referred, or a sketch of it from being handed over. Nothing is lost by any.
package enum ReferralFault: Error, Equatable {
    /// Nothing can be sealed to this colleague: she is not offered to reporters, or has no key.
    case cannotReceive(id: String)
    /// The reporter has not agreed to what was asked, or has taken it back.
    case noConsent
    /// This case is being referred already.
    case beingReferred
    /// There is no referral of this case, or it is on its way.
    case noReferral
    /// Nothing was chosen that goes along.
    case nothingGoesAlong
    /// It needs more envelopes than a referral may have.
    case tooMuchGoesAlong
    /// What is handed to a professional is to be seen by the reporter first.
    case notSeenByReporter
    /// The message chosen as a yes came before the sketch was shown, or is not the reporter's.
    case noAnswerToSketch
}
