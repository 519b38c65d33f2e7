// Generated from google/protobuf/source_context.proto by protoc-gen-paylyt. Do not edit.

import CStandardAPI
public import PayLytRPC

/// `SourceContext` represents information about the source of a
/// protobuf element, like the file in which it is defined.
public struct ProtoSourceContext: WireMessage {
  /// The path-qualified name of the .proto file that contained the associated
  /// protobuf element.  For example: `"google/protobuf/source_context.proto"`.
  public var fileName: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

extension ProtoSourceContext {
  public static let fullName = "google.protobuf.SourceContext"
  public static let wireLayout = unsafe WireLayout(google__protobuf__source_context__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    fileName: String = ""
  ) {
    self.init(
      fileName: fileName,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Google__Protobuf__SourceContext.self)
    let fileName: String = unsafe Wire.string(_c.pointee.file_name)
    unsafe self.init(
      fileName: fileName,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(google__protobuf__source_context__init, keeping: self.unknownFields)
    unsafe c.pointee.file_name = arena.string(self.fileName)
    return UnsafeMutableRawPointer(c)
  }
}
