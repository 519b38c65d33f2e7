// Generated from paylyt/payouts/v1/beneficiary.proto by protoc-gen-paylyt. Do not edit.

import CPayLytAPI
import CStandardAPI
public import PayLytRPC
public import StandardAPI

public enum PayoutMethod: WireEnum {
  case unspecified
  case lightningAddress
  case bolt11
  case bank
  case mobileMoney
  /// A number that the proto of this build does not name.
  case unrecognized(Int32)

  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .lightningAddress
    case 2: self = .bolt11
    case 3: self = .bank
    case 4: self = .mobileMoney
    default: self = .unrecognized(rawValue)
    }
  }

  public var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .lightningAddress: 1
    case .bolt11: 2
    case .bank: 3
    case .mobileMoney: 4
    case .unrecognized(let number): number
    }
  }

  /// The values that the proto names.
  public static var allCases: [Self] { [.unspecified, .lightningAddress, .bolt11, .bank, .mobileMoney] }
}

public struct BankAccount: WireMessage {
  /// ISO 3166-1 alpha-2, such as `NG`.
  public var country: String = ""
  /// The bank's code in its country; digits.
  public var bankCode: String = ""
  /// 6 to 20 digits.
  public var accountNumber: String = ""
  public var accountName: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    country: String = "",
    bankCode: String = "",
    accountNumber: String = "",
    accountName: String = ""
  ) {
    self.country = country
    self.bankCode = bankCode
    self.accountNumber = accountNumber
    self.accountName = accountName
  }
}

public struct MobileMoneyAccount: WireMessage {
  /// ISO 3166-1 alpha-2, such as `KE`.
  public var country: String = ""
  /// The operator, such as `MPESA`; letters and digits.
  public var network: String = ""
  /// International form without plus: 8 to 15 digits.
  public var phoneNumber: String = ""
  public var accountName: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    country: String = "",
    network: String = "",
    phoneNumber: String = "",
    accountName: String = ""
  ) {
    self.country = country
    self.network = network
    self.phoneNumber = phoneNumber
    self.accountName = accountName
  }
}

public struct Destination: WireMessage {
  public var destination: DestinationOneof? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    destination: DestinationOneof? = nil
  ) {
    self.destination = destination
  }

  public enum DestinationOneof: Sendable, Equatable {
    case bankAccount(BankAccount)
    case mobileMoney(MobileMoneyAccount)
    /// `name@domain` (LUD-16).
    case lightningAddress(String)
    /// An invoice over a fixed amount: it can be paid once.
    case paymentRequest(String)
  }
}

public struct Beneficiary: WireMessage {
  /// `beneficiaries/{uuid}`.
  public var name: String = ""
  public var user: String = ""
  public var method: PayoutMethod = .unspecified
  /// What the user calls it.
  public var label: String = ""
  /// ISO 3166-1 alpha-2; empty for Lightning.
  public var country: String = ""
  /// In which money it is paid: `BTC`, `NGN`, …
  public var currency: String = ""
  /// What may be shown of the details.
  public var masked: String = ""
  public var createTime: StandardAPI.ProtoTimestamp? = nil
  /// Set once it was deleted.
  public var deleteTime: StandardAPI.ProtoTimestamp? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    name: String = "",
    user: String = "",
    method: PayoutMethod = .unspecified,
    label: String = "",
    country: String = "",
    currency: String = "",
    masked: String = "",
    createTime: StandardAPI.ProtoTimestamp? = nil,
    deleteTime: StandardAPI.ProtoTimestamp? = nil
  ) {
    self.name = name
    self.user = user
    self.method = method
    self.label = label
    self.country = country
    self.currency = currency
    self.masked = masked
    self.createTime = createTime
    self.deleteTime = deleteTime
  }
}

