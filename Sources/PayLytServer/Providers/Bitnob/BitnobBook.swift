import PayLytCrypto

/// Pages are numbers from 1, newest first. What is made between two pages moves the rest back, so
/// an entry can come twice and none is missed. The provider may give fewer to a page than it was
/// asked for: the list ends with an empty one.
extension BitnobProvider: ProviderBook {
  func entries(
    _ direction: BookEntry.Direction, from: Timestamp, to: Timestamp, page: String?
  ) async throws(ProviderError) -> BookPage {
    let number = page.flatMap(Int64.init) ?? 1
    let path =
      "/api/lightning/invoices?page=\(number)&page_size=\(ProviderLimits.bookPage)&status=paid"
      + "&direction=\(direction == .received ? "incoming" : "outgoing")"
    guard let answer = try await transport.read("GET", path, as: BitnobBookPage.self) else {
      throw .unavailable(reason: "the provider shows no list")
    }
    var entries: [BookEntry] = []
    for item in answer.invoices where item.status.lowercased() == "paid" {
      entries.append(try Self.entry(item, direction, from: from))
    }
    let oldest = from.adding(seconds: -ProviderLimits.bookAgeSeconds)
    let isPast = answer.invoices.last?.createdAt.map { $0.value < oldest } ?? false
    let isLast = isPast || answer.invoices.isEmpty
    return BookPage(entries: entries, next: isLast ? nil : "\(number + 1)")
  }

  /// What is shown without the time of its payment may have been paid at any time since it was
  /// made: it belongs to each span that begins before it would be too old.
  private static func entry(
    _ item: BitnobBookPage.Item, _ direction: BookEntry.Direction, from: Timestamp
  ) throws(ProviderError) -> BookEntry {
    let satoshis = (item.amountReceivedSat ?? item.amountSat).value
    let fee = direction == .sent ? item.feeSat?.value ?? 0 : 0
    // A thousand times the sum must still be countable.
    let countable = 0...Int64.max / 1_000_000
    guard let hash = Hex.decode(item.paymentHash), hash.count == 32,
      countable.contains(satoshis), countable.contains(fee),
      let at = item.paidAt?.value ?? item.createdAt?.value.paidWithin(spanFrom: from)
    else { throw .unavailable(reason: "an entry of the list cannot be read") }
    return BookEntry(
      direction: direction, paymentHash: hash, reference: item.reference ?? "",
      amountMsat: (satoshis + fee) * 1000, at: at)
  }
}

extension BitnobProvider {
  /// A payment as the list of what went out shows it; nil when it is not there.
  func listedPayment(
    reference: String, paymentHash: [UInt8]
  ) async throws(ProviderError) -> ProviderPayment? {
    let hash = Hex.encode(paymentHash)
    let oldest = transport.clock.now().adding(seconds: -ProviderLimits.bookAgeSeconds)
    for page in 1...ProviderLimits.sentPagesMax {
      let path =
        "/api/lightning/invoices?page=\(page)&page_size=\(ProviderLimits.bookPage)"
        + "&direction=outgoing"
      guard let answer = try await transport.read("GET", path, as: BitnobBookPage.self) else {
        throw .unavailable(reason: "the provider shows no list")
      }
      // An invoice that was tried twice is there twice: what was paid counts, then what may be.
      let states = answer.invoices.filter { $0.paymentHash.lowercased() == hash }.map(\.sent)
      if let state = states.max(by: { $0.rank < $1.rank }) {
        return ProviderPayment(reference: reference, providerID: "", state: state)
      }
      let isPast = answer.invoices.last?.createdAt.map { $0.value < oldest } ?? false
      if isPast || answer.invoices.isEmpty { return nil }
    }
    throw .unavailable(reason: "the list of payments is too long")
  }
}

extension BitnobBookPage.Item {
  /// Its state as a payment of ours.
  fileprivate var sent: ProviderPayment.State {
    switch status.lowercased() {
    case "success", "completed", "settled", "paid":
      // What cannot be a fee is left to the look-up by reference, and to a person.
      let fee = (feeSat?.value ?? 0).multipliedReportingOverflow(by: 1000)
      guard !fee.overflow, fee.partialValue >= 0 else { return .pending }
      return .succeeded(feeMsat: fee.partialValue, preimage: [])
    case "failed": return .failed(reason: BitnobWords.failure(nil))
    // A word that we do not know is no reason to believe in success or failure.
    default: return .pending
    }
  }
}

extension ProviderPayment.State {
  fileprivate var rank: Int {
    switch self {
    case .failed: 0
    case .pending: 1
    case .succeeded: 2
    }
  }
}

/// `GET /api/lightning/invoices`, of both directions.
struct BitnobBookPage: Decodable {
  struct Item: Decodable {
    let paymentHash: String
    let reference: String?
    let status: String
    let amountSat: LenientInteger
    let amountReceivedSat: LenientInteger?
    let feeSat: LenientInteger?
    let createdAt: LenientMoment?
    let paidAt: LenientMoment?
  }

  let invoices: [Item]
}
