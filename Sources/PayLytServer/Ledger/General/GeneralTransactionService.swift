import PayLytAPI
import PayLytRPC
import StandardAPI

/// Transactions of the general ledger.
extension LedgerService {
  func postTransaction(
    _ request: PostTransactionRequest, _ context: ServerContext
  ) async throws -> TransactionResult {
    let terms = try TransactionTerms(request.transaction, field: "transaction")
    return try await change(request, context, touching: { terms.postings.map(\.account) }) {
      asked, released in
      PostTransaction(
        caller: asked.caller, request: asked.identity, terms: terms, releasedUpTo: released)
    }
  }

  func commitPending(
    _ request: CommitPendingRequest, _ context: ServerContext
  ) async throws -> TransactionResult {
    let name = try GeneralName.parse(request.name, GeneralName.transactions)
    let amounts = try Self.amounts(request.amounts)
    return try await change(request, context, touching: { [] }) { asked, _ in
      CommitPending(
        caller: asked.caller, request: asked.identity, name: name, amounts: amounts)
    }
  }

  func voidPending(
    _ request: VoidPendingRequest, _ context: ServerContext
  ) async throws -> TransactionResult {
    let name = try GeneralName.parse(request.name, GeneralName.transactions)
    let reason = try GeneralTexts.description(request.reason, field: "reason")
    return try await change(request, context, touching: { [] }) { asked, _ in
      VoidPending(caller: asked.caller, request: asked.identity, name: name, reason: reason)
    }
  }

  func reverseTransaction(
    _ request: ReverseTransactionRequest, _ context: ServerContext
  ) async throws -> TransactionResult {
    let name = try GeneralName.parse(request.name, GeneralName.transactions)
    let reversal =
      request.transactionID.isEmpty
      ? nil : try GeneralName(id: request.transactionID, field: "transaction_id")
    let description = try GeneralTexts.description(request.description, field: "description")
    let annotations = try Annotations(request.metadata, field: "metadata")
    return try await change(
      request, context, touching: { try await accounts(of: name, context) }
    ) { asked, released in
      ReverseTransaction(
        caller: asked.caller, request: asked.identity, name: name, reversal: reversal,
        description: description, annotations: annotations,
        countsAsOriginal: request.atEffectiveTime, releasedUpTo: released)
    }
  }

  func getTransaction(
    _ request: GetTransactionRequest, _ context: ServerContext
  ) async throws -> TransactionResult {
    let name = try GeneralName.parse(request.name, GeneralName.transactions)
    let found = try await service.database.query(
      GeneralStatements.transaction, [.uuid(name.key)], deadline: context.deadline)
    guard let transaction = found.first else {
      throw GeneralLedgerError.transactionNotFound(name.text)
    }
    async let labels = labels(of: [transaction.id], context)[transaction.id]
    let entries = try await entries(of: [transaction], context)[transaction.id] ?? []
    return TransactionResult(
      TransactionView(transaction: transaction, entries: entries, made: entries),
      labels: try await labels)
  }

  func listTransactions(
    _ request: ListTransactionsRequest, _ context: ServerContext
  ) async throws -> ListTransactionsResponse {
    let state = try request.state.filter(field: "state")
    let reference = try GeneralTexts.reference(request.reference, field: "reference")
    let label = request.label.isEmpty ? nil : try LabelFilter.parse(request.label)
    guard label == nil || state == nil && reference.isEmpty else {
      throw Refusal.invalid("label", "It goes with no other filter.")
    }
    let page = try service.page(
      of: "ListTransactions \(request.state.rawValue) \(reference) \(label ?? "")",
      request.pageSize, request.pageToken)
    let found =
      if let label {
        try await service.database.query(
          GeneralLabelStatements.transactionsBefore, [page.before, .text(label), page.limit],
          deadline: context.deadline)
      } else if !reference.isEmpty {
        try await service.database.query(
          GeneralStatements.transactionsOfReferenceBefore,
          [page.before, page.limit, .text(reference), .int2(state?.rawValue)],
          deadline: context.deadline)
      } else if let state {
        try await service.database.query(
          GeneralStatements.transactionsInStateBefore,
          [page.before, page.limit, .int2(state.rawValue)], deadline: context.deadline)
      } else {
        try await service.database.query(
          GeneralStatements.transactionsBefore, [page.before, page.limit],
          deadline: context.deadline)
      }
    let rows = Array(found.prefix(page.size))
    async let labels = labels(of: rows.map(\.id), context)
    let entries = try await entries(of: rows, context)
    let attached = try await labels
    let (transactions, next) = page.cut(found, id: \.id) {
      LedgerTransaction($0, entries[$0.id] ?? [], labels: attached[$0.id])
    }
    return ListTransactionsResponse(transactions: transactions, nextPageToken: next)
  }

  // MARK: What they share

  /// - Parameter accounts: that the command takes from or adds to.
  private func change<C: Command>(
    _ request: some ChangeRequest, _ context: ServerContext,
    touching accounts: () async throws -> [GeneralName],
    _ make: (Asked, _ releasedUpTo: Timestamp?) -> C
  ) async throws -> TransactionResult where C.Answer == TransactionView {
    try await ledger.releasing(accounts) { released in
      try await service.change(request, context) { asked in
        make(asked, released)
      } wasThere: {
        $0.isReplay
      } answer: {
        TransactionResult($0)
      }
    }
  }

  private static func amounts(_ amounts: [Int64]) throws(Refusal) -> [Int64]? {
    guard !amounts.isEmpty else { return nil }
    for (index, amount) in amounts.enumerated() where amount < 0 {
      throw .invalid("amounts[\(index)]", "Not negative.")
    }
    guard amounts.contains(where: { $0 > 0 }) else {
      throw .invalid("amounts", "Nothing is to be posted: void the transaction instead.")
    }
    return amounts
  }

  private func accounts(
    of name: GeneralName, _ context: ServerContext
  ) async throws -> [GeneralName] {
    let found = try await service.database.query(
      GeneralStatements.transaction, [.uuid(name.key)], deadline: context.deadline)
    return try await entries(of: found, context).values.flatMap { $0.map(\.account) }
  }

  /// Every entry of these transactions, by the transaction.
  private func entries(
    of transactions: [GeneralTransaction], _ context: ServerContext
  ) async throws -> [UUID: [EntryView]] {
    let found = try await service.database.query(
      GeneralStatements.entriesOfTransactions, [.uuidArray(transactions.map(\.id))],
      deadline: context.deadline)
    return Dictionary(grouping: found, by: \.entry.transaction)
  }
}
