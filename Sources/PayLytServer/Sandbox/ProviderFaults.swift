import PayLytRPC

/// The faults of the provider that users have asked for, each on what belongs to them: what their
/// own call asks for, or their escrow, deposit or payout when the background work asks.
struct ProviderFaults: Sendable {
  /// Whose call this is, while a call is answered.
  @TaskLocal static var caller: UUID?

  let database: Database

  /// Uses up a fault that waits for this; nil when there is none.
  ///
  /// - Parameters:
  ///   - reference: ours, by which the provider knows the payment.
  ///   - paymentHash: of its invoice; empty when it has none.
  func take(
    _ operation: ProviderOperation, reference: String = "", paymentHash: [UInt8] = []
  ) async throws -> SandboxFault? {
    let owner = Self.caller ?? UUID(high: 0, low: 0)
    // `escrow-{uuid}-1-50000000`: before there is a row of the invoice.
    let named = UUID(reference.drop { $0 != "-" }.dropFirst().prefix(36))
    let values: [SQLValue] = [
      .text(operation.method), .uuid(owner), .text(reference), .bytes(paymentHash),
      .uuid(named ?? UUID(high: 0, low: 0)),
    ]
    guard try await database.query(SandboxStatements.providerWaits, values) == [true] else {
      return nil
    }
    return try await database.transaction { transaction in
      try await transaction.query(SandboxStatements.useOfProvider, values).first
    }
  }

  /// Asks the provider, unless a fault is in the way.
  ///
  /// - Parameter failed: the answer of a provider with whom a payment failed.
  func pass<Answer: Sendable>(
    _ operation: ProviderOperation, reference: String = "", paymentHash: [UInt8] = [],
    failed: (@Sendable () -> Answer)? = nil,
    _ ask: () async throws(ProviderError) -> Answer
  ) async throws(ProviderError) -> Answer {
    let fault: SandboxFault?
    do {
      fault = try await take(operation, reference: reference, paymentHash: paymentHash)
    } catch {
      throw .unavailable(reason: "the sandbox cannot be read")
    }
    guard let fault else { return try await ask() }
    let reason = "you asked the sandbox for this"
    switch fault.kind {
    case .refuse: throw .refused(reason: reason)
    case .fail:
      guard let failed else { return try await ask() }
      return failed()
    case .timeOut:
      throw operation.isRead ? .unavailable(reason: reason) : .outcomeUnknown(reason: reason)
    case .loseAnswer:
      _ = try await ask()
      throw .outcomeUnknown(reason: reason)
    case .delay:
      do {
        try await Task.sleep(for: .milliseconds(fault.delayMilliseconds))
      } catch {
        throw .unavailable(reason: "the caller went away")
      }
      return try await ask()
    case .duplicate: return try await ask()
    }
  }
}

extension ProviderOperation {
  fileprivate var isRead: Bool {
    switch self {
    case .getInvoice, .getPayment, .getPayout: true
    case .createInvoice, .sendPayment, .quotePayout, .initializePayout, .finalizePayout, .webhook:
      false
    }
  }
}
