internal import Casework
internal import Hummingbird
internal import Reporting
internal import Terminal
internal import TransparencyLog

// The parts of the case screen besides the conversation.
extension Visit {
    /// What the templates `case-details`, `case-life` and `case-unanswerable` show.
    func lifeValues(_ life: LifeOfCase) -> [String: Any] {
        let summary = life.overview.summary
        var values: [String: Any] = [
            "caseNumber": summary.number, "isPractice": summary.isPractice,
            "sortedAs": summary.sorted.map { texts["life-sortedAs-\($0.rawValue)"] } ?? false,
            "isSorted": summary.sorted != nil, "isThreat": summary.sorted == .threat,
            "route": texts["life-route-\(summary.route.rawValue)"],
            "isSpoken": summary.route != .digital,
            "needsCode": summary.route != .digital && !summary.hasCode,
            "partOf": summary.partOf.map { link(to: $0) } ?? false,
            "origin": life.origin.map { link(to: $0) } ?? false,
            "closedOn": summary.closed.map { texts("life-closedOn", words(of: $0)) } ?? false,
            "isOpenCase": !summary.isClosed, "todayText": today.text,
            "events": life.timeline.map {
                ["day": words(of: $0.day), "text": sentence($0)]
            },
        ]
        values.merge(details(life)) { $1 }
        values.merge(afterClosing(life)) { $1 }
        values.merge(joining(life)) { $1 }
        values["account"] =
            life.account.map {
                [
                    "body": $0.body,
                    "state": texts("life-account-\($0.state.rawValue)", words(of: $0.day)),
                    "canAsk": summary.hasCode,
                ] as [String: Any]
            } ?? false
        return values
    }

    private func link(to number: Int) -> [String: Any] {
        ["number": number, "title": texts("case", number)]
    }

    private func details(_ life: LifeOfCase) -> [String: Any] {
        let summary = life.overview.summary
        let track = Track(rawValue: summary.track) ?? .conversation
        let known = Category(rawValue: summary.category)
        // A code of a newer reporter stays what it is until she chooses another.
        let kept = known.isKnown || summary.category.isEmpty ? [] : [known]
        return [
            "categories": choices(
                [("", texts["life-noCategory"])]
                    + (Category.all + kept).map { ($0.rawValue, $0.name(in: language)) },
                chosen: summary.category),
            "outcomes": choices(
                [("", texts["life-noOutcome"])]
                    + CaseOutcome.allCases.map {
                        ($0.rawValue, texts["life-outcome-\($0.rawValue)"])
                    },
                chosen: life.overview.outcome),
            "steps": choices(
                track.milestones.map { ($0, texts["life-step-\($0)"]) }, chosen: ""),
            "milestones": life.milestones.map {
                [
                    "step": $0.step, "title": texts["life-step-\($0.step)"],
                    "day": words(of: $0.day),
                ]
            },
            "hasMilestones": !life.milestones.isEmpty,
        ]
    }

    private func afterClosing(_ life: LifeOfCase) -> [String: Any] {
        [
            "checkIns": life.aftercare.map { one in
                [
                    "value": one.step.rawValue, "title": texts["life-after-\(one.step.rawValue)"],
                    "due": words(of: one.due), "isDue": one.done == nil && one.due <= today,
                    "isOpen": one.done == nil,
                    "done": one.done.map { done in
                        texts("life-done-\(done.way.rawValue)", words(of: done.day))
                            + (done.remark.isEmpty ? "" : " " + inert(done.remark, lines: true))
                    } ?? false,
                ] as [String: Any]
            },
            "hasCheckIns": !life.aftercare.isEmpty,
            "answersSince": answersSince(life) ?? false,
            "openCheckIns": choices(
                life.aftercare.filter { $0.done == nil }.map {
                    ($0.step.rawValue, texts["life-after-\($0.step.rawValue)"])
                },
                chosen: life.aftercare.last { $0.done == nil && $0.due <= today }?.step.rawValue
                    ?? ""),
            "canCheckIn": life.aftercare.contains { $0.done == nil },
            "erasure": life.erasure.map { texts("life-erasedOn", words(of: $0)) } ?? false,
            "isErasable": life.hold == nil
                && (life.erasure != nil || life.overview.summary.sorted != nil),
            "isEarly": life.erasure.map { $0 > today } ?? false,
            "hold": life.hold.map {
                [
                    "since": texts("life-heldSince", words(of: $0.day)),
                    "reason": inert($0.reason, lines: true),
                ]
            } ?? false,
        ]
    }

