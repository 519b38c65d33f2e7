/// How a call has ended, or has not yet. On the loop.
extension ClientCall {
  var isDecided: Bool { stream.outcome != .pending }

  /// Why the call has failed.
  var failure: RPCError? {
    if case .failed(let error) = stream.outcome { error } else { nil }
  }

  /// What the server has said about another attempt.
  var pushback: RetryPolicy.Pushback { RetryPolicy.Pushback(stream.pushback) }
}
