import CPluginAPI
import CProtobufC

extension ProtoMethodOptions {
  /// Reads our options (paylyt/common/v1/options.proto) off a method.
  ///
  /// protobuf-c knows no extensions, so they arrive as unknown fields: a length-delimited one with
  /// its length in front, a boolean as its varint.
  init(unknownFieldsOf options: UnsafeMutablePointer<Google__Protobuf__MethodOptions>?) {
    guard let base = unsafe options?.pointee.base else { return }
    let fields = unsafe UnsafeBufferPointer(
      start: base.unknown_fields, count: Int(base.n_unknown_fields))
    for index in fields.indices {
      let field = unsafe fields[index]
      let data = unsafe UnsafeBufferPointer(start: field.data, count: field.len)
      unsafe numbers.insert(Int32(truncatingIfNeeded: field.tag))
      switch unsafe field.tag {
      case 50001:
        // The length prefix ends at the first byte without the continuation bit.
        let content = unsafe data.drop { $0 & 0x80 != 0 }.dropFirst()
        permission = unsafe String(decoding: content, as: UTF8.self)
      case 50002: isIdempotent = unsafe data.first != 0
      case 50003: isMoneyMoving = unsafe data.first != 0
      default: continue
      }
    }
  }
}
