import PayLytAPI
import PayLytRPC
import PayLytRPCServices
import RefusalSupport
import Testing

@testable import PayLytServer

/// Refusals of commands, compared with what the protos declare.
enum DeclaredReasons {
  /// Runs `body`, which decides `command`, and fails the test when it refuses with what the proto
  /// of its method does not declare. What only stands behind a door that is shut is no reason of
  /// the protos (docs/ERRORS.md, Inside).
  static func checked<C: Command, Result>(
    _ command: C, _ body: () throws -> Result
  ) throws -> Result {
    do {
      return try body()
    } catch {
      check(error, of: command)
      throw error
    }
  }

  /// The same of an error that was thrown.
  static func check(_ error: any Error, of command: some Command) {
    guard let error = (error as? any RPCErrorConvertible)?.rpcError,
      let reason = error.errorInfo?.reason
    else { return }
    check(reason, error.code, of: command.method)
  }

  /// The same of a refusal that is told in an answer: `PayoutService/BatchCreatePayouts`.
  static func check(_ name: String, _ code: StatusCode, of method: String) {
    guard let reason = Reason(name: name) else { return }
    if let descriptor = DeclaredMethods.all[method] {
      #expect(descriptor.declares(name, code), "\(method) refuses with \(name), \(code)")
    } else {
      // Commands of the background work belong to no method.
      guard reason.isCommon else { return }
    }
    #expect(throws: Never.self) { try HeardRefusals.keep(name, of: method) }
  }
}
