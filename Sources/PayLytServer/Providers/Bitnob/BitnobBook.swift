import PayLytCrypto

/// Pages are numbers from 1, newest first. What is made between two pages moves the rest back, so
/// an entry can come twice and none is missed.
extension BitnobProvider: ProviderBook {
  func entries(
    _ direction: BookEntry.Direction, from: Timestamp, page: String?
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
      entries.append(try Self.entry(item, direction))
    }
    let oldest = from.adding(seconds: -ProviderLimits.bookAgeSeconds)
    let isPast = answer.invoices.last?.createdAt.map { $0.value < oldest } ?? false
    let isLast = isPast || answer.invoices.count < Int(ProviderLimits.bookPage)
    return BookPage(entries: entries, next: isLast ? nil : "\(number + 1)")
  }

  private static func entry(
    _ item: BitnobBookPage.Item, _ direction: BookEntry.Direction
  ) throws(ProviderError) -> BookEntry {
    let satoshis = (item.amountReceivedSat ?? item.amountSat).value
    let fee = direction == .sent ? item.feeSat?.value ?? 0 : 0
    // A thousand times the sum must still be countable.
    let countable = 0...Int64.max / 1_000_000
    guard let hash = Hex.decode(item.paymentHash), hash.count == 32,
      countable.contains(satoshis), countable.contains(fee),
      let at = item.paidAt ?? item.createdAt
    else { throw .unavailable(reason: "an entry of the list cannot be read") }
    return BookEntry(
      direction: direction, paymentHash: hash, reference: item.reference ?? "",
      amountMsat: (satoshis + fee) * 1000, at: at.value)
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
