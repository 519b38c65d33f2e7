/// What figures are kept for: an operation of a mix (`release`), or a method of prepared calls
/// (`paylyt.escrow.v1.EscrowService/GetEscrow`).
struct CallName: Hashable, Comparable, Sendable, CustomStringConvertible {
  let description: String

  init(_ operation: Operation) { description = operation.rawValue }

  /// - Parameter method: with its service, as in the path of its calls.
  init(method: String) { description = method }

  static func < (a: CallName, b: CallName) -> Bool { a.description < b.description }
}
