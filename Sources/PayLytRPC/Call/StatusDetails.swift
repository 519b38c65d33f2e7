/// The few bytes of google.rpc that the stack itself writes; everything else about details lives
/// with the generated messages.
///
/// `google.rpc.Status { int32 code = 1; string message = 2; repeated Any details = 3; }`
enum StatusDetails {
  /// The refusal of a request whose bytes are not its message, naming the field
  /// (`google.rpc.BadRequest`).
  static func badRequest(_ error: WireError) -> RPCError {
    let message = error.description
    var violation: [UInt8] = []
    append(field: 1, Array(error.fieldPath.utf8), to: &violation)
    append(field: 2, Array(error.reason.utf8), to: &violation)
    var badRequest: [UInt8] = []
    append(field: 1, violation, to: &badRequest)
    var any: [UInt8] = []
    append(field: 1, Array("type.googleapis.com/google.rpc.BadRequest".utf8), to: &any)
    append(field: 2, badRequest, to: &any)
    var status: [UInt8] = [1 << 3, UInt8(StatusCode.invalidArgument.rawValue)]
    append(field: 2, Array(message.utf8), to: &status)
    append(field: 3, any, to: &status)
    return RPCError(.invalidArgument, message, details: status)
  }

  /// One length-delimited field.
  private static func append(field: UInt8, _ value: [UInt8], to bytes: inout [UInt8]) {
    bytes.append(field << 3 | 2)
    var length = value.count
    while length >= 0x80 {
      bytes.append(UInt8(length & 0x7f) | 0x80)
      length >>= 7
    }
    bytes.append(UInt8(length))
    bytes += value
  }
}
