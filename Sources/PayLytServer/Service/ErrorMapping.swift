import PayLytAPI
import PayLytRPC
import PayLytRPCServices

extension RefusalConvertible {
  /// The refusal with google.rpc details: always an ErrorInfo with the stable reason and its
  /// values, the field for bad input, and the delay where waiting helps.
  var rpcError: RPCError {
    let refusal = refusal
    var details: [ErrorDetail] = [.reason(refusal.reason, metadata: refusal.values)]
    if let field = refusal.field { details.append(.field(field, refusal.message)) }
    if let delay = refusal.retryDelay { details.append(.retry(after: delay)) }
    return RPCError(refusal.code, refusal.message, details: details)
  }
}

extension Refusal {
  /// How long the caller should wait, where nothing but waiting helps.
  fileprivate var retryDelay: Duration? {
    guard Reason(name: reason)?.isRetryable == true else { return nil }
    return .seconds(retrySeconds ?? 1)
  }
}

extension CommitError: RPCErrorConvertible {
  var rpcError: RPCError {
    switch self {
    case .overloaded:
      Refusal(
        .resourceExhausted, reason: "OVERLOADED",
        message: "Too many requests wait. Nothing happened; send it again after the delay."
      ).rpcError
    case .unavailable:
      Refusal(
        .unavailable, reason: "DATABASE_DOWN",
        message: "The database is not available. Nothing happened; send it again."
      ).rpcError
    case .outcomeUnknown:
      Refusal(
        .unavailable, reason: "OUTCOME_UNKNOWN",
        message: "The database went away while it confirmed. Send it again with the same "
          + "request_id: it takes effect once."
      ).rpcError
    case .deadlineExceeded:
      RPCError(.deadlineExceeded, "The deadline passed before the work began. Nothing happened.")
    case .contended:
      Refusal(
        .aborted, reason: "CONTENTION",
        message: "Other requests kept changing the same thing. Nothing happened; send it again."
      ).rpcError
    case .inProgress:
      Refusal(
        .aborted, reason: "IDEMPOTENCY_IN_PROGRESS",
        message: "The same request is being carried out. Send it again after the delay: it gets "
          + "the answer."
      ).rpcError
    case .internalError:
      RPCError(.internalError, "The server failed. The operators know.")
    }
  }
}

extension DatabaseError: RPCErrorConvertible {
  /// What a read that failed tells its caller: never SQL, never a value.
  var rpcError: RPCError {
    switch self {
    case .unavailable, .outcomeUnknown: CommitError.unavailable.rpcError
    case .overloaded: CommitError.overloaded.rpcError
    case .timeout: RPCError(.deadlineExceeded, "The database did not answer in time.")
    case .cancelled: RPCError(.cancelled, "The call was cancelled.")
    case .sqlState where isOutage: CommitError.unavailable.rpcError
    case .sqlState, .parametersTooLarge, .column, .invalidStatement:
      CommitError.internalError.rpcError
    }
  }
}