public struct CreateBeneficiaryRequest: WireMessage {
  /// A UUID that the caller makes for this request.
  public var requestID: String = ""
  public var destination: Destination? = nil
  /// At most 100 characters.
  public var label: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    requestID: String = "",
    destination: Destination? = nil,
    label: String = "",
    validateOnly: Bool = false
  ) {
    self.requestID = requestID
    self.destination = destination
    self.label = label
    self.validateOnly = validateOnly
  }
}

public struct GetBeneficiaryRequest: WireMessage {
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    name: String = ""
  ) {
    self.name = name
  }
}

public struct ListBeneficiariesRequest: WireMessage {
  /// 0 means 50; above 200 means 200.
  public var pageSize: Int32 = 0
  public var pageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    pageSize: Int32 = 0,
    pageToken: String = ""
  ) {
    self.pageSize = pageSize
    self.pageToken = pageToken
  }
}

public struct ListBeneficiariesResponse: WireMessage {
  public var beneficiaries: [Beneficiary] = []
  public var nextPageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    beneficiaries: [Beneficiary] = [],
    nextPageToken: String = ""
  ) {
    self.beneficiaries = beneficiaries
    self.nextPageToken = nextPageToken
  }
}

public struct DeleteBeneficiaryRequest: WireMessage {
  /// A UUID that the caller makes for this request.
  public var requestID: String = ""
  public var name: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    requestID: String = "",
    name: String = "",
    validateOnly: Bool = false
  ) {
    self.requestID = requestID
    self.name = name
    self.validateOnly = validateOnly
  }
}

public struct ResolveBeneficiaryRequest: WireMessage {
  public var destination: Destination? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    destination: Destination? = nil
  ) {
    self.destination = destination
  }
}

public struct ResolveBeneficiaryResponse: WireMessage {
  public var method: PayoutMethod = .unspecified
  /// Whose account it is, as bank or operator say; for an invoice, its description.
  public var accountName: String = ""
  public var masked: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    method: PayoutMethod = .unspecified,
    accountName: String = "",
    masked: String = ""
  ) {
    self.method = method
    self.accountName = accountName
    self.masked = masked
  }
}

public struct ListCorridorsRequest: WireMessage {
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}
}

public struct ListCorridorsResponse: WireMessage {
  public var corridors: [Corridor] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    corridors: [Corridor] = []
  ) {
    self.corridors = corridors
  }
}

public struct Corridor: WireMessage {
  /// ISO 3166-1 alpha-2.
  public var country: String = ""
  public var currency: String = ""
  public var methods: [PayoutMethod] = []
  /// The least and the most of one payout, minor units of the currency.
  public var minimumUnits: Int64 = 0
  public var maximumUnits: Int64 = 0
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    country: String = "",
    currency: String = "",
    methods: [PayoutMethod] = [],
    minimumUnits: Int64 = 0,
    maximumUnits: Int64 = 0
  ) {
    self.country = country
    self.currency = currency
    self.methods = methods
    self.minimumUnits = minimumUnits
    self.maximumUnits = maximumUnits
  }
}

extension BankAccount {
  public static let fullName = "paylyt.payouts.v1.BankAccount"
  public static let wireLayout = unsafe WireLayout(paylyt__payouts__v1__bank_account__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Payouts__V1__BankAccount.self)
    unsafe self.country = Wire.string(c.pointee.country)
    unsafe self.bankCode = Wire.string(c.pointee.bank_code)
    unsafe self.accountNumber = Wire.string(c.pointee.account_number)
    unsafe self.accountName = Wire.string(c.pointee.account_name)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__payouts__v1__bank_account__init, keeping: self.unknownFields)
    unsafe c.pointee.country = arena.string(self.country)
    unsafe c.pointee.bank_code = arena.string(self.bankCode)
    unsafe c.pointee.account_number = arena.string(self.accountNumber)
    unsafe c.pointee.account_name = arena.string(self.accountName)
    return UnsafeMutableRawPointer(c)
  }
}

