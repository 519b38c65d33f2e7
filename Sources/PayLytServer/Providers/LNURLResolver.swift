import FoundationEssentials
import Lightning
import PayLytHTTP

/// Asks a Lightning address's own service for an invoice (LUD-16, LUD-06).
struct LNURLResolver: Sendable {
  let http: HTTPClient
  let clock: any Clock
  /// Whether this machine's own services may be asked without TLS: for the simulator only.
  let allowsLoopbackHTTP: Bool
  let network: Network

  /// An invoice over exactly `amountMsat` that commits to the metadata the service showed.
  ///
  /// - Throws: `.refused` when the service says no or its answer breaks the rules, `.unavailable`
  ///   when it does not answer.
  func resolve(
    _ address: LightningAddress, amountMsat: Int64
  ) async throws(ProviderError) -> BOLT11Invoice {
    let scheme = address.isLoopback && allowsLoopbackHTTP ? "http" : "https"
    let url = address.payRequestURL(scheme: scheme)
    let request = try await fetch(url, as: LNURLPayRequest.self)
    let invoiceURL: String
    do {
      invoiceURL = try request.invoiceURL(amountMsat: amountMsat)
    } catch {
      throw refusal(error)
    }
    let answer = try await fetch(invoiceURL, as: LNURLPayInvoice.self)
    let invoice: BOLT11Invoice
    do {
      invoice = try request.checkedInvoice(answer.pr, amountMsat: amountMsat)
    } catch {
      throw refusal(error)
    }
    guard invoice.network == network else {
      throw .refused(reason: "the address's invoice is for another network")
    }
    guard !invoice.isExpired(at: clock.now().seconds) else {
      throw .refused(reason: "the address's service sent an expired invoice")
    }
    return invoice
  }

  private func fetch<Answer: Decodable>(
    _ url: String, as _: Answer.Type
  ) async throws(ProviderError) -> Answer {
    guard isAllowed(url) else {
      throw .refused(reason: "the address's service is not at a public https place")
    }
    var request = HTTPRequest("GET", url, headers: ["Accept": "application/json"])
    request.timeout = ProviderLimits.timeout
    request.responseBytesMax = ProviderLimits.responseBytesMax
    let response: HTTPResponse
    ProviderTrace.current?.sent()
    do throws(HTTPClientError) {
      response = try await http.send(request)
      ProviderTrace.current?.answered("HTTP \(response.status)")
    } catch {
      ProviderTrace.current?.lost("\(error)")
      throw .unavailable(reason: "the address's service did not answer: \(error)")
    }
    let decoder = JSONDecoder()
    if let refusal = try? decoder.decode(LNURLRefusal.self, from: Data(response.body)),
      refusal.status.uppercased() == LNURLRefusal.statusValue
    {
      let said = refusal.reason.prefix(ProviderLimits.lnurlReasonCharactersMax)
      throw .refused(reason: "the address's service says: \(said)")
    }
    switch response.status {
    case 200...299: break
    case 404, 410: throw .refused(reason: "the address's service knows no such user")
    default: throw .unavailable(reason: "the address's service answered \(response.status)")
    }
    guard let answer = try? decoder.decode(Answer.self, from: Data(response.body)) else {
      throw .refused(reason: "the address's service does not speak LNURL")
    }
    return answer
  }

  /// Whoever enters an address must not make this server call machines of its own network: names
  /// only, with a dot and a top level that is no number, and TLS. This machine itself is for tests.
  private func isAllowed(_ url: String) -> Bool {
    let parts = url.split(separator: "://", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return false }
    let authority = parts[1].prefix { !"/?#\\".contains($0) }
    // A user part would make this reading differ from libcurl's.
    guard let place = try? LightningAddress("x@" + authority) else { return false }
    switch parts[0] {
    case "https":
      let top = place.host.split(separator: ".").last ?? ""
      return place.host.contains(".") && top.contains { $0.isLetter }
        && !place.isLoopback && !place.host.hasSuffix(".localhost")
    case "http": return place.isLoopback && allowsLoopbackHTTP
    default: return false
    }
  }

  private func refusal(_ error: LNURLPayError) -> ProviderError {
    switch error {
    case .wrongTag, .invalidBounds:
      .refused(reason: "the address's service does not speak LNURL-pay")
    case .amountOutOfBounds(let min, let max):
      .refused(reason: "the address takes \(min) to \(max) msat")
    case .invoiceUnreadable: .refused(reason: "the address's service sent no readable invoice")
    case .wrongAmount: .refused(reason: "the address's service asks for another amount")
    case .wrongDescriptionHash:
      .refused(reason: "the address's invoice does not commit to what its service showed")
    }
  }
}
