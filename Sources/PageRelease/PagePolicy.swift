/// What the page's files are served with, and what a browser may do with them.
package enum PagePolicy {
    /// The `Content-Security-Policy` of the page's files, to the letter.
    ///
    /// Nothing from elsewhere, nothing inline; one Trusted Types policy, `worker`, may exist, because a browser takes the
    /// address of a worker only from one.
    package static let text = """
        default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
        connect-src 'self'; worker-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'; \
        require-trusted-types-for 'script'; trusted-types worker
        """

    /// The policy of everything else that a gateway answers.
    package static let ofOthers = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'"
}