    /// What the reporter answered after closing; nil for nothing.
    private func answersSince(_ life: LifeOfCase) -> String? {
        let answers = life.received.filter { $0.kind == "aftercare" && $0.isAuthentic }
        guard let last = answers.last else { return nil }
        let chosen = AftercareAnswers(reading: last.body)
        return [
            texts("life-answersSince", answers.count, words(of: last.day)),
            chosen.settled.map { texts["life-settled-\($0.rawValue)"] },
            chosen.treatedBadly.map { texts["life-treated-\($0.rawValue)"] },
        ].compactMap { $0 }.joined(separator: " ")
    }

    private func joining(_ life: LifeOfCase) -> [String: Any] {
        let parts = life.parts.map { part in
            (String(part.number), texts("life-codeOf", part.number))
        }
        return [
            "isMerged": life.parts.count > 1,
            "parts": choices(parts, chosen: String(life.answered)),
            "otherParts": life.parts.dropFirst().map { link(to: $0.number) },
            "provenMerges": life.proven.filter { number in
                !life.parts.contains { $0.number == number }
            }.map { link(to: $0) },
            "splittable": life.received.count > 1
                ? life.received.map {
                    [
                        "hash": hex($0.hash), "day": words(of: $0.day),
                        "start": inert(String($0.body.prefix(80))),
                    ]
                } : [],
            "canSplit": life.received.count > 1 && !life.overview.summary.isPractice,
            "canMerge": life.overview.summary.partOf == nil
                && !life.overview.summary.isPractice,
        ]
    }

    /// A line of the timeline.
    private func sentence(_ entry: TimelineEntry) -> String {
        let (first, rest) = entry.value.firstWord
        return switch entry.kind {
        case .received: texts["life-came-\(entry.value)"]
        case .message:
            entry.value == "message"
                ? texts["life-t-message"] : texts("life-t-kind", texts["kind-\(entry.value)"])
        case .answer:
            switch first {
            case "closed": texts["life-t-closing"]
            case "ask-referral": texts["life-t-asked"]
            default: texts["life-t-answer"]
            }
        case .note: texts["life-t-note"]
        case .milestone: texts["life-step-\(entry.value)"]
        case .aftercare:
            texts("life-t-aftercare", texts["life-after-\(first)"], texts["life-way-\(rest)"])
        case .event: event(first, rest)
        }
    }

    private func event(_ kind: String, _ value: String) -> String {
        let name =
            switch kind {
            case "status": texts["status-\(value)"]
            case "track": texts.trackName(value, language)
            case "category": texts.categoryName(value, language)
            case "outcome": texts["life-outcome-\(value)"]
            case "account": texts["life-accountState-\(value)"]
            case "sorted": texts[value.isEmpty ? "life-sorted-case" : "life-sorted-\(value)"]
            default: inert(value, lines: true)
            }
        return texts("life-e-\(kind)", name)
    }
}

extension String {
    /// What stands before the first space, and what after it.
    fileprivate var firstWord: (String, String) {
        let parts = split(separator: " ", maxSplits: 1).map(String.init)
        return (parts.first ?? "", parts.count > 1 ? parts[1] : "")
    }
}

extension Visit {
    /// Of a message: by whose code it came, and that an exercise's answers go nowhere.
    func marks(of part: Int, in life: LifeOfCase) -> [String: Any] {
        var marks: [String: Any] = [
            "code": life.parts.count > 1 ? texts("life-codeOf", part) : false
        ]
        if life.overview.summary.isPractice { marks["kind"] = texts["life-practiceMark"] }
        return marks
    }
}
