import PayLytAPI
import PayLytRPC

extension ServerLoop {
  /// What users and operators call.
  static func services(
    _ parts: Parts, _ service: ServiceContext, _ outside: Outside, _ payoutWorker: PayoutWorker,
    sealedLog: SealedLog, latency: DeliveryLatency
  ) -> [any RPCService] {
    let provider = outside.lightning
    let corridors = Corridors(rail: outside.rail, clock: parts.clock)
    let rates = ExchangeRates(source: outside.rates, clock: parts.clock)
    let funding = Funding(
      provider: provider, database: service.database, clock: parts.clock,
      preimageKey: parts.secrets.preimages, keys: parts.detailKeys)
    let wallets = WalletService(
      service: service, provider: provider, approvalLimitMsat: parts.approvalLimitSats * 1000
    ) { try await rates.worthMsat(of: $0) }
    let invoices = InvoiceService(service: service, funding: funding) { name, context in
      // GetInvoice shows deposits, too: not to a key without the permission of GetDeposit.
      let permission = WalletServiceMethods.getDeposit.options.permission
      if let refusal = Access.refusal(of: try context.caller().grant, for: permission) {
        throw refusal
      }
      return try await wallets.getDeposit(GetDepositRequest(name: name), context)
    }
    var services: [any RPCService] = [
      AuthService(
        service: service, sessions: parts.sessions, throttles: parts.throttles,
        blocking: parts.blocking, decoyHash: parts.decoyHash, mailsCodes: parts.mail != nil),
      ApiKeyService(service: service, keys: parts.keys),
      AccessService(service: service, table: Access.table(of: PayLytAPIDescriptors.services)),
      UserService(service: service, sessions: parts.sessions, keys: parts.detailKeys),
      JobService(service: service, rates: rates),
      EscrowService(
        service: service, funding: funding,
        approvalLimitMsat: parts.approvalLimitSats * 1000, exposure: parts.exchange.exposure),
      DeliverableService(service: service, files: FileStore(service: service)),
      DisputeService(
        service: service, files: FileStore(service: service),
        approvalLimitMsat: parts.approvalLimitSats * 1000),
      invoices, wallets,
      PayoutService(
        service: service,
        orders: PayoutOrders(
          database: service.database, provider: provider, corridors: corridors,
          keys: parts.detailKeys,
          rates: rates, policy: parts.exchange, clock: parts.clock, log: parts.log),
        worker: payoutWorker, nudge: { parts.workerBells.payouts.ring() }),
      BeneficiaryService(
        service: service, provider: provider, corridors: corridors, keys: parts.detailKeys),
      AdminService(service: service) { parts.workerBells.ringForReplays() },
      CorrectionService(service: service),
      ProviderService(service: service, providers: outside.providerDuties, log: parts.log),
      ReconciliationService(
        service: service, providers: outside.comparedProviders.map(\.book.name),
        nudge: { parts.workerBells.reconciliation.ring() }),
      FxService(service: service, rates: rates, policy: parts.exchange),
      LedgerService(service: service, entitiesOff: EscrowStatements.escrowsOff),
      EventService(service: service, log: sealedLog, latency: latency),
      AuditService(service: service, log: sealedLog),
    ]
    services += [
      WebhookService(
        service: service, log: sealedLog, keys: parts.detailKeys, policy: parts.webhookPolicy),
      NotificationService(service: service),
      DashboardService(service: service, log: sealedLog, exposure: parts.exchange.exposure),
    ]
    if let time = parts.sandbox {
      services.append(
        SandboxService(service: service, time: time, payer: outside.payer) { name, context in
          if name.hasPrefix("deposits/") {
            return try PayableInvoice(
              await wallets.getDeposit(GetDepositRequest(name: name), context))
          }
          return try PayableInvoice(
            await invoices.getInvoice(GetInvoiceRequest(name: name), context))
        })
    }
    return services
  }

  /// Those of `services`, in their order: their health is known before they are made.
  static func names(_ parts: Parts) -> [String] {
    serviceNames + (parts.sandbox == nil ? [] : [SandboxService.serviceName])
  }

  static let serviceNames = [
    AuthService.serviceName, ApiKeyService.serviceName, AccessService.serviceName,
    UserService.serviceName, JobService.serviceName, EscrowService.serviceName,
    DeliverableService.serviceName, DisputeService.serviceName,
    InvoiceService.serviceName, WalletService.serviceName, PayoutService.serviceName,
    BeneficiaryService.serviceName, AdminService.serviceName, CorrectionService.serviceName,
    ProviderService.serviceName, ReconciliationService.serviceName,
    FxService.serviceName,
    LedgerService.serviceName,
    EventService.serviceName,
    AuditService.serviceName, WebhookService.serviceName,
    NotificationService.serviceName, DashboardService.serviceName,
  ]
}
