// Generated from internal.proto by protoc-gen-paylyt. Do not edit.

import CGoldenAPI
import PayLytRPC

struct Internal: WireMessage {
  var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  var unknownFields: UnknownFields
}

extension Internal {
  static let fullName = "Internal"
  static let wireLayout = unsafe WireLayout(internal__init)

  init() {
    self.init(unknownFields: UnknownFields())
  }

  init(
    name: String = ""
  ) {
    self.init(
      name: name,
      unknownFields: UnknownFields())
  }

  @unsafe init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: CGoldenAPI.Internal.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(internal__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}
