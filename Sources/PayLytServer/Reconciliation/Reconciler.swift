/// Compares our books with one provider's. It reads both and writes nothing itself.
struct Reconciler: Sendable {
  let database: any Store
  let book: any ProviderBook
  let provider: any LightningProvider
  /// Where payouts to banks are asked about, when this provider carries them; nil when it does not.
  var rail: (any PayoutRail)?
  /// Told of what came in and is not in our books: asks the provider about it alone, and takes it
  /// in where it is ours. Webhooks, streams and rounds all look back for a day at most.
  var takeIn: @Sendable (_ paymentHash: [UInt8]) async throws -> Void = { _ in }

  /// Why nothing can be said.
  enum Failure: Error, Equatable {
    case tooMuch
    case tooFarBack
  }

  private typealias Statements = ReconciliationStatements

  /// - Throws: `Failure`, `ProviderError`, `DatabaseError`.
  func compare(
    from: Timestamp, to: Timestamp
  ) async throws -> ReconciliationRun.Result {
    var result = ReconciliationRun.Result()
    for direction in BookEntry.Direction.allCases {
      let theirs = try await entries(direction, from: from, to: to)
      result.entriesThere += Int64(theirs.count)
      try await lookUp(Array(theirs.values), direction, &result)
      let ours = try await movements(direction, from: from, to: to)
      result.entriesHere += Int64(ours.count)
      for movement in ours where theirs[movement.paymentHash] == nil {
        if let finding = try await ask(about: movement, direction) {
          result.findings.append(finding)
        }
      }
    }
    if let rail { try await comparePayouts(on: rail, from: from, to: to, &result) }
    return result
  }

  /// What the provider shows of a span of time, each once.
  private func entries(
    _ direction: BookEntry.Direction, from: Timestamp, to: Timestamp
  ) async throws -> [[UInt8]: BookEntry] {
    var found: [[UInt8]: BookEntry] = [:]
    var page: String?
    for _ in 0..<ReconciliationLimits.pagesMax {
      let read = try await book.entries(direction, from: from, to: to, page: page)
      for entry in read.entries where from <= entry.at && entry.at < to {
        found[entry.paymentHash] = entry
      }
      guard found.count <= ReconciliationLimits.entriesMax else { throw Failure.tooMuch }
      guard let next = read.next else { return found }
      page = next
    }
    throw Failure.tooFarBack
  }

  private func movements(
    _ direction: BookEntry.Direction, from: Timestamp, to: Timestamp
  ) async throws -> [Statements.Movement] {
    let statement =
      direction == .received ? Statements.receivedWithin : Statements.sentWithin
    let found = try await database.query(
      statement,
      [
        .text(book.name), .timestamp(from), .timestamp(to),
        .int8(Int64(ReconciliationLimits.entriesMax + 1)),
      ])
    guard found.count <= ReconciliationLimits.entriesMax else { throw Failure.tooMuch }
    return found
  }

  /// Looks for what the provider has in our books, whenever we have booked it.
  private func lookUp(
    _ theirs: [BookEntry], _ direction: BookEntry.Direction,
    _ result: inout ReconciliationRun.Result
  ) async throws {
    var askable = ReconciliationLimits.takeInMax
    for start in stride(from: 0, to: theirs.count, by: ReconciliationLimits.lookUpBatch) {
      let batch = theirs[start..<min(start + ReconciliationLimits.lookUpBatch, theirs.count)]
      var ours = try await booked(batch, direction)
      if direction == .received {
        let unheard = try await awaited(batch.map(\.paymentHash).filter { ours[$0] == nil })
          .prefix(askable)
        askable -= unheard.count
        for paymentHash in unheard { try await takeIn(paymentHash) }
        if !unheard.isEmpty { ours = try await booked(batch, direction) }
      }
      for entry in batch {
        let here = ours[entry.paymentHash]
        guard here?.amountMsat != entry.amountMsat else { continue }
        result.findings.append(
          .init(
            kind: here == nil ? .missingHere : .amountDiffers, direction: direction,
            paymentHash: entry.paymentHash, reference: here?.reference ?? entry.reference,
            hereMsat: here?.amountMsat, thereMsat: entry.amountMsat))
      }
    }
  }

  /// What our books have of these, by hash.
  private func booked(
    _ entries: ArraySlice<BookEntry>, _ direction: BookEntry.Direction
  ) async throws -> [[UInt8]: Statements.Movement] {
    let statement =
      direction == .received ? Statements.receivedByHash : Statements.sentByHash
    let found = try await database.query(
      statement, [.bytesArray(entries.map(\.paymentHash))])
    return Dictionary(found.map { ($0.paymentHash, $0) }) { first, _ in first }
  }

  /// Those of the hashes that are of invoices and deposits of ours: others may be paid there, too.
  private func awaited(_ hashes: [[UInt8]]) async throws -> [[UInt8]] {
    guard !hashes.isEmpty else { return [] }
    return try await database.query(Statements.awaited, [.bytesArray(hashes)])
  }

  /// What is in our books and not in their list may stand on the other side of midnight: the
  /// provider is asked about it alone. nil when it agrees.
  private func ask(
    about movement: Statements.Movement, _ direction: BookEntry.Direction
  ) async throws -> ReconciliationFinding.Content? {
    let there: Int64?
    switch direction {
    case .received: there = try await received(movement)
    case .sent: there = try await sent(movement)
    }
    guard there != movement.amountMsat else { return nil }
    return .init(
      kind: there == nil ? .missingThere : .amountDiffers, direction: direction,
      paymentHash: movement.paymentHash, reference: movement.reference,
      hereMsat: movement.amountMsat, thereMsat: there)
  }

  private func received(_ movement: Statements.Movement) async throws -> Int64? {
    do throws(ProviderError) {
      switch try await provider.invoiceStatus(paymentHash: movement.paymentHash) {
      // A provider that names no amount means what the invoice asked for.
      case .paid(let receipt): return receipt.amountMsat ?? movement.amountMsat
      case .pending, .expired: return nil
      }
    } catch {
      guard case .refused = error else { throw error }
      return nil
    }
  }

  private func sent(_ movement: Statements.Movement) async throws -> Int64? {
    let found = try await provider.payment(
      reference: movement.reference, paymentHash: movement.paymentHash)
    switch found?.state {
    // The amount is the invoice's, and the fee was taken over as it was told.
    case .succeeded: return movement.amountMsat
    case .pending, .failed, nil: return nil
    }
  }
}
