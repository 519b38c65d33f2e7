import CProtobufC
import Glibc

/// Checks wire bytes against a message's descriptor before protobuf-c unpacks them.
///
/// protobuf-c trusts its input in ways that a server must not: it takes any bytes for text, ends
/// text at a NUL, follows nesting to the end of the stack, takes whatever memory a few bytes ask
/// for, and reads out of bounds when it merges a submessage that comes twice. What passes here is
/// unpacked exactly; the rest is refused with the path to the field. A submessage that comes in
/// parts is put together first (`WireMerge`).
struct WireCheck {
  /// Fields that may still come, in the whole tree.
  private var fieldsLeft = Limits.messageElementsMax

  /// A submessage comes in more than one part.
  private var hasParts = false

  /// - Returns: what to unpack in place of `bytes`; `nil` when that is `bytes`, as nearly always.
  /// - Throws: `WireError` for the first thing that is wrong.
  static func check(
    _ bytes: UnsafeRawBufferPointer, as layout: WireLayout
  ) throws(WireError) -> [UInt8]? {
    guard bytes.count <= Limits.messageBytesMax else {
      throw WireError(
        fieldPath: "", reason: "The message is larger than \(Limits.messageBytesMax) bytes.")
    }
    let bytes = unsafe bytes.assumingMemoryBound(to: UInt8.self)
    var check = WireCheck()
    try unsafe check.checkMessage(bytes, layout.descriptor, depth: 0)
    return unsafe check.hasParts ? WireMerge.merged(bytes, layout.descriptor) : nil
  }

  private mutating func checkMessage(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ descriptor: UnsafePointer<ProtobufCMessageDescriptor>, depth: Int
  ) throws(WireError) {
    guard let start = bytes.baseAddress else { return }
    guard depth <= Limits.messageDepthMax else {
      throw WireError(
        fieldPath: "", reason: "Messages are nested deeper than \(Limits.messageDepthMax).")
    }
    let fields = unsafe UnsafeBufferPointer(
      start: descriptor.pointee.fields, count: Int(descriptor.pointee.n_fields))
    var reader = unsafe WireReader(start: start, end: start + bytes.count)
    // Senders write fields in order, so the next one is most often the same or the one after.
    var index = 0
    var indexMax = -1
    while unsafe !reader.isAtEnd {
      let fieldStart = unsafe reader.position
      let tag = try unsafe reader.readTag()
      fieldsLeft -= 1
      guard fieldsLeft >= 0 else {
        throw WireError(
          fieldPath: "",
          reason: "The message has more than \(Limits.messageElementsMax) fields and elements.")
      }
      guard let found = unsafe Self.index(of: tag.fieldNumber, in: fields, from: index),
        let known = fields.baseAddress
      else {
        _ = try unsafe reader.readValue(tag.wireType)
        continue
      }
      index = found
      let field = unsafe known + index
      let before = unsafe UnsafeBufferPointer(start: start, count: fieldStart - start)
      do throws(WireError) {
        // Looked for until one is found: then all are put together.
        if index <= indexMax, !hasParts, unsafe field.pointee.isSingleMessage,
          unsafe Self.count(of: tag.fieldNumber, in: before) > 0
        {
          hasParts = true
        }
        try unsafe checkValue(of: field, tag.wireType, &reader, depth)
      } catch {
        throw unsafe error.inside(field.pointee.pathComponent(tag.fieldNumber, after: before))
      }
      indexMax = max(indexMax, index)
    }
  }

  @inline(__always)
  private mutating func checkValue(
    of field: UnsafePointer<ProtobufCFieldDescriptor>, _ wireType: WireReader.WireType,
    _ reader: inout WireReader, _ depth: Int
  ) throws(WireError) {
    let content = try unsafe reader.readValue(wireType)
    let expected = unsafe field.pointee.wireType
    guard wireType == expected else {
      let isPacked =
        unsafe wireType == .lengthDelimited && field.pointee.label == PROTOBUF_C_LABEL_REPEATED
      guard isPacked else {
        throw WireError(
          fieldPath: "", reason: "The wire type is \(wireType), but it must be \(expected).")
      }
      try unsafe checkPacked(content, of: field.pointee, expected)
      return
    }
    switch unsafe field.pointee.type {
    case PROTOBUF_C_TYPE_STRING:
      try unsafe checkText(content)
    case PROTOBUF_C_TYPE_MESSAGE:
      let descriptor = unsafe field.pointee.descriptor.assumingMemoryBound(
        to: ProtobufCMessageDescriptor.self)
      try unsafe checkMessage(content, descriptor, depth: depth + 1)
    default:
      // Numbers and bytes may be anything.
      return
    }
  }

