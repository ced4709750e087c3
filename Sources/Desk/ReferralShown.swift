internal import Casework
internal import Hummingbird
internal import Reporting
internal import Terminal
internal import TransparencyLog

// What a case screen says of referrals: from colleagues, and her own.
extension Visit {
    /// A colleague's words, never shown as the reporter's.
    func referred(_ received: ReceivedMessage, _ referral: ReceivedReferral) -> [String: Any] {
        var alarms: [String] = []
        if !received.isAuthentic { alarms.append(texts["referral-notAuthentic"]) }
        if referral.hasOtherReplyTo { alarms.append(texts["referral-otherReplyTo"]) }
        let part =
            referral.parts == 1 ? "" : texts("referral-part", referral.part, referral.parts) + " · "
        return [
            "who": received.isAuthentic
                ? texts("referral-from", inert(referral.name)) : texts["referral-fromNobody"],
            "day": words(of: received.day), "isReceived": true,
            "kind": part + texts["referral-because-\(referral.reason.rawValue)"],
            "others": false, "alarms": alarms.map { ["text": $0] },
            "body": inert(received.body, lines: true), "hasBody": !received.body.isEmpty,
            "isNew": !received.isSeen, "lookAlikes": lookAlikes(in: received.body),
        ]
    }

    /// What is shown of a case about her that is on its way to a colleague, whatever was asked: nothing of it. She may
    /// take it back.
    func handedAway() async throws -> Response? {
        guard path.first == "cases", path.count > 1, path.last != "refer-back",
            let number = Int(path[1]),
            let referral = try? await desk.safe.use({
                try $0.isHandedAway(number) ? try $0.referrals(of: number).last : nil
            })
        else { return nil }
        return screen(
            "handed-away",
            [
                "number": number, "title": texts("case", number),
                "canTakeBack": referral.isHere,
                "about": texts("referral-sent", inert(referral.name), words(of: referral.day)),
            ])
    }

    /// How far an answer is, and what it says of a referral.
    func kind(of written: WrittenReply) -> String {
        let state = texts["state-\(written.state.rawValue)"]
        let parts = written.kind.split(separator: " ")
        guard parts.count == 2 else { return state }
        return texts("referral-kind-\(parts[0])", inert(String(parts[1]))) + " · " + state
    }

    /// What is to be known before anything is done with this case.
    func referralBoxes(
        _ overview: CaseOverview, _ file: CaseFile, _ own: OutgoingReferral?, _ giver: String?
    ) -> [[String: Any]] {
        var boxes: [(text: String, isWarning: Bool)] = []
        if let own, overview.referral != nil {
            let (name, day) = (inert(own.name), words(of: own.day))
            switch own.state {
            case .asked:
                boxes.append(
                    (texts(own.isAgreed ? "referral-agreed" : "referral-asked", name, day), false))
            case .sent: boxes.append((texts("referral-sent", name, day), true))
            case .posted: boxes.append((texts("referral-posted", name, day), false))
            }
        } else if let own, own.state == .posted {
            boxes.append((texts("referral-wasPosted", inert(own.name), words(of: own.day)), true))
        }
        let referred = file.received.filter { $0.isAuthentic && $0.referral != nil }
        let hasWritten = file.received.contains { $0.isAuthentic && $0.referral == nil }
        if let giver { boxes.append((texts("referral-address", inert(giver)), true)) }
        if !hasWritten, referred.contains(where: { $0.referral?.reason == .consent }) {
            boxes.append((texts["referral-consentNotHere"], true))
        }
        return boxes.map { ["text": $0.text, "isWarning": $0.isWarning] }
    }
}

extension Texts {
    func explain(_ fault: ReferralFault) -> String {
        switch fault {
        case .cannotReceive: self["referral-cannotReceive"]
        case .noConsent: self["referral-noConsent"]
        case .beingReferred: self["referral-beingReferred"]
        case .noReferral: self["referral-noReferral"]
        case .nothingGoesAlong: self["referral-nothingGoesAlong"]
        case .tooMuchGoesAlong: self["referral-tooMuch"]
        case .notSeenByReporter: self["sketch-notSeen"]
        case .noAnswerToSketch: self["sketch-noAnswer"]
        }
    }
}
