// Generated from google/rpc/status.proto by protoc-gen-paylyt. Do not edit.

import CStandardAPI
public import PayLytRPC

/// Why a call failed.
public struct GoogleStatus: WireMessage {
  /// A number of `google.rpc.Code`.
  public var code: Int32 = 0
  /// For developers, in English.
  public var message: String = ""
  /// For programs: messages of error_details.proto and others that both sides know.
  public var details: [ProtoAny] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

extension GoogleStatus {
  public static let fullName = "google.rpc.Status"
  public static let wireLayout = unsafe WireLayout(google__rpc__status__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    code: Int32 = 0,
    message: String = "",
    details: [ProtoAny] = []
  ) {
    self.init(
      code: code,
      message: message,
      details: details,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Google__Rpc__Status.self)
    let code: Int32 = unsafe _c.pointee.code
    let message: String = unsafe Wire.string(_c.pointee.message)
    let details: [ProtoAny] = unsafe Wire.array(_c.pointee.details, _c.pointee.n_details) { unsafe Wire.message($0) }
    unsafe self.init(
      code: code,
      message: message,
      details: details,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(google__rpc__status__init, keeping: self.unknownFields)
    unsafe c.pointee.code = self.code
    unsafe c.pointee.message = arena.string(self.message)
    unsafe c.pointee.details = arena.array(self.details) { unsafe arena.message($0) }
    unsafe c.pointee.n_details = self.details.count
    return UnsafeMutableRawPointer(c)
  }
}
