import PayLytAPI
public import PayLytRPC

/// The methods of all services, by the names that commands, logs and the journal use.
public enum DeclaredMethods {
  /// By `EscrowService/FundEscrow`.
  public static let all: [String: MethodDescriptor] = Dictionary(
    uniqueKeysWithValues: PayLytAPIDescriptors.services.joined().map {
      (name(of: $0.method), $0.method)
    })

  public static func name(of method: MethodDescriptor) -> String {
    "\(method.service.split(separator: ".").last ?? "")/\(method.method)"
  }
}
