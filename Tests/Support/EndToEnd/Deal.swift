import FoundationEssentials
public import PayLytAPI
import PayLytRPC
import StandardAPI

/// A job that a client has posted and a freelancer has accepted, with its escrow.
public struct Deal: Sendable {
  public let client: Person
  public let freelancer: Person
  public let job: Job

  public var escrow: String { job.escrow }
  public func milestone(_ position: Int) -> String { "\(job.escrow)/milestones/\(position)" }

  private init(client: Person, freelancer: Person, job: Job) {
    self.client = client
    self.freelancer = freelancer
    self.job = job
  }

  /// A job that is the freelancer's already.
  public init(client: Person, freelancer: Person, name: String) async throws {
    let job = try await client.jobs.getJob(.init(name: name), options: client.options)
    self.init(client: client, freelancer: freelancer, job: job)
  }

  /// The same job in other hands: for what must be refused.
  public init(_ deal: Deal, client: Person? = nil, freelancer: Person? = nil) {
    self.init(
      client: client ?? deal.client, freelancer: freelancer ?? deal.freelancer, job: deal.job)
  }

  /// - Parameter sats: of each milestone.
  public static func accepted(
    on deployment: Deployment, sats: [Int64] = [20_000, 30_000],
    deadlineIn: Duration = .seconds(14 * 24 * 3600)
  ) async throws -> Deal {
    let channel = try deployment.server.channel()
    async let client = Person.register([.client], on: channel)
    async let freelancer = Person.register([.freelancer], on: channel)
    return try await accepted(
      by: client, freelancer, sats: sats, deadlineIn: deadlineIn)
  }

  public static func accepted(
    by client: Person, _ freelancer: Person, sats: [Int64],
    deadlineIn: Duration = .seconds(14 * 24 * 3600)
  ) async throws -> Deal {
    let posted = try await client.jobs.createJob(
      jobRequest(sats: sats, deadlineIn: deadlineIn), options: client.options)
    let terms = AcceptTermsRequest(
      requestID: RequestID.new(), name: posted.name, termsSha256: posted.termsSha256)
    let job = try await freelancer.jobs.acceptTerms(terms, options: freelancer.options)
    return Deal(client: client, freelancer: freelancer, job: job)
  }

  /// The same with the money paid and held.
  public static func funded(
    on deployment: Deployment, sats: [Int64] = [20_000, 30_000]
  ) async throws -> Deal {
    let deal = try await accepted(on: deployment, sats: sats)
    let invoice = try await deal.fund()
    try await deployment.simulator.pay(invoice.paymentHash)
    try await deal.reaches(.paidLocked)
    return deal
  }

  public static func jobRequest(
    sats: [Int64], deadlineIn: Duration = .seconds(14 * 24 * 3600)
  ) -> CreateJobRequest {
    let now = Int64(Date().timeIntervalSince1970)
    return CreateJobRequest(
      requestID: RequestID.new(), title: "A logo", description: "Drafts, then final files.",
      milestones: sats.enumerated().map { index, sats in
        MilestoneTerms(title: "Step \(index + 1)", amount: .sats(sats))
      }, localCurrency: "NGN",
      deadline: ProtoTimestamp(seconds: now + deadlineIn.components.seconds))
  }

  /// Asks for the invoice.
  public func askForInvoice(hold: Bool = false) async throws -> FundEscrowResponse {
    try await client.escrows.fundEscrow(
      FundEscrowRequest(requestID: RequestID.new(), name: escrow, hold: hold),
      options: client.options)
  }

  /// Asks for the invoice and reads it.
  public func fund(hold: Bool = false) async throws -> Invoice {
    let funding = try await askForInvoice(hold: hold)
    return try await client.invoices.getInvoice(
      GetInvoiceRequest(name: funding.invoice), options: client.options)
  }

  /// The escrow as it is now.
  public func read() async throws -> Escrow {
    try await client.escrows.getEscrow(
      GetEscrowRequest(name: escrow), options: client.options)
  }

  /// Waits, by watching it, until the escrow is in a state.
  @discardableResult
  public func reaches(_ state: Escrow.State) async throws -> Escrow {
    try await reaches("\(state)") { $0.state == state }
  }

  @discardableResult
  public func reaches(
    _ what: String, _ condition: (Escrow) -> Bool
  ) async throws -> Escrow {
    let changes = try await client.escrows.watchEscrow(
      WatchEscrowRequest(name: escrow), options: client.options)
    var last: Escrow?
    for try await change in changes {
      if condition(change) { return change }
      last = change
    }
    throw Failure("the escrow never came to: \(what); it ended as \(String(describing: last))")
  }

  @discardableResult
  public func release(_ position: Int, requestID: String? = nil) async throws -> Escrow {
    try await client.escrows.releaseMilestone(
      ReleaseMilestoneRequest(
        requestID: requestID ?? RequestID.new(), name: milestone(position)),
      options: client.options)
  }

  @discardableResult
  public func releaseAll() async throws -> Escrow {
    try await client.escrows.releaseEscrow(
      ReleaseEscrowRequest(requestID: RequestID.new(), name: escrow), options: client.options)
  }

  @discardableResult
  public func submit(_ position: Int) async throws -> Escrow {
    try await freelancer.escrows.submitMilestone(
      SubmitMilestoneRequest(
        requestID: RequestID.new(), name: milestone(position), deliveryNote: "It is done."),
      options: freelancer.options)
  }

  @discardableResult
  public func refund(by person: Person) async throws -> Escrow {
    try await person.escrows.refundEscrow(
      RefundEscrowRequest(requestID: RequestID.new(), name: escrow, reason: "We part ways."),
      options: person.options)
  }

  @discardableResult
  public func cancel() async throws -> Escrow {
    try await client.escrows.cancelEscrow(
      CancelEscrowRequest(requestID: RequestID.new(), name: escrow), options: client.options)
  }
}
