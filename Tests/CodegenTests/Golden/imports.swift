// Generated from imports.proto by protoc-gen-paylyt. Do not edit.

import CElsewhereAPI
import CGoldenAPI
import CStandardAPI
public import ElsewhereAPI
public import PayLytRPC
public import StandardAPI

public struct Imports: WireMessage {
  public var time: StandardAPI.ProtoTimestamp? = nil
  public var status: StandardAPI.GoogleStatus? = nil
  public var others: [ElsewhereAPI.ElseOther] = []
  public var kind: ElsewhereAPI.ElseKind = .unspecified
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

extension Imports {
  public static let fullName = "golden.v1.Imports"
  public static let wireLayout = unsafe WireLayout(golden__v1__imports__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    time: StandardAPI.ProtoTimestamp? = nil,
    status: StandardAPI.GoogleStatus? = nil,
    others: [ElsewhereAPI.ElseOther] = [],
    kind: ElsewhereAPI.ElseKind = .unspecified
  ) {
    self.init(
      time: time,
      status: status,
      others: others,
      kind: kind,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Golden__V1__Imports.self)
    let time: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.time)
    let status: StandardAPI.GoogleStatus? = unsafe Wire.messageIfPresent(_c.pointee.status)
    let others: [ElsewhereAPI.ElseOther] = unsafe Wire.array(_c.pointee.others, _c.pointee.n_others) { unsafe Wire.message($0) }
    let kind: ElsewhereAPI.ElseKind = unsafe ElsewhereAPI.ElseKind(rawValue: _c.pointee.kind)
    unsafe self.init(
      time: time,
      status: status,
      others: others,
      kind: kind,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(golden__v1__imports__init, keeping: self.unknownFields)
    unsafe c.pointee.time = arena.messageIfPresent(self.time)
    unsafe c.pointee.status = arena.messageIfPresent(self.status)
    unsafe c.pointee.others = arena.array(self.others) { unsafe arena.message($0) }
    unsafe c.pointee.n_others = self.others.count
    unsafe c.pointee.kind = self.kind.rawValue
    return UnsafeMutableRawPointer(c)
  }
}
