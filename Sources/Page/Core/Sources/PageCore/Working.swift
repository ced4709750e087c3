internal import Reporting

extension Operations {
    /// tag ‖ envelope, what the gateway asks → the work that goes with it. It takes seconds.
    static func work(_ fields: inout Fields) throws(PageFault) -> [UInt8] {
        let posted = try fields.next()
        let asked = try fields.next()
        try fields.finish()
        let demand: WorkDemand
        do throws(ReportingError) { demand = try WorkDemand(parsing: asked) } catch {
            throw .malformedInput
        }
        do throws(ReportingError) {
            return JSON.object([("work", JSON(try demand.work(for: posted)?.text))]).bytes
        } catch { throw .notSealable(error) }
    }
}
