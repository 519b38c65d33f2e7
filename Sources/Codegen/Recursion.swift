/// Which submessages must be held by reference: a Swift struct cannot hold itself in place.
struct Recursion {
  private let schema: Schema

  init(_ schema: Schema) {
    self.schema = schema
  }

  /// Whether `message` holds itself through the single submessage `field`. Arrays and
  /// dictionaries are references already, and so end the chain.
  func isRecursive(_ field: ProtoField, in message: ProtoMessage) -> Bool {
    guard case .message(let type) = field.kind, !field.isRepeated else { return false }
    var seen: Set<String> = []
    var open = [type]
    while let next = open.popLast() {
      if next == message.fullName { return true }
      guard seen.insert(next).inserted else { continue }
      // A file cannot import itself, so a chain that leaves the file does not come back.
      guard let reached = schema.messages[next], reached.file == message.file else { continue }
      for field in reached.fields where !field.isRepeated {
        if case .message(let type) = field.kind { open.append(type) }
      }
    }
    return false
  }

  func isRecursive(oneof index: Int, in message: ProtoMessage) -> Bool {
    for field in message.fields {
      guard case .oneof(index) = field.presence else { continue }
      if isRecursive(field, in: message) { return true }
    }
    return false
  }
}
