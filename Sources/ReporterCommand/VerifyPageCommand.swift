internal import ArgumentParser
internal import GatewayClient
internal import PageRelease
internal import Sodium
internal import Terminal
internal import TransparencyLog

/// `reporter verify-page`: the page as a browser gets it, compared with what was released.
struct VerifyPageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify-page",
        abstract: help(
            en: "Check that a reporting point's web page is the one that was released.",
            nl: "Kijk na of de webpagina van een meldpunt de pagina is die uitgegeven is."),
        discussion: help(
            en: """
                Fetches the page as a browser would and compares every file with the list that \
                the makers signed. It sees what is given here and now: a page that lies to some \
                visitors only can't be excluded. Look again at another time and place.

                Exit status 0: the released page; 65: another one; 69: not reached.
                """,
            nl: """
                Haalt de pagina op zoals een browser dat doet en vergelijkt elk bestand met de \
                lijst die de makers hebben ondertekend. Het ziet wat hier en nu gegeven wordt: \
                dat een pagina alleen tegen sommige bezoekers liegt, is niet uit te sluiten. Kijk \
                nog eens op een andere tijd en plaats.

                Exitstatus 0: de uitgegeven pagina; 65: een andere; 69: niet bereikt.
                """))

    @Argument(
        help: ArgumentHelp(
            en:
                "The page's address, such as https://meld.example; what stands behind # is not used.",
            nl:
                "Het adres van de pagina, zoals https://meld.example; wat achter # staat telt niet.",
            value: "address"))
    var address: String

    @Option(
        help: ArgumentHelp(
            en: "The makers' public release key, or the file release.vkey that has it.",
            nl: "De openbare release-sleutel van de makers, of het bestand release.vkey.",
            value: "key"))
    var releaseKey: String

    @OptionGroup var language: LanguageOption

    @Option(
        help: ArgumentHelp(
            en:
                "Reach the page through this SOCKS5 proxy, which resolves names: Tor's is socks5://127.0.0.1:9050.",
            nl:
                "Bereik de pagina via deze SOCKS5-proxy, die ook namen opzoekt: die van Tor is socks5://127.0.0.1:9050.",
            value: "socks5://host:port"))
    var proxy: String?

    func run() async throws {
        let texts = Texts.of(.ofCommandLine)
        let console = Console(language: texts.language)
        guard let key = try? ReleaseKey.read(releaseKey) else {
            throw CommandFailure(
                texts.page.noKey(inert(releaseKey)), status: CommandFailure.Status.badInput)
        }
        let origin = String(address.prefix { $0 != "#" })
        let outcome: PageVisit.Outcome
        do throws(GatewayError) {
            let visit = try PageVisit(try GatewayAddress(origin), proxy: proxy)
            do throws(GatewayError) {
                outcome = try await visit.check(against: key)
            } catch {
                await visit.close()
                throw error
            }
            await visit.close()
        } catch {
            throw texts.failure(error, address: inert(origin))
        }
        if let hash = outcome.manifestHash {
            console.print(texts.page.list(key.name, outcome.fileCount, Hex.encode(hash)))
        }
        guard outcome.findings.isEmpty else {
            for finding in outcome.findings { console.print("  " + described(finding)) }
            throw CommandFailure(
                texts.page.different(inert(origin)), hint: texts.page.differentHint,
                status: CommandFailure.Status.badInput)
        }
        console.print(wrapped(texts.page.same))
        console.print(wrapped(texts.page.notProven))
    }
}
