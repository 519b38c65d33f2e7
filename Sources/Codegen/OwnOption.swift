import CPluginAPI
import CProtobufC

/// One option that PayLyt's protos add to protoc's own, as it arrives.
///
/// protobuf-c knows no extensions, so they are unknown fields: a length-delimited one with its
/// length in front, a number as its varint.
struct OwnOption {
  let number: Int32
  private let data: [UInt8]

  /// Of a method, a field or another part of a proto.
  static func all(of options: ProtobufCMessage?) -> [OwnOption] {
    guard let options = unsafe options else { return [] }
    let fields = unsafe UnsafeBufferPointer(
      start: options.unknown_fields, count: Int(options.n_unknown_fields))
    return fields.indices.map { index in
      let field = unsafe fields[index]
      return OwnOption(
        number: unsafe Int32(truncatingIfNeeded: field.tag),
        data: unsafe Array(UnsafeBufferPointer(start: field.data, count: field.len)))
    }
  }

  var flag: Bool { integer != 0 }

  var integer: Int64 {
    var rest = data[...]
    return Self.varint(&rest)
  }

  var text: String { String(decoding: content, as: UTF8.self) }

  /// The numbers in field 1 of a message that has no other, packed or one by one.
  var integersOfFirstField: [Int64] {
    var rest = content
    var found: [Int64] = []
    while !rest.isEmpty {
      let tag = Self.varint(&rest)
      guard tag == 1 << 3 | 2 else {
        found.append(Self.varint(&rest))
        continue
      }
      let length = Int(truncatingIfNeeded: Self.varint(&rest))
      var packed = rest.prefix(max(0, length))
      rest = rest.dropFirst(max(0, length))
      while !packed.isEmpty { found.append(Self.varint(&packed)) }
    }
    return found
  }

  /// Without the length in front.
  private var content: ArraySlice<UInt8> {
    var rest = data[...]
    _ = Self.varint(&rest)
    return rest
  }

  private static func varint(_ bytes: inout ArraySlice<UInt8>) -> Int64 {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 70, by: 7) {
      guard let byte = bytes.popFirst() else { break }
      value |= UInt64(byte & 0x7F) << shift
      if byte & 0x80 == 0 { break }
    }
    return Int64(bitPattern: value)
  }
}

extension ProtoMethodOptions {
  init(of options: UnsafeMutablePointer<Google__Protobuf__MethodOptions>?) {
    for option in unsafe OwnOption.all(of: options?.pointee.base) {
      numbers.insert(option.number)
      switch option.number {
      case 50001: permission = option.text
      case 50002: isIdempotent = option.flag
      case 50003: isMoneyMoving = option.flag
      case 50004:
        refusals += option.integersOfFirstField.map { Int32(truncatingIfNeeded: $0) }
      default: continue
      }
    }
  }
}

extension ProtoEnumValueOptions {
  init(of options: UnsafeMutablePointer<Google__Protobuf__EnumValueOptions>?) {
    for option in unsafe OwnOption.all(of: options?.pointee.base) {
      numbers.insert(option.number)
      switch option.number {
      case 50031: status = Int32(truncatingIfNeeded: option.integer)
      case 50032: isCommon = option.flag
      case 50033: isRetryable = option.flag
      default: continue
      }
    }
  }
}
