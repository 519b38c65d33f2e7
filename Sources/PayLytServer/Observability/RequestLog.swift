import PayLytRPC
import PayLytRPCServices

/// One line for each RPC: which, by whom, how it ended, how long it took. The figures count the
/// same. All refusals pass here, so that this is where one is noticed that its method's proto does
/// not declare; the caller gets it as it is.
struct RequestLog: ServerInterceptor {
  let log: Log
  let metrics: RequestMetrics

  func intercept(
    _ context: ServerContext, _ next: @Sendable () async throws -> Void
  ) async throws {
    let start = monotonicNanoseconds()
    metrics.begin(context.method)
    do {
      try await next()
      write(context, .ok, since: start)
    } catch {
      let refusal = RPCError(thrown: error)
      let reason = refusal.errorInfo?.reason
      write(context, refusal.code, reason: reason, since: start)
      if let reason { check(reason, refusal.code, of: context.method) }
      throw error
    }
  }

  /// Reports what the method's proto does not declare.
  func check(_ reason: String, _ code: StatusCode, of method: MethodDescriptor) {
    guard !method.declares(reason, code) else { return }
    metrics.countUndeclared(method, reason)
    log.error(
      "refusal is not declared", ["method": method.path, "reason": reason, "code": "\(code)"])
  }

  private func write(
    _ context: ServerContext, _ code: StatusCode, reason: String? = nil, since start: UInt64
  ) {
    let took = monotonicNanoseconds() - start
    metrics.end(context.method, code, nanoseconds: took)
    var fields = [
      "method": context.method.path, "code": "\(code)", "peer": context.peer,
      "us": String(took / 1000),
    ]
    if let reason { fields["reason"] = reason }
    if let client = context.peerIdentity { fields["client"] = client.subject }
    if let principal = context.principal as? Principal {
      fields["user"] = "\(principal.user)"
      if let service = principal.service { fields["service"] = "\(service.key)" }
    }
    log.info("rpc", fields)
  }
}
