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
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    code: Int32 = 0,
    message: String = "",
    details: [ProtoAny] = []
  ) {
    self.code = code
    self.message = message
    self.details = details
  }
}

extension GoogleStatus {
  public static let fullName = "google.rpc.Status"
  public static let wireLayout = unsafe WireLayout(google__rpc__status__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Google__Rpc__Status.self)
    unsafe self.code = c.pointee.code
    unsafe self.message = Wire.string(c.pointee.message)
    unsafe self.details = Wire.array(c.pointee.details, c.pointee.n_details) { unsafe Wire.message($0) }
    unsafe self.unknownFields = UnknownFields(unpacked: source)
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
