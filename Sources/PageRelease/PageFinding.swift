/// What is wrong with a page as it was served.
package enum PageFinding: Sendable, Equatable {
    /// Nothing that is signed as a manifest is served; `status` of the answer.
    case noManifest(status: Int)
    /// The manifest is not one that the release key signed.
    case manifest(PageManifest.Fault)
    /// Other bytes than the release has.
    case altered(PagePath)
    /// A file of the release is not served; `status` of the answer, also of a redirection.
    case missing(PagePath, status: Int)
    /// The page refers to a file, and it is served, that the release doesn't have.
    case unlisted(PagePath)
    /// The file is served with another header than a gateway gives it, or one it never gives.
    case header(PagePath, name: String)
    /// The file is compressed in a way that was not asked for or can't be read here.
    case compressed(PagePath, coding: String)
}
