// Generated from grpc/testing/empty.proto by protoc-gen-paylyt. Do not edit.

import CInteropAPI
public import PayLytRPC

public struct Empty: WireMessage {
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

extension Empty {
  public static let fullName = "grpc.testing.Empty"
  public static let wireLayout = unsafe WireLayout(grpc__testing__empty__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    unsafe self.init(
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__testing__empty__init, keeping: self.unknownFields)
    return UnsafeMutableRawPointer(c)
  }
}
