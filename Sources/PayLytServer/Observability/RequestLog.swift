import PayLytRPC

/// One line for each RPC: which, by whom, how it ended, how long it took. The figures count the
/// same.
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
      let code = (error as? any RPCErrorConvertible)?.rpcError.code ?? Self.code(of: error)
      write(context, code, since: start)
      throw error
    }
  }

  private static func code(of error: any Error) -> StatusCode {
    if let error = error as? RPCError { return error.code }
    return error is CancellationError ? .cancelled : .internalError
  }

  private func write(_ context: ServerContext, _ code: StatusCode, since start: UInt64) {
    let took = monotonicNanoseconds() - start
    metrics.end(context.method, code, nanoseconds: took)
    var fields = [
      "method": context.method.path, "code": "\(code)", "peer": context.peer,
      "us": String(took / 1000),
    ]
    if let client = context.peerIdentity { fields["client"] = client.subject }
    if let principal = context.principal as? Principal {
      fields["user"] = "\(principal.user)"
      if let service = principal.service { fields["service"] = "\(service.key)" }
    }
    log.info("rpc", fields)
  }
}
