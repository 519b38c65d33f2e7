import PayLytAPI
import PayLytRPC
import StandardAPI

/// What a release costs, what it would pay, and the proof of what it paid.
extension EscrowService {
  func previewRelease(
    _ request: PreviewReleaseRequest, _ context: ServerContext
  ) async throws -> PreviewReleaseResponse {
    let amount = try request.amount.map {
      try Amounts.wholeSats($0, field: "amount", satsMax: EscrowLimits.amountSatsMax)
    }
    let id: UUID
    let approval: EscrowCase.Approval
    if request.name.contains("/milestones/") {
      let (escrow, position) = try ResourceName.parseMilestone(request.name)
      (id, approval) = (escrow, .milestone(position, amountMsat: amount))
    } else {
      id = try ResourceName.parse(request.name, "escrows")
      approval = amount.map { .amount($0) } ?? .all
    }
    let quote = try Self.quote(request.quote)
    var held = try await service.escrow(id, context)
    let payees = try await service.database.query(
      EscrowStatements.payees, [.uuid(id)], deadline: context.deadline)
    let payment = try held.release(approval, at: service.clock.now())
    let parts = PayeePart.all(of: payment.netMsat, payees, freelancer: held.escrow.freelancer)
    return PreviewReleaseResponse(
      gross: .msat(payment.grossMsat), fee: .msat(payment.feeMsat), net: .msat(payment.netMsat),
      parts: parts.map { ReceiptPart($0) }, escrow: PayLytAPI.Escrow(held),
      converted: try await converted(parts, of: held.escrow, at: quote, context))
  }

  /// What the freelancer would get at their quote; nil without one.
  private func converted(
    _ parts: [PayeePart], of escrow: Escrow, at quote: UUID?, _ context: ServerContext
  ) async throws -> PayLytAPI.Money? {
    guard let quote else { return nil }
    var known = try await service.read(ExchangeStatements.quote, quote, "quote", context) {
      $0.user == escrow.freelancer
    }
    try known.execute(as: quote, at: service.clock.now())
    try known.check(pays: escrow.freelancerMsat(of: parts))
    return PayLytAPI.Money(known.terms.to)
  }

  func listReceipts(
    _ request: ListReceiptsRequest, _ context: ServerContext
  ) async throws -> ListReceiptsResponse {
    let id = try ResourceName.parse(request.parent, "escrows", field: "parent")
    _ = try await service.escrow(id, context)
    let (receipts, next) = try await service.search(
      ReceiptStatements.list, request, of: .one(id), newestFirst: false, context
    ) { PayLytAPI.Receipt($0, key: service.secrets.receipts) }
    return ListReceiptsResponse(receipts: receipts, nextPageToken: next)
  }

  func getReceipt(
    _ request: GetReceiptRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Receipt {
    let (escrow, receipt) = try ResourceName.parse(request.name, "escrows", in: "receipts")
    _ = try await service.escrow(escrow, context)
    let found = try await service.database.query(
      ReceiptStatements.receipt, [.uuid(receipt), .uuid(escrow)], deadline: context.deadline)
    guard let receipt = found.first else { throw Refusal.notFound("receipt \(receipt)") }
    return PayLytAPI.Receipt(receipt, key: service.secrets.receipts)
  }

  func getReceiptKey(
    _ request: GetReceiptKeyRequest, _ context: ServerContext
  ) async throws -> ReceiptKey {
    ReceiptKey(service.secrets.receipts)
  }

  func getFeeSchedule(
    _ request: GetFeeScheduleRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.FeeSchedule {
    let version = Int32(clamping: try ResourceName.parseNumber(request.name, "feeSchedules"))
    let found = try await service.database.query(
      ReceiptStatements.feeSchedule, [.int4(version)], deadline: context.deadline)
    guard let schedule = found.first else { throw Refusal.notFound(request.name) }
    return PayLytAPI.FeeSchedule(schedule)
  }

  func listFeeSchedules(
    _ request: ListFeeSchedulesRequest, _ context: ServerContext
  ) async throws -> ListFeeSchedulesResponse {
    let page = try service.page(of: "ListFeeSchedules", request.pageSize, request.pageToken)
    let before = page.afterPosition == 0 ? Int32.max : Int32(clamping: page.afterPosition)
    let found = try await service.database.query(
      ReceiptStatements.feeSchedules, [.int4(before), page.limit], deadline: context.deadline)
    let (feeSchedules, next) = page.cut(
      found, position: { Int64($0.rates.version) }
    ) { PayLytAPI.FeeSchedule($0) }
    return ListFeeSchedulesResponse(feeSchedules: feeSchedules, nextPageToken: next)
  }

  func setFeeSchedule(
    _ request: SetFeeScheduleRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.FeeSchedule {
    try await service.change(request, context) { asked in
      let minimum = request.min?.units ?? 0
      let maximum = request.max?.units ?? .max
      guard maximum >= minimum else { throw Refusal.invalid("max", "Not below `min`.") }
      return SetFeeSchedule(
        caller: asked.caller, request: asked.identity, basisPoints: request.basisPoints,
        fixedMsat: request.fixed?.units ?? 0, minMsat: minimum,
        maxMsat: maximum, replaces: request.replacesVersion)
    } answer: {
      PayLytAPI.FeeSchedule($0)
    }
  }
}

extension SetFeeScheduleRequest: ChangeRequest {}

extension ListReceiptsRequest: SearchRequest {}
