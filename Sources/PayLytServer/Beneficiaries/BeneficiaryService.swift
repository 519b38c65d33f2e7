import Lightning
import PayLytAPI
import PayLytRPC
import StandardAPI

/// The RPC face of beneficiaries.
struct BeneficiaryService: BeneficiaryServiceHandler {
  let service: ServiceContext
  let provider: any LightningProvider
  let corridors: Corridors
  let keys: DetailKeys

  func createBeneficiary(
    _ request: CreateBeneficiaryRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Beneficiary {
    try await service.change(request, context, asksOutside: true) { asked in
      let destination = try PayoutDestination(request.destination)
      let label = request.label
      let currency: Asset
      if let account = destination.account {
        // What may be cached, and a read: a rehearsal may ask for it, too.
        (_, currency) = try await corridors.corridor(country: account.country, account.kind)
      } else {
        currency = .btc
      }
      let now = service.clock.now()
      return CreateBeneficiary(
        caller: asked.caller, request: asked.identity,
        beneficiary: Beneficiary(
          id: .fresh(at: now), user: asked.principal.user, destination: destination, label: label,
          currency: currency, keys: keys, at: now))
    } answer: {
      PayLytAPI.Beneficiary($0)
    }
  }

  func getBeneficiary(
    _ request: GetBeneficiaryRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Beneficiary {
    let id = try ResourceName.parse(request.name, "beneficiaries")
    let principal = try context.caller()
    let beneficiary = try await service.read(
      BeneficiaryStatements.beneficiary, id, "beneficiary", context
    ) { principal.sees(thingsOf: $0.user) }
    return PayLytAPI.Beneficiary(beneficiary)
  }

  func listBeneficiaries(
    _ request: ListBeneficiariesRequest, _ context: ServerContext
  ) async throws -> ListBeneficiariesResponse {
    let user = try context.caller().user
    let page = try service.page(
      of: "ListBeneficiaries \(user)", request.pageSize, request.pageToken)
    let found = try await service.database.query(
      BeneficiaryStatements.beneficiariesOfUser, [.uuid(user), page.before, page.limit],
      deadline: context.deadline)
    let (beneficiaries, next) = page.cut(found, id: \.id) { PayLytAPI.Beneficiary($0) }
    return ListBeneficiariesResponse(beneficiaries: beneficiaries, nextPageToken: next)
  }

  func deleteBeneficiary(
    _ request: DeleteBeneficiaryRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Beneficiary {
    try await service.change(request, context) { asked in
      DeleteBeneficiary(
        caller: asked.caller, request: asked.identity, user: asked.principal.user,
        beneficiary: try ResourceName.parse(request.name, "beneficiaries"))
    } answer: {
      PayLytAPI.Beneficiary($0)
    }
  }

  func resolveBeneficiary(
    _ request: ResolveBeneficiaryRequest, _ context: ServerContext
  ) async throws -> ResolveBeneficiaryResponse {
    let destination = try PayoutDestination(request.destination)
    try service.countQuestion(by: context.caller())
    return ResolveBeneficiaryResponse(
      method: PayLytAPI.PayoutMethod(destination.method),
      accountName: try await holder(of: destination), masked: destination.masked)
  }

  func listCorridors(
    _ request: ListCorridorsRequest, _ context: ServerContext
  ) async throws -> ListCorridorsResponse {
    ListCorridorsResponse(corridors: try await corridors.all().map { Corridor($0) })
  }

  /// - Throws: NOT_FOUND when nobody is there.
  private func holder(of destination: PayoutDestination) async throws -> String {
    switch destination {
    case .bank(let account), .mobileMoney(let account):
      _ = try await corridors.corridor(country: account.country, account.kind)
      guard let holder = try await corridors.rail?.accountHolder(account) else {
        throw Refusal.notFound("such account")
      }
      return holder
    case .lightningAddress(let text):
      let address = try LightningAddress(text)
      do throws(ProviderError) {
        _ = try await provider.resolve(address, amountMsat: Self.resolveMsat, reference: "")
        return ""
      } catch {
        throw error.ofAddress
      }
    case .bolt11(let text):
      let invoice = try BOLT11Invoice(text)
      guard !invoice.isExpired(at: service.world.now().seconds) else {
        throw Refusal.notFound("invoice that can still be paid")
      }
      guard case .text(let description) = invoice.purpose else { return "" }
      return description
    }
  }

  /// A Lightning address is asked for an invoice over this, which nobody pays.
  private static let resolveMsat: Int64 = 1_000_000
}

extension ProviderError {
  /// What it says about a Lightning address: its own service was asked, and not our provider.
  fileprivate var ofAddress: Refusal {
    switch self {
    case .refused: .notFound("such Lightning address")
    case .unknownDomain:
      Refusal(
        .notFound, reason: "NOT_FOUND",
        message: "The domain of this Lightning address is not found. See how it is spelt.")
    case .unavailable, .outcomeUnknown:
      Refusal(
        .unavailable, reason: "PROVIDER_DOWN",
        message: "The service of this Lightning address does not answer. Send it again later.")
    }
  }
}
