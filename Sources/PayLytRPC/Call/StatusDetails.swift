/// The few bytes of google.rpc that the stack itself writes; everything else about details lives
/// with the generated messages.
///
/// `google.rpc.Status { int32 code = 1; string message = 2; repeated Any details = 3; }`
package enum StatusDetails {
  /// Whose reasons ours are.
  package static let domain = "paylyt.dev"

  /// The refusal of a request of which some fields, or the bytes as a whole, are wrong: a stable
  /// reason (`google.rpc.ErrorInfo`) and the fields (`google.rpc.BadRequest`).
  static func badRequest(_ errors: [WireError]) -> RPCError {
    let paths = errors.map(\.fieldPath).joined(separator: ", ")
    let message =
      errors.count == 1 ? errors[0].description : "\(errors.count) fields are wrong: \(paths)."
    var info: [UInt8] = []
    append(field: 1, Array("INVALID_FIELD".utf8), to: &info)
    append(field: 2, Array(domain.utf8), to: &info)
    var badRequest: [UInt8] = []
    for error in errors {
      var violation: [UInt8] = []
      append(field: 1, Array(error.fieldPath.utf8), to: &violation)
      append(field: 2, Array(error.reason.utf8), to: &violation)
      append(field: 1, violation, to: &badRequest)
    }
    var status: [UInt8] = [1 << 3, UInt8(StatusCode.invalidArgument.rawValue)]
    append(field: 2, Array(message.utf8), to: &status)
    append(field: 3, any("google.rpc.ErrorInfo", info), to: &status)
    append(field: 3, any("google.rpc.BadRequest", badRequest), to: &status)
    return RPCError(.invalidArgument, message, details: status)
  }

  private static func any(_ type: String, _ value: [UInt8]) -> [UInt8] {
    var any: [UInt8] = []
    append(field: 1, Array("type.googleapis.com/\(type)".utf8), to: &any)
    append(field: 2, value, to: &any)
    return any
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

extension RPCError {
  /// The refusal of a request whose fields break the rules of their proto.
  @usableFromInline init(violations: FieldViolations) {
    self = StatusDetails.badRequest(violations.found)
  }
}
