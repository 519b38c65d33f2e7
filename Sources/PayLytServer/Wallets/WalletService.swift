import PayLytAPI
import PayLytRPC
import StandardAPI

/// The RPC face of wallets: balances and movements, straight from the ledger; deposits and
/// transfers.
struct WalletService: WalletServiceHandler {
  let service: ServiceContext
  let provider: any LightningProvider
  /// What one admin may decide alone.
  let approvalLimitMsat: Int64
  /// What money in a currency is worth at the market's rate, in millisatoshis.
  let worthMsat: @Sendable (Money) async throws -> Int64

  func getWallet(
    _ request: GetWalletRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Wallet {
    let principal = try context.caller()
    let user = try owner(request.name, principal)
    let ids = Asset.allCases.map { AccountID(of: user, kind: .wallet, asset: $0).uuid }
    let accounts = try await service.database.query(
      LedgerStatements.accounts, [.uuidArray(ids)], deadline: context.deadline)
    let freeze = try await service.database.query(
      WalletStatements.freeze, [.uuid(user)], deadline: context.deadline)
    let view = WalletView(
      user: user, balances: accounts.map { Money(asset: $0.asset, units: $0.balance) },
      freeze: freeze.first)
    return PayLytAPI.Wallet(view, forAdmin: principal.roles.contains(.admin))
  }

  func listWalletEntries(
    _ request: ListWalletEntriesRequest, _ context: ServerContext
  ) async throws -> ListWalletEntriesResponse {
    let user = try context.caller().owner(request.parent)
    let assets = request.asset.isEmpty ? Asset.allCases : [try Self.asset(request.asset)]
    let page = try service.page(
      of: "ListWalletEntries \(user) \(request.asset)", request.pageSize, request.pageToken)
    let accounts = assets.map { AccountID(of: user, kind: .wallet, asset: $0).uuid }
    let found = try await service.database.query(
      WalletStatements.movementsBefore, [.uuidArray(accounts), page.before, page.limit],
      deadline: context.deadline)
    let (entries, next) = page.cut(found, id: \.id) { WalletEntry($0) }
    return ListWalletEntriesResponse(entries: entries, nextPageToken: next)
  }

  func streamStatement(
    _ request: StreamStatementRequest, _ responses: ResponseWriter<StatementPart>,
    _ context: ServerContext
  ) async throws {
    let user = try context.caller().owner(request.parent)
    let asset = try Self.asset(request.asset)
    let now = service.clock.now()
    let start = try Timestamp(request.startTime, field: "start_time")
    let end = try request.endTime.map { try Timestamp($0, field: "end_time") } ?? now
    guard start <= end else {
      throw Refusal.invalid("end_time", "The end is not before the start.")
    }
    let statement = try await WalletStatement.read(
      asset, of: user, in: start..<end, service, deadline: context.deadline)
    func money(_ units: Int64) -> PayLytAPI.Money {
      PayLytAPI.Money(Money(asset: asset, units: units))
    }
    var units = statement.openingUnits
    try await responses.write(
      StatementPart(
        part: .opening(StatementBalance(balance: money(units), time: ProtoTimestamp(start)))))
    for movement in statement.movements {
      units += movement.amount.units
      try await responses.write(
        StatementPart(
          part: .entry(StatementEntry(entry: WalletEntry(movement), balance: money(units)))))
    }
    try await responses.write(
      StatementPart(
        part: .closing(
          StatementBalance(
            balance: money(units), time: ProtoTimestamp(end),
            entries: Int64(statement.movements.count)))))
  }

  func transferFunds(
    _ request: TransferFundsRequest, _ context: ServerContext
  ) async throws -> FundsTransfer {
    let note = request.note
    let isLocal = request.amount?.asset != Asset.btc.rawValue
    return try await service.change(request, context, asksOutside: isLocal) { asked in
      let to = try ResourceName.parse(request.to, "users", field: "to")
      guard to != asked.principal.user else {
        throw Refusal.invalid("to", "This is your own wallet.")
      }
      let amount = try Self.amount(request.amount)
      return TransferFunds(
        caller: asked.caller, request: asked.identity, from: asked.principal.user, to: to,
        amount: amount, worthMsat: try await countedMsat(of: amount),
        authority: service.authority(of: asked.principal))
    } answer: {
      FundsTransfer($0, note: note)
    }
  }

  /// What limits count, rounded up; nobody asks for a rate where nothing is limited.
  private func countedMsat(of amount: Money) async throws -> Int64? {
    guard service.policy != .unlimited, amount.asset != .btc else { return nil }
    return try await worthMsat(amount)
  }

  func createDeposit(
    _ request: CreateDepositRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Deposit {
    try await service.change(request, context, asksOutside: true) { asked in
      let amount = try Amounts.wholeSats(
        request.amount, field: "amount", satsMax: WalletLimits.depositSatsMax)
      let order = Deposit.order(
        amount, reference: CreateDeposit.reference(of: asked.identity))
      if !asked.isRehearsal { try service.countQuestion(by: asked.principal) }
      let made =
        asked.isRehearsal
        ? Deposit.Made(rehearsing: order, at: service.clock.now())
        : Deposit.Made(
          try await provider.createInvoice(order).payable(), for: order, by: provider.name)
      return CreateDeposit(
        caller: asked.caller, request: asked.identity, user: asked.principal.user, made: made)
    } answer: {
      PayLytAPI.Deposit($0)
    }
  }

  func getDeposit(
    _ request: GetDepositRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Deposit {
    PayLytAPI.Deposit(try await deposit(request.name, context))
  }

  func watchDeposit(
    _ request: WatchDepositRequest, _ responses: ResponseWriter<PayLytAPI.Deposit>,
    _ context: ServerContext
  ) async throws {
    try await service.follow(
      by: WalletStatements.depositVersions, context,
      read: { try await deposit(request.name, context) },
      version: { RowVersion(id: $0.id, version: Int64($0.state.rawValue)) },
      isOver: { $0.state == .settled }
    ) { try await responses.write(PayLytAPI.Deposit($0)) }
  }

  private func deposit(_ name: String, _ context: ServerContext) async throws -> Deposit {
    let id = try ResourceName.parse(name, "deposits")
    let principal = try context.caller()
    return try await service.read(WalletStatements.deposit, id, "deposit", context) {
      principal.sees(thingsOf: $0.user)
    }
  }

  func listDeposits(
    _ request: ListDepositsRequest, _ context: ServerContext
  ) async throws -> ListDepositsResponse {
    let (deposits, next) = try await service.search(
      WalletStatements.deposits, request,
      of: try ListOwner(request.parent, for: try context.caller()), context
    ) { PayLytAPI.Deposit($0) }
    return ListDepositsResponse(deposits: deposits, nextPageToken: next)
  }

  func freezeWallet(
    _ request: FreezeWalletRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Wallet {
    try await setFreeze(request, request.name, true, request.reason, context)
  }

  func unfreezeWallet(
    _ request: UnfreezeWalletRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Wallet {
    try await setFreeze(request, request.name, false, request.reason, context)
  }

  func handOverWallet(
    _ request: HandOverWalletRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Wallet {
    try await service.change(request, context) { asked in
      HandOverWallet(
        caller: asked.caller, request: asked.identity,
        user: try owner(request.name, asked.principal),
        receiver: try ResourceName.parse(request.to, "users", field: "to"),
        reason: request.reason, approvalLimitMsat: approvalLimitMsat)
    } answer: {
      PayLytAPI.Wallet($0, forAdmin: false)
    }
  }

  private func setFreeze(
    _ request: some ChangeRequest, _ name: String, _ isFrozen: Bool, _ reason: String,
    _ context: ServerContext
  ) async throws -> PayLytAPI.Wallet {
    // The answer that is kept is the event's payload, which the owner reads, too.
    var wallet = try await service.change(request, context) { asked in
      return SetWalletFreeze(
        caller: asked.caller, request: asked.identity, user: try owner(name, asked.principal),
        isFrozen: isFrozen,
        reason: reason)
    } answer: {
      PayLytAPI.Wallet($0, forAdmin: false)
    }
    // A repetition has the same reason, or it would be another request.
    if isFrozen { wallet.freezeReason = reason }
    return wallet
  }

  private static let walletForm = "Expected `users/{uuid}/wallet`."

  /// The caller, or whom an admin names. Anybody else's wallet does not exist for the caller.
  private func owner(_ name: String, _ principal: Principal) throws(Refusal) -> UUID {
    guard !name.isEmpty else { return principal.user }
    let suffix = "/wallet"
    guard name.hasSuffix(suffix) else { throw .invalid("name", Self.walletForm) }
    let user = try ResourceName.parse(String(name.dropLast(suffix.count)), "users")
    guard principal.sees(thingsOf: user) else {
      throw .notFound("wallet \(name)")
    }
    return user
  }

  private static func asset(_ text: String) throws(Refusal) -> Asset {
    guard let asset = Asset(rawValue: text) else {
      throw .invalid("asset", "BTC, NGN, KES, GHS or USD.")
    }
    return asset
  }

  private static func amount(_ money: PayLytAPI.Money?) throws(Refusal) -> Money {
    guard let money else { throw .invalid("amount", "Say how much.") }
    guard let asset = Asset(rawValue: money.asset) else {
      throw .invalid("amount.asset", "BTC, NGN, KES, GHS or USD.")
    }
    let maximum =
      asset == .btc ? WalletLimits.transferSatsMax * 1000 : WalletLimits.transferMinorMax
    guard (1...maximum).contains(money.units) else {
      throw .invalid("amount.units", "Between 1 and \(maximum) smallest units.")
    }
    return Money(asset: asset, units: money.units)
  }
}

extension ListDepositsRequest: SearchRequest {}
