internal import Casework
internal import Hummingbird
internal import Terminal

// The part that goes online on its way to another computer, by a stick.
extension Visit {
    /// Puts the collector's folder on a stick. It is here no more then.
    func carryCollector(_ form: FormBody) async throws -> Response {
        try await desk.safe.use { _ in }
        do {
            let target = CollectorFolder.carried(on: try place("stick", form), name: desk.name)
            do { try CollectorFolder.move(desk.collector, to: target) } catch CaseworkError
                .homeExists
            {
                throw Problem("carry-taken-before", inert(target))
            }
            return try await firstStepsScreen(said: texts("carry-done", inert(target)))
        } catch let fault where Self.isTold(fault) {
            return try await firstStepsScreen(problem: texts.explain(fault))
        }
    }

    /// Takes from a stick what was put on it: the window of the computer that goes online is then there.
    func takeCollector(_ form: FormBody) async throws -> Response {
        let stick = try place("stick", form)
        guard let carried = CollectorFolder.allCarried(on: stick).first else {
            throw Problem("carry-none", inert(stick))
        }
        let one = try await desk(for: carried)
        try CollectorFolder.move(carried, to: one.collector)
        let screen = one.isThere ? "exchange" : "collector"
        return house.pages.redirect(to: "\(house.door.root)\(one.path)/\(screen)?taken")
    }

    /// Right after the folder came from a stick: whose it is.
    var taken: String? {
        guard query.has("taken") else { return nil }
        return texts("carry-taken", inert(desk.online.host ?? ""))
    }

    /// Beside the vault that it belongs to; else where there is none: in the main place, or for a further organisation
    /// in one of its name or of a number. Throws `Problem` as long as a locked vault may be the one.
    private func desk(for carried: String) async throws -> OrganisationDesk {
        for one in house.organisations.all() where !one.online.isHere {
            let isIts: Bool
            do { isIts = try await one.safe.use { try $0.owns(collector: carried) } } catch is Safe
                .Locked
            { throw Problem("carry-unlockFirst") }
            if isIts { return one }
        }
        let mark = CollectorFolder.carriedName + "-"
        let name = carried.split(separator: "/").last.map { String($0.dropFirst(mark.count)) }
        let names = [name ?? ""] + (2...).lazy.prefix(1_000).map { "organisation-\($0)" }
        let main = house.organisations.main
        let free = names.lazy.compactMap { self.house.organisations.named($0) }
            .first { !$0.online.isHere && !$0.isThere }
        return main.online.isHere || main.isThere ? free ?? main : main
    }
}
