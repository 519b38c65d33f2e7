import PayLytRPC
import Synchronization

/// A request that changes something, and that can be tried out first: with `validate_only`, all of
/// it is checked and decided on the state of this moment, and nothing is kept.
///
/// By convention `request_id` is field 1, `etag` (where there is a resource to compare with) field
/// 14, and `validate_only` field 15.
protocol ChangeRequest: IdentifiedRequest {
  var validateOnly: Bool { get set }
}

/// Who asks for a change and how: what every such request has beside its own fields.
struct Asked: Sendable {
  let principal: Principal
  let identity: RequestIdentity
  /// Nothing is kept, so nothing may be asked of the world outside either.
  let isRehearsal: Bool

  var caller: Caller { principal.caller }
}

extension ServiceContext {
  /// Carries out what a request asks for: its key, its rehearsal and its stored answer are seen to
  /// here, once for all methods.
  ///
  /// - Parameter asksOutside: whether `make` asks somebody else, such as a provider. A repetition
  ///   then gets its stored answer before anybody is asked.
  /// - Parameter make: reads the request's own fields.
  /// - Parameter encode: makes the answer that is stored and sent.
  func change<C: Command, R: WireMessage>(
    _ request: some ChangeRequest, _ context: ServerContext, asksOutside: Bool = false,
    _ make: (Asked) async throws -> C, answer encode: @escaping @Sendable (C.Answer) -> R
  ) async throws -> R {
    let principal = try context.caller()
    let asked = Asked(
      principal: principal,
      identity: try identity(of: request, context.method, principal.caller),
      isRehearsal: request.validateOnly)
    if asksOutside, !asked.isRehearsal,
      let earlier: R = try await earlierAnswer(to: asked.identity, context)
    {
      return earlier
    }
    let command = try await make(asked)
    return try await answer(command, context, isRehearsal: asked.isRehearsal, encode)
  }

  /// The same where what is asked for may be there already, made under another request id: its
  /// answer is marked as that of a repetition then.
  ///
  /// - Parameter wasThere: whether the decision found it.
  func change<C: Command, R: WireMessage>(
    _ request: some ChangeRequest, _ context: ServerContext,
    _ make: (Asked) async throws -> C, wasThere: @escaping @Sendable (C.Answer) -> Bool,
    answer encode: @escaping @Sendable (C.Answer) -> R
  ) async throws -> R {
    let isKnown = Mutex(false)
    let response = try await change(request, context, make) { answer in
      isKnown.withLock { $0 = wasThere(answer) }
      return encode(answer)
    }
    if isKnown.withLock({ $0 }) { try context.markReplayed() }
    return response
  }

  /// The stored answer of a request that was decided before, marked as such; nil for a new one.
  ///
  /// - Throws: the refusal that it got then.
  func earlierAnswer<R: WireMessage>(
    to identity: RequestIdentity, _ context: ServerContext
  ) async throws -> R? {
    let found = try await database.query(
      CommitStatements.earlier, [.uuid(identity.key)], deadline: context.deadline)
    do {
      guard let earlier = try found.first?.answer(to: identity, isReplay: true) else { return nil }
      try context.markReplayed()
      return try R(wireBytes: earlier.bytes)
    } catch is JournalEntry.Unreadable {
      throw CommitError.internalError
    }
  }
}

/// A resource that tells which of its versions a caller has read.
protocol Versioned {
  /// Grows with each change.
  var version: Int64 { get }
}

extension Versioned {
  /// Opaque to callers; equal exactly when nothing has changed.
  var etag: String { "\(version)" }

  /// Compares with what the caller has read; an empty one is not compared.
  ///
  /// - Throws: ABORTED, which does not use up the request's key.
  func check(etag read: String) throws(Refusal) {
    guard read.isEmpty || read == etag else {
      throw Refusal(
        .aborted, reason: "ETAG_MISMATCH",
        message: "It has changed since you read it. Read it again and decide anew.")
    }
  }
}
