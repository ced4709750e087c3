internal import Reporting
internal import TransparencyLog

extension Operations {
    /// link, notes, day, days, checkpoint, tiles, months of replies, code → how far each message came, the
    /// answers, and what is wrong. Answers are opened also where the log can't be believed.
    static func check(_ fields: inout Fields) throws(PageFault) -> [UInt8] {
        let context = try Context(&fields)
        let log = try ServedLog(&fields, context)
        var replies: [ReplyRecord] = []
        for (month, bytes) in try fields.nextResources() {
            guard let records = ReplyRecord.records(bytes) else { throw .malformedMonth(month) }
            replies += records
        }
        let code = try fields.nextCode()
        try fields.finish()
        let keys = try context.keys(code)
        let organisation = context.organisation
        let conversation = Conversation(keys, organisation, replies: replies)
        let status = log.view.map {
            Status($0, keys, conversation, organisation, today: context.today)
        }
        let alarms =
            conversation.alarms.map { json("notAuthentic", $0.counsellor) }
            + (status?.alarms.map { json($0) } ?? [])
        let people = conversation.people(organisation.roster)
        return JSON.object([
            ("messages", .list(status.map { messages($0, organisation) } ?? [])),
            ("answers", .list(conversation.answers.map { json($0) })),
            ("alarms", .list(alarms)),
            (
                "people",
                .list(people.map { person($0, organisation) })
            ),
            ("former", .list(status?.formerAnswers.map { person($0, organisation) } ?? [])),
            (
                "departed",
                .list(status?.departed(organisation).map { .text($0.name) } ?? [])
            ),
            ("openReferral", conversation.openReferral.map { referral($0) } ?? .null),
            ("correspondents", .list(conversation.correspondents.map { .text($0) })),
            ("isClosed", .bool(conversation.isClosed)),
            ("problem", log.json),
        ]).bytes
    }

    private static func person(_ one: Roster.Counsellor, _ organisation: Organisation) -> JSON {
        .object([
            ("id", .text(one.id)), ("name", .text(one.name)),
            ("gone", .bool(organisation.roster.counsellor(one.id) == nil)),
        ])
    }

    private static func messages(_ status: Status, _ organisation: Organisation) -> [JSON] {
        status.messages.map { message in
            let rows = status.standings(of: message).map { counsellor, standing in
                let (name, day) = words(standing)
                return JSON.object([
                    ("id", .text(counsellor.id)), ("standing", .text(name)), ("day", JSON(day)),
                    ("answerBy", JSON(organisation.lookAgain([counsellor], after: message.day))),
                ])
            }
            return .object([("day", JSON(message.day)), ("rows", .list(rows))])
        }
    }

    private static func words(_ standing: Standing) -> (name: String, day: Day?) {
        switch standing {
        case .logged: ("logged", nil)
        case .fetched(let day): ("fetched", day)
        case .inHands(let day): ("inHands", day)
        case .answered(let day): ("answered", day)
        case .closed(let day): ("closed", day)
        }
    }

    private static func json(_ answer: Conversation.Answer) -> JSON {
        let reply = answer.reply
        let (kind, to): (String, String?) =
            switch reply.kind {
            case .answer: ("answer", nil)
            case .askReferral(let id): ("askReferral", id)
            case .referred(let id): ("referred", id)
            case .closed: ("closed", nil)
            }
        return .object([
            ("id", .text(answer.counsellor.id)),
            ("name", .text(answer.counsellor.name)),
            ("day", JSON(reply.day)),
            ("number", .number(reply.number)),
            ("kind", .text(kind)),
            ("to", JSON(to)),
            ("body", .text(reply.body)),
        ])
    }

    private static func referral(_ open: (asking: Conversation.Answer, to: String)) -> JSON {
        .object([
            ("id", .text(open.asking.counsellor.id)),
            ("number", .number(open.asking.reply.number)),
            ("to", .text(open.to)),
        ])
    }

    private static func json(_ alarm: LogAlarm) -> JSON {
        switch alarm {
        case .notConfirmed(let who, let day, let last):
            json("notConfirmed", who, day: day, last: last)
        case .confirmationHidden(let who, let day): json("confirmationHidden", who, day: day)
        case .answerWithheld(let who, _, let day): json("answerWithheld", who, day: day)
        case .answerReplaced(let who, _, let day): json("answerReplaced", who, day: day)
        case .splitView(let who, _, let day): json("splitView", who, day: day)
        case .claimed(let who): json("claimed", who)
        }
    }

    /// Every alarm has the same members, null where they say nothing.
    private static func json(
        _ kind: String, _ who: Roster.Counsellor, day: Day? = nil, last: Day? = nil
    ) -> JSON {
        .object([
            ("kind", .text(kind)),
            ("id", .text(who.id)),
            ("day", JSON(day)),
            ("last", JSON(last)),
        ])
    }
}
