/// The clothes of a gRPC-Web call: the call itself is a gRPC call like any other, and knows nothing
/// of them. What differs (gRPC PROTOCOL-WEB.md): the content type, CORS, base64 around everything
/// in the text format, and trailers that are the last message of the body.
///
/// `@unchecked Sendable`: confined to the loop of its connection.
final class WebCall: @unchecked Sendable {
  enum Format: Equatable {
    case binary
    /// Base64 both ways, for browsers that read responses as text.
    case text

    init?(contentType: String) {
      let name = contentType.prefix { $0 != ";" }
      switch name {
      case "application/grpc-web", "application/grpc-web+proto": self = .binary
      case "application/grpc-web-text", "application/grpc-web-text+proto": self = .text
      default: return nil
      }
    }

    var contentType: String {
      switch self {
      case .binary: "application/grpc-web+proto"
      case .text: "application/grpc-web-text+proto"
      }
    }
  }

  let format: Format
  private let origin: String?
  private var decoder = WebTextDecoder()
  /// Bytes of the request's text that stand for nothing in what was decoded.
  private var overhead = 0
  /// Bytes at the front of the output that are base64 already.
  private var encodedCount = 0

  init(format: Format, origin: String?) {
    self.format = format
    self.origin = origin
  }

  // MARK: The request

  /// What gRPC sees of a piece of the request's body.
  ///
  /// - Returns: `nil` when it is no base64.
  func decode(_ bytes: UnsafeRawBufferPointer) -> [UInt8]? {
    let held = decoder.heldCount
    guard let decoded = unsafe decoder.decode(bytes) else { return nil }
    // What is held is no part of it yet: it belongs to the piece that completes its group.
    overhead += held + bytes.count - decoder.heldCount - decoded.count
    return decoded
  }

  /// How many bytes the peer may send in place of those that the call never sees.
  func takeOverhead() -> Int {
    defer { overhead = 0 }
    return overhead
  }

  // MARK: The response

  /// The response's head, of the one that gRPC would send.
  func head(_ fields: HeaderFields) -> HeaderFields {
    var head = HeaderFields()
    var exposed = ["grpc-status", "grpc-message", "grpc-status-details-bin"]
    for index in 0..<fields.count {
      let name = fields.name(index)
      guard name != "content-type" else {
        head.append(name: name, value: format.contentType)
        continue
      }
      head.append(name: name, value: fields.value(index))
      if !name.hasPrefix(":") { exposed.append(name) }
    }
    guard let origin else { return head }
    head.append(name: "access-control-allow-origin", value: origin)
    head.append(name: "access-control-expose-headers", value: exposed.joined(separator: ","))
    head.append(name: "vary", value: "origin")
    return head
  }

  /// The trailers as the last message of the body: lines of HTTP/1.1, lower-case names.
  static func trailers(_ fields: HeaderFields) -> [UInt8] {
    var lines: [UInt8] = []
    for index in 0..<fields.count where !fields.name(index).hasPrefix(":") {
      lines += fields.bytes[fields.nameRange(index)]
      lines += Array(": ".utf8)
      lines += fields.bytes[fields.valueRange(index)]
      lines += Array("\r\n".utf8)
    }
    let count = UInt32(lines.count)
    return [0x80] + (0..<4).map { UInt8(truncatingIfNeeded: count >> (24 - 8 * $0)) } + lines
  }

  /// Splits what gRPC would answer in one block into the head and the trailers.
  static func split(_ fields: HeaderFields) -> (head: HeaderFields, trailers: HeaderFields) {
    var head = HeaderFields()
    var trailers = HeaderFields()
    for index in 0..<fields.count {
      let name = fields.name(index)
      if name.hasPrefix(":") || name == "content-type" || name == "grpc-accept-encoding" {
        head.append(name: name, value: fields.value(index))
      } else {
        trailers.append(name: name, value: fields.value(index))
      }
    }
    return (head, trailers)
  }

  /// Puts the output that waits in its form for the wire.
  ///
  /// In the text format each piece becomes base64 with a padding of its own, which may be joined;
  /// the next piece is encoded when the one before has left.
  ///
  /// - Returns: how many bytes at the front of `output` are ready.
  func prepare(_ output: inout ByteQueue) -> Int {
    guard format == .text, encodedCount == 0, !output.isEmpty else {
      return format == .text ? encodedCount : output.count
    }
    var text = unsafe output.withUnsafeBytes { unsafe Array(Base64.encode(Array($0)).utf8) }
    while text.count % 4 != 0 { text.append(UInt8(ascii: "=")) }
    output.removeFirst(output.count)
    output.append(text)
    encodedCount = text.count
    return encodedCount
  }

  /// That many bytes of what was ready have left.
  func taken(_ count: Int) { if format == .text { encodedCount -= count } }
}

/// Base64 that comes in pieces, each part of it with its own padding.
struct WebTextDecoder {
  private var rest: [UInt8] = []

  /// Bytes of a group that is not complete, at most three.
  var heldCount: Int { rest.count }

  /// - Returns: the bytes that are complete; `nil` when the text is no base64.
  mutating func decode(_ bytes: UnsafeRawBufferPointer) -> [UInt8]? {
    unsafe rest.append(contentsOf: bytes)
    let whole = rest.count / 4 * 4
    defer { rest.removeFirst(whole) }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(whole / 4 * 3)
    // Between two `=` lies a part of its own; groups of four never cross parts.
    var start = 0
    while start < whole {
      var end = start
      while end < whole, rest[end + 3] != UInt8(ascii: "=") { end += 4 }
      end = min(end + 4, whole)
      guard let part = Base64.decode(rest[start..<end]) else { return nil }
      decoded += part
      start = end
    }
    return decoded
  }
}
