import PayLytCrypto
import PayLytRPC
import PayLytRPCServices

/// One line for each RPC: which, by whom, how it ended, how long it took. The figures count the
/// same. All refusals pass here, so that this is where one is noticed that its method's proto does
/// not declare; the caller gets it as it is.
///
/// Here a call also gets its name, which its line and its answer carry: what a caller tells the
/// support leads to the line.
struct RequestLog: ServerInterceptor {
  let log: Log
  let metrics: RequestMetrics
  /// What the names of calls are made of.
  var randomness = RandomPool()

  static let requestKey = "paylyt-request-id"

  /// A failure that nobody foresaw, and the call that it ended.
  struct UnforeseenFailure: Error {
    let request: String
    let cause: any Error
  }

  func intercept(
    _ context: ServerContext, _ next: @Sendable () async throws -> Void
  ) async throws {
    let start = monotonicNanoseconds()
    let request = Self.name((randomness.next(), randomness.next()))
    metrics.begin(context.method)
    do {
      try context.addInitialMetadata(Self.requestKey, request)
      try await next()
      write(context, request, .ok, since: start)
    } catch {
      let refusal = Self.refusal(error, context)
      let reason = refusal.errorInfo?.reason
      write(context, request, refusal.code, reason: reason, since: start)
      if let reason { check(reason, refusal.code, of: context.method) }
      context.deferInitialMetadata()
      guard RPCError.isExpected(error) else {
        throw UnforeseenFailure(request: request, cause: error)
      }
      throw refusal.adding(.request(request))
    }
  }

  /// A handler is cancelled when its deadline passes: its caller was told so, and has not hung up.
  private static func refusal(_ error: any Error, _ context: ServerContext) -> RPCError {
    guard error.isCancellation, context.remaining == .zero else {
      return RPCError(thrown: error)
    }
    return RPCError(.deadlineExceeded, "The deadline has passed.")
  }

  /// Reports what the method's proto does not declare.
  func check(_ reason: String, _ code: StatusCode, of method: MethodDescriptor) {
    guard !method.declares(reason, code) else { return }
    metrics.countUndeclared(method, reason)
    log.error(
      "refusal is not declared", ["method": method.path, "reason": reason, "code": "\(code)"])
  }

  /// 32 hexadecimal digits, as a trace has them.
  private static func name(_ random: (UInt64, UInt64)) -> String {
    Hex.encode(random.0.bigEndianBytes + random.1.bigEndianBytes)
  }

  private func write(
    _ context: ServerContext, _ request: String, _ code: StatusCode, reason: String? = nil,
    since start: UInt64
  ) {
    let took = monotonicNanoseconds() - start
    metrics.end(context.method, code, nanoseconds: took)
    log.info("rpc", Self.fields(context, request, code, reason, microseconds: took / 1000))
  }

  private static func fields(
    _ context: ServerContext, _ request: String, _ code: StatusCode, _ reason: String?,
    microseconds: UInt64
  ) -> [String: String] {
    var fields = [
      "method": context.method.path, "code": "\(code)", "peer": context.peer,
      "us": String(microseconds), "request": request,
    ]
    // The caller's own name for what this call is a part of.
    if let trace = context.trace { fields["trace"] = trace.traceID }
    if let reason { fields["reason"] = reason }
    if let client = context.peerIdentity { fields["client"] = client.subject }
    if let principal = context.principal as? Principal {
      fields["user"] = "\(principal.user)"
      if let service = principal.service { fields["service"] = "\(service.key)" }
    }
    return fields
  }
}
