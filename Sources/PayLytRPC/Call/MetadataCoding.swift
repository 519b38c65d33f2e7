/// Metadata on the wire.
extension Metadata {
  /// Reads the custom metadata out of a header block.
  ///
  /// - Throws: `INTERNAL` when a `-bin` value is no base64.
  init(_ fields: HeaderFields) throws(RPCError) {
    self.init()
    for index in 0..<fields.count where Self.isCustom(fields, index) {
      let key = fields.name(index)
      guard Self.isBinary(key) else {
        append(received: key, .text(fields.value(index)))
        continue
      }
      // A list of values may arrive as one, joined by commas (RFC 9110 §5.3).
      let range = fields.valueRange(index)
      let parts = fields.bytes[range].split(
        separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      for part in parts {
        guard let bytes = Base64.decode(Self.trimmed(part)) else {
          throw RPCError(.internalError, "The metadata \(key) is not valid base64.")
        }
        append(received: key, .bytes(bytes))
      }
    }
  }

  func append(to fields: inout HeaderFields) {
    for entry in entries {
      switch entry.value {
      case .text(let text): fields.append(name: entry.key, value: text)
      case .bytes(let bytes): fields.append(name: entry.key, value: Base64.encode(bytes))
      }
    }
  }

  /// What the peer may see of a header block. `user-agent` is set by the stack alone, but shown.
  private static func isCustom(_ fields: HeaderFields, _ index: Int) -> Bool {
    let range = fields.nameRange(index)
    guard fields.bytes[range.lowerBound] != UInt8(ascii: ":") else { return false }
    let name = fields.name(index)
    return name == "user-agent" || !ReservedHeader.isReserved(name)
  }

  private static func trimmed(_ part: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    var part = part.drop(while: isBlank)
    while let last = part.last, isBlank(last) { part = part.dropLast() }
    return part
  }
}
