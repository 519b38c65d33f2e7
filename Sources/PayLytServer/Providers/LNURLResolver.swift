import FoundationEssentials
import Lightning
import PayLytHTTP

/// Asks a Lightning address's own service for an invoice (LUD-16, LUD-06).
struct LNURLResolver: Sendable {
  /// Users say whom it asks, so it reaches public addresses only.
  let http: HTTPClient
  /// Asks this machine's own services, without TLS: for the simulator only, else nil.
  let loopback: HTTPClient?
  let clock: any Clock
  let network: Network

  /// An invoice over exactly `amountMsat` that commits to the metadata the service showed.
  ///
  /// - Throws: `.refused` when the service says no or its answer breaks the rules, `.unavailable`
  ///   when it does not answer.
  func resolve(
    _ address: LightningAddress, amountMsat: Int64
  ) async throws(ProviderError) -> BOLT11Invoice {
    let scheme = address.isLoopback && loopback != nil ? "http" : "https"
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
    guard let http = client(for: url) else { throw Self.notPublic }
    var request = HTTPRequest("GET", url, headers: ["Accept": "application/json"])
    request.timeout = ProviderLimits.strangerTimeout
    request.responseBytesMax = ProviderLimits.responseBytesMax
    let response: HTTPResponse
    ProviderTrace.current?.sent()
    do throws(HTTPClientError) {
      response = try await http.send(request)
      ProviderTrace.current?.answered("HTTP \(response.status)")
    } catch {
      ProviderTrace.current?.lost("\(error)")
      // A name that leads into a network of our own does not get better by asking again.
      guard error != .privateAddress else { throw Self.notPublic }
      guard error != .unknownHost else { throw .unknownDomain }
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
    // It may answer later: RFC 9110 §15.5.9, RFC 8470 §5.2, RFC 6585 §4.
    case 408, 425, 429:
      throw .unavailable(reason: "the address's service answered \(response.status)")
    case 300...499: throw .refused(reason: "the address's service does not speak LNURL")
    default: throw .unavailable(reason: "the address's service answered \(response.status)")
    }
    guard let answer = try? decoder.decode(Answer.self, from: Data(response.body)) else {
      throw .refused(reason: "the address's service does not speak LNURL")
    }
    return answer
  }

  private static let notPublic = ProviderError.refused(
    reason: "the address's service is not at a public https place")

  /// Who may ask there; nil when nobody may.
  ///
  /// Whoever enters an address must not make this server call machines of its own network: names
  /// only, with a dot and a top level that is no number, TLS, and a port that is not one of the
  /// system's other services. Where a name leads is looked at when it is connected to. This machine
  /// itself is for tests.
  private func client(for url: String) -> HTTPClient? {
    let parts = url.split(separator: "://", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let authority = parts[1].prefix { !"/?#\\".contains($0) }
    // A user part would make this reading differ from libcurl's.
    guard let place = try? LightningAddress("x@" + authority) else { return nil }
    switch parts[0] {
    case "https":
      let top = place.host.split(separator: ".").last ?? ""
      let isName =
        place.host.contains(".") && top.contains { $0.isLetter }
        && !place.isLoopback && !place.host.hasSuffix(".localhost")
      return isName && Self.isOpen(place.port ?? 443) ? http : nil
    case "http": return place.isLoopback ? loopback : nil
    default: return nil
    }
  }

  /// Below 1024 are the services of machines, not of people who take payments.
  private static func isOpen(_ port: UInt16) -> Bool { port == 443 || port > 1023 }

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
