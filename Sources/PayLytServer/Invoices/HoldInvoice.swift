/// What becomes of the payment of a hold invoice. Raw values are stored.
enum HoldPhase: Int16, Sendable, CaseIterable {
  /// Nobody has paid, or we have not seen it. Next: taking, returning, taken, returned.
  case open = 1
  /// It is held, and wanted: the node is told to take it. Next: taken, returning, returned.
  case taking = 2
  /// It is not wanted, or cannot be any more: the node is told to send it back. Never taking again.
  /// Next: returned; taken, when the node had taken it before it heard that.
  case returning = 3
  /// Final: the money is ours, and booked as any payment is.
  case taken = 4
  /// Final: the payer has it, or never paid.
  case returned = 5

  var isOver: Bool {
    switch self {
    case .open, .taking, .returning: false
    case .taken, .returned: true
    }
  }
}

/// The bounds of held payments.
enum HoldLimits {
  /// Seconds for which a held payment may wait to be taken, from when it was seen: far less than
  /// the two days after which the node must give it back to keep its channels (`holdBlocks`).
  static let takeSecondsMax: Int64 = 12 * 3600
  /// Invoices that are asked about in one step.
  static let batch: Int64 = 50
  /// How often one invoice is asked about and acted on in one step: seen held, taken, booked, over.
  static let roundsMax = 4
}

/// The other half of an invoice whose payment waits for our word. It has the invoice's id.
struct HoldInvoice: Hashable, Sendable {
  /// Names the table where preimages are sealed for.
  static let secrets = "hold_invoice"

  let id: UUID
  let escrow: UUID
  /// What takes the payment; wiped once it is over.
  private(set) var preimage: SealedDetails
  private(set) var phase: HoldPhase
  private(set) var heldAt: Timestamp?
  let createdAt: Timestamp
  private(set) var updatedAt: Timestamp

  init(
    id: UUID, escrow: UUID, preimage: SealedDetails, phase: HoldPhase = .open,
    heldAt: Timestamp? = nil, createdAt: Timestamp, updatedAt: Timestamp
  ) {
    self.id = id
    self.escrow = escrow
    self.preimage = preimage
    self.phase = phase
    self.heldAt = heldAt
    self.createdAt = createdAt
    self.updatedAt = updatedAt
  }

  /// Whether it has waited so long to be taken that it is sent back.
  func isTooLate(at now: Timestamp) -> Bool {
    heldAt.map { now >= $0.adding(seconds: HoldLimits.takeSecondsMax) } ?? false
  }

  mutating func take(at now: Timestamp) {
    precondition(phase == .open, "hold \(id) is \(phase)")
    phase = .taking
    heldAt = now
    updatedAt = now
  }

  mutating func sendBack(at now: Timestamp) {
    precondition(phase == .open || phase == .taking, "hold \(id) is \(phase)")
    phase = .returning
    updatedAt = now
  }

  /// The node says that it is over.
  mutating func end(_ end: HoldPhase, at now: Timestamp) {
    precondition(!phase.isOver && end.isOver, "hold \(id) is \(phase)")
    phase = end
    preimage = SealedDetails(keyID: preimage.keyID, bytes: [])
    updatedAt = now
  }
}

/// Why a held payment goes back to the payer.
enum HoldFlaw: Hashable, Sendable {
  case invoice(InvoiceState)
  case escrow(EscrowState)
  case wrongAmount(askedMsat: Int64, heldMsat: Int64)
  /// The escrow needs less by now than the invoice asks for.
  case notDue
  /// The node could not be told in time to take it.
  case tooLate

  /// For those who read events.
  var reason: String {
    switch self {
    case .invoice(let state): "The invoice is \(Refusal.words(state))."
    case .escrow(let state): "The escrow is \(Refusal.words(state))."
    case .wrongAmount: "It is not the amount that the invoice asks for."
    case .notDue: "The escrow needs less by now."
    case .tooLate: "It could not be taken in time."
    }
  }
}
