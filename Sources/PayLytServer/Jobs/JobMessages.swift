import PayLytAPI
import StandardAPI

extension JobTerms {
  /// - Parameter fees: those of the moment.
  /// - Throws: INVALID_ARGUMENT with the field.
  init(_ request: CreateJobRequest, fees: FeeRates) throws(Refusal) {
    var steps: [Step] = []
    for (index, milestone) in request.milestones.enumerated() {
      steps.append(try Step(milestone, field: "milestones[\(index)]"))
    }
    if steps.isEmpty { steps = [try Step(whole: request)] }
    self.init(
      title: request.title, description: request.description, steps: steps,
      deadline: try Timestamp(request.deadline, field: "deadline"),
      conditions: EscrowConditions(request.conditions ?? Conditions()), fees: fees)
    try checkAmount(field: "milestones")
    guard let whole = request.amount, !request.milestones.isEmpty else { return }
    guard whole.asset == Asset.btc.rawValue, whole.units == amountMsat else {
      throw .invalid("amount", "The sum of the milestones, or left out.")
    }
  }

  /// - Throws: INVALID_ARGUMENT when the steps together are more than an escrow holds.
  func checkAmount(field: String) throws(Refusal) {
    guard amountMsat <= EscrowLimits.amountMsatMax else {
      throw .invalid(field, "At most \(EscrowLimits.amountSatsMax) satoshis together.")
    }
  }
}

extension JobTerms.Step {
  init(_ milestone: MilestoneTerms, field: String) throws(Refusal) {
    self.init(
      title: milestone.title,
      amountMsat: try Amounts.wholeSats(
        milestone.amount, field: "\(field).amount", satsMax: EscrowLimits.amountSatsMax))
  }

  /// The one step of a job that has a price and no milestones.
  init(whole request: CreateJobRequest) throws(Refusal) {
    guard let amount = request.amount else {
      throw .invalid("milestones", "Name at least one, or the amount of the whole job.")
    }
    self.init(
      // The title of a step is one line.
      title: String(request.title.map { $0.isNewline ? " " : $0 }),
      amountMsat: try Amounts.wholeSats(
        amount, field: "amount", satsMax: EscrowLimits.amountSatsMax))
  }
}

extension EscrowConditions {
  init(_ wire: Conditions) {
    let payer: FeePayer =
      switch wire.feePayer {
      case .client: .client
      case .freelancer, .unspecified, .unrecognized: .freelancer
      case .split: .split
      }
    let seconds =
      wire.inspectionSeconds == 0
      ? EscrowLimits.inspectionSecondsDefault : wire.inspectionSeconds
    let revisions =
      switch wire.revisionsMax {
      case 0: EscrowLimits.revisionsDefault
      case -1: Int16(0)
      default: Int16(wire.revisionsMax)
      }
    self.init(
      feePayer: payer, inspectionSeconds: seconds, revisionsMax: revisions,
      isReturnedByTimer: wire.autoRefund)
  }
}

extension Job.Agreement {
  init(_ sha256: [UInt8], version: Int32) {
    self.init(sha256: sha256, version: version == 0 ? nil : version)
  }
}

