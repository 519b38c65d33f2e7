import CPluginAPI
import CProtobufC

// protobuf-c hands out C strings and arrays of pointers; these read them into Swift values.

func text(_ string: UnsafeMutablePointer<CChar>?) -> String {
  guard let string = unsafe string else { return "" }
  return unsafe String(cString: string)
}

func texts(_ base: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?, _ count: Int) -> [String] {
  unsafe UnsafeBufferPointer(start: base, count: count).map { unsafe text($0) }
}

/// The pointees of an array of message pointers, in order.
func values<C>(_ base: UnsafeMutablePointer<UnsafeMutablePointer<C>?>?, _ count: Int) -> [C] {
  unsafe UnsafeBufferPointer(start: base, count: count).compactMap { unsafe $0?.pointee }
}

/// Unpacks `bytes` as the message that `initialize` makes and lends it to `body`.
///
/// - Returns: nil if the bytes are not such a message.
func withUnpacked<C, Result>(
  _ bytes: [UInt8], _ descriptor: UnsafePointer<ProtobufCMessageDescriptor>?,
  as _: C.Type, _ body: (C) throws(Refusal) -> Result
) throws(Refusal) -> Result? {
  let message = unsafe bytes.withUnsafeBufferPointer {
    unsafe protobuf_c_message_unpack(descriptor, nil, $0.count, $0.baseAddress)
  }
  guard let message = unsafe message else { return nil }
  defer { unsafe protobuf_c_message_free_unpacked(message, nil) }
  return try unsafe body(UnsafeRawPointer(message).load(as: C.self))
}

/// The bytes of a message whose first member is protobuf-c's `base`.
func packed<C>(_ message: C) -> [UInt8] {
  unsafe withUnsafePointer(to: message) { message in
    let head = unsafe UnsafeRawPointer(message).assumingMemoryBound(to: ProtobufCMessage.self)
    let size = unsafe protobuf_c_message_get_packed_size(head)
    return unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      unsafe count = protobuf_c_message_pack(head, buffer.baseAddress)
    }
  }
}
