import PayLytAPI
import PayLytRPC

/// The RPC face of corrections, for admins.
struct CorrectionService: CorrectionServiceHandler {
  let service: ServiceContext

  func proposeCorrection(
    _ request: ProposeCorrectionRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Correction {
    try await service.change(request, context) { asked in
      guard let kind = CorrectionKind(request.kind) else {
        throw Refusal.invalid("kind", "Name one of the kinds.")
      }
      return ProposeCorrection(
        caller: asked.caller, request: asked.identity, kind: kind,
        user: try Self.user(request.user, of: kind), amount: try Self.amount(request.amount, kind),
        subject: try Self.subject(request.subject), reason: request.reason)
    } answer: {
      PayLytAPI.Correction($0)
    }
  }

  func approveCorrection(
    _ request: ApproveCorrectionRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Correction {
    let id = try ResourceName.parse(request.name, "corrections")
    // The answer that is kept is the event's payload, which the user reads, too.
    var booked = try await service.change(request, context) { asked in
      ApproveCorrection(
        caller: asked.caller, request: asked.identity, id: id, etag: request.etag)
    } answer: {
      PayLytAPI.Correction($0, forAdmin: false)
    }
    booked.reason = try await read(id, context).reason
    return booked
  }

  func withdrawCorrection(
    _ request: WithdrawCorrectionRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Correction {
    try await service.change(request, context) { asked in
      WithdrawCorrection(
        caller: asked.caller, request: asked.identity,
        id: try ResourceName.parse(request.name, "corrections"), reason: request.reason,
        etag: request.etag)
    } answer: {
      PayLytAPI.Correction($0)
    }
  }

  func getCorrection(
    _ request: GetCorrectionRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Correction {
    PayLytAPI.Correction(try await read(ResourceName.parse(request.name, "corrections"), context))
  }

  func listCorrections(
    _ request: ListCorrectionsRequest, _ context: ServerContext
  ) async throws -> ListCorrectionsResponse {
    let (corrections, next) = try await service.search(
      CorrectionStatements.corrections, request, of: .everybody, context
    ) { PayLytAPI.Correction($0) }
    return ListCorrectionsResponse(corrections: corrections, nextPageToken: next)
  }

  private func read(_ id: UUID, _ context: ServerContext) async throws -> Correction {
    try await service.read(CorrectionStatements.correction, id, "correction", context)
  }

  private static func user(_ name: String, of kind: CorrectionKind) throws(Refusal) -> UUID? {
    guard kind.isOfWallet == !name.isEmpty else {
      throw .invalid("user", "Of KIND_WALLET_CREDIT and KIND_WALLET_DEBIT, and of no other.")
    }
    return name.isEmpty ? nil : try ResourceName.parse(name, "users", field: "user")
  }

  private static func amount(
    _ money: PayLytAPI.Money?, _ kind: CorrectionKind
  ) throws(Refusal) -> Money {
    guard let money, let asset = Asset(rawValue: money.asset) else {
      throw .invalid("amount", "Say how much, of BTC, NGN, KES, GHS or USD.")
    }
    guard kind.isOfWallet || asset == .btc else {
      throw .invalid("amount.asset", "Providers hold BTC alone.")
    }
    return Money(asset: asset, units: money.units)
  }

  private static func subject(_ name: String) throws(Refusal) -> CorrectionSubject? {
    guard !name.isEmpty else { return nil }
    guard let subject = CorrectionSubject(name) else { throw .notFound(name) }
    return subject
  }
}
