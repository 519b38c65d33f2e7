import PayLytAPI
import PayLytRPC
import StandardAPI

/// The RPC face of payouts.
struct PayoutService: PayoutServiceHandler {
  let service: ServiceContext
  let orders: PayoutOrders
  let worker: PayoutWorker
  /// Told that there is work, so that a payout leaves at once.
  let nudge: @Sendable () -> Void

  func createPayoutQuote(
    _ request: CreatePayoutQuoteRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.PayoutQuote {
    // The rail is asked for a rate once; a repetition hears what was kept.
    try await service.change(request, context, asksOutside: true) { asked in
      if !asked.isRehearsal { try service.countQuestion(by: asked.principal) }
      return try await orders.quote(request, asked, deadline: context.deadline)
    } answer: {
      PayLytAPI.PayoutQuote($0)
    }
  }

  func getPayoutQuote(
    _ request: GetPayoutQuoteRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.PayoutQuote {
    let id = try ResourceName.parse(request.name, "payoutQuotes")
    let user = try context.caller().user
    let quote = try await service.read(PayoutStatements.quote, id, "quote", context) {
      $0.user == user
    }
    return PayLytAPI.PayoutQuote(quote)
  }

  func createPayout(
    _ request: CreatePayoutRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Payout {
    let payout = try await service.change(request, context) { asked in
      try await command(request, of: asked.principal, asked.identity, context)
    } answer: {
      PayLytAPI.Payout($0)
    }
    nudge()
    return payout
  }

  private func command(
    _ request: CreatePayoutRequest, of principal: Principal, _ identity: RequestIdentity,
    _ context: ServerContext
  ) async throws -> CreatePayout {
    let user = principal.user
    let order = try await orders.order(request, of: user, deadline: context.deadline)
    return CreatePayout(
      caller: principal.caller, request: identity, user: user, order: order,
      provider: orders.name(of: order), authority: service.authority(of: principal))
  }

  func replaceDestination(
    _ request: ReplaceDestinationRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Payout {
    let payout = try await service.change(request, context) { asked in
      let failed = try ResourceName.parse(request.name, "payouts")
      let user = asked.principal.user
      let order = try await orders.replacement(request, of: user, deadline: context.deadline)
      return CreatePayout(
        caller: asked.caller, request: asked.identity, user: user, order: order,
        provider: orders.name(of: order), replaces: failed,
        authority: service.authority(of: asked.principal))
    } answer: {
      PayLytAPI.Payout($0)
    }
    nudge()
    return payout
  }

  func cancelPayout(
    _ request: CancelPayoutRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Payout {
    try await service.change(request, context) { asked in
      CancelPayout(
        caller: asked.caller, request: asked.identity, user: asked.principal.user,
        payout: try ResourceName.parse(request.name, "payouts"), etag: request.etag)
    } answer: {
      PayLytAPI.Payout($0)
    }
  }

  func requeryPayout(
    _ request: RequeryPayoutRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Payout {
    await worker.requeryForCaller(try await read(request.name, context))
    return PayLytAPI.Payout(try await read(request.name, context))
  }

  /// Several at a time, each answered as soon as it is done: who waits for each answer before the
  /// next payout, and who sends all of them first, are both served.
  func batchCreatePayouts(
    _ requests: RequestStream<BatchCreatePayoutsRequest>,
    _ responses: ResponseWriter<BatchCreatePayoutsResponse>, _ context: ServerContext
  ) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      var (count, underWay) = (0, 0)
      for try await item in requests {
        try await service.checkLive(context)
        let principal = try context.caller()
        count += 1
        guard count <= PayoutLimits.batchItemsMax else {
          // What was taken is answered first.
          try await group.waitForAll()
          throw Refusal.batchTooLong
        }
        if underWay == PayoutLimits.batchAtOnce {
          _ = try await group.next()
          underWay -= 1
        }
        underWay += 1
        let number = Int64(count)
        group.addTask {
          let result = try await create(item.payout ?? CreatePayoutRequest(), principal, context)
          try await responses.write(
            BatchCreatePayoutsResponse(
              requestID: item.payout?.requestID ?? "", result: result, number: number))
        }
      }
      try await group.waitForAll()
    }
  }

  /// One payout of a batch: what is wrong with it does not end the others.
  private func create(
    _ request: CreatePayoutRequest, _ principal: Principal, _ context: ServerContext
  ) async throws -> BatchCreatePayoutsResponse.ResultOneof {
    // Of a stream nobody has compared the fields with their rules yet.
    do throws(RPCError) {
      try request.checkFields()
    } catch {
      return try Self.answer(error)
    }
    do {
      let command = try await command(
        request, of: principal,
        // The same id stands for the same payout, whichever way it is sent.
        try service.identity(of: request, PayoutServiceMethods.createPayout, principal.caller),
        context)
      let outcome = try await service.committer.commit(
        command, deadline: context.deadline, via: context.via, isRehearsal: request.validateOnly
      ) { Payload(PayLytAPI.Payout($0)) }
      nudge()
      return .payout(try PayLytAPI.Payout(wireBytes: outcome.bytes))
    } catch let error as any RPCErrorConvertible {
      return try Self.answer(error.rpcError)
    }
  }

  private static func answer(
    _ error: RPCError
  ) throws -> BatchCreatePayoutsResponse.ResultOneof {
    guard !error.details.isEmpty else {
      return .error(GoogleStatus(code: error.code.rawValue, message: error.message))
    }
    return .error(try GoogleStatus(wireBytes: error.details))
  }

  func getPayout(
    _ request: GetPayoutRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Payout {
    PayLytAPI.Payout(try await read(request.name, context))
  }

  func listPayouts(
    _ request: ListPayoutsRequest, _ context: ServerContext
  ) async throws -> ListPayoutsResponse {
    let (payouts, next) = try await service.search(
      PayoutStatements.list, request,
      of: try ListOwner(request.parent, for: try context.caller()), context
    ) { PayLytAPI.Payout($0) }
    return ListPayoutsResponse(payouts: payouts, nextPageToken: next)
  }

  func watchPayout(
    _ request: WatchPayoutRequest, _ responses: ResponseWriter<PayLytAPI.Payout>,
    _ context: ServerContext
  ) async throws {
    try await service.follow(
      by: PayoutStatements.versions, context, read: { try await read(request.name, context) },
      version: { RowVersion(id: $0.id, version: $0.version) }, isOver: \.state.isFinal
    ) { try await responses.write(PayLytAPI.Payout($0)) }
  }

  private func read(_ name: String, _ context: ServerContext) async throws -> Payout {
    let id = try ResourceName.parse(name, "payouts")
    let principal = try context.caller()
    return try await service.read(PayoutStatements.payout, id, "payout", context) {
      principal.sees(thingsOf: $0.user)
    }
  }
}

extension Refusal {
  fileprivate static let batchTooLong = Refusal(
    .resourceExhausted, reason: "BATCH_TOO_LONG",
    message: "At most \(PayoutLimits.batchItemsMax) payouts. Go on in another stream.")
}

extension ListPayoutsRequest: SearchRequest {}
