// Generated from grpc/testing/messages.proto by protoc-gen-paylyt. Do not edit.

import CInteropAPI
public import PayLytRPC

public enum PayloadType: WireEnum {
  /// The only type that is left: zeros, which compress well.
  case compressable
  /// A number that the proto of this build does not name.
  case unrecognized(Int32)

  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .compressable
    default: self = .unrecognized(rawValue)
    }
  }

  public var rawValue: Int32 {
    switch self {
    case .compressable: 0
    case .unrecognized(let number): number
    }
  }

  /// The values that the proto names.
  public static var allCases: [Self] { [.compressable] }
}

/// A boolean that can be absent.
public struct BoolValue: WireMessage {
  public var value: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct Payload: WireMessage {
  public var type: PayloadType = .compressable
  public var body: [UInt8] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// The status that the server answers with, when the code is not 0.
public struct EchoStatus: WireMessage {
  public var code: Int32 = 0
  public var message: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct SimpleRequest: WireMessage {
  public var responseType: PayloadType = .compressable
  /// Bytes of the response's payload.
  public var responseSize: Int32 = 0
  public var payload: Payload? = nil
  /// Whether the response should say who calls.
  public var fillUsername: Bool = false
  public var fillOauthScope: Bool = false
  /// Whether the response is compressed; absent: as the server likes.
  public var responseCompressed: BoolValue? = nil
  public var responseStatus: EchoStatus? = nil
  /// Whether the server should find this request compressed; absent: it does not matter.
  public var expectCompressed: BoolValue? = nil
  public var fillServerID: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct SimpleResponse: WireMessage {
  public var payload: Payload? = nil
  /// The identity of the client's certificate, when it has shown one.
  public var username: String = ""
  public var oauthScope: String = ""
  public var serverID: String = ""
  public var hostname: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct StreamingInputCallRequest: WireMessage {
  public var payload: Payload? = nil
  /// As in SimpleRequest.
  public var expectCompressed: BoolValue? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct StreamingInputCallResponse: WireMessage {
  /// Bytes of all payloads together.
  public var aggregatedPayloadSize: Int32 = 0
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// One response of a stream.
public struct ResponseParameters: WireMessage {
  /// Bytes of its payload.
  public var size: Int32 = 0
  /// How long the server waits before it, in microseconds.
  public var intervalUs: Int32 = 0
  /// As `response_compressed` of SimpleRequest.
  public var compressed: BoolValue? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct StreamingOutputCallRequest: WireMessage {
  public var responseType: PayloadType = .compressable
  public var responseParameters: [ResponseParameters] = []
  public var payload: Payload? = nil
  public var responseStatus: EchoStatus? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct StreamingOutputCallResponse: WireMessage {
  public var payload: Payload? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

extension BoolValue {
  public static let fullName = "grpc.testing.BoolValue"
  public static let wireLayout = unsafe WireLayout(grpc__testing__bool_value__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    value: Bool = false
  ) {
    self.init(
      value: value,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Testing__BoolValue.self)
    let value: Bool = unsafe _c.pointee.value != 0
    unsafe self.init(
      value: value,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__testing__bool_value__init, keeping: self.unknownFields)
    unsafe c.pointee.value = self.value ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension Payload {
  public static let fullName = "grpc.testing.Payload"
  public static let wireLayout = unsafe WireLayout(grpc__testing__payload__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    type: PayloadType = .compressable,
    body: [UInt8] = []
  ) {
    self.init(
      type: type,
      body: body,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Testing__Payload.self)
    let type: PayloadType = unsafe PayloadType(rawValue: _c.pointee.type)
    let body: [UInt8] = unsafe Wire.array(_c.pointee.body.data, _c.pointee.body.len)
    unsafe self.init(
      type: type,
      body: body,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__testing__payload__init, keeping: self.unknownFields)
    unsafe c.pointee.type = self.type.rawValue
    unsafe c.pointee.body = .init(len: self.body.count, data: arena.array(self.body))
    return UnsafeMutableRawPointer(c)
  }
}

extension EchoStatus {
  public static let fullName = "grpc.testing.EchoStatus"
  public static let wireLayout = unsafe WireLayout(grpc__testing__echo_status__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    code: Int32 = 0,
    message: String = ""
  ) {
    self.init(
      code: code,
      message: message,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Testing__EchoStatus.self)
    let code: Int32 = unsafe _c.pointee.code
    let message: String = unsafe Wire.string(_c.pointee.message)
    unsafe self.init(
      code: code,
      message: message,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__testing__echo_status__init, keeping: self.unknownFields)
    unsafe c.pointee.code = self.code
    unsafe c.pointee.message = arena.string(self.message)
    return UnsafeMutableRawPointer(c)
  }
}

extension SimpleRequest {
  public static let fullName = "grpc.testing.SimpleRequest"
  public static let wireLayout = unsafe WireLayout(grpc__testing__simple_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    responseType: PayloadType = .compressable,
    responseSize: Int32 = 0,
    payload: Payload? = nil,
    fillUsername: Bool = false,
    fillOauthScope: Bool = false,
    responseCompressed: BoolValue? = nil,
    responseStatus: EchoStatus? = nil,
    expectCompressed: BoolValue? = nil,
    fillServerID: Bool = false
  ) {
    self.init(
      responseType: responseType,
      responseSize: responseSize,
      payload: payload,
      fillUsername: fillUsername,
      fillOauthScope: fillOauthScope,
      responseCompressed: responseCompressed,
      responseStatus: responseStatus,
      expectCompressed: expectCompressed,
      fillServerID: fillServerID,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Testing__SimpleRequest.self)
    let responseType: PayloadType = unsafe PayloadType(rawValue: _c.pointee.response_type)
    let responseSize: Int32 = unsafe _c.pointee.response_size
    let payload: Payload? = unsafe Wire.messageIfPresent(_c.pointee.payload)
    let fillUsername: Bool = unsafe _c.pointee.fill_username != 0
    let fillOauthScope: Bool = unsafe _c.pointee.fill_oauth_scope != 0
    let responseCompressed: BoolValue? = unsafe Wire.messageIfPresent(_c.pointee.response_compressed)
    let responseStatus: EchoStatus? = unsafe Wire.messageIfPresent(_c.pointee.response_status)
    let expectCompressed: BoolValue? = unsafe Wire.messageIfPresent(_c.pointee.expect_compressed)
    let fillServerID: Bool = unsafe _c.pointee.fill_server_id != 0
    unsafe self.init(
      responseType: responseType,
      responseSize: responseSize,
      payload: payload,
      fillUsername: fillUsername,
      fillOauthScope: fillOauthScope,
      responseCompressed: responseCompressed,
      responseStatus: responseStatus,
      expectCompressed: expectCompressed,
      fillServerID: fillServerID,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__testing__simple_request__init, keeping: self.unknownFields)
    unsafe c.pointee.response_type = self.responseType.rawValue
    unsafe c.pointee.response_size = self.responseSize
    unsafe c.pointee.payload = arena.messageIfPresent(self.payload)
    unsafe c.pointee.fill_username = self.fillUsername ? 1 : 0
    unsafe c.pointee.fill_oauth_scope = self.fillOauthScope ? 1 : 0
    unsafe c.pointee.response_compressed = arena.messageIfPresent(self.responseCompressed)
    unsafe c.pointee.response_status = arena.messageIfPresent(self.responseStatus)
    unsafe c.pointee.expect_compressed = arena.messageIfPresent(self.expectCompressed)
    unsafe c.pointee.fill_server_id = self.fillServerID ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension SimpleResponse {
  public static let fullName = "grpc.testing.SimpleResponse"
  public static let wireLayout = unsafe WireLayout(grpc__testing__simple_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    payload: Payload? = nil,
    username: String = "",
    oauthScope: String = "",
    serverID: String = "",
    hostname: String = ""
  ) {
    self.init(
      payload: payload,
      username: username,
      oauthScope: oauthScope,
      serverID: serverID,
      hostname: hostname,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Testing__SimpleResponse.self)
    let payload: Payload? = unsafe Wire.messageIfPresent(_c.pointee.payload)
    let username: String = unsafe Wire.string(_c.pointee.username)
    let oauthScope: String = unsafe Wire.string(_c.pointee.oauth_scope)
    let serverID: String = unsafe Wire.string(_c.pointee.server_id)
    let hostname: String = unsafe Wire.string(_c.pointee.hostname)
    unsafe self.init(
      payload: payload,
      username: username,
      oauthScope: oauthScope,
      serverID: serverID,
      hostname: hostname,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__testing__simple_response__init, keeping: self.unknownFields)
    unsafe c.pointee.payload = arena.messageIfPresent(self.payload)
    unsafe c.pointee.username = arena.string(self.username)
    unsafe c.pointee.oauth_scope = arena.string(self.oauthScope)
    unsafe c.pointee.server_id = arena.string(self.serverID)
    unsafe c.pointee.hostname = arena.string(self.hostname)
    return UnsafeMutableRawPointer(c)
  }
}

extension StreamingInputCallRequest {
  public static let fullName = "grpc.testing.StreamingInputCallRequest"
  public static let wireLayout = unsafe WireLayout(grpc__testing__streaming_input_call_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    payload: Payload? = nil,
    expectCompressed: BoolValue? = nil
  ) {
    self.init(
      payload: payload,
      expectCompressed: expectCompressed,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Testing__StreamingInputCallRequest.self)
    let payload: Payload? = unsafe Wire.messageIfPresent(_c.pointee.payload)
    let expectCompressed: BoolValue? = unsafe Wire.messageIfPresent(_c.pointee.expect_compressed)
    unsafe self.init(
      payload: payload,
      expectCompressed: expectCompressed,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__testing__streaming_input_call_request__init, keeping: self.unknownFields)
    unsafe c.pointee.payload = arena.messageIfPresent(self.payload)
    unsafe c.pointee.expect_compressed = arena.messageIfPresent(self.expectCompressed)
    return UnsafeMutableRawPointer(c)
  }
}

extension StreamingInputCallResponse {
  public static let fullName = "grpc.testing.StreamingInputCallResponse"
  public static let wireLayout = unsafe WireLayout(grpc__testing__streaming_input_call_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    aggregatedPayloadSize: Int32 = 0
  ) {
    self.init(
      aggregatedPayloadSize: aggregatedPayloadSize,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Testing__StreamingInputCallResponse.self)
    let aggregatedPayloadSize: Int32 = unsafe _c.pointee.aggregated_payload_size
    unsafe self.init(
      aggregatedPayloadSize: aggregatedPayloadSize,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__testing__streaming_input_call_response__init, keeping: self.unknownFields)
    unsafe c.pointee.aggregated_payload_size = self.aggregatedPayloadSize
    return UnsafeMutableRawPointer(c)
  }
}

extension ResponseParameters {
  public static let fullName = "grpc.testing.ResponseParameters"
  public static let wireLayout = unsafe WireLayout(grpc__testing__response_parameters__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    size: Int32 = 0,
    intervalUs: Int32 = 0,
    compressed: BoolValue? = nil
  ) {
    self.init(
      size: size,
      intervalUs: intervalUs,
      compressed: compressed,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Testing__ResponseParameters.self)
    let size: Int32 = unsafe _c.pointee.size
    let intervalUs: Int32 = unsafe _c.pointee.interval_us
    let compressed: BoolValue? = unsafe Wire.messageIfPresent(_c.pointee.compressed)
    unsafe self.init(
      size: size,
      intervalUs: intervalUs,
      compressed: compressed,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__testing__response_parameters__init, keeping: self.unknownFields)
    unsafe c.pointee.size = self.size
    unsafe c.pointee.interval_us = self.intervalUs
    unsafe c.pointee.compressed = arena.messageIfPresent(self.compressed)
    return UnsafeMutableRawPointer(c)
  }
}

extension StreamingOutputCallRequest {
  public static let fullName = "grpc.testing.StreamingOutputCallRequest"
  public static let wireLayout = unsafe WireLayout(grpc__testing__streaming_output_call_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    responseType: PayloadType = .compressable,
    responseParameters: [ResponseParameters] = [],
    payload: Payload? = nil,
    responseStatus: EchoStatus? = nil
  ) {
    self.init(
      responseType: responseType,
      responseParameters: responseParameters,
      payload: payload,
      responseStatus: responseStatus,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Testing__StreamingOutputCallRequest.self)
    let responseType: PayloadType = unsafe PayloadType(rawValue: _c.pointee.response_type)
    let responseParameters: [ResponseParameters] = unsafe Wire.array(_c.pointee.response_parameters, _c.pointee.n_response_parameters) { unsafe Wire.message($0) }
    let payload: Payload? = unsafe Wire.messageIfPresent(_c.pointee.payload)
    let responseStatus: EchoStatus? = unsafe Wire.messageIfPresent(_c.pointee.response_status)
    unsafe self.init(
      responseType: responseType,
      responseParameters: responseParameters,
      payload: payload,
      responseStatus: responseStatus,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__testing__streaming_output_call_request__init, keeping: self.unknownFields)
    unsafe c.pointee.response_type = self.responseType.rawValue
    unsafe c.pointee.response_parameters = arena.array(self.responseParameters) { unsafe arena.message($0) }
    unsafe c.pointee.n_response_parameters = self.responseParameters.count
    unsafe c.pointee.payload = arena.messageIfPresent(self.payload)
    unsafe c.pointee.response_status = arena.messageIfPresent(self.responseStatus)
    return UnsafeMutableRawPointer(c)
  }
}

extension StreamingOutputCallResponse {
  public static let fullName = "grpc.testing.StreamingOutputCallResponse"
  public static let wireLayout = unsafe WireLayout(grpc__testing__streaming_output_call_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    payload: Payload? = nil
  ) {
    self.init(
      payload: payload,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Grpc__Testing__StreamingOutputCallResponse.self)
    let payload: Payload? = unsafe Wire.messageIfPresent(_c.pointee.payload)
    unsafe self.init(
      payload: payload,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__testing__streaming_output_call_response__init, keeping: self.unknownFields)
    unsafe c.pointee.payload = arena.messageIfPresent(self.payload)
    return UnsafeMutableRawPointer(c)
  }
}