extension MobileMoneyAccount {
  public static let fullName = "paylyt.payouts.v1.MobileMoneyAccount"
  public static let wireLayout = unsafe WireLayout(paylyt__payouts__v1__mobile_money_account__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Payouts__V1__MobileMoneyAccount.self)
    unsafe self.country = Wire.string(c.pointee.country)
    unsafe self.network = Wire.string(c.pointee.network)
    unsafe self.phoneNumber = Wire.string(c.pointee.phone_number)
    unsafe self.accountName = Wire.string(c.pointee.account_name)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__payouts__v1__mobile_money_account__init, keeping: self.unknownFields)
    unsafe c.pointee.country = arena.string(self.country)
    unsafe c.pointee.network = arena.string(self.network)
    unsafe c.pointee.phone_number = arena.string(self.phoneNumber)
    unsafe c.pointee.account_name = arena.string(self.accountName)
    return UnsafeMutableRawPointer(c)
  }
}

extension Destination {
  public static let fullName = "paylyt.payouts.v1.Destination"
  public static let wireLayout = unsafe WireLayout(paylyt__payouts__v1__destination__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Payouts__V1__Destination.self)
    switch unsafe c.pointee.destination_case.rawValue {
    case 1:
      unsafe self.destination = .bankAccount(Wire.message(c.pointee.bank_account))
    case 2:
      unsafe self.destination = .mobileMoney(Wire.message(c.pointee.mobile_money))
    case 3:
      unsafe self.destination = .lightningAddress(Wire.string(c.pointee.lightning_address))
    case 4:
      unsafe self.destination = .paymentRequest(Wire.string(c.pointee.payment_request))
    default: self.destination = nil
    }
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__payouts__v1__destination__init, keeping: self.unknownFields)
    switch self.destination {
    case .bankAccount(let value)?:
      unsafe c.pointee.destination_case = .init(rawValue: 1)
      unsafe c.pointee.bank_account = arena.message(value)
    case .mobileMoney(let value)?:
      unsafe c.pointee.destination_case = .init(rawValue: 2)
      unsafe c.pointee.mobile_money = arena.message(value)
    case .lightningAddress(let value)?:
      unsafe c.pointee.destination_case = .init(rawValue: 3)
      unsafe c.pointee.lightning_address = arena.string(value)
    case .paymentRequest(let value)?:
      unsafe c.pointee.destination_case = .init(rawValue: 4)
      unsafe c.pointee.payment_request = arena.string(value)
    case nil: break
    }
    return UnsafeMutableRawPointer(c)
  }
}

extension Beneficiary {
  public static let fullName = "paylyt.payouts.v1.Beneficiary"
  public static let wireLayout = unsafe WireLayout(paylyt__payouts__v1__beneficiary__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Payouts__V1__Beneficiary.self)
    unsafe self.name = Wire.string(c.pointee.name)
    unsafe self.user = Wire.string(c.pointee.user)
    unsafe self.method = PayoutMethod(rawValue: c.pointee.method)
    unsafe self.label = Wire.string(c.pointee.label)
    unsafe self.country = Wire.string(c.pointee.country)
    unsafe self.currency = Wire.string(c.pointee.currency)
    unsafe self.masked = Wire.string(c.pointee.masked)
    unsafe self.createTime = Wire.messageIfPresent(c.pointee.create_time)
    unsafe self.deleteTime = Wire.messageIfPresent(c.pointee.delete_time)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__payouts__v1__beneficiary__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.user = arena.string(self.user)
    unsafe c.pointee.method = self.method.rawValue
    unsafe c.pointee.label = arena.string(self.label)
    unsafe c.pointee.country = arena.string(self.country)
    unsafe c.pointee.currency = arena.string(self.currency)
    unsafe c.pointee.masked = arena.string(self.masked)
    unsafe c.pointee.create_time = arena.messageIfPresent(self.createTime)
    unsafe c.pointee.delete_time = arena.messageIfPresent(self.deleteTime)
    return UnsafeMutableRawPointer(c)
  }
}

