internal import DurableFiles
package import TransparencyLog

/// What keeps the counsellor's own files from doing what was asked. Nothing is lost by any of these.
package enum CaseworkError: Error, Equatable {
    /// No offline home at this path: `counsellor init` makes one.
    case noHome(path: String)
    /// A home is there already, and is not written over.
    case homeExists(path: String)
    /// Some files of a home are there, and this one is not: neither opened nor written over.
    case incompleteHome(missing: String)
    /// A backup can't go here: it is a home in use, or holds what is not an earlier backup of this home.
    case notOwnBackup(path: String)
    /// The passphrase is not the one of the vault.
    case wrongPassphrase
    /// A file of the counsellor's own was cut off or altered, or belongs to another home.
    case damaged(file: String)
    /// A file of the online folder was cut off, altered or lost.
    case damagedCollector(file: String)
    /// The vault was written by a later version.
    case newerVersion(file: String)
    /// The folder is no mirror: `counsellor fetch` makes one.
    case noMirror(path: String)
    /// A file of the mirror was cut off or altered: fetch again.
    case damagedMirror(file: String)
    /// A second roster with a serial that was already used for another text.
    case rosterFork(serial: Int)
    /// The roster doesn't name this counsellor.
    case notInRoster(id: String)
    /// The roster names this counsellor, but with a key that isn't hers.
    case foreignKeys(id: String)
    /// The mirror, or this machine earlier, knew of a day that its clock has not reached.
    case clockBehind(known: Day, today: Day)
    /// The clock is so far after the last day this machine knew of that it may be wrong.
    case clockAhead(known: Day, today: Day)
    /// The gateway promised on this day to log what was posted, and has closed the day without it.
    case promiseBroken(file: String, day: Day)
    /// No case of this number.
    case unknownCase(number: Int)
    /// Nothing in this case is certain to come from the reporter, so nothing can be sealed to them.
    case noAuthenticReport(number: Int)
    /// The text is too long by so many characters.
    case tooLong(characters: Int)
    /// The text is empty.
    case emptyText
    /// The text has a control character that a message can't hold.
    case controlCharacter
    /// She can't ask to share a case with herself.
    case referralToHerself(id: String)
    /// What keeps a case from being referred, or its sketch from going out.
    case referral(ReferralFault)
    /// These cases go on with this one under a new code: who has seen the old one would read the reply.
    case movedOn(number: Int, to: [Int])
    /// All thousand reply numbers of this conversation are used.
    case conversationFull(number: Int)
    /// After a restore the mirror must be imported before a reply can be numbered.
    case importFirst
    /// A backup folder or file lacks something, or is of another home.
    case notABackup(path: String)
    /// The folder has nothing of an outbox.
    case noOutbox(path: String)
    /// The folder holds other files of ours, or is the root of all: nothing is put there.
    case notForThis(path: String)
    /// A file in the outbox is not one this program wrote, or was cut off.
    case damagedOutbox(file: String)
    /// The outbox holds what another counsellor wrote.
    case otherOutbox(path: String, owner: String, id: String)
    /// The disk was full before the outbox was whole: fill it again.
    case incompleteOutbox(path: String)
    /// A newer outbox was taken here already: this one's place is taken.
    case olderOutbox
    /// The enrolment file can't be used.
    case badEnrolment(path: String)
    /// The organisation folder lacks a file or holds one that is wrong.
    case badOrganisation(file: String)
    /// The key that was given is none of the organisation's.
    case notAnOrganisationKey(name: String)
    /// A counsellor of this id is in the roster already.
    case alreadyInRoster(id: String)
    /// What keeps a case from going on as was asked.
    case life(LifeFault)
    /// A name or another way to reach her has characters that can't stand in the list.
    case notPlain
    /// Nothing was changed since the roster was completed.
    case nothingToSign
}
