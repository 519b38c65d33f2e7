// Generated from paylyt/sandbox/v1/sandbox.proto by protoc-gen-paylyt. Do not edit.

import CPayLytAPI
import CStandardAPI
public import PayLytRPC
public import StandardAPI

public struct SandboxClock: WireMessage {
  public var time: StandardAPI.ProtoTimestamp? = nil
  /// How far it is ahead of the world's.
  public var aheadSeconds: Int64 = 0
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct Fault: WireMessage {
  /// `faults/{uuid}`.
  public var name: String = ""
  /// `paylyt.escrow.v1.EscrowService/FundEscrow`, or `provider/SendPayment`.
  public var method: String = ""
  public var kind: Fault.Kind = .unspecified
  /// A gRPC status from 1 to 16; for KIND_DELAY, and of the provider, 0.
  public var code: Int32 = 0
  /// At most 60,000.
  public var delayMilliseconds: Int32 = 0
  /// How many calls are still hit.
  public var callsLeft: Int32 = 0
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public enum Kind: WireEnum {
    case unspecified
    /// Nothing happens; the call answers `code`. The provider declines.
    case refuse
    /// It happens, and the call answers `code` all the same, as when a connection breaks: a
    /// repetition with the same `request_id` finds out. With the provider the outcome is unknown until
    /// it is asked again; its webhook is lost.
    case loseAnswer
    /// It happens, after `delay_milliseconds`. A webhook comes that much later.
    case delay
    /// Of the provider: nothing happens, and nobody knows that.
    case timeOut
    /// Of provider/SendPayment and provider/FinalizePayout: it is taken, and fails for good.
    case fail
    /// Of provider/Webhook: it comes twice.
    case duplicate
    /// A number that the proto of this build does not name.
    case unrecognized(Int32)

    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unspecified
      case 1: self = .refuse
      case 2: self = .loseAnswer
      case 3: self = .delay
      case 4: self = .timeOut
      case 5: self = .fail
      case 6: self = .duplicate
      default: self = .unrecognized(rawValue)
      }
    }

    public var rawValue: Int32 {
      switch self {
      case .unspecified: 0
      case .refuse: 1
      case .loseAnswer: 2
      case .delay: 3
      case .timeOut: 4
      case .fail: 5
      case .duplicate: 6
      case .unrecognized(let number): number
      }
    }

    /// The values that the proto names.
    public static var allCases: [Self] { [.unspecified, .refuse, .loseAnswer, .delay, .timeOut, .fail, .duplicate] }
  }
}