extension CreateBeneficiaryRequest {
  public static let fullName = "paylyt.payouts.v1.CreateBeneficiaryRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__payouts__v1__create_beneficiary_request__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Payouts__V1__CreateBeneficiaryRequest.self)
    unsafe self.requestID = Wire.string(c.pointee.request_id)
    unsafe self.destination = Wire.messageIfPresent(c.pointee.destination)
    unsafe self.label = Wire.string(c.pointee.label)
    unsafe self.validateOnly = c.pointee.validate_only != 0
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__payouts__v1__create_beneficiary_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.destination = arena.messageIfPresent(self.destination)
    unsafe c.pointee.label = arena.string(self.label)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension GetBeneficiaryRequest {
  public static let fullName = "paylyt.payouts.v1.GetBeneficiaryRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__payouts__v1__get_beneficiary_request__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Payouts__V1__GetBeneficiaryRequest.self)
    unsafe self.name = Wire.string(c.pointee.name)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__payouts__v1__get_beneficiary_request__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListBeneficiariesRequest {
  public static let fullName = "paylyt.payouts.v1.ListBeneficiariesRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__payouts__v1__list_beneficiaries_request__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Payouts__V1__ListBeneficiariesRequest.self)
    unsafe self.pageSize = c.pointee.page_size
    unsafe self.pageToken = Wire.string(c.pointee.page_token)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__payouts__v1__list_beneficiaries_request__init, keeping: self.unknownFields)
    unsafe c.pointee.page_size = self.pageSize
    unsafe c.pointee.page_token = arena.string(self.pageToken)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListBeneficiariesResponse {
  public static let fullName = "paylyt.payouts.v1.ListBeneficiariesResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__payouts__v1__list_beneficiaries_response__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Payouts__V1__ListBeneficiariesResponse.self)
    unsafe self.beneficiaries = Wire.array(c.pointee.beneficiaries, c.pointee.n_beneficiaries) { unsafe Wire.message($0) }
    unsafe self.nextPageToken = Wire.string(c.pointee.next_page_token)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__payouts__v1__list_beneficiaries_response__init, keeping: self.unknownFields)
    unsafe c.pointee.beneficiaries = arena.array(self.beneficiaries) { unsafe arena.message($0) }
    unsafe c.pointee.n_beneficiaries = self.beneficiaries.count
    unsafe c.pointee.next_page_token = arena.string(self.nextPageToken)
    return UnsafeMutableRawPointer(c)
  }
}

extension DeleteBeneficiaryRequest {
  public static let fullName = "paylyt.payouts.v1.DeleteBeneficiaryRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__payouts__v1__delete_beneficiary_request__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Payouts__V1__DeleteBeneficiaryRequest.self)
    unsafe self.requestID = Wire.string(c.pointee.request_id)
    unsafe self.name = Wire.string(c.pointee.name)
    unsafe self.validateOnly = c.pointee.validate_only != 0
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__payouts__v1__delete_beneficiary_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension ResolveBeneficiaryRequest {
  public static let fullName = "paylyt.payouts.v1.ResolveBeneficiaryRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__payouts__v1__resolve_beneficiary_request__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Payouts__V1__ResolveBeneficiaryRequest.self)
    unsafe self.destination = Wire.messageIfPresent(c.pointee.destination)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__payouts__v1__resolve_beneficiary_request__init, keeping: self.unknownFields)
    unsafe c.pointee.destination = arena.messageIfPresent(self.destination)
    return UnsafeMutableRawPointer(c)
  }
}

