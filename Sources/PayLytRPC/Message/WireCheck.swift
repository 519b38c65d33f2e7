import CProtobufC

/// Checks wire bytes by descriptor before protobuf-c unpacks them.
struct WireCheck {
  static func check(_ bytes: UnsafeRawBufferPointer, as layout: WireLayout) throws(WireError) {
  }
}
