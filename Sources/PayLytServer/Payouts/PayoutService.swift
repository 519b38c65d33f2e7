import Lightning
import PayLytAPI
import PayLytRPC
import StandardAPI

/// The RPC face of payouts.
struct PayoutService: PayoutServiceHandler {
  let service: ServiceContext
  let provider: any LightningProvider
  let loop: EventLoop
  /// Told that there is work, so that a payout leaves at once.
  let nudge: @Sendable () -> Void

  func createPayout(
    _ request: CreatePayoutRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Payout {
    let payout = try await service.change(request, context) { asked in
      let amount = try Amounts.wholeSats(
        request.amount, field: "amount", satsMax: PayoutLimits.amountSatsMax)
      return CreatePayout(
        caller: asked.caller, request: asked.identity, user: asked.principal.user,
        amountMsat: amount, feeLimitMsat: try Self.feeLimit(request.feeLimit, amountMsat: amount),
        lightningAddress: try Self.address(request.lightningAddress), provider: provider.name)
    } answer: {
      PayLytAPI.Payout($0)
    }
    nudge()
    return payout
  }

  func getPayout(
    _ request: GetPayoutRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Payout {
    PayLytAPI.Payout(try await read(request.name, context))
  }

  func listPayouts(
    _ request: ListPayoutsRequest, _ context: ServerContext
  ) async throws -> ListPayoutsResponse {
    let user = try context.caller().user
    let scope = "ListPayouts \(user)"
    let page = try Page(
      size: request.pageSize, token: request.pageToken, scope: scope,
      key: service.secrets.pageTokens)
    let found = try await service.database.query(
      PayoutStatements.payoutsOfUser, [.uuid(user), page.before, page.limit],
      deadline: context.deadline)
    let (rows, next) = page.cut(found, scope: scope, key: service.secrets.pageTokens, id: \.id)
    return ListPayoutsResponse(payouts: rows.map { PayLytAPI.Payout($0) }, nextPageToken: next)
  }

  func watchPayout(
    _ request: WatchPayoutRequest, _ responses: ResponseWriter<PayLytAPI.Payout>,
    _ context: ServerContext
  ) async throws {
    var version: Int64 = 0
    while true {
      let rings = service.bell.rings
      let payout = try await read(request.name, context)
      if payout.version > version {
        version = payout.version
        try await responses.write(PayLytAPI.Payout(payout))
      }
      guard !payout.state.isFinal else { return }
      try await service.bell.wait(after: rings, atMost: .seconds(15), on: loop)
    }
  }

  private func read(_ name: String, _ context: ServerContext) async throws -> Payout {
    let id = try ResourceName.parse(name, "payouts")
    let principal = try context.caller()
    let found = try await service.database.query(
      PayoutStatements.payout, [.uuid(id)], deadline: context.deadline)
    guard let payout = found.first,
      payout.user == principal.user || principal.roles.contains(.admin)
    else { throw Refusal.notFound("payout \(id)") }
    return payout
  }

  /// In its canonical form.
  private static func address(_ text: String) throws(Refusal) -> String {
    guard text.utf8.count <= PayoutLimits.addressCharactersMax else {
      throw .invalid(
        "lightning_address", "At most \(PayoutLimits.addressCharactersMax) characters.")
    }
    do {
      return try LightningAddress(text).description
    } catch {
      throw .invalid("lightning_address", "Expected `name@domain`, all in lower case.")
    }
  }

  private static func feeLimit(
    _ money: PayLytAPI.Money?, amountMsat: Int64
  ) throws(Refusal) -> Int64 {
    guard let money else {
      let share = Share.floor(of: amountMsat, basisPoints: PayoutLimits.feeLimitBasisPoints)
      return max((share + 999) / 1000, PayoutLimits.feeLimitSatsMin) * 1000
    }
    guard money.asset == Asset.btc.rawValue, money.units % 1000 == 0,
      (0...PayoutLimits.amountSatsMax).contains(money.units / 1000)
    else {
      throw .invalid(
        "fee_limit", "BTC in whole satoshis, 0 to \(PayoutLimits.amountSatsMax) of them.")
    }
    return money.units
  }
}

extension PayLytAPI.Payout {
  init(_ payout: Payout) {
    self.init(
      name: "payouts/\(payout.id)", user: "users/\(payout.user)", state: State(payout.state),
      amount: .msat(payout.amountMsat), feeLimit: .msat(payout.feeLimitMsat),
      fee: payout.state == .succeeded ? .msat(payout.feeMsat) : nil,
      lightningAddress: payout.lightningAddress, providerReference: payout.reference,
      preimage: payout.preimage, failureReason: payout.failureReason,
      createTime: ProtoTimestamp(payout.createdAt), updateTime: ProtoTimestamp(payout.updatedAt))
  }
}

extension PayLytAPI.Payout.State {
  init(_ state: PayoutState) {
    self =
      switch state {
      case .reserved: .reserved
      case .submitting: .submitting
      case .submitted: .submitted
      case .unknown: .unknown
      case .succeeded: .succeeded
      case .failed: .failed
      }
  }
}

extension CreatePayoutRequest: ChangeRequest {}
