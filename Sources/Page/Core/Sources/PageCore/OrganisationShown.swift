internal import Reporting
internal import TransparencyLog

extension Operations {
    /// link, notes, day, days, checkpoint, tiles → who the counsellors are, when they read, who can be
    /// written to; and what is wrong with the log.
    static func organisation(_ fields: inout Fields) throws(PageFault) -> [UInt8] {
        let context = try Context(&fields)
        let log = try ServedLog(&fields, context)
        try fields.finish()
        let roster = context.organisation.roster
        return JSON.object([
            ("name", .text(roster.organisation)),
            ("keys", .number(context.anchor.keys.count)),
            ("signers", .number(roster.roots.count)),
            ("expires", JSON(roster.expires)),
            ("retentionMonths", .number(roster.retentionMonths)),
            ("bodyBytes", .number(Report.surelyFits(roster))),
            ("problem", log.json),
            ("counsellors", .list(context.counsellors(log.view))),
        ]).bytes
    }
}

extension Context {
    /// As people are to see them.
    fileprivate func counsellors(_ log: LogView?) -> [JSON] {
        let offered = log.map { organisation.readers(in: today.month, log: $0) } ?? []
        return organisation.roster.counsellors.map { one in
            let obstacle = organisation.obstacle(to: one, in: today.month, offered: offered)
            let isNew = one.isNew(on: today)
            let wasThere = organisation.knewBefore(one)
            let silent = log.flatMap { Confirmations(of: one, in: $0).silentSince(today: today) }
            return .object([
                ("id", .text(one.id)),
                ("name", .text(one.name)),
                ("role", .text(one.role.rawValue)),
                ("languages", .list(one.languages.map { .text($0.rawValue) })),
                ("ways", .list(one.ways.map { .text($0) })),
                ("since", JSON(one.since)),
                ("isNew", .bool(isNew && !wasThere)),
                ("keyIsNew", .bool(isNew && wasThere)),
                ("offered", .bool(log != nil && obstacle == nil)),
                ("why", why(obstacle, log)),
                ("silentSince", JSON(silent)),
                ("hours", hours(of: one)),
                ("answerBy", JSON(organisation.lookAgain([one], after: today))),
            ])
        }
    }

    private func why(_ obstacle: ReaderObstacle?, _ log: LogView?) -> JSON {
        switch obstacle {
        case .noKey: .text("noKey")
        case .notConfirmed: .text(log == nil ? "noLog" : "notConfirmed")
        case nil: .null
        }
    }

    /// As she signed them; days of the week from 1, Monday.
    private func hours(of counsellor: Roster.Counsellor) -> JSON {
        guard let hours = organisation.hours(of: counsellor.id) else { return .null }
        var absences: [JSON] = []
        if let absence = hours.absence(from: today) {
            absences.append(
                .object([
                    ("from", JSON(absence.lowerBound)),
                    ("to", JSON(absence.upperBound)),
                    ("replacement", JSON(hours.replacement)),
                ]))
        }
        return .object([
            ("reads", .list(hours.reads.map { .number($0 + 1) })),
            ("absences", .list(absences)),
            ("phone", JSON(hours.phone)),
            ("remark", JSON(hours.remark)),
            ("issued", JSON(hours.day)),
            ("isOld", .bool(hours.isOld(on: today))),
        ])
    }
}
