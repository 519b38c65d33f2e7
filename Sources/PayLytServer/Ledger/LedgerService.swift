import PayLytAPI
import PayLytRPC
import StandardAPI

/// The RPC face of the books.
struct LedgerService: LedgerServiceHandler {
  let service: ServiceContext
  /// Counts the entities whose own amounts disagree with their accounts.
  let entitiesOff: Statement<Int64>

  func getTrialBalance(
    _ request: GetTrialBalanceRequest, _ context: ServerContext
  ) async throws -> TrialBalance {
    let now = service.clock.now()
    // Repeatable read: all three look at the same moment.
    let (lines, accountsOff, escrowsOff) = try await service.database.transaction(
      isolation: .repeatableRead, deadline: context.deadline
    ) { transaction in
      let results = try await transaction.run([
        LedgerStatements.trialBalance.bind(), LedgerStatements.accountsOff.bind(),
        entitiesOff.bind(),
      ])
      return (
        try results[0].rows(of: LedgerStatements.trialBalance),
        try results[1].rows(of: LedgerStatements.accountsOff).first ?? 0,
        try results[2].rows(of: entitiesOff).first ?? 0
      )
    }
    return TrialBalance(
      lines: lines.map {
        TrialBalance.Line(
          accountKind: $0.kind.name, asset: $0.asset.rawValue, debits: $0.debits,
          credits: $0.credits, accounts: $0.accounts)
      },
      difference: lines.reduce(0) { $0 + $1.debits - $1.credits }, accountsOff: accountsOff,
      escrowsOff: escrowsOff, readTime: ProtoTimestamp(now))
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
