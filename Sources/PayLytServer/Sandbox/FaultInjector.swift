import PayLytRPC

/// Lets calls fail that their callers want to see fail. It stands behind the authenticator, so that
/// everybody spoils their own calls only.
struct FaultInjector: ServerInterceptor {
  let database: Database

  func intercept(
    _ context: ServerContext, _ next: @Sendable () async throws -> Void
  ) async throws {
    guard let principal = context.principal as? Principal else { return try await next() }
    // What the provider is asked in this call is asked for its caller.
    try await ProviderFaults.$caller.withValue(principal.user) {
      guard let fault = try await fault(principal.user, context) else { return try await next() }
      switch fault.kind {
      case .refuse: throw Self.error(fault)
      case .loseAnswer:
        try await next()
        throw Self.error(fault)
      case .delay:
        try await Task.sleep(for: .milliseconds(fault.delayMilliseconds))
        try await next()
      // Of the provider alone.
      case .timeOut, .fail, .duplicate: try await next()
      }
    }
  }

  private func fault(_ user: UUID, _ context: ServerContext) async throws -> SandboxFault? {
    let path = context.method.path
    let method = path.hasPrefix("/") ? String(path.dropFirst()) : path
    let values: [SQLValue] = [.uuid(user), .text(method)]
    // The look costs a read, so that calls without a fault write nothing.
    guard try await database.query(SandboxStatements.waits, values) == [true] else { return nil }
    return try await database.transaction { transaction in
      try await transaction.query(SandboxStatements.use, values).first
    }
  }

  private static func error(_ fault: SandboxFault) -> RPCError {
    RPCError(
      StatusCode(rawValue: Int32(fault.code)) ?? .unknown, "You asked the sandbox for this failure."
    )
  }
}
