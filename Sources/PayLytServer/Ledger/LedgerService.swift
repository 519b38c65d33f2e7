import PayLytAPI
import PayLytRPC
import StandardAPI

/// The RPC face of the books.
struct LedgerService: LedgerServiceHandler {
  let service: ServiceContext
  /// Counts the entities whose own amounts disagree with their accounts.
  let entitiesOff: Statement<Int64>

  var ledger: GeneralLedger { GeneralLedger(service: service) }

  func getTrialBalance(
    _ request: GetTrialBalanceRequest, _ context: ServerContext
  ) async throws -> TrialBalance {
    let now = service.clock.now()
    guard !request.verify || request.asOf == nil else {
      throw Refusal.invalid("verify", "It is about now: leave `as_of` out.")
    }
    if try request.timeKind.isEffective(field: "time_kind"), let time = request.asOf {
      return try await trialBalance(
        at: try Timestamp(time, field: "as_of"), GeneralStatements.trialBalanceEffective, context)
    }
    if let time = try pastTime(request.asOf, field: "as_of") {
      return try await trialBalance(at: time, GeneralStatements.trialBalanceAt, context)
    }
    // All of it looks at the same moment.
    let (books, off) = try await service.database.snapshot(
      deadline: context.deadline
    ) { transaction in
      let sums = try await transaction.run([
        LedgerStatements.trialBalance.bind(), GeneralStatements.trialBalance.bind(),
      ])
      let books = Books(
        platform: try sums[0].rows(of: LedgerStatements.trialBalance),
        general: try sums[1].rows(of: GeneralStatements.trialBalance))
      return (books, request.verify ? try await verify(in: transaction) : nil)
    }
    return TrialBalance(
      lines: books.lines, difference: books.difference, accountsOff: off?.accounts ?? 0,
      escrowsOff: off?.entities ?? 0, readTime: ProtoTimestamp(now), verified: off != nil)
  }

  /// Adds every transfer and every entry up again.
  private func verify(in transaction: Transaction) async throws -> Off {
    let results = try await transaction.run([
      LedgerStatements.accountsOff.bind(), GeneralStatements.accountsOff.bind(),
      entitiesOff.bind(),
    ])
    return Off(
      accounts: try (results[0].rows(of: LedgerStatements.accountsOff).first ?? 0)
        + (results[1].rows(of: GeneralStatements.accountsOff).first ?? 0),
      entities: try results[2].rows(of: entitiesOff).first ?? 0)
  }

  private func trialBalance(
    at time: Timestamp, _ general: Statement<GeneralStatements.Line>, _ context: ServerContext
  ) async throws -> TrialBalance {
    let books = try await service.database.snapshot(deadline: context.deadline) { transaction in
      let results = try await transaction.run([
        LedgerStatements.trialBalanceAt.bind(.timestamp(time)),
        general.bind(.timestamp(time)),
      ])
      return Books(
        platform: try results[0].rows(of: LedgerStatements.trialBalanceAt),
        general: try results[1].rows(of: general))
    }
    return TrialBalance(
      lines: books.lines, difference: books.difference, readTime: ProtoTimestamp(time))
  }

  /// The lines of both ledgers.
  private struct Books: Sendable {
    let platform: [TrialBalanceLine]
    let general: [GeneralStatements.Line]

    var lines: [TrialBalance.Line] {
      platform.map {
        TrialBalance.Line(
          accountKind: $0.kind.name, asset: $0.asset.rawValue, debits: $0.debits,
          credits: $0.credits, accounts: $0.accounts)
      }
        + general.map {
          TrialBalance.Line(
            accountKind: "general", asset: $0.asset.text, debits: Int64(clamping: $0.debits),
            credits: Int64(clamping: $0.credits), accounts: $0.accounts, code: $0.code)
        }
    }

    /// Of each asset of each ledger by itself: what is too much of one never makes up for what is
    /// missing of another.
    var difference: Int64 {
      var assets: [String: Int128] = [:]
      for line in platform {
        assets["platform \(line.asset)", default: 0] += Int128(line.debits) - Int128(line.credits)
      }
      for line in general {
        assets["general \(line.asset.text)", default: 0] += line.debits - line.credits
      }
      return Int64(clamping: assets.values.reduce(Int128(0)) { $0 + Int128($1.magnitude) })
    }
  }

  /// What disagrees with the entries.
  private struct Off: Sendable {
    let accounts: Int64
    let entities: Int64
  }

  func listTransfers(
    _ request: ListTransfersRequest, _ context: ServerContext
  ) async throws -> ListTransfersResponse {
    var transaction: UUID?
    if !request.transaction.isEmpty {
      guard let id = UUID(request.transaction) else {
        throw Refusal.invalid("transaction", "Expected a UUID.")
      }
      transaction = id
    }
    let page = try service.page(
      of: "ListTransfers \(request.transaction)", request.pageSize, request.pageToken)
    let found =
      if let transaction {
        try await service.database.query(
          LedgerStatements.transfersOf, [.uuid(transaction), page.before, page.limit],
          deadline: context.deadline)
      } else {
        try await service.database.query(
          LedgerStatements.transfersBefore, [page.before, page.limit], deadline: context.deadline)
      }
    let (transfers, next) = page.cut(found, id: \.id) { PayLytAPI.Transfer($0) }
    return ListTransfersResponse(transfers: transfers, nextPageToken: next)
  }
}

extension PayLytAPI.Transfer {
  init(_ transfer: Transfer) {
    self.init(
      id: transfer.id.description, transaction: transfer.transaction.description,
      debitAccount: transfer.debit.uuid.description,
      creditAccount: transfer.credit.uuid.description, asset: transfer.asset.rawValue,
      amount: transfer.amount, kind: transfer.kind.name,
      createTime: ProtoTimestamp(transfer.createdAt))
  }
}
