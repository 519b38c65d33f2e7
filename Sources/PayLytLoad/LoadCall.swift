import PayLytAPI
import PayLytRPC
import PayLytRPCServices
import StandardAPI

/// One operation, or one prepared call, as an RPC: what it is called with, and what the journal
/// keeps of its answer.
struct LoadCall: Sendable {
  struct Answer: Sendable {
    /// Of the journal; empty for reads.
    let subject: String
    let version: Int64
    let isReplay: Bool
  }

  let name: CallName
  /// What the journal keeps it as; nil when it keeps nothing of it.
  let written: Operation?
  let request: Identifier
  /// Known before the call for what changes an escrow.
  let subject: String
  let send: @Sendable (Channel) async throws(RPCError) -> Answer

  /// The call of one arrival; nil when the work is used up or holds nothing for it.
  init?(
    _ operation: Operation, arrival: UInt64, _ supply: WorkSupply, _ users: SignedInUsers,
    seed: UInt64
  ) {
    name = CallName(operation)
    written = operation.isWritten ? operation : nil
    let request = Identifier.random()
    self.request = request
    switch operation {
    case .release:
      guard let piece = supply.takeFirst() else { return nil }
      subject = piece.subject
      send = { channel throws(RPCError) in
        let answer: UnaryResponse<Escrow> = try await channel.unary(
          EscrowServiceMethods.releaseMilestone,
          ReleaseMilestoneRequest(requestID: request.description, name: piece.name),
          users.options(of: piece.escrow.client))
        return Answer(answer, subject: piece.subject)
      }
    case .submit:
      guard let piece = supply.takeLast(), let freelancer = piece.escrow.freelancer else {
        return nil
      }
      subject = piece.subject
      send = { channel throws(RPCError) in
        let answer: UnaryResponse<Escrow> = try await channel.unary(
          EscrowServiceMethods.submitMilestone,
          SubmitMilestoneRequest(
            requestID: request.description, name: piece.name,
            deliveryNote: "https://example.com/delivery"), users.options(of: freelancer))
        return Answer(answer, subject: piece.subject)
      }
    case .read, .watch:
      guard let escrow = supply.any(arrival, seed: seed) else { return nil }
      subject = ""
      send = { channel throws(RPCError) in
        try await Self.look(
          at: "escrows/\(escrow.id)", watching: operation == .watch, channel,
          users.options(of: escrow.client))
      }
    case .list:
      guard let client = supply.anyClient(arrival) else { return nil }
      subject = ""
      send = { channel throws(RPCError) in
        _ = try await EscrowServiceClient(channel).listEscrows(
          ListEscrowsRequest(), options: users.options(of: client))
        return Answer(subject: "", version: 0, isReplay: false)
      }
    case .createJob:
      guard let client = supply.anyClient(arrival) else { return nil }
      subject = "-"
      send = { channel throws(RPCError) in
        let answer: UnaryResponse<Job> = try await channel.unary(
          JobServiceMethods.createJob, CreateJobRequest.load(request, milestones: 2),
          users.options(of: client))
        return Answer(
          subject: answer.message.name, version: 0, isReplay: answer.initialMetadata.isReplay)
      }
    case .fundRelease:
      guard let client = supply.anyClient(arrival), let freelancer = supply.anyFreelancer(arrival)
      else { return nil }
      subject = "-"
      send = { channel throws(RPCError) in
        let escrow = try await FundedDeal.open(
          request, milestones: 1, client: client, freelancer: freelancer, channel, users)
        let answer: UnaryResponse<Escrow> = try await channel.unary(
          EscrowServiceMethods.releaseEscrow,
          ReleaseEscrowRequest(
            requestID: request.step(FundedDeal.stepsMax + 1).description, name: escrow),
          users.options(of: client))
        return Answer(answer, subject: "\(escrow.dropFirst("escrows/".count))/\(client)")
      }
    }
  }

  /// A prepared call of a method, of which the journal keeps nothing.
  init(
    method: MethodDescriptor, send: @escaping @Sendable (Channel) async throws(RPCError) -> Answer
  ) {
    name = CallName(method: String(method.path.dropFirst()))
    written = nil
    request = Identifier(high: 0, low: 0)
    subject = ""
    self.send = send
  }

  private static func look(
    at name: String, watching: Bool, _ channel: Channel, _ options: CallOptions
  ) async throws(RPCError) -> Answer {
    let client = EscrowServiceClient(channel)
    if watching {
      let states = try await client.watchEscrow(WatchEscrowRequest(name: name), options: options)
      var iterator = states.makeAsyncIterator()
      guard try await iterator.next() != nil else {
        throw RPCError(.unknown, "The stream ended before its first state.")
      }
      states.cancel()
    } else {
      _ = try await client.getEscrow(GetEscrowRequest(name: name), options: options)
    }
    return Answer(subject: "", version: 0, isReplay: false)
  }
}

extension LoadCall.Answer {
  init(_ answer: UnaryResponse<Escrow>, subject: String) {
    self.init(
      subject: subject, version: answer.message.version,
      isReplay: answer.initialMetadata.isReplay)
  }
}

extension WorkSupply.Piece {
  /// The resource name of the milestone.
  var name: String { "escrows/\(escrow.id)/milestones/\(milestone)" }
  /// How the journal names it.
  var subject: String { "\(escrow.id)/\(milestone)" }
}

extension Metadata {
  /// Whether the answer is that of an earlier request with the same id.
  var isReplay: Bool { self["paylyt-idempotent-replayed"] == "true" }
}

extension CreateJobRequest {
  /// Far in the future, so that a work file does not get old: 2100-01-01.
  private static let deadlineSeconds: Int64 = 4_102_444_800

  static func load(_ request: Identifier, milestones: Int) -> CreateJobRequest {
    CreateJobRequest(
      requestID: request.description, title: "Load", description: "Made by paylyt load.",
      milestones: (1...milestones).map {
        MilestoneTerms(title: "Part \($0)", amount: Money(asset: "BTC", units: 1_000_000))
      },
      localCurrency: "USD", deadline: ProtoTimestamp(seconds: deadlineSeconds))
  }
}

extension RPCError {
  /// Whether sending the same request again may help: nothing happened, or nobody knows.
  var isWorthAnotherTry: Bool {
    switch code {
    case .unavailable, .deadlineExceeded, .resourceExhausted, .aborted, .cancelled: true
    case .ok, .unknown, .invalidArgument, .notFound, .alreadyExists, .permissionDenied,
      .failedPrecondition, .outOfRange, .unimplemented, .internalError, .dataLoss,
      .unauthenticated:
      false
    }
  }

  /// Whether the operation may have taken effect all the same.
  var leavesItOpen: Bool {
    switch code {
    case .unavailable, .deadlineExceeded, .cancelled, .unknown, .internalError, .aborted: true
    case .ok, .resourceExhausted, .invalidArgument, .notFound, .alreadyExists, .permissionDenied,
      .failedPrecondition, .outOfRange, .unimplemented, .dataLoss, .unauthenticated:
      false
    }
  }
}
