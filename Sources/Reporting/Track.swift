/// What the reporter wants of it, as a code: each track has its own clock on the counsellor's side.
public enum Track: String, Sendable, Hashable, CaseIterable {
    /// To talk or to ask: nothing further is started.
    case conversation
    /// A complaint, for the organisation's complaint rules.
    case complaint
    /// A report of wrongdoing under the Wet bescherming klokkenluiders.
    case wbk
}
