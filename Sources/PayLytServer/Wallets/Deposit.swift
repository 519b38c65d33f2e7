/// The life of a deposit. Raw values are stored and equal the API's.
enum DepositState: Int16, Sendable, CaseIterable {
  /// Next: settled, expired.
  case pending = 1
  /// Final.
  case settled = 2
  /// Not final: a payment may still arrive late. Next: settled.
  case expired = 3
}

/// A Lightning invoice whose payment goes to a wallet. Amounts are millisatoshis.
struct Deposit: Hashable, Sendable {
  let id: UUID
  let user: UUID
  let provider: String
  /// Ours: the provider knows the invoice by it.
  let reference: String
  let providerID: String
  /// 32 bytes.
  let paymentHash: [UInt8]
  /// BOLT11.
  let paymentRequest: String
  let amountMsat: Int64
  private(set) var paidMsat: Int64
  private(set) var state: DepositState
  let createdAt: Timestamp
  let expiresAt: Timestamp
  private(set) var settledAt: Timestamp?

  var wallet: AccountID { AccountID(of: user, kind: .wallet, asset: .btc) }

  /// Records the payment; what was paid may be more or less than what was asked for.
  mutating func settle(paidMsat: Int64, at now: Timestamp) {
    precondition(state != .settled && paidMsat > 0, "deposit \(id) is settled once")
    self.paidMsat = paidMsat
    state = .settled
    settledAt = now
  }

  /// Returns whether that is news.
  mutating func expire(at now: Timestamp) -> Bool {
    guard state == .pending, now >= expiresAt else { return false }
    state = .expired
    return true
  }
}

extension Deposit {
  /// What a provider made for a deposit.
  struct Made: Hashable, Sendable {
    let provider: String
    let reference: String
    let providerID: String
    let paymentHash: [UInt8]
    let paymentRequest: String
    let amountMsat: Int64
    let expiresAt: Timestamp
  }

  /// The bounds and the shape of what a provider is asked for.
  static func order(_ amountMsat: Int64, reference: String) -> InvoiceOrder {
    InvoiceOrder(
      amountMsat: amountMsat, memo: "PayLyt deposit",
      expirySeconds: WalletLimits.depositExpirySeconds, reference: reference)
  }

  init(id: UUID, user: UUID, made: Made, at now: Timestamp) {
    self.init(
      id: id, user: user, provider: made.provider, reference: made.reference,
      providerID: made.providerID, paymentHash: made.paymentHash,
      paymentRequest: made.paymentRequest, amountMsat: made.amountMsat, paidMsat: 0,
      state: .pending, createdAt: now, expiresAt: made.expiresAt, settledAt: nil)
  }
}

extension Deposit.Made {
  init(_ made: ProviderInvoice, for order: InvoiceOrder, by provider: String) {
    self.init(
      provider: provider, reference: order.reference, providerID: made.providerID,
      paymentHash: made.invoice.paymentHash, paymentRequest: made.invoice.text,
      amountMsat: order.amountMsat,
      expiresAt: made.expiresAt)
  }

  /// Stands for the invoice that a rehearsal does not ask for: nothing in it can be paid.
  init(rehearsing order: InvoiceOrder, at now: Timestamp) {
    self.init(
      provider: "", reference: order.reference, providerID: "", paymentHash: [],
      paymentRequest: "", amountMsat: order.amountMsat,
      expiresAt: now.adding(seconds: order.expirySeconds))
  }
}

/// The bounds of wallets.
enum WalletLimits {
  /// Satoshis of one deposit: what providers make an invoice for.
  static let depositSatsMax: Int64 = 20_000_000
  /// Seconds for which a deposit's invoice can be paid.
  static let depositExpirySeconds: Int64 = 3600
  /// Satoshis of one transfer between users.
  static let transferSatsMax: Int64 = 100_000_000
  /// Minor units of one transfer between users.
  static let transferMinorMax: Int64 = 1_000_000_000_000
  /// Entries of one statement: they are read at one moment, into memory.
  static let statementEntriesMax = 10_000
  /// How much earlier than a movement's time its id may have been made, in seconds: a batch that
  /// waits for a lock decides later than its commands came.
  static let statementSkewSeconds: Int64 = 60
}
