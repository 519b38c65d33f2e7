import PayLytAPI
import StandardAPI

extension JobTerms {
  /// - Throws: INVALID_ARGUMENT with the field.
  init(_ request: CreateJobRequest) throws(Refusal) {
    guard (1...EscrowLimits.milestonesMax).contains(request.milestones.count) else {
      throw .invalid("milestones", "Between 1 and \(EscrowLimits.milestonesMax) milestones.")
    }
    var steps: [Step] = []
    for (index, milestone) in request.milestones.enumerated() {
      steps.append(try Step(milestone, field: "milestones[\(index)]"))
    }
    self.init(
      title: try Texts.check(
        request.title, field: "title", maximum: EscrowLimits.titleCharactersMax),
      description: try Texts.check(
        request.description, field: "description", maximum: EscrowLimits.noteCharactersMax),
      steps: steps, deadline: try Timestamp(request.deadline, field: "deadline"),
      conditions: try EscrowConditions(request.conditions ?? Conditions(), field: "conditions"))
    try checkAmount(field: "milestones")
  }

  /// - Throws: INVALID_ARGUMENT when the steps together are more than an escrow holds.
  func checkAmount(field: String) throws(Refusal) {
    guard amountMsat <= EscrowLimits.amountSatsMax * 1000 else {
      throw .invalid(field, "At most \(EscrowLimits.amountSatsMax) satoshis together.")
    }
  }
}

extension JobTerms.Step {
  init(_ milestone: MilestoneTerms, field: String) throws(Refusal) {
    self.init(
      title: try Texts.check(
        milestone.title, field: "\(field).title", maximum: EscrowLimits.titleCharactersMax),
      amountMsat: try Amounts.wholeSats(
        milestone.amount, field: "\(field).amount", satsMax: EscrowLimits.amountSatsMax))
    guard !title.contains("\n") else { throw .invalid("\(field).title", "A title is one line.") }
  }
}

extension EscrowConditions {
  /// - Throws: INVALID_ARGUMENT with the field.
  init(_ wire: Conditions, field: String) throws(Refusal) {
    let payer: FeePayer
    switch wire.feePayer {
    case .client: payer = .client
    case .freelancer, .unspecified: payer = .freelancer
    case .split: payer = .split
    case .unrecognized: throw .invalid("\(field).fee_payer", "There is no such payer.")
    }
    let seconds =
      wire.inspectionSeconds == 0
      ? EscrowLimits.inspectionSecondsDefault : wire.inspectionSeconds
    guard EscrowLimits.inspectionSeconds.contains(seconds) else {
      throw .invalid(
        "\(field).inspection_seconds",
        "1 to \(EscrowLimits.inspectionSeconds.upperBound) seconds, or 0 for 7 days.")
    }
    guard (-1...Int32(EscrowLimits.revisions.upperBound)).contains(wire.revisionsMax) else {
      throw .invalid(
        "\(field).revisions_max",
        "1 to \(EscrowLimits.revisions.upperBound), -1 for none, 0 for the usual.")
    }
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
  /// - Throws: INVALID_ARGUMENT with the field.
  init(_ sha256: [UInt8], version: Int32) throws(Refusal) {
    guard sha256.count == 32 else {
      throw .invalid("terms_sha256", "The 32 bytes of the job's terms_sha256.")
    }
    guard version >= 0 else { throw .invalid("terms_version", "The job's terms_version.") }
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
      localValue: PayLytAPI.Money(Money(asset: job.local.currency, units: job.local.minor)),
      rate: Rate(
        numerator: job.local.rateNumerator, denominator: job.local.rateDenominator),
      rateTime: ProtoTimestamp(job.local.rateAt), deadline: ProtoTimestamp(job.deadline),
      milestones: view.milestones.map {
        MilestoneTerms(
          title: $0.title, amount: .msat($0.amountMsat),
          name: "jobs/\(job.id)/milestones/\($0.number)")
      },
      state: State(job.state, view.escrowState), termsSha256: job.termsSHA256,
      escrow: job.escrow.map { "escrows/\($0)" } ?? "",
      createTime: ProtoTimestamp(job.createdAt), etag: job.etag,
      termsVersion: job.termsVersion, conditions: Conditions(job.conditions),
      requiresApplication: job.requiresApplication, updateTime: ProtoTimestamp(job.updatedAt))
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
  /// From assigned on, the escrow tells.
  init(_ state: JobState, _ escrow: EscrowState?) {
    switch (state, escrow) {
    case (.open, _): self = .open
    case (.draft, _): self = .draft
    case (.expired, _), (.assigned, .expired): self = .expired
    case (.cancelled, _), (.assigned, .cancelled): self = .cancelled
    case (.assigned, .none), (.assigned, .created), (.assigned, .awaitingPayment),
      (.assigned, .partiallyFunded):
      self = .assigned
    case (.assigned, .paidLocked), (.assigned, .partiallyReleased): self = .paidLocked
    case (.assigned, .inReview): self = .submitted
    case (.assigned, .released): self = .released
    case (.assigned, .refunded): self = .refunded
    case (.assigned, .disputed): self = .disputed
    case (.assigned, .split): self = .split
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
    let all = ["title", "description", "deadline", "conditions", "requires_application"]
    let paths = request.updateMask?.paths ?? []
    guard !paths.isEmpty, paths == ["*"] || paths.allSatisfy(all.contains) else {
      throw .invalid("update_mask", "Some of \(all.joined(separator: ", ")), or * alone.")
    }
    func isMeant(_ field: String) -> Bool { paths.contains(field) || paths == ["*"] }
    self.init()
    if isMeant("title") {
      title = try Texts.check(
        request.title, field: "title", maximum: EscrowLimits.titleCharactersMax)
    }
    if isMeant("description") {
      description = try Texts.check(
        request.description, field: "description", maximum: EscrowLimits.noteCharactersMax)
    }
    if isMeant("deadline") { deadline = try Timestamp(request.deadline, field: "deadline") }
    if isMeant("conditions") {
      conditions = try EscrowConditions(
        request.conditions ?? Conditions(), field: "conditions")
    }
    if isMeant("requires_application") { requiresApplication = request.requiresApplication }
  }
}
