internal import Gateway
internal import PageRelease

extension GatewayTexts {
    /// About the page and what stands beside the configuration for it.
    struct PageTexts: Sendable {
        let folder: @Sendable (_ fault: PageFolder.Fault) -> Words
        let ownTexts: @Sendable (_ fault: OwnTexts.Fault) -> Words
    }
}
