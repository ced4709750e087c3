package import Reporting

/// Why a gateway did not do what was asked.
package enum GatewayError: Error, Equatable {
    /// Not `https://host` or `http://host`, with or without a port.
    case invalidAddress
    /// `http://` to anything but this machine or an onion address.
    case insecureAddress
    /// Not `socks5://host:port`.
    case invalidProxy
    /// An onion address, and no proxy to Tor.
    case onionNeedsProxy
    /// No connection, or no whole answer to a question.
    ///
    /// Nothing was changed there.
    case unreachable
    /// Nothing that is a SOCKS5 proxy answers where one was said to be.
    ///
    /// Nothing was sent.
    case proxyUnreachable(address: String)
    /// No secure connection: its certificate is not one this machine trusts for its name.
    ///
    /// Nothing was sent.
    case insecureConnection
    /// It answered with another status than 200.
    case refused(status: Int)
    /// It is busy, and takes this only with the work that it asks. Posting a report does that work.
    case workAsked(WorkDemand)
    /// It did not show what it must show to everyone who asks.
    case withheld
    /// Something was sent and no answer came: it may have been accepted.
    ///
    /// Sending it again is safe.
    case uncertain
    /// An answer larger than it can be, in bytes.
    case tooLarge(limit: Int)
    /// An answer of another form than agreed.
    case malformedAnswer
    /// A promise that does not prove the envelope was accepted: it may have been.
    case notTrusted(PromiseProblem)
}
