import PayLytJSON
import PayLytRPC

/// Fills in what a person need not type: the request id, and that this is a rehearsal.
struct Completion {
  private let types: MethodTypes
  private let isRehearsal: Bool
  private let console: Console

  init(_ types: MethodTypes, isRehearsal: Bool, _ console: Console) {
    self.types = types
    self.isRehearsal = isRehearsal
    self.console = console
  }

  func callAsFunction(_ request: JSONValue) throws(Failure) -> JSONValue {
    guard case .object(var members) = request else {
      throw .misuse("A request is a JSON object.")
    }
    let type = Catalog.shared.schema.message(types.method.requestType)
    if isRehearsal {
      guard let field = type?.field("validate_only") else {
        throw .misuse("\(types.method.method) cannot be rehearsed.")
      }
      members.removeAll { type?.field($0.name)?.number == field.number }
      members.append(.init(field.jsonName, .bool(true)))
    }
    if let field = type?.field("request_id"), field.kind == .string,
      !members.contains(where: { type?.field($0.name)?.number == field.number })
    {
      let id = Self.requestID()
      members.insert(.init(field.jsonName, .string(id)), at: 0)
      // Whoever has to send it again must send the same one.
      if types.method.options.isMoneyMoving { console.note("request_id=\(id)") }
    }
    return .object(members)
  }

  /// A random UUID (RFC 9562 §5.4).
  static func requestID() -> String {
    var bytes = (0..<16).map { _ in UInt8.random(in: 0...255) }
    bytes[6] = bytes[6] & 0x0f | 0x40
    bytes[8] = bytes[8] & 0x3f | 0x80
    let digits = bytes.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }
    return [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { digits[$0].joined() }
      .joined(separator: "-")
  }
}