public struct GetSandboxClockRequest: WireMessage {
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct AdvanceSandboxClockRequest: WireMessage {
  /// A UUID that the caller makes for this request.
  public var requestID: String = ""
  /// 1 to 31,622,400, a year.
  public var seconds: Int64 = 0
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct PayInvoiceRequest: WireMessage {
  /// A UUID that the caller makes for this request.
  public var requestID: String = ""
  /// `invoices/{uuid}` or `deposits/{uuid}`.
  public var name: String = ""
  /// BTC; whole satoshis, 1 to 40 000 000 of them: twice the largest invoice. What the invoice asks for
  /// when it is unset.
  public var amount: Money? = nil
  /// Whether the payment arrives although the invoice is over.
  public var late: Bool = false
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// What was paid out there; what becomes of it here, the invoice or the deposit tells.
public struct SandboxPayment: WireMessage {
  /// `invoices/{uuid}` or `deposits/{uuid}`.
  public var invoice: String = ""
  public var amount: Money? = nil
  public var late: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct SetFaultRequest: WireMessage {
  /// A UUID that the caller makes for this request.
  public var requestID: String = ""
  public var method: String = ""
  public var kind: Fault.Kind = .unspecified
  public var code: Int32 = 0
  public var delayMilliseconds: Int32 = 0
  /// How many calls are hit, 1 to 1,000.
  public var calls: Int32 = 0
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListFaultsRequest: WireMessage {
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListFaultsResponse: WireMessage {
  /// At most 20: there are not more.
  public var faults: [Fault] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ClearFaultsRequest: WireMessage {
  /// A UUID that the caller makes for this request.
  public var requestID: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ClearFaultsResponse: WireMessage {
  public var cleared: Int32 = 0
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

extension SandboxClock {
  public static let fullName = "paylyt.sandbox.v1.SandboxClock"
  public static let wireLayout = unsafe WireLayout(paylyt__sandbox__v1__sandbox_clock__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    time: StandardAPI.ProtoTimestamp? = nil,
    aheadSeconds: Int64 = 0
  ) {
    self.init(
      time: time,
      aheadSeconds: aheadSeconds,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Sandbox__V1__SandboxClock.self)
    let time: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.time)
    let aheadSeconds: Int64 = unsafe _c.pointee.ahead_seconds
    unsafe self.init(
      time: time,
      aheadSeconds: aheadSeconds,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__sandbox__v1__sandbox_clock__init, keeping: self.unknownFields)
    unsafe c.pointee.time = arena.messageIfPresent(self.time)
    unsafe c.pointee.ahead_seconds = self.aheadSeconds
    return UnsafeMutableRawPointer(c)
  }
}

extension Fault {
  public static let fullName = "paylyt.sandbox.v1.Fault"
  public static let wireLayout = unsafe WireLayout(paylyt__sandbox__v1__fault__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = "",
    method: String = "",
    kind: Fault.Kind = .unspecified,
    code: Int32 = 0,
    delayMilliseconds: Int32 = 0,
    callsLeft: Int32 = 0
  ) {
    self.init(
      name: name,
      method: method,
      kind: kind,
      code: code,
      delayMilliseconds: delayMilliseconds,
      callsLeft: callsLeft,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Sandbox__V1__Fault.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let method: String = unsafe Wire.string(_c.pointee.method)
    let kind: Fault.Kind = unsafe Fault.Kind(rawValue: _c.pointee.kind)
    let code: Int32 = unsafe _c.pointee.code
    let delayMilliseconds: Int32 = unsafe _c.pointee.delay_milliseconds
    let callsLeft: Int32 = unsafe _c.pointee.calls_left
    unsafe self.init(
      name: name,
      method: method,
      kind: kind,
      code: code,
      delayMilliseconds: delayMilliseconds,
      callsLeft: callsLeft,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__sandbox__v1__fault__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.method = arena.string(self.method)
    unsafe c.pointee.kind = self.kind.rawValue
    unsafe c.pointee.code = self.code
    unsafe c.pointee.delay_milliseconds = self.delayMilliseconds
    unsafe c.pointee.calls_left = self.callsLeft
    return UnsafeMutableRawPointer(c)
  }
}

extension GetSandboxClockRequest {
  public static let fullName = "paylyt.sandbox.v1.GetSandboxClockRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__sandbox__v1__get_sandbox_clock_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    unsafe self.init(
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__sandbox__v1__get_sandbox_clock_request__init, keeping: self.unknownFields)
    return UnsafeMutableRawPointer(c)
  }
}

extension AdvanceSandboxClockRequest {
  public static let fullName = "paylyt.sandbox.v1.AdvanceSandboxClockRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__sandbox__v1__advance_sandbox_clock_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    seconds: Int64 = 0,
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      seconds: seconds,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Sandbox__V1__AdvanceSandboxClockRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let seconds: Int64 = unsafe _c.pointee.seconds
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      seconds: seconds,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__sandbox__v1__advance_sandbox_clock_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.seconds = self.seconds
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension PayInvoiceRequest {
  public static let fullName = "paylyt.sandbox.v1.PayInvoiceRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__sandbox__v1__pay_invoice_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    name: String = "",
    amount: Money? = nil,
    late: Bool = false,
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      name: name,
      amount: amount,
      late: late,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Sandbox__V1__PayInvoiceRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let amount: Money? = unsafe Wire.messageIfPresent(_c.pointee.amount)
    let late: Bool = unsafe _c.pointee.late != 0
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      name: name,
      amount: amount,
      late: late,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__sandbox__v1__pay_invoice_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.amount = arena.messageIfPresent(self.amount)
    unsafe c.pointee.late = self.late ? 1 : 0
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension SandboxPayment {
  public static let fullName = "paylyt.sandbox.v1.SandboxPayment"
  public static let wireLayout = unsafe WireLayout(paylyt__sandbox__v1__sandbox_payment__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    invoice: String = "",
    amount: Money? = nil,
    late: Bool = false
  ) {
    self.init(
      invoice: invoice,
      amount: amount,
      late: late,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Sandbox__V1__SandboxPayment.self)
    let invoice: String = unsafe Wire.string(_c.pointee.invoice)
    let amount: Money? = unsafe Wire.messageIfPresent(_c.pointee.amount)
    let late: Bool = unsafe _c.pointee.late != 0
    unsafe self.init(
      invoice: invoice,
      amount: amount,
      late: late,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__sandbox__v1__sandbox_payment__init, keeping: self.unknownFields)
    unsafe c.pointee.invoice = arena.string(self.invoice)
    unsafe c.pointee.amount = arena.messageIfPresent(self.amount)
    unsafe c.pointee.late = self.late ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension SetFaultRequest {
  public static let fullName = "paylyt.sandbox.v1.SetFaultRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__sandbox__v1__set_fault_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    method: String = "",
    kind: Fault.Kind = .unspecified,
    code: Int32 = 0,
    delayMilliseconds: Int32 = 0,
    calls: Int32 = 0,
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      method: method,
      kind: kind,
      code: code,
      delayMilliseconds: delayMilliseconds,
      calls: calls,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Sandbox__V1__SetFaultRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let method: String = unsafe Wire.string(_c.pointee.method)
    let kind: Fault.Kind = unsafe Fault.Kind(rawValue: _c.pointee.kind)
    let code: Int32 = unsafe _c.pointee.code
    let delayMilliseconds: Int32 = unsafe _c.pointee.delay_milliseconds
    let calls: Int32 = unsafe _c.pointee.calls
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      method: method,
      kind: kind,
      code: code,
      delayMilliseconds: delayMilliseconds,
      calls: calls,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__sandbox__v1__set_fault_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.method = arena.string(self.method)
    unsafe c.pointee.kind = self.kind.rawValue
    unsafe c.pointee.code = self.code
    unsafe c.pointee.delay_milliseconds = self.delayMilliseconds
    unsafe c.pointee.calls = self.calls
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension ListFaultsRequest {
  public static let fullName = "paylyt.sandbox.v1.ListFaultsRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__sandbox__v1__list_faults_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    unsafe self.init(
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__sandbox__v1__list_faults_request__init, keeping: self.unknownFields)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListFaultsResponse {
  public static let fullName = "paylyt.sandbox.v1.ListFaultsResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__sandbox__v1__list_faults_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    faults: [Fault] = []
  ) {
    self.init(
      faults: faults,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Sandbox__V1__ListFaultsResponse.self)
    let faults: [Fault] = unsafe Wire.array(_c.pointee.faults, _c.pointee.n_faults) { unsafe Wire.message($0) }
    unsafe self.init(
      faults: faults,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__sandbox__v1__list_faults_response__init, keeping: self.unknownFields)
    unsafe c.pointee.faults = arena.array(self.faults) { unsafe arena.message($0) }
    unsafe c.pointee.n_faults = self.faults.count
    return UnsafeMutableRawPointer(c)
  }
}

extension ClearFaultsRequest {
  public static let fullName = "paylyt.sandbox.v1.ClearFaultsRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__sandbox__v1__clear_faults_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Sandbox__V1__ClearFaultsRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__sandbox__v1__clear_faults_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension ClearFaultsResponse {
  public static let fullName = "paylyt.sandbox.v1.ClearFaultsResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__sandbox__v1__clear_faults_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    cleared: Int32 = 0
  ) {
    self.init(
      cleared: cleared,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Sandbox__V1__ClearFaultsResponse.self)
    let cleared: Int32 = unsafe _c.pointee.cleared
    unsafe self.init(
      cleared: cleared,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__sandbox__v1__clear_faults_response__init, keeping: self.unknownFields)
    unsafe c.pointee.cleared = self.cleared
    return UnsafeMutableRawPointer(c)
  }
}

extension AdvanceSandboxClockRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.number(self.seconds, NumberRule(1...31622400), "seconds")
  }
}

extension PayInvoiceRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["invoices/{uuid}", "deposits/{uuid}"])
  private static let amountRule = TextRule(required: true, choices: ["BTC"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    if let value = self.amount {
      let mark = found.count
      found.text(value.asset, Self.amountRule, "asset")
      if found.count == mark {
        found.number(value.units, NumberRule(1000...40000000000, multipleOf: 1000), "units")
      }
      found.nest(since: mark, in: "amount")
    }
  }
}

extension SetFaultRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let methodRule = TextRule(required: true, length: 0...200, countsBytes: true)
  private static let kindRule = EnumRule(required: true, [1: "KIND_REFUSE", 2: "KIND_LOSE_ANSWER", 3: "KIND_DELAY", 4: "KIND_TIME_OUT", 5: "KIND_FAIL", 6: "KIND_DUPLICATE"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.method, Self.methodRule, "method")
    found.choice(self.kind, Self.kindRule, "kind")
    found.number(self.code, NumberRule(0...16), "code")
    found.number(self.delayMilliseconds, NumberRule(0...60000), "delay_milliseconds")
    found.number(self.calls, NumberRule(1...1000), "calls")
  }
}

extension ClearFaultsRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
  }
}

/// The methods of `paylyt.sandbox.v1.SandboxService`.
public enum SandboxServiceMethods {
  public static let serviceName = "paylyt.sandbox.v1.SandboxService"

  public static let getSandboxClock = MethodDescriptor(
    service: serviceName,
    method: "GetSandboxClock",
    kind: .unary,
    requestType: "paylyt.sandbox.v1.GetSandboxClockRequest",
    responseType: "paylyt.sandbox.v1.SandboxClock",
    options: MethodOptions(
      permission: "sandbox.use",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let advanceSandboxClock = MethodDescriptor(
    service: serviceName,
    method: "AdvanceSandboxClock",
    kind: .unary,
    requestType: "paylyt.sandbox.v1.AdvanceSandboxClockRequest",
    responseType: "paylyt.sandbox.v1.SandboxClock",
    options: MethodOptions(
      permission: "sandbox.use",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["SANDBOX_TOO_FAR"]))

  public static let payInvoice = MethodDescriptor(
    service: serviceName,
    method: "PayInvoice",
    kind: .unary,
    requestType: "paylyt.sandbox.v1.PayInvoiceRequest",
    responseType: "paylyt.sandbox.v1.SandboxPayment",
    options: MethodOptions(
      permission: "sandbox.use",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["ILLEGAL_TRANSITION", "NOT_SIMULATED", "PROVIDER_DOWN"]))

  public static let setFault = MethodDescriptor(
    service: serviceName,
    method: "SetFault",
    kind: .unary,
    requestType: "paylyt.sandbox.v1.SetFaultRequest",
    responseType: "paylyt.sandbox.v1.Fault",
    options: MethodOptions(
      permission: "sandbox.use",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["FAULTS_FULL"]))

  public static let listFaults = MethodDescriptor(
    service: serviceName,
    method: "ListFaults",
    kind: .unary,
    requestType: "paylyt.sandbox.v1.ListFaultsRequest",
    responseType: "paylyt.sandbox.v1.ListFaultsResponse",
    options: MethodOptions(
      permission: "sandbox.use",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let clearFaults = MethodDescriptor(
    service: serviceName,
    method: "ClearFaults",
    kind: .unary,
    requestType: "paylyt.sandbox.v1.ClearFaultsRequest",
    responseType: "paylyt.sandbox.v1.ClearFaultsResponse",
    options: MethodOptions(
      permission: "sandbox.use",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let all: [MethodDescriptor] = [getSandboxClock, advanceSandboxClock, payInvoice, setFault, listFaults, clearFaults]
}

extension SandboxServiceMethods {
  /// The methods with the types of their messages.
  public static let types: [MethodTypes] = [
    MethodTypes(getSandboxClock, GetSandboxClockRequest.self, SandboxClock.self),
    MethodTypes(advanceSandboxClock, AdvanceSandboxClockRequest.self, SandboxClock.self),
    MethodTypes(payInvoice, PayInvoiceRequest.self, SandboxPayment.self),
    MethodTypes(setFault, SetFaultRequest.self, Fault.self),
    MethodTypes(listFaults, ListFaultsRequest.self, ListFaultsResponse.self),
    MethodTypes(clearFaults, ClearFaultsRequest.self, ClearFaultsResponse.self),
  ]
}

/// For those who test their integration: lets time pass, lets invoices be paid, and lets calls fail. It
/// is there only where the server runs with `--sandbox`, never in production.
public protocol SandboxServiceHandler: RPCService {
  /// What time it is here.
  func getSandboxClock(
    _ request: GetSandboxClockRequest,
    _ context: ServerContext
  ) async throws -> SandboxClock

  /// Lets time pass at once, for everybody and for good: what is due by then happens within seconds.
  /// Sessions end by this clock too, so whoever goes far signs in again.
  func advanceSandboxClock(
    _ request: AdvanceSandboxClockRequest,
    _ context: ServerContext
  ) async throws -> SandboxClock

  /// Somebody out there pays an invoice that the caller may see, of an escrow or of a deposit: all of it,
  /// less, more, or late. From there it goes the way of any payment: the provider has the money, tells of
  /// it and is asked, and a moment later the escrow or the wallet has it. To see a late payment, let the
  /// invoice's time pass first.
  ///
  /// `ILLEGAL_TRANSITION`: it is paid, it was taken back, or it is over and the payment not `late`.
  func payInvoice(
    _ request: PayInvoiceRequest,
    _ context: ServerContext
  ) async throws -> SandboxPayment

  /// Lets the caller's own next calls of a method fail, nobody else's; or the payment provider, on what
  /// belongs to the caller: `provider/CreateInvoice`, `provider/GetInvoice`, `provider/SendPayment`,
  /// `provider/GetPayment`, `provider/QuotePayout`, `provider/InitializePayout`,
  /// `provider/FinalizePayout`, `provider/GetPayout`, `provider/Webhook`. What the background work asks
  /// is the client's of an escrow, and the owner's of a deposit or a payout.
  func setFault(
    _ request: SetFaultRequest,
    _ context: ServerContext
  ) async throws -> Fault

  /// The caller's faults that are not used up, newest first.
  func listFaults(
    _ request: ListFaultsRequest,
    _ context: ServerContext
  ) async throws -> ListFaultsResponse

  /// Removes all of the caller's faults.
  func clearFaults(
    _ request: ClearFaultsRequest,
    _ context: ServerContext
  ) async throws -> ClearFaultsResponse
}

extension SandboxServiceHandler {
  public static var serviceName: String { SandboxServiceMethods.serviceName }

  public var methods: [MethodBinding] {
    [
      MethodBinding(SandboxServiceMethods.getSandboxClock) { call, context in
        let request = try call.request(GetSandboxClockRequest.self)
        try call.respond(await self.getSandboxClock(request, context))
      },
      MethodBinding(SandboxServiceMethods.advanceSandboxClock) { call, context in
        let request = try call.request(AdvanceSandboxClockRequest.self)
        try call.respond(await self.advanceSandboxClock(request, context))
      },
      MethodBinding(SandboxServiceMethods.payInvoice) { call, context in
        let request = try call.request(PayInvoiceRequest.self)
        try call.respond(await self.payInvoice(request, context))
      },
      MethodBinding(SandboxServiceMethods.setFault) { call, context in
        let request = try call.request(SetFaultRequest.self)
        try call.respond(await self.setFault(request, context))
      },
      MethodBinding(SandboxServiceMethods.listFaults) { call, context in
        let request = try call.request(ListFaultsRequest.self)
        try call.respond(await self.listFaults(request, context))
      },
      MethodBinding(SandboxServiceMethods.clearFaults) { call, context in
        let request = try call.request(ClearFaultsRequest.self)
        try call.respond(await self.clearFaults(request, context))
      },
    ]
  }
}

/// For those who test their integration: lets time pass, lets invoices be paid, and lets calls fail. It
/// is there only where the server runs with `--sandbox`, never in production.
public struct SandboxServiceClient: Sendable {
  private let rpcChannel: Channel

  public init(_ channel: Channel) {
    rpcChannel = channel
  }

  /// What time it is here.
  public func getSandboxClock(
    _ request: GetSandboxClockRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> SandboxClock {
    let response: UnaryResponse<SandboxClock> =
      try await rpcChannel.unary(SandboxServiceMethods.getSandboxClock, request, options)
    return response.message
  }

  /// Lets time pass at once, for everybody and for good: what is due by then happens within seconds.
  /// Sessions end by this clock too, so whoever goes far signs in again.
  public func advanceSandboxClock(
    _ request: AdvanceSandboxClockRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> SandboxClock {
    let response: UnaryResponse<SandboxClock> =
      try await rpcChannel.unary(SandboxServiceMethods.advanceSandboxClock, request, options)
    return response.message
  }

  /// Somebody out there pays an invoice that the caller may see, of an escrow or of a deposit: all of it,
  /// less, more, or late. From there it goes the way of any payment: the provider has the money, tells of
  /// it and is asked, and a moment later the escrow or the wallet has it. To see a late payment, let the
  /// invoice's time pass first.
  ///
  /// `ILLEGAL_TRANSITION`: it is paid, it was taken back, or it is over and the payment not `late`.
  public func payInvoice(
    _ request: PayInvoiceRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> SandboxPayment {
    let response: UnaryResponse<SandboxPayment> =
      try await rpcChannel.unary(SandboxServiceMethods.payInvoice, request, options)
    return response.message
  }

  /// Lets the caller's own next calls of a method fail, nobody else's; or the payment provider, on what
  /// belongs to the caller: `provider/CreateInvoice`, `provider/GetInvoice`, `provider/SendPayment`,
  /// `provider/GetPayment`, `provider/QuotePayout`, `provider/InitializePayout`,
  /// `provider/FinalizePayout`, `provider/GetPayout`, `provider/Webhook`. What the background work asks
  /// is the client's of an escrow, and the owner's of a deposit or a payout.
  public func setFault(
    _ request: SetFaultRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Fault {
    let response: UnaryResponse<Fault> =
      try await rpcChannel.unary(SandboxServiceMethods.setFault, request, options)
    return response.message
  }

  /// The caller's faults that are not used up, newest first.
  public func listFaults(
    _ request: ListFaultsRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ListFaultsResponse {
    let response: UnaryResponse<ListFaultsResponse> =
      try await rpcChannel.unary(SandboxServiceMethods.listFaults, request, options)
    return response.message
  }

  /// Removes all of the caller's faults.
  public func clearFaults(
    _ request: ClearFaultsRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ClearFaultsResponse {
    let response: UnaryResponse<ClearFaultsResponse> =
      try await rpcChannel.unary(SandboxServiceMethods.clearFaults, request, options)
    return response.message
  }
}
