/// The implementation of one service: its name and its methods.
///
/// Generated code provides both; a handler implements the generated protocol.
public protocol RPCService: Sendable {
  /// The full name of the service, such as `paylyt.escrow.v1.EscrowService`.
  static var serviceName: String { get }
  var methods: [MethodBinding] { get }
}
