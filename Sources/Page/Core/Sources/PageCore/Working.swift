import CPageHost
internal import Reporting

extension Operations {
    /// tag ‖ envelope, what the gateway asks → the work that goes with it. It takes seconds; each
    /// try is a step.
    static func work(_ fields: inout Fields) throws(PageFault) -> [UInt8] {
        let posted = try fields.next()
        let asked = try fields.next()
        try fields.finish()
        let demand: WorkDemand
        do throws(ReportingError) { demand = try WorkDemand(parsing: asked) } catch {
            throw .malformedInput
        }
        do throws(ReportingError) {
            let work = try demand.work(for: posted) { host_step() }
            return JSON.object([("work", JSON(work?.text))]).bytes
        } catch { throw .notSealable(error) }
    }
}
