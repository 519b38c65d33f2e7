import CProtobufC

/// Puts together the parts of submessages that came in more than one (protobuf.dev, "Encoding",
/// "Last One Wins"): a field that holds one message and comes twice is the merged one, and the
/// bytes of two messages side by side are the bytes of the merged one.
///
/// protobuf-c merges by itself, wrongly. So its input is rewritten: each such field stands once.
/// Only bytes that `WireCheck` has accepted come here, and only those in which a field comes twice.
struct WireMerge {
  /// What a field that holds one value at a time holds so far.
  @safe private struct Held {
    let number: UInt32
    /// Of a message the parts, side by side; of anything else tag and value, as they came.
    var bytes: [UInt8]
    /// `nil` for what is no message. Constant data of the generated C code.
    let descriptor: UnsafePointer<ProtobufCMessageDescriptor>?
  }

  /// Which fields exclude each other: those of one oneof share a place in the C struct.
  private enum Place: Hashable {
    case field(UInt32)
    case oneof(UInt32)
  }

  private var output: [UInt8] = []
  /// In the order in which they were first used: equal input has equal output.
  private var held: [Held] = []
  private var places: [Place: Int] = [:]

  /// The same message in bytes that name no singular submessage twice.
  static func merged(
    _ bytes: UnsafeBufferPointer<UInt8>, _ descriptor: UnsafePointer<ProtobufCMessageDescriptor>
  ) -> [UInt8] {
    var merge = WireMerge()
    merge.output.reserveCapacity(bytes.count)
    do throws(WireError) {
      try unsafe merge.read(bytes, descriptor)
    } catch {
      preconditionFailure("bytes that were checked are malformed: \(error)")
    }
    merge.writeHeld()
    return merge.output
  }

  private mutating func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ descriptor: UnsafePointer<ProtobufCMessageDescriptor>
  ) throws(WireError) {
    guard let start = bytes.baseAddress else { return }
    var reader = unsafe WireReader(start: start, end: start + bytes.count)
    while unsafe !reader.isAtEnd {
      let fieldStart = unsafe reader.position
      let tag = try unsafe reader.readTag()
      let content = try unsafe reader.readValue(tag.wireType)
      let whole = unsafe UnsafeBufferPointer(
        start: fieldStart, count: reader.position - fieldStart)
      let field = unsafe protobuf_c_message_descriptor_get_field(descriptor, tag.fieldNumber)
      guard let field = unsafe field?.pointee else {
        unsafe output.append(contentsOf: whole)
        continue
      }
      unsafe take(field, tag.fieldNumber, whole, content)
    }
  }

  private mutating func take(
    _ field: ProtobufCFieldDescriptor, _ number: UInt32, _ whole: UnsafeBufferPointer<UInt8>,
    _ content: UnsafeBufferPointer<UInt8>
  ) {
    let isOneof = unsafe field.flags & PROTOBUF_C_FIELD_FLAG_ONEOF.rawValue != 0
    guard unsafe field.type == PROTOBUF_C_TYPE_MESSAGE else {
      guard isOneof else { return unsafe output.append(contentsOf: whole) }
      let value = unsafe Held(number: number, bytes: Array(whole), descriptor: nil)
      return hold(value, at: .oneof(unsafe field.quantifier_offset))
    }
    let descriptor = unsafe field.descriptor.assumingMemoryBound(
      to: ProtobufCMessageDescriptor.self)
    guard unsafe field.label != PROTOBUF_C_LABEL_REPEATED else {
      return unsafe write(number, Self.merged(content, descriptor))
    }
    let place = isOneof ? Place.oneof(unsafe field.quantifier_offset) : .field(number)
    // Another member of the oneof in between has cleared what was there.
    if let index = places[place], held[index].number == number {
      unsafe held[index].bytes.append(contentsOf: content)
    } else {
      let value = unsafe Held(number: number, bytes: Array(content), descriptor: descriptor)
      hold(value, at: place)
    }
  }

  private mutating func hold(_ value: Held, at place: Place) {
    if let index = places[place] {
      held[index] = value
    } else {
      places[place] = held.count
      held.append(value)
    }
  }

  private mutating func writeHeld() {
    for value in held {
      guard let descriptor = unsafe value.descriptor else {
        output += value.bytes
        continue
      }
      let whole = unsafe value.bytes.withUnsafeBufferPointer { parts in
        unsafe Self.merged(parts, descriptor)
      }
      write(value.number, whole)
    }
  }

  private mutating func write(_ number: UInt32, _ content: [UInt8]) {
    writeVarint(UInt64(number) << 3 | UInt64(WireReader.WireType.lengthDelimited.rawValue))
    writeVarint(UInt64(content.count))
    output += content
  }

  private mutating func writeVarint(_ value: UInt64) {
    var value = value
    while value >= 0x80 {
      output.append(UInt8(value & 0x7f) | 0x80)
      value >>= 7
    }
    output.append(UInt8(value))
  }
}
