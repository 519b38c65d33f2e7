@testable import PayLytRPC

/// What a browser sends and gets.
enum WebTargets {
  private static let policy: WebPolicy = {
    guard let policy = try? WebPolicy(origins: ["https://fuzz.example"]) else {
      preconditionFailure("the origin is none")
    }
    return policy
  }()

  /// The first byte says how long the pieces of the body are, and in which format the call is; the
  /// rest is the body, and the lines of a head.
  static func read(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let body = Array(bytes.dropFirst())
    decode(body, pieceBytes: Int(first >> 1) + 1)
    encode(body)
    request(TextTargets.fields(body))
  }

  /// A body means the same however it is cut.
  private static func decode(_ body: [UInt8], pieceBytes: Int) {
    var whole = WebTextDecoder()
    let expected = unsafe body.withUnsafeBytes { unsafe whole.decode($0) }
    var cut = WebTextDecoder()
    var decoded: [UInt8]? = []
    for start in stride(from: 0, to: body.count, by: pieceBytes) where decoded != nil {
      let piece = Array(body[start..<min(start + pieceBytes, body.count)])
      let part = unsafe piece.withUnsafeBytes { unsafe cut.decode($0) }
      decoded = part.map { (decoded ?? []) + $0 }
    }
    precondition(decoded == expected, "a body that is cut means something else")
  }

  /// What is sent in the text format is read as it was.
  private static func encode(_ body: [UInt8]) {
    let web = WebCall(format: .text, origin: nil)
    var output = ByteQueue()
    output.append(body)
    let ready = web.prepare(&output)
    precondition(ready == output.count, "a part of the output is not ready")
    var decoder = WebTextDecoder()
    let decoded = unsafe output.withUnsafeBytes { unsafe decoder.decode($0) }
    precondition(decoded == body, "what was sent is not read")
    web.taken(ready)
  }

  /// A head is a call or has its answer; every field of an answer is somewhere.
  private static func request(_ fields: HeaderFields) {
    let (head, trailers) = WebCall.split(fields)
    precondition(head.count + trailers.count == fields.count, "a field is lost")
    precondition(WebCall.trailers(trailers).first == 0x80, "the trailers are none")
    switch WebRequest(fields, policy) {
    case .other: break
    case .preflight(let answer), .refused(let answer):
      precondition(answer.first(":status") != nil, "an answer has no status")
    case .call(let web): precondition(web.head(fields).count >= fields.count)
    }
  }
}