extension ResolveBeneficiaryResponse {
  public static let fullName = "paylyt.payouts.v1.ResolveBeneficiaryResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__payouts__v1__resolve_beneficiary_response__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Payouts__V1__ResolveBeneficiaryResponse.self)
    unsafe self.method = PayoutMethod(rawValue: c.pointee.method)
    unsafe self.accountName = Wire.string(c.pointee.account_name)
    unsafe self.masked = Wire.string(c.pointee.masked)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__payouts__v1__resolve_beneficiary_response__init, keeping: self.unknownFields)
    unsafe c.pointee.method = self.method.rawValue
    unsafe c.pointee.account_name = arena.string(self.accountName)
    unsafe c.pointee.masked = arena.string(self.masked)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListCorridorsRequest {
  public static let fullName = "paylyt.payouts.v1.ListCorridorsRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__payouts__v1__list_corridors_request__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__payouts__v1__list_corridors_request__init, keeping: self.unknownFields)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListCorridorsResponse {
  public static let fullName = "paylyt.payouts.v1.ListCorridorsResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__payouts__v1__list_corridors_response__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Payouts__V1__ListCorridorsResponse.self)
    unsafe self.corridors = Wire.array(c.pointee.corridors, c.pointee.n_corridors) { unsafe Wire.message($0) }
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__payouts__v1__list_corridors_response__init, keeping: self.unknownFields)
    unsafe c.pointee.corridors = arena.array(self.corridors) { unsafe arena.message($0) }
    unsafe c.pointee.n_corridors = self.corridors.count
    return UnsafeMutableRawPointer(c)
  }
}

extension Corridor {
  public static let fullName = "paylyt.payouts.v1.Corridor"
  public static let wireLayout = unsafe WireLayout(paylyt__payouts__v1__corridor__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Payouts__V1__Corridor.self)
    unsafe self.country = Wire.string(c.pointee.country)
    unsafe self.currency = Wire.string(c.pointee.currency)
    unsafe self.methods = Wire.array(c.pointee.methods, c.pointee.n_methods) { PayoutMethod(rawValue: $0) }
    unsafe self.minimumUnits = c.pointee.minimum_units
    unsafe self.maximumUnits = c.pointee.maximum_units
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__payouts__v1__corridor__init, keeping: self.unknownFields)
    unsafe c.pointee.country = arena.string(self.country)
    unsafe c.pointee.currency = arena.string(self.currency)
    unsafe c.pointee.methods = arena.array(self.methods) { $0.rawValue }
    unsafe c.pointee.n_methods = self.methods.count
    unsafe c.pointee.minimum_units = self.minimumUnits
    unsafe c.pointee.maximum_units = self.maximumUnits
    return UnsafeMutableRawPointer(c)
  }
}

/// The methods of `paylyt.payouts.v1.BeneficiaryService`.
public enum BeneficiaryServiceMethods {
  public static let serviceName = "paylyt.payouts.v1.BeneficiaryService"

