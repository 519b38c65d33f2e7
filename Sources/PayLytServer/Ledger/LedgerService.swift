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
    if try request.timeKind.isEffective(field: "time_kind"), let time = request.asOf {
      return try await trialBalance(
        at: try Timestamp(time, field: "as_of"), GeneralStatements.trialBalanceEffective, context)
    }
    if let time = try pastTime(request.asOf, field: "as_of") {
      return try await trialBalance(at: time, GeneralStatements.trialBalanceAt, context)
    }
    // Repeatable read: all of it looks at the same moment.
    let (books, off) = try await service.database.transaction(
      isolation: .repeatableRead, deadline: context.deadline
    ) { transaction in
      let results = try await transaction.run([
        LedgerStatements.trialBalance.bind(), GeneralStatements.trialBalance.bind(),
        LedgerStatements.accountsOff.bind(), GeneralStatements.accountsOff.bind(),
        entitiesOff.bind(),
      ])
      return (
        Books(
          platform: try results[0].rows(of: LedgerStatements.trialBalance),
          general: try results[1].rows(of: GeneralStatements.trialBalance)),
        Off(
          accounts: try (results[2].rows(of: LedgerStatements.accountsOff).first ?? 0)
            + (results[3].rows(of: GeneralStatements.accountsOff).first ?? 0),
          entities: try results[4].rows(of: entitiesOff).first ?? 0)
      )
    }
    return TrialBalance(
      lines: books.lines, difference: books.difference, accountsOff: off.accounts,
      escrowsOff: off.entities, readTime: ProtoTimestamp(now))
  }

  private func trialBalance(
    at time: Timestamp, _ general: Statement<GeneralStatements.Line>, _ context: ServerContext
  ) async throws -> TrialBalance {
    let books = try await service.database.transaction(
      isolation: .repeatableRead, deadline: context.deadline
    ) { transaction in
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
            accountKind: "general", asset: $0.asset.text, debits: $0.debits, credits: $0.credits,
            accounts: $0.accounts, code: $0.code)
        }
    }

    var difference: Int64 {
      platform.reduce(0) { $0 + $1.debits - $1.credits }
        + general.reduce(0) { $0 + $1.debits - $1.credits }
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
    let scope = "ListTransfers \(request.transaction)"
    let page = try Page(
      size: request.pageSize, token: request.pageToken, scope: scope,
      key: service.secrets.pageTokens)
    let found = try await service.database.query(
      LedgerStatements.transfersBefore, [page.before, .uuid(transaction), page.limit],
      deadline: context.deadline)
    let (rows, next) = page.cut(found, scope: scope, key: service.secrets.pageTokens, id: \.id)
    return ListTransfersResponse(
      transfers: rows.map { PayLytAPI.Transfer($0) }, nextPageToken: next)
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
