// Generated from google/protobuf/empty.proto by protoc-gen-paylyt. Do not edit.

import CStandardAPI
public import PayLytRPC

/// A generic empty message that you can re-use to avoid defining duplicated
/// empty messages in your APIs. A typical example is to use it as the request
/// or the response type of an API method. For instance:
///
///     service Foo {
///       rpc Bar(google.protobuf.Empty) returns (google.protobuf.Empty);
///     }
public struct ProtoEmpty: WireMessage {
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

extension ProtoEmpty {
  public static let fullName = "google.protobuf.Empty"
  public static let wireLayout = unsafe WireLayout(google__protobuf__empty__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    unsafe self.init(
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(google__protobuf__empty__init, keeping: self.unknownFields)
    return UnsafeMutableRawPointer(c)
  }
}
