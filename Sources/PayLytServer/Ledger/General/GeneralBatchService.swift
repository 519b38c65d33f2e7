import PayLytAPI
import PayLytCrypto
import PayLytRPC
import Synchronization

/// Many transactions at once.
extension LedgerService {
  func batchPostTransactions(
    _ request: BatchPostTransactionsRequest, _ context: ServerContext
  ) async throws -> BatchPostTransactionsResponse {
    let list = try TransactionTerms.list(request.transactions, field: "transactions")
    switch request.mode {
    case .linked: return try await postLinked(list, request, context)
    case .independent: return try await postIndependent(list, request, context)
    case .unspecified, .unrecognized:
      throw Refusal.invalid("mode", "MODE_LINKED or MODE_INDEPENDENT.")
    }
  }

  private func postLinked(
    _ list: [TransactionTerms], _ request: BatchPostTransactionsRequest, _ context: ServerContext
  ) async throws -> BatchPostTransactionsResponse {
    let accounts = list.flatMap { $0.postings.map(\.account) }
    return try await ledger.releasing({ accounts }) { released in
      try await service.change(request, context) { asked in
        PostLinkedTransactions(
          caller: asked.caller, request: asked.identity, list: list, releasedUpTo: released)
      } wasThere: {
        $0.allSatisfy(\.isReplay)
      } answer: { views in
        BatchPostTransactionsResponse(outcomes: views.map { TransactionOutcome($0) })
      }
    }
  }

  private func postIndependent(
    _ list: [TransactionTerms], _ request: BatchPostTransactionsRequest, _ context: ServerContext
  ) async throws -> BatchPostTransactionsResponse {
    let caller = try context.caller().caller
    let identity = try service.identity(of: request, context.method, caller)
    let isRehearsal = request.validateOnly
    var isKnown = false
    if !isRehearsal {
      isKnown = try await service.committer.commit(
        ClaimBatch(caller: caller, request: identity), deadline: context.deadline, via: context.via
      ) { .none(of: $0) }.isReplay
    }
    var outcomes = [TransactionOutcome](repeating: TransactionOutcome(), count: list.count)
    var isFresh = false
    try await withThrowingTaskGroup(of: Outcome.self) { group in
      // The committer takes them in the order in which they are started.
      for (index, terms) in list.enumerated() {
        group.addTask {
          try await outcome(
            of: terms, request.transactions[index].wireSize, index, caller, identity.part(index),
            isRehearsal: isRehearsal, context)
        }
      }
      for try await outcome in group {
        outcomes[outcome.index] = outcome.message
        isKnown = isKnown || outcome.wasThere
        isFresh = isFresh || outcome.isPosted
      }
    }
    if isKnown, !isFresh { try context.markReplayed() }
    return BatchPostTransactionsResponse(outcomes: outcomes)
  }

  private struct Outcome: Sendable {
    let index: Int
    let message: TransactionOutcome
    let wasThere: Bool
    let isPosted: Bool
  }

  /// What becomes of one transaction; a refusal is an outcome, anything else is thrown.
  private func outcome(
    of terms: TransactionTerms, _ bytes: Int, _ index: Int, _ caller: Caller,
    _ identity: RequestIdentity, isRehearsal: Bool, _ context: ServerContext
  ) async throws -> Outcome {
    let id = terms.name?.text ?? ""
    do {
      let (bytes, isReplay) = try await ledger.post(
        terms, bytes, caller, identity, isRehearsal: isRehearsal, deadline: context.deadline,
        via: context.via)
      return Outcome(
        index: index,
        message: TransactionOutcome(
          transactionID: id, result: try TransactionResult(wireBytes: bytes)),
        wasThere: isReplay, isPosted: !isReplay)
    } catch let error as any RefusalConvertible {
      return Outcome(
        index: index,
        message: TransactionOutcome(transactionID: id, refusal: TransactionRefusal(error.refusal)),
        wasThere: false, isPosted: false)
    }
  }

  func importTransactions(
    _ requests: RequestStream<ImportTransactionsRequest>,
    _ responses: ResponseWriter<ImportTransactionsResponse>, _ context: ServerContext
  ) async throws {
    let caller = try context.caller().caller
    let window = OrderedWindow<ImportTransactionsResponse>(size: GeneralLimits.importInFlightMax)
    try await withThrowingTaskGroup { group in
      defer { group.cancelAll() }
      group.addTask {
        try await withThrowingDiscardingTaskGroup { items in
          for try await request in requests {
            try await service.checkLive(context)
            let number = try await window.open()
            items.addTask {
              window.fill(
                number, with: try await imported(request, number, caller, context))
            }
          }
        }
        window.finish()
      }
      group.addTask {
        while let response = try await window.next() { try await responses.write(response) }
      }
      while try await group.next() != nil {}
    }
  }

  private func imported(
    _ request: ImportTransactionsRequest, _ number: Int64, _ caller: Caller,
    _ context: ServerContext
  ) async throws -> ImportTransactionsResponse {
    let draft = request.transaction ?? TransactionDraft()
    let id = draft.transactionID
    do {
      // Of a stream nobody has compared the fields with their rules yet.
      try draft.checkFirstField()
      let terms = try TransactionTerms(draft, field: "", needsName: true)
      let (_, isReplay) = try await ledger.post(
        terms, request.wireSize, caller, nil, deadline: context.deadline, via: context.via)
      return ImportTransactionsResponse(
        number: number, transactionID: id, status: isReplay ? .exists : .posted)
    } catch let error as any RefusalConvertible {
      return ImportTransactionsResponse(
        number: number, transactionID: id, status: .refused,
        refusal: TransactionRefusal(error.refusal))
    }
  }
}

extension RequestIdentity {
  /// The identity of one part of a request that is carried out in several decisions.
  fileprivate func part(_ index: Int) -> RequestIdentity {
    let digest = SHA256.hash(key.bytes + Int64(index).bigEndianBytes)
    return RequestIdentity(
      key: UUID(bytes: digest.prefix(16)), fingerprint: fingerprint,
      acceptedFingerprints: acceptedFingerprints)
  }
}

extension GeneralLedger {
  /// Posts one transaction of several, of so many bytes.
  ///
  /// - Throws: `Refusal`, `CommitError`.
  fileprivate func post(
    _ terms: TransactionTerms, _ bytes: Int, _ caller: Caller, _ identity: RequestIdentity?,
    isRehearsal: Bool = false, deadline: Deadline?, via: String?
  ) async throws -> (bytes: [UInt8], isReplay: Bool) {
    let isKnown = Mutex(false)
    let outcome = try await releasing({ terms.postings.map(\.account) }) { released in
      try await service.committer.commit(
        PostTransaction(
          caller: caller, request: identity, terms: terms, releasedUpTo: released,
          draftBytes: bytes),
        deadline: deadline, via: via, isRehearsal: isRehearsal
      ) { view in
        isKnown.withLock { $0 = view.isReplay }
        return .transaction(view)
      }
    }
    return (outcome.bytes, outcome.isReplay || isKnown.withLock { $0 })
  }
}

extension BatchPostTransactionsRequest: ChangeRequest {}