  /// The elements of a packed field stand side by side, without tags.
  private func checkPacked(
    _ content: UnsafeBufferPointer<UInt8>, of field: ProtobufCFieldDescriptor,
    _ wireType: WireReader.WireType
  ) throws(WireError) {
    guard let start = content.baseAddress else { return }
    if unsafe field.type == PROTOBUF_C_TYPE_BOOL {
      // protobuf-c takes one byte for each; every encoder writes it so.
      guard unsafe content.allSatisfy({ $0 <= 1 }) else {
        throw WireError(fieldPath: "", reason: "A packed boolean is neither 0 nor 1.")
      }
      return
    }
    switch wireType {
    case .fixed32, .fixed64:
      let size = wireType == .fixed32 ? 4 : 8
      guard content.count.isMultiple(of: size) else {
        throw WireError(
          fieldPath: "", reason: "The packed length is no multiple of \(size) bytes.")
      }
    case .varint:
      var elements = unsafe WireReader(start: start, end: start + content.count)
      while unsafe !elements.isAtEnd { try unsafe elements.skipVarint() }
    case .lengthDelimited, .startGroup, .endGroup:
      // These are never packed: `checkValue` refused them.
      return
    }
  }

  private func checkText(_ content: UnsafeBufferPointer<UInt8>) throws(WireError) {
    guard let start = content.baseAddress, !content.isEmpty else { return }
    if UnsafeRawBufferPointer(content).isPlainASCII { return }
    guard unsafe memchr(start, 0, content.count) == nil else {
      throw WireError(fieldPath: "", reason: "The text holds a NUL character.")
    }
    do {
      _ = try unsafe UTF8Span(validating: content.span)
    } catch {
      throw WireError(fieldPath: "", reason: "The text is not valid UTF-8.")
    }
  }

  // MARK: Fields

  /// The index of the field with this number; protobuf-c keeps fields sorted by it.
  @inline(__always)
  private static func index(
    of number: UInt32, in fields: UnsafeBufferPointer<ProtobufCFieldDescriptor>, from hint: Int
  ) -> Int? {
    var low = 0
    var high = fields.count
    if hint < high, unsafe fields[hint].id == number { return hint }
    if hint + 1 < high, unsafe fields[hint + 1].id == number { return hint + 1 }
    while low < high {
      let middle = (low + high) / 2
      let id = unsafe fields[middle].id
      if id == number { return middle }
      if id < number { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// How often the field is in `bytes`, which were checked already.
  fileprivate static func count(
    of number: UInt32, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    guard let start = bytes.baseAddress else { return 0 }
    var reader = unsafe WireReader(start: start, end: start + bytes.count)
    var count = 0
    do throws(WireError) {
      while unsafe !reader.isAtEnd {
        let tag = try unsafe reader.readTag()
        _ = try unsafe reader.readValue(tag.wireType)
        if tag.fieldNumber == number { count += 1 }
      }
    } catch {
      preconditionFailure("bytes that were checked are malformed: \(error)")
    }
    return count
  }
}

extension ProtobufCFieldDescriptor {
  fileprivate var isSingleMessage: Bool {
    unsafe type == PROTOBUF_C_TYPE_MESSAGE && label != PROTOBUF_C_LABEL_REPEATED
  }

  fileprivate var wireType: WireReader.WireType {
    switch unsafe type {
    case PROTOBUF_C_TYPE_FIXED32, PROTOBUF_C_TYPE_SFIXED32, PROTOBUF_C_TYPE_FLOAT: .fixed32
    case PROTOBUF_C_TYPE_FIXED64, PROTOBUF_C_TYPE_SFIXED64, PROTOBUF_C_TYPE_DOUBLE: .fixed64
    case PROTOBUF_C_TYPE_STRING, PROTOBUF_C_TYPE_BYTES, PROTOBUF_C_TYPE_MESSAGE: .lengthDelimited
    default: .varint
    }
  }

  /// The field in a path: `title`, or `milestones[1]`.
  ///
  /// - Parameter before: the message's bytes up to this field, to count the elements.
  fileprivate func pathComponent(
    _ number: UInt32, after before: UnsafeBufferPointer<UInt8>
  ) -> String {
    var name = unsafe String(cString: self.name)
    // The generator appends an underscore to names that C reserves.
    if name.hasSuffix("_") { name.removeLast() }
    guard unsafe label == PROTOBUF_C_LABEL_REPEATED, unsafe wireType == .lengthDelimited else {
      return name
    }
    return unsafe "\(name)[\(WireCheck.count(of: number, in: before))]"
  }
}
