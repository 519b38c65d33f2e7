@testable import PayLytRPC

/// What is text on the wire.
enum TextTargets {
  static func base64(_ bytes: [UInt8]) {
    precondition(Base64.decode(Array(Base64.encode(bytes).utf8)) == bytes, "bytes are lost")
    guard let decoded = Base64.decode(bytes) else { return }
    let encoded = Base64.encode(decoded)
    precondition(Base64.decode(Array(encoded.utf8)) == decoded, "base64 reads as two things")
  }

  static func percent(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    precondition(PercentEncoding.decode(PercentEncoding.encode(text)) == text, "text is lost")
    precondition(
      PercentEncoding.encode(text).utf8.allSatisfy { (0x20...0x7e).contains($0) },
      "a message is not printable")
    _ = PercentEncoding.decode(text)
  }

  static func timeout(_ bytes: [UInt8]) {
    guard let timeout = GRPCTimeout.parse(bytes) else { return }
    precondition(timeout >= .zero, "a timeout is negative")
    let text = GRPCTimeout.format(timeout)
    precondition(text.utf8.count <= 9, "\(text) has more than eight digits")
    guard let again = GRPCTimeout.parse(Array(text.utf8)) else {
      preconditionFailure("\(text) is not read as it was written")
    }
    // Rounding is up: no server gives up before its client. Past 64 bits of nanoseconds, which are
    // 584 years, a timeout is as good as none.
    let exactMax = Duration.nanoseconds(Int64.max)
    precondition(again >= min(timeout, exactMax), "\(text) is less than \(timeout)")
  }

  /// Lines of `name: value` as a header block.
  static func fields(_ bytes: [UInt8]) -> HeaderFields {
    var fields = HeaderFields()
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let end = line.dropFirst().firstIndex(of: UInt8(ascii: ":")) ?? line.endIndex
      let name = Array(line[..<end])
      let value = Array(line[end...].dropFirst())
      guard !name.isEmpty else { continue }
      unsafe name.withUnsafeBytes { name in
        unsafe value.withUnsafeBytes { unsafe fields.append(name: name, value: $0) }
      }
    }
    return fields
  }

  static func metadata(_ bytes: [UInt8]) {
    let fields = Self.fields(bytes)
    if let head = try? RequestHead(fields), let timeout = head.timeout {
      precondition(timeout >= .zero, "a timeout is negative")
    }
    guard let metadata = try? Metadata(fields) else { return }
    var written = HeaderFields()
    metadata.append(to: &written)
    guard let again = try? Metadata(written) else {
      preconditionFailure("metadata is not read as it was written")
    }
    // What arrives with white space around it, or in a list, is the same when it is written.
    precondition(again == metadata, "metadata reads as two things")
    _ = ServerContext.forFuzzing(fields).map { ($0.trace, $0.compressResponses()) }
  }
}

extension ServerContext {
  /// A context of a call with this head.
  fileprivate static func forFuzzing(_ fields: HeaderFields) -> ServerContext? {
    guard fields.count > 0 else { return nil }
    let method = MethodDescriptor(
      service: "fuzz.Fuzz", method: "Fuzz", kind: .unary, requestType: "", responseType: "")
    let route = Router.Route(method) { _, _ in }
    let caller = Peer(address: "fuzz", identity: nil)
    let context = ServerContext(route: route, caller: caller)
    var fields = fields
    context.begin(route: route, caller: caller, deadline: nil, fields: &fields)
    return context
  }
}
