/// What a payer clicks or scans to pay a BOLT 11 invoice.
public struct PaymentLink: Sendable, Equatable {
  private let invoice: String

  /// - Parameter invoice: BOLT 11 text.
  public init(_ invoice: String) { self.invoice = invoice }

  /// The link that opens a wallet.
  public var uri: String { "lightning:" + invoice }

  /// The same link in upper case, which a QR code stores in fewer modules (BOLT 11).
  public var qrText: String { uri.uppercased() }

  /// The link for wallets that look for `bitcoin:` (BIP 21, without an address as BIP 321 allows).
  ///
  /// - Parameter amountMsat: positive. It is said where it is a number of whole satoshis, the
  ///   smallest that the link can name; the invoice's own amount counts anyway.
  public func bip21(amountMsat: Int64) -> String {
    guard amountMsat > 0, amountMsat.isMultiple(of: 1000) else {
      return "bitcoin:?lightning=" + invoice
    }
    return "bitcoin:?amount=\(Self.bitcoins(amountMsat / 1000))&lightning=" + invoice
  }

  /// Without a point that is followed by nothing but zeros.
  private static func bitcoins(_ satoshis: Int64) -> String {
    let (whole, rest) = satoshis.quotientAndRemainder(dividingBy: 100_000_000)
    guard rest > 0 else { return "\(whole)" }
    let digits = String(100_000_000 + rest).dropFirst()
    return "\(whole)." + String(digits.reversed().drop { $0 == "0" }.reversed())
  }
}
