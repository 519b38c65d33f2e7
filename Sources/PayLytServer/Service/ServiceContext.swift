import PayLytAPI
import PayLytCrypto
import PayLytRPC
import Synchronization

/// What every service of one server loop works with.
struct ServiceContext: Sendable {
  let database: Database
  let committer: Committer
  let clock: any Clock
  let secrets: Secrets
  /// Tells of changes to single rows.
  let watch: RowWatch
  /// Rings with everything that is sealed.
  let sealed: Bell
  var policy = AccessPolicy.unlimited
  /// The clock of those outside, who date what they sign; a sandbox has another one for itself.
  var worldClock: (any Clock)?
  var world: any Clock { worldClock ?? clock }
  /// Throws once a call that was let in would be refused: its session or key has ended, its caller
  /// has lost a role or was stopped. A second factor that no longer counts is taken off the
  /// context's caller. A stream may live longer than any of these. Cheap, as the answer is
  /// remembered for a while.
  var checkLive: @Sendable (ServerContext) async throws -> Void = { _ in }
  var bounds = CallerBounds()

  /// Counts a question that a user has us ask a provider.
  ///
  /// - Throws: RATE_LIMITED.
  func countQuestion(by principal: Principal) throws(AuthError) {
    try bounds.questions.take("\(principal.user)", at: clock.now())
  }

  /// Carries out a command and answers with the message that was stored for it; a repetition of an
  /// earlier request says so in its metadata.
  ///
  /// - Parameter isRehearsal: whether to decide only, and keep nothing.
  func answer<C: Command, R: WireMessage>(
    _ command: C, _ context: ServerContext, isRehearsal: Bool = false,
    _ encode: @escaping @Sendable (C.Answer) -> R
  ) async throws -> R {
    let made = Mutex<(message: R, bytes: [UInt8])?>(nil)
    let outcome = try await committer.commit(
      command, deadline: context.deadline, via: context.via, isRehearsal: isRehearsal
    ) { answer in
      let message = encode(answer)
      let payload = Payload(message)
      made.withLock { $0 = (message, payload.bytes) }
      return payload
    }
    if outcome.isReplay { try context.markReplayed() }
    // What was stored is mostly what was decided just now: no need to read it back from its bytes.
    if let made = made.withLock({ $0 }), made.bytes == outcome.bytes { return made.message }
    return try R(wireBytes: outcome.bytes)
  }

  /// Carries out a command that no event tells of, and gives back what it decided.
  func decided<C: Command>(_ command: C, _ context: ServerContext) async throws -> C.Answer {
    try await carryOut(command, deadline: context.deadline, via: context.via) { .none(of: $0) }
  }

  /// Carries out a command that nobody repeats, and gives back what it decided.
  ///
  /// - Parameter via: as `Committer.commit`.
  /// - Parameter encode: what its event tells.
  func carryOut<C: Command>(
    _ command: C, deadline: Deadline? = nil, via: String? = nil,
    _ encode: @escaping @Sendable (C.Answer) -> Payload
  ) async throws -> C.Answer {
    try await committer.carryOut(command, deadline: deadline, via: via, encode)
  }

  /// What makes a repetition of this request the same request.
  ///
  /// - Parameter requestID: of the request; a UUID.
  /// - Parameter content: the request's wire bytes without its id.
  func identity(
    of requestID: String, method: String, caller: String, content: [UInt8]
  ) throws(Refusal) -> RequestIdentity {
    guard let id = UUID(requestID) else {
      throw .invalid("request_id", "Send a UUID that you made for this request.")
    }
    let key = SHA256.hash(Array("\(caller)\n\(method)\n\(id)".utf8))
    let keys = secrets.fingerprints
    return RequestIdentity(
      key: UUID(bytes: key.prefix(16)),
      fingerprint: HMAC.sha256(key: keys.latest, message: content),
      acceptedFingerprints: keys.accepted.map { HMAC.sha256(key: $0, message: content) },
      bytes: content.count)
  }
}

extension ServiceContext {
  /// How far the caller of one call may go with money now.
  func authority(of principal: Principal) -> Authority {
    Authority(
      policy: policy, isSteppedUp: principal.isSteppedUp(at: clock.now()),
      isHeld: principal.isHeld)
  }
}

/// A request that changes something.
protocol IdentifiedRequest: WireMessage {
  var requestID: String { get set }
}

extension ServiceContext {
  /// - Parameter method: of which it is a request: ids of several methods have nothing to do with
  ///   each other.
  func identity(
    of request: some IdentifiedRequest, _ method: MethodDescriptor, _ caller: Caller
  ) throws(Refusal) -> RequestIdentity {
    var content = request
    content.requestID = ""
    return try identity(
      of: request.requestID, method: method.path, caller: caller.name,
      content: content.wireBytes)
  }
}

extension ServerContext {
  /// The service of the house that calls, as the journal names it.
  var via: String? { (principal as? Principal)?.service?.name }

  /// Tells the caller that this is the answer of an earlier request with the same id.
  func markReplayed() throws {
    try addInitialMetadata("paylyt-idempotent-replayed", "true")
  }
}

extension Committer {
  /// Carries a command out, for its answer.
  ///
  /// - Parameter encode: what its event tells.
  /// - Throws: as `commit`.
  func carryOut<C: Command>(
    _ command: C, deadline: Deadline? = nil, via: String? = nil,
    _ encode: @escaping @Sendable (C.Answer) -> Payload
  ) async throws -> C.Answer {
    let answer = Mutex<C.Answer?>(nil)
    _ = try await commit(command, deadline: deadline, via: via) { decided in
      answer.withLock { $0 = decided }
      return encode(decided)
    }
    guard let decided = answer.withLock({ $0 }) else { throw CommitError.outcomeUnknown }
    return decided
  }
}
