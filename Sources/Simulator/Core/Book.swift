/// The simulator's own double entry: what tests compare with the books of whoever is tested.
///
/// Amounts are millisatoshis, debits positive; the balances always sum to zero.
public struct Book: Sendable, Equatable {
  public enum Account: String, Sendable, CaseIterable {
    /// What the client owns at the provider: an asset.
    case float
    /// Where the opening float came from.
    case opening
    /// Who paid the client's invoices.
    case paidIn = "paid_in"
    /// Whom the client paid.
    case paidOut = "paid_out"
    /// What routing cost the client.
    case fees
  }

  public struct Entry: Sendable, Equatable {
    public let debit: Account
    public let credit: Account
    /// Positive.
    public let amountMsat: Int64
    public let about: String
  }

  public private(set) var entries: [Entry] = []
  private var balances: [Account: Int64] = [:]

  mutating func move(_ amountMsat: Int64, debit: Account, credit: Account, about: String) {
    guard amountMsat > 0 else { return }
    entries.append(Entry(debit: debit, credit: credit, amountMsat: amountMsat, about: about))
    balances[debit, default: 0] += amountMsat
    balances[credit, default: 0] -= amountMsat
  }

  public func balance(_ account: Account) -> Int64 { balances[account, default: 0] }

  /// Zero, or the simulator is broken.
  public var sum: Int64 { Account.allCases.reduce(0) { $0 + balance($1) } }
}
