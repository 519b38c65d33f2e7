import CProtobufC

/// How one message type looks on the wire and in C: protobuf-c's descriptor of it.
@safe public struct WireLayout: @unchecked Sendable {
  /// Static, constant data of the generated C code: it outlives everyone and nobody writes it,
  /// which is why the layout may be shared between threads.
  let descriptor: UnsafePointer<ProtobufCMessageDescriptor>

  /// Reads the descriptor off a fresh C message: `extern const` data has no stable address in
  /// Swift, but every generated initialiser stores the pointer in the message's head.
  ///
  /// - Parameter initialize: the `…__init` function that protoc-c generated for the type.
  @unsafe public init<C>(_ initialize: (UnsafeMutablePointer<C>?) -> Void) {
    let message = UnsafeMutablePointer<C>.allocate(capacity: 1)
    defer { unsafe message.deallocate() }
    unsafe initialize(message)
    let head = unsafe UnsafeRawPointer(message).load(as: ProtobufCMessage.self)
    unsafe descriptor = head.descriptor
  }
}