extension PayLytAPI.Job {
  init(_ view: JobView) {
    let job = view.job
    self.init(
      name: "jobs/\(job.id)", title: job.title, description: job.description,
      client: "users/\(job.client)", freelancer: job.freelancer.map { "users/\($0)" } ?? "",
      amount: .msat(job.amountMsat),
      localValue: job.local.worth.map {
        PayLytAPI.Money(Money(asset: job.local.currency, units: $0.minor))
      },
      rate: job.local.worth.map {
        Rate(numerator: $0.rateNumerator, denominator: $0.rateDenominator)
      },
      rateTime: job.local.worth.map { ProtoTimestamp($0.rateAt) },
      deadline: ProtoTimestamp(job.deadline),
      milestones: view.milestones.map {
        MilestoneTerms(
          title: $0.title, amount: .msat($0.amountMsat),
          name: "jobs/\(job.id)/milestones/\($0.number)")
      },
      state: State(view.stage), termsSha256: job.termsSHA256,
      escrow: job.escrow.map { "escrows/\($0)" } ?? "",
      createTime: ProtoTimestamp(job.createdAt), etag: job.etag,
      termsVersion: job.termsVersion, conditions: Conditions(job.conditions),
      requiresApplication: job.requiresApplication, updateTime: ProtoTimestamp(job.updatedAt))
    fees = PayLytAPI.FeeSchedule(job.fees)
    clientPays = .msat(job.feeTerms.clientPays(for: job.amountMsat))
    freelancerGets = .msat(job.feeTerms.freelancerGets(for: job.amountMsat))
  }
}

extension Conditions {
  init(_ conditions: EscrowConditions) {
    self.init(
      feePayer: PayLytAPI.FeePayer(conditions.feePayer),
      inspectionSeconds: conditions.inspectionSeconds,
      revisionsMax: conditions.revisionsMax == 0 ? -1 : Int32(conditions.revisionsMax),
      autoRefund: conditions.isReturnedByTimer)
  }
}

extension PayLytAPI.Job.State {
  init(_ stage: JobStage) {
    self =
      switch stage {
      case .open: .open
      case .assigned: .assigned
      case .paidLocked: .paidLocked
      case .submitted: .submitted
      case .released: .released
      case .refunded: .refunded
      case .cancelled: .cancelled
      case .draft: .draft
      case .expired: .expired
      case .disputed: .disputed
      case .split: .split
      }
  }
}

extension Payload {
  /// The job after a timer went off, when it did something.
  static func job(_ view: JobView?) -> Payload {
    view.map { Payload(PayLytAPI.Job($0)) } ?? .none(of: view)
  }
}

extension PayLytAPI.Application {
  init(_ application: Application) {
    self.init(
      name: "jobs/\(application.job)/applications/\(application.id)",
      freelancer: "users/\(application.freelancer)", proposal: application.proposal,
      state: State(application.state), termsSha256: application.termsSHA256,
      termsVersion: application.termsVersion, etag: application.etag,
      createTime: ProtoTimestamp(application.createdAt),
      updateTime: ProtoTimestamp(application.updatedAt))
  }
}

extension PayLytAPI.Application.State {
  init(_ state: ApplicationState) {
    self =
      switch state {
      case .pending: .pending
      case .accepted: .accepted
      case .rejected: .rejected
      case .withdrawn: .withdrawn
      case .passedOver: .passedOver
      }
  }
}

extension PayLytAPI.Deliverable {
  init(_ row: DeliverableRow) {
    let escrow = "escrows/\(row.deliverable.escrow)"
    self.init(
      name: "\(escrow)/deliverables/\(row.deliverable.id)",
      milestone: "\(escrow)/milestones/\(row.deliverable.position)", fileName: row.file.name,
      contentType: row.file.contentType, sizeBytes: row.file.sizeBytes, sha256: row.file.sha256,
      createTime: ProtoTimestamp(row.deliverable.createdAt))
  }
}

extension UpdateJob.Changes {
  /// - Throws: INVALID_ARGUMENT with the field.
  init(_ request: UpdateJobRequest) throws(Refusal) {
    let paths = request.updateMask?.paths ?? []
    func isMeant(_ field: String) -> Bool { paths.contains(field) || paths == ["*"] }
    self.init()
    if isMeant("title") { title = request.title }
    if isMeant("description") { description = request.description }
    if isMeant("deadline") { deadline = try Timestamp(request.deadline, field: "deadline") }
    if isMeant("conditions") {
      conditions = EscrowConditions(request.conditions ?? Conditions())
    }
    if isMeant("requires_application") { requiresApplication = request.requiresApplication }
  }
}
