extension RPCError {
  /// What a caller is told about an error that a handler has thrown.
  ///
  /// - Returns: `RPCError` as it is and `RPCErrorConvertible` converted; `CANCELLED` for
  ///   `CancellationError`; `INTERNAL` without a word about the cause for everything else.
  public init(thrown error: any Error) {
    switch error {
    case let error as RPCError: self = error
    case let error as any RPCErrorConvertible: self = error.rpcError
    case is CancellationError: self = RPCError(.cancelled, "The call was cancelled.")
    default: self = Self.unexpected
    }
  }

  /// Whether an error says by itself what the caller is told.
  public static func isExpected(_ error: any Error) -> Bool {
    error is RPCError || error is any RPCErrorConvertible || error is CancellationError
  }

  private static let unexpected = RPCError(.internalError, "The server has failed.")
}
