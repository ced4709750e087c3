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
    func takeCollector(_ form: FormBody) throws -> Response {
        let stick = try place("stick", form)
        guard let carried = CollectorFolder.allCarried(on: stick).first else {
            throw Problem("carry-none", inert(stick))
        }
        let one = freeDesk(for: carried)
        try CollectorFolder.move(carried, to: one.collector)
        return house.pages.redirect(to: "\(house.door.root)\(one.path)/collector?taken")
    }

    /// The main place, or for a further organisation one of its name or of a number.
    private func freeDesk(for carried: String) -> OrganisationDesk {
        let main = house.organisations.main
        guard main.online.isHere else { return main }
        let mark = CollectorFolder.carriedName + "-"
        let name = carried.split(separator: "/").last.map { String($0.dropFirst(mark.count)) }
        let names = [name ?? ""] + (2...).lazy.prefix(1_000).map { "organisation-\($0)" }
        return names.lazy.compactMap { self.house.organisations.named($0) }
            .first { !$0.online.isHere } ?? main
    }
}