  public static let createBeneficiary = MethodDescriptor(
    service: serviceName,
    method: "CreateBeneficiary",
    kind: .unary,
    requestType: "paylyt.payouts.v1.CreateBeneficiaryRequest",
    responseType: "paylyt.payouts.v1.Beneficiary",
    options: MethodOptions(
      permission: "beneficiaries.write",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let getBeneficiary = MethodDescriptor(
    service: serviceName,
    method: "GetBeneficiary",
    kind: .unary,
    requestType: "paylyt.payouts.v1.GetBeneficiaryRequest",
    responseType: "paylyt.payouts.v1.Beneficiary",
    options: MethodOptions(
      permission: "beneficiaries.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let listBeneficiaries = MethodDescriptor(
    service: serviceName,
    method: "ListBeneficiaries",
    kind: .unary,
    requestType: "paylyt.payouts.v1.ListBeneficiariesRequest",
    responseType: "paylyt.payouts.v1.ListBeneficiariesResponse",
    options: MethodOptions(
      permission: "beneficiaries.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let deleteBeneficiary = MethodDescriptor(
    service: serviceName,
    method: "DeleteBeneficiary",
    kind: .unary,
    requestType: "paylyt.payouts.v1.DeleteBeneficiaryRequest",
    responseType: "paylyt.payouts.v1.Beneficiary",
    options: MethodOptions(
      permission: "beneficiaries.write",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let resolveBeneficiary = MethodDescriptor(
    service: serviceName,
    method: "ResolveBeneficiary",
    kind: .unary,
    requestType: "paylyt.payouts.v1.ResolveBeneficiaryRequest",
    responseType: "paylyt.payouts.v1.ResolveBeneficiaryResponse",
    options: MethodOptions(
      permission: "beneficiaries.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let listCorridors = MethodDescriptor(
    service: serviceName,
    method: "ListCorridors",
    kind: .unary,
    requestType: "paylyt.payouts.v1.ListCorridorsRequest",
    responseType: "paylyt.payouts.v1.ListCorridorsResponse",
    options: MethodOptions(
      permission: "beneficiaries.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let all: [MethodDescriptor] = [createBeneficiary, getBeneficiary, listBeneficiaries, deleteBeneficiary, resolveBeneficiary, listCorridors]
}

extension BeneficiaryServiceMethods {
  /// The methods with the types of their messages.
  public static let types: [MethodTypes] = [
    MethodTypes(createBeneficiary, CreateBeneficiaryRequest.self, Beneficiary.self),
    MethodTypes(getBeneficiary, GetBeneficiaryRequest.self, Beneficiary.self),
    MethodTypes(listBeneficiaries, ListBeneficiariesRequest.self, ListBeneficiariesResponse.self),
    MethodTypes(deleteBeneficiary, DeleteBeneficiaryRequest.self, Beneficiary.self),
    MethodTypes(resolveBeneficiary, ResolveBeneficiaryRequest.self, ResolveBeneficiaryResponse.self),
    MethodTypes(listCorridors, ListCorridorsRequest.self, ListCorridorsResponse.self),
  ]
}

/// Where a user's payouts go. The details are kept encrypted; answers, events and logs show only the
/// masked form.
public protocol BeneficiaryServiceHandler: RPCService {
  /// Errors: INVALID_ARGUMENT with the field; FAILED_PRECONDITION `NO_CORRIDOR` when nothing is paid
  /// out there; UNAVAILABLE `PROVIDER_DOWN`.
  func createBeneficiary(
    _ request: CreateBeneficiaryRequest,
    _ context: ServerContext
  ) async throws -> Beneficiary

  /// A beneficiary of the caller.
  func getBeneficiary(
    _ request: GetBeneficiaryRequest,
    _ context: ServerContext
  ) async throws -> Beneficiary

  /// The caller's beneficiaries that were not deleted, newest first.
  func listBeneficiaries(
    _ request: ListBeneficiariesRequest,
    _ context: ServerContext
  ) async throws -> ListBeneficiariesResponse

  /// No new payout goes there. The details are wiped once no open payout needs them.
  func deleteBeneficiary(
    _ request: DeleteBeneficiaryRequest,
    _ context: ServerContext
  ) async throws -> Beneficiary

  /// Asks who is behind a destination, before a beneficiary is made of it. Nothing is kept.
  ///
  /// Errors: INVALID_ARGUMENT with the field; NOT_FOUND when nobody is; UNAVAILABLE `PROVIDER_DOWN`.
  func resolveBeneficiary(
    _ request: ResolveBeneficiaryRequest,
    _ context: ServerContext
  ) async throws -> ResolveBeneficiaryResponse

  /// Where banks and mobile money can be paid out to, and how much at once.
  ///
  /// Errors: UNAVAILABLE `PROVIDER_DOWN`.
  func listCorridors(
    _ request: ListCorridorsRequest,
    _ context: ServerContext
  ) async throws -> ListCorridorsResponse
}

extension BeneficiaryServiceHandler {
  public static var serviceName: String { BeneficiaryServiceMethods.serviceName }

  public var methods: [MethodBinding] {
    [
      MethodBinding(BeneficiaryServiceMethods.createBeneficiary) { call, context in
        let request = try call.request(CreateBeneficiaryRequest.self)
        try call.respond(await self.createBeneficiary(request, context))
      },
      MethodBinding(BeneficiaryServiceMethods.getBeneficiary) { call, context in
        let request = try call.request(GetBeneficiaryRequest.self)
        try call.respond(await self.getBeneficiary(request, context))
      },
      MethodBinding(BeneficiaryServiceMethods.listBeneficiaries) { call, context in
        let request = try call.request(ListBeneficiariesRequest.self)
        try call.respond(await self.listBeneficiaries(request, context))
      },
      MethodBinding(BeneficiaryServiceMethods.deleteBeneficiary) { call, context in
        let request = try call.request(DeleteBeneficiaryRequest.self)
        try call.respond(await self.deleteBeneficiary(request, context))
      },
      MethodBinding(BeneficiaryServiceMethods.resolveBeneficiary) { call, context in
        let request = try call.request(ResolveBeneficiaryRequest.self)
        try call.respond(await self.resolveBeneficiary(request, context))
      },
      MethodBinding(BeneficiaryServiceMethods.listCorridors) { call, context in
        let request = try call.request(ListCorridorsRequest.self)
        try call.respond(await self.listCorridors(request, context))
      },
    ]
  }
}

/// Where a user's payouts go. The details are kept encrypted; answers, events and logs show only the
/// masked form.
public struct BeneficiaryServiceClient: Sendable {
  private let rpcChannel: Channel

  public init(_ channel: Channel) {
    rpcChannel = channel
  }

  /// Errors: INVALID_ARGUMENT with the field; FAILED_PRECONDITION `NO_CORRIDOR` when nothing is paid
  /// out there; UNAVAILABLE `PROVIDER_DOWN`.
  public func createBeneficiary(
    _ request: CreateBeneficiaryRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Beneficiary {
    let response: UnaryResponse<Beneficiary> =
      try await rpcChannel.unary(BeneficiaryServiceMethods.createBeneficiary, request, options)
    return response.message
  }

  /// A beneficiary of the caller.
  public func getBeneficiary(
    _ request: GetBeneficiaryRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Beneficiary {
    let response: UnaryResponse<Beneficiary> =
      try await rpcChannel.unary(BeneficiaryServiceMethods.getBeneficiary, request, options)
    return response.message
  }

  /// The caller's beneficiaries that were not deleted, newest first.
  public func listBeneficiaries(
    _ request: ListBeneficiariesRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ListBeneficiariesResponse {
    let response: UnaryResponse<ListBeneficiariesResponse> =
      try await rpcChannel.unary(BeneficiaryServiceMethods.listBeneficiaries, request, options)
    return response.message
  }

  /// No new payout goes there. The details are wiped once no open payout needs them.
  public func deleteBeneficiary(
    _ request: DeleteBeneficiaryRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Beneficiary {
    let response: UnaryResponse<Beneficiary> =
      try await rpcChannel.unary(BeneficiaryServiceMethods.deleteBeneficiary, request, options)
    return response.message
  }

  /// Asks who is behind a destination, before a beneficiary is made of it. Nothing is kept.
  ///
  /// Errors: INVALID_ARGUMENT with the field; NOT_FOUND when nobody is; UNAVAILABLE `PROVIDER_DOWN`.
  public func resolveBeneficiary(
    _ request: ResolveBeneficiaryRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ResolveBeneficiaryResponse {
    let response: UnaryResponse<ResolveBeneficiaryResponse> =
      try await rpcChannel.unary(BeneficiaryServiceMethods.resolveBeneficiary, request, options)
    return response.message
  }

  /// Where banks and mobile money can be paid out to, and how much at once.
  ///
  /// Errors: UNAVAILABLE `PROVIDER_DOWN`.
  public func listCorridors(
    _ request: ListCorridorsRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ListCorridorsResponse {
    let response: UnaryResponse<ListCorridorsResponse> =
      try await rpcChannel.unary(BeneficiaryServiceMethods.listCorridors, request, options)
    return response.message
  }
}
