// Generated from internal.proto by protoc-gen-paylyt. Do not edit.

import CGoldenAPI
import PayLytRPC

struct Internal: WireMessage {
  var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  var unknownFields = UnknownFields()

  init() {}

  init(
    name: String = ""
  ) {
    self.name = name
  }
}

extension Internal {
  static let fullName = "Internal"
  static let wireLayout = unsafe WireLayout(internal__init)

  @unsafe init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: CGoldenAPI.Internal.self)
    unsafe self.name = Wire.string(c.pointee.name)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(internal__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}
