internal import Reporting
internal import TransparencyLog

extension Operations {
    /// link, notes, day, days, checkpoint, tiles, old code, new code, readers' identifiers with spaces,
    /// language, text → tag ‖ envelope of a first report under the new code that goes on with the old.
    ///
    /// Costs two Argon2id of 64 MiB, one after the other.
    static func move(_ fields: inout Fields) throws(PageFault) -> [UInt8] {
        let context = try Context(&fields)
        let log = try ServedLog(&fields, context)
        let old = try fields.nextCode()
        let new = try fields.nextCode()
        let addressed = try fields.nextIdentifiers()
        let language = try fields.nextOptional { Language(rawValue: $0) }
        let body = Report.normalized(try fields.nextText())
        try fields.finish()
        guard let view = log.view else { throw .notProven(log.problem) }
        let readers = try context.readers(addressed, view)
        let oldKeys = try context.keys(old)
        let newKeys = try context.keys(new)
        do throws(ReportingError) {
            var report = try Report(
                moving: oldKeys, to: newKeys, readers: readers, body: body)
            report.language = language
            return try report.sealed(from: newKeys, to: readers).posted
        } catch { throw .notSealable(error) }
    }
}
