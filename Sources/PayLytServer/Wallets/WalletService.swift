import PayLytAPI
import PayLytRPC
import StandardAPI

/// The RPC face of wallets: balances and movements, straight from the ledger.
struct WalletService: WalletServiceHandler {
  let service: ServiceContext

  func getWallet(
    _ request: GetWalletRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Wallet {
    let user = try owner(request.name, try context.caller())
    let ids = Asset.allCases.map { AccountID(of: user, kind: .wallet, asset: $0).uuid }
    let accounts = try await service.database.query(
      LedgerStatements.accounts, [.uuidArray(ids)], deadline: context.deadline)
    return PayLytAPI.Wallet(
      name: "users/\(user)/wallet",
      balances: accounts.map { PayLytAPI.Money(Money(asset: $0.asset, units: $0.balance)) })
  }

  func listWalletEntries(
    _ request: ListWalletEntriesRequest, _ context: ServerContext
  ) async throws -> ListWalletEntriesResponse {
    let user = try context.caller().user
    let scope = "ListWalletEntries \(user)"
    let page = try Page(
      size: request.pageSize, token: request.pageToken, scope: scope,
      key: service.secrets.pageTokens)
    let account = AccountID(of: user, kind: .wallet, asset: .btc)
    let found = try await service.database.query(
      LedgerStatements.accountTransfersBefore, [.uuid(account.uuid), page.before, page.limit],
      deadline: context.deadline)
    let (rows, next) = page.cut(found, scope: scope, key: service.secrets.pageTokens, id: \.id)
    return ListWalletEntriesResponse(
      entries: rows.map { transfer in
        let units = transfer.credit == account ? transfer.amount : -transfer.amount
        return WalletEntry(
          amount: PayLytAPI.Money(Money(asset: transfer.asset, units: units)),
          kind: transfer.kind.name, ledgerTransaction: transfer.transaction.description,
          createTime: ProtoTimestamp(transfer.createdAt))
      },
      nextPageToken: next)
  }

  /// The caller, or whom an admin names. Anybody else's wallet does not exist for the caller.
  private func owner(_ name: String, _ principal: Principal) throws(Refusal) -> UUID {
    guard !name.isEmpty else { return principal.user }
    let suffix = "/wallet"
    guard name.hasSuffix(suffix) else {
      throw .invalid("name", "Expected `users/{uuid}/wallet`.")
    }
    let user = try ResourceName.parse(String(name.dropLast(suffix.count)), "users")
    guard user == principal.user || principal.roles.contains(.admin) else {
      throw .notFound("wallet \(name)")
    }
    return user
  }
}
