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
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    value: Bool = false
  ) {
    self.value = value
  }
}

public struct Payload: WireMessage {
  public var type: PayloadType = .compressable
  public var body: [UInt8] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    type: PayloadType = .compressable,
    body: [UInt8] = []
  ) {
    self.type = type
    self.body = body
  }
}

/// The status that the server answers with, when the code is not 0.
public struct EchoStatus: WireMessage {
  public var code: Int32 = 0
  public var message: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    code: Int32 = 0,
    message: String = ""
  ) {
    self.code = code
    self.message = message
  }
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
  public var unknownFields = UnknownFields()

  public init() {}

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
    self.responseType = responseType
    self.responseSize = responseSize
    self.payload = payload
    self.fillUsername = fillUsername
    self.fillOauthScope = fillOauthScope
    self.responseCompressed = responseCompressed
    self.responseStatus = responseStatus
    self.expectCompressed = expectCompressed
    self.fillServerID = fillServerID
  }
}

public struct SimpleResponse: WireMessage {
  public var payload: Payload? = nil
  /// The identity of the client's certificate, when it has shown one.
  public var username: String = ""
  public var oauthScope: String = ""
  public var serverID: String = ""
  public var hostname: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    payload: Payload? = nil,
    username: String = "",
    oauthScope: String = "",
    serverID: String = "",
    hostname: String = ""
  ) {
    self.payload = payload
    self.username = username
    self.oauthScope = oauthScope
    self.serverID = serverID
    self.hostname = hostname
  }
}

public struct StreamingInputCallRequest: WireMessage {
  public var payload: Payload? = nil
  /// As in SimpleRequest.
  public var expectCompressed: BoolValue? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    payload: Payload? = nil,
    expectCompressed: BoolValue? = nil
  ) {
    self.payload = payload
    self.expectCompressed = expectCompressed
  }
}

public struct StreamingInputCallResponse: WireMessage {
  /// Bytes of all payloads together.
  public var aggregatedPayloadSize: Int32 = 0
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    aggregatedPayloadSize: Int32 = 0
  ) {
    self.aggregatedPayloadSize = aggregatedPayloadSize
  }
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
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    size: Int32 = 0,
    intervalUs: Int32 = 0,
    compressed: BoolValue? = nil
  ) {
    self.size = size
    self.intervalUs = intervalUs
    self.compressed = compressed
  }
}

public struct StreamingOutputCallRequest: WireMessage {
  public var responseType: PayloadType = .compressable
  public var responseParameters: [ResponseParameters] = []
  public var payload: Payload? = nil
  public var responseStatus: EchoStatus? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    responseType: PayloadType = .compressable,
    responseParameters: [ResponseParameters] = [],
    payload: Payload? = nil,
    responseStatus: EchoStatus? = nil
  ) {
    self.responseType = responseType
    self.responseParameters = responseParameters
    self.payload = payload
    self.responseStatus = responseStatus
  }
}

public struct StreamingOutputCallResponse: WireMessage {
  public var payload: Payload? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    payload: Payload? = nil
  ) {
    self.payload = payload
  }
}

extension BoolValue {
  public static let fullName = "grpc.testing.BoolValue"
  public static let wireLayout = unsafe WireLayout(grpc__testing__bool_value__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Grpc__Testing__BoolValue.self)
    unsafe self.value = c.pointee.value != 0
    unsafe self.unknownFields = UnknownFields(unpacked: source)
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

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Grpc__Testing__Payload.self)
    unsafe self.type = PayloadType(rawValue: c.pointee.type)
    unsafe self.body = Wire.array(c.pointee.body.data, c.pointee.body.len)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
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

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Grpc__Testing__EchoStatus.self)
    unsafe self.code = c.pointee.code
    unsafe self.message = Wire.string(c.pointee.message)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
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

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Grpc__Testing__SimpleRequest.self)
    unsafe self.responseType = PayloadType(rawValue: c.pointee.response_type)
    unsafe self.responseSize = c.pointee.response_size
    unsafe self.payload = Wire.messageIfPresent(c.pointee.payload)
    unsafe self.fillUsername = c.pointee.fill_username != 0
    unsafe self.fillOauthScope = c.pointee.fill_oauth_scope != 0
    unsafe self.responseCompressed = Wire.messageIfPresent(c.pointee.response_compressed)
    unsafe self.responseStatus = Wire.messageIfPresent(c.pointee.response_status)
    unsafe self.expectCompressed = Wire.messageIfPresent(c.pointee.expect_compressed)
    unsafe self.fillServerID = c.pointee.fill_server_id != 0
    unsafe self.unknownFields = UnknownFields(unpacked: source)
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

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Grpc__Testing__SimpleResponse.self)
    unsafe self.payload = Wire.messageIfPresent(c.pointee.payload)
    unsafe self.username = Wire.string(c.pointee.username)
    unsafe self.oauthScope = Wire.string(c.pointee.oauth_scope)
    unsafe self.serverID = Wire.string(c.pointee.server_id)
    unsafe self.hostname = Wire.string(c.pointee.hostname)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
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

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Grpc__Testing__StreamingInputCallRequest.self)
    unsafe self.payload = Wire.messageIfPresent(c.pointee.payload)
    unsafe self.expectCompressed = Wire.messageIfPresent(c.pointee.expect_compressed)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
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

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Grpc__Testing__StreamingInputCallResponse.self)
    unsafe self.aggregatedPayloadSize = c.pointee.aggregated_payload_size
    unsafe self.unknownFields = UnknownFields(unpacked: source)
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

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Grpc__Testing__ResponseParameters.self)
    unsafe self.size = c.pointee.size
    unsafe self.intervalUs = c.pointee.interval_us
    unsafe self.compressed = Wire.messageIfPresent(c.pointee.compressed)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
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

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Grpc__Testing__StreamingOutputCallRequest.self)
    unsafe self.responseType = PayloadType(rawValue: c.pointee.response_type)
    unsafe self.responseParameters = Wire.array(c.pointee.response_parameters, c.pointee.n_response_parameters) { unsafe Wire.message($0) }
    unsafe self.payload = Wire.messageIfPresent(c.pointee.payload)
    unsafe self.responseStatus = Wire.messageIfPresent(c.pointee.response_status)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
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

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Grpc__Testing__StreamingOutputCallResponse.self)
    unsafe self.payload = Wire.messageIfPresent(c.pointee.payload)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(grpc__testing__streaming_output_call_response__init, keeping: self.unknownFields)
    unsafe c.pointee.payload = arena.messageIfPresent(self.payload)
    return UnsafeMutableRawPointer(c)
  }
}
