/// The refusal of an RPC: what the caller is told, on both sides of the wire.
///
/// The message names what the caller can do and is shown to people; programs read the code and
/// the details.
public struct RPCError: Error, Sendable, Equatable {
  /// Never `.ok`: an RPC that succeeds throws nothing.
  public var code: StatusCode
  /// A sentence for the caller. Any Unicode; percent-encoded on the wire.
  public var message: String
  /// A serialized `google.rpc.Status` (`grpc-status-details-bin`), or empty when there is none.
  public var details: [UInt8]
  /// Trailing metadata that goes with the refusal.
  public var metadata: Metadata

  public init(
    _ code: StatusCode, _ message: String, details: [UInt8] = [], metadata: Metadata = Metadata()
  ) {
    precondition(code != .ok, "an error cannot be OK")
    self.code = code
    self.message = message
    self.details = details
    self.metadata = metadata
  }
}

extension RPCError: CustomStringConvertible {
  public var description: String { "\(code): \(message)" }
}

/// An error of a capability that knows what to tell the caller.
///
/// A handler may throw any error. `RPCError` goes to the caller as it is, this one is converted,
/// `CancellationError` becomes `CANCELLED`, and everything else is `INTERNAL` without its text:
/// what the caller cannot act on goes to the log alone.
public protocol RPCErrorConvertible: Error {
  var rpcError: RPCError { get }
}
