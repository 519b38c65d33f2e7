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
  public var unknownFields: UnknownFields
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
  public var unknownFields: UnknownFields
}

public struct Destination: WireMessage {
  public var destination: DestinationOneof? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

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
  public var unknownFields: UnknownFields
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
  public var unknownFields: UnknownFields
}

public struct GetBeneficiaryRequest: WireMessage {
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListBeneficiariesRequest: WireMessage {
  /// 0 means 50; above 200 means 200.
  public var pageSize: Int32 = 0
  public var pageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListBeneficiariesResponse: WireMessage {
  public var beneficiaries: [Beneficiary] = []
  public var nextPageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct DeleteBeneficiaryRequest: WireMessage {
  /// A UUID that the caller makes for this request.
  public var requestID: String = ""
  public var name: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ResolveBeneficiaryRequest: WireMessage {
  public var destination: Destination? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ResolveBeneficiaryResponse: WireMessage {
  public var method: PayoutMethod = .unspecified
  /// Whose account it is, as bank or operator say; for an invoice, its description.
  public var accountName: String = ""
  public var masked: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListCorridorsRequest: WireMessage {
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListCorridorsResponse: WireMessage {
  public var corridors: [Corridor] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
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
  public var unknownFields: UnknownFields
}

extension BankAccount {
  public static let fullName = "paylyt.payouts.v1.BankAccount"
  public static let wireLayout = unsafe WireLayout(paylyt__payouts__v1__bank_account__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    country: String = "",
    bankCode: String = "",
    accountNumber: String = "",
    accountName: String = ""
  ) {
    self.init(
      country: country,
      bankCode: bankCode,
      accountNumber: accountNumber,
      accountName: accountName,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Payouts__V1__BankAccount.self)
    let country: String = unsafe Wire.string(_c.pointee.country)
    let bankCode: String = unsafe Wire.string(_c.pointee.bank_code)
    let accountNumber: String = unsafe Wire.string(_c.pointee.account_number)
    let accountName: String = unsafe Wire.string(_c.pointee.account_name)
    unsafe self.init(
      country: country,
      bankCode: bankCode,
      accountNumber: accountNumber,
      accountName: accountName,
      unknownFields: UnknownFields(unpacked: _source))
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

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    country: String = "",
    network: String = "",
    phoneNumber: String = "",
    accountName: String = ""
  ) {
    self.init(
      country: country,
      network: network,
      phoneNumber: phoneNumber,
      accountName: accountName,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Payouts__V1__MobileMoneyAccount.self)
    let country: String = unsafe Wire.string(_c.pointee.country)
    let network: String = unsafe Wire.string(_c.pointee.network)
    let phoneNumber: String = unsafe Wire.string(_c.pointee.phone_number)
    let accountName: String = unsafe Wire.string(_c.pointee.account_name)
    unsafe self.init(
      country: country,
      network: network,
      phoneNumber: phoneNumber,
      accountName: accountName,
      unknownFields: UnknownFields(unpacked: _source))
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

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    destination: DestinationOneof? = nil
  ) {
    self.init(
      destination: destination,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Payouts__V1__Destination.self)
    let destination: DestinationOneof?
    switch unsafe _c.pointee.destination_case.rawValue {
    case 1:
      destination = unsafe .bankAccount(Wire.message(_c.pointee.bank_account))
    case 2:
      destination = unsafe .mobileMoney(Wire.message(_c.pointee.mobile_money))
    case 3:
      destination = unsafe .lightningAddress(Wire.string(_c.pointee.lightning_address))
    case 4:
      destination = unsafe .paymentRequest(Wire.string(_c.pointee.payment_request))
    default: destination = nil
    }
    unsafe self.init(
      destination: destination,
      unknownFields: UnknownFields(unpacked: _source))
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

  public init() {
    self.init(unknownFields: UnknownFields())
  }

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
    self.init(
      name: name,
      user: user,
      method: method,
      label: label,
      country: country,
      currency: currency,
      masked: masked,
      createTime: createTime,
      deleteTime: deleteTime,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Payouts__V1__Beneficiary.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let user: String = unsafe Wire.string(_c.pointee.user)
    let method: PayoutMethod = unsafe PayoutMethod(rawValue: _c.pointee.method)
    let label: String = unsafe Wire.string(_c.pointee.label)
    let country: String = unsafe Wire.string(_c.pointee.country)
    let currency: String = unsafe Wire.string(_c.pointee.currency)
    let masked: String = unsafe Wire.string(_c.pointee.masked)
    let createTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.create_time)
    let deleteTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.delete_time)
    unsafe self.init(
      name: name,
      user: user,
      method: method,
      label: label,
      country: country,
      currency: currency,
      masked: masked,
      createTime: createTime,
      deleteTime: deleteTime,
      unknownFields: UnknownFields(unpacked: _source))
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

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    destination: Destination? = nil,
    label: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      destination: destination,
      label: label,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Payouts__V1__CreateBeneficiaryRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let destination: Destination? = unsafe Wire.messageIfPresent(_c.pointee.destination)
    let label: String = unsafe Wire.string(_c.pointee.label)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      destination: destination,
      label: label,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
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

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = ""
  ) {
    self.init(
      name: name,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Payouts__V1__GetBeneficiaryRequest.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
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

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    pageSize: Int32 = 0,
    pageToken: String = ""
  ) {
    self.init(
      pageSize: pageSize,
      pageToken: pageToken,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Payouts__V1__ListBeneficiariesRequest.self)
    let pageSize: Int32 = unsafe _c.pointee.page_size
    let pageToken: String = unsafe Wire.string(_c.pointee.page_token)
    unsafe self.init(
      pageSize: pageSize,
      pageToken: pageToken,
      unknownFields: UnknownFields(unpacked: _source))
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

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    beneficiaries: [Beneficiary] = [],
    nextPageToken: String = ""
  ) {
    self.init(
      beneficiaries: beneficiaries,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Payouts__V1__ListBeneficiariesResponse.self)
    let beneficiaries: [Beneficiary] = unsafe Wire.array(_c.pointee.beneficiaries, _c.pointee.n_beneficiaries) { unsafe Wire.message($0) }
    let nextPageToken: String = unsafe Wire.string(_c.pointee.next_page_token)
    unsafe self.init(
      beneficiaries: beneficiaries,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields(unpacked: _source))
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

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    name: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      name: name,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Payouts__V1__DeleteBeneficiaryRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      name: name,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
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

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    destination: Destination? = nil
  ) {
    self.init(
      destination: destination,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Payouts__V1__ResolveBeneficiaryRequest.self)
    let destination: Destination? = unsafe Wire.messageIfPresent(_c.pointee.destination)
    unsafe self.init(
      destination: destination,
      unknownFields: UnknownFields(unpacked: _source))
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

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    method: PayoutMethod = .unspecified,
    accountName: String = "",
    masked: String = ""
  ) {
    self.init(
      method: method,
      accountName: accountName,
      masked: masked,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Payouts__V1__ResolveBeneficiaryResponse.self)
    let method: PayoutMethod = unsafe PayoutMethod(rawValue: _c.pointee.method)
    let accountName: String = unsafe Wire.string(_c.pointee.account_name)
    let masked: String = unsafe Wire.string(_c.pointee.masked)
    unsafe self.init(
      method: method,
      accountName: accountName,
      masked: masked,
      unknownFields: UnknownFields(unpacked: _source))
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

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    unsafe self.init(
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__payouts__v1__list_corridors_request__init, keeping: self.unknownFields)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListCorridorsResponse {
  public static let fullName = "paylyt.payouts.v1.ListCorridorsResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__payouts__v1__list_corridors_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    corridors: [Corridor] = []
  ) {
    self.init(
      corridors: corridors,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Payouts__V1__ListCorridorsResponse.self)
    let corridors: [Corridor] = unsafe Wire.array(_c.pointee.corridors, _c.pointee.n_corridors) { unsafe Wire.message($0) }
    unsafe self.init(
      corridors: corridors,
      unknownFields: UnknownFields(unpacked: _source))
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

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    country: String = "",
    currency: String = "",
    methods: [PayoutMethod] = [],
    minimumUnits: Int64 = 0,
    maximumUnits: Int64 = 0
  ) {
    self.init(
      country: country,
      currency: currency,
      methods: methods,
      minimumUnits: minimumUnits,
      maximumUnits: maximumUnits,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Payouts__V1__Corridor.self)
    let country: String = unsafe Wire.string(_c.pointee.country)
    let currency: String = unsafe Wire.string(_c.pointee.currency)
    let methods: [PayoutMethod] = unsafe Wire.array(_c.pointee.methods, _c.pointee.n_methods) { PayoutMethod(rawValue: $0) }
    let minimumUnits: Int64 = unsafe _c.pointee.minimum_units
    let maximumUnits: Int64 = unsafe _c.pointee.maximum_units
    unsafe self.init(
      country: country,
      currency: currency,
      methods: methods,
      minimumUnits: minimumUnits,
      maximumUnits: maximumUnits,
      unknownFields: UnknownFields(unpacked: _source))
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

extension BankAccount {
  private static let countryRule = TextRule(required: true, patterns: ["[A-Z]{2}"])
  private static let bankCodeRule = TextRule(required: true, patterns: ["[0-9]{2,12}"])
  private static let accountNumberRule = TextRule(required: true, patterns: ["[0-9]{6,20}"])
  private static let accountNameRule = TextRule(required: true, length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.country, Self.countryRule, "country")
    found.text(self.bankCode, Self.bankCodeRule, "bank_code")
    found.text(self.accountNumber, Self.accountNumberRule, "account_number")
    found.text(self.accountName, Self.accountNameRule, "account_name")
  }
}

extension MobileMoneyAccount {
  private static let countryRule = TextRule(required: true, patterns: ["[A-Z]{2}"])
  private static let networkRule = TextRule(required: true, patterns: ["[A-Z0-9]{2,20}"])
  private static let phoneNumberRule = TextRule(required: true, patterns: ["[0-9]{8,15}"])
  private static let accountNameRule = TextRule(required: true, length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.country, Self.countryRule, "country")
    found.text(self.network, Self.networkRule, "network")
    found.text(self.phoneNumber, Self.phoneNumberRule, "phone_number")
    found.text(self.accountName, Self.accountNameRule, "account_name")
  }
}

extension Destination {
  private static let lightningAddressRule = TextRule(length: 0...320, countsBytes: true)
  private static let paymentRequestRule = TextRule(length: 0...4096, countsBytes: true)

  public func checkFields(_ found: inout FieldViolations) {
    if case .bankAccount(let value)? = self.destination {
      let mark = found.count
      value.checkFields(&found)
      found.nest(since: mark, in: "bank_account")
    }
    if case .mobileMoney(let value)? = self.destination {
      let mark = found.count
      value.checkFields(&found)
      found.nest(since: mark, in: "mobile_money")
    }
    if case .lightningAddress(let value)? = self.destination {
      found.text(value, Self.lightningAddressRule, "lightning_address")
    }
    if case .paymentRequest(let value)? = self.destination {
      found.text(value, Self.paymentRequestRule, "payment_request")
    }
  }
}

extension CreateBeneficiaryRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let labelRule = TextRule(required: true, length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    if let value = self.destination {
      let mark = found.count
      value.checkFields(&found)
      found.nest(since: mark, in: "destination")
    } else {
      found.missing("destination")
    }
    found.text(self.label, Self.labelRule, "label")
  }
}

extension GetBeneficiaryRequest {
  private static let nameRule = TextRule(required: true, patterns: ["beneficiaries/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.name, Self.nameRule, "name")
  }
}

extension ListBeneficiariesRequest {
  private static let pageTokenRule = TextRule(length: 0...1000)

  public func checkFields(_ found: inout FieldViolations) {
    found.number(self.pageSize, NumberRule(0...Int64.max), "page_size")
    found.text(self.pageToken, Self.pageTokenRule, "page_token")
  }
}

extension DeleteBeneficiaryRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["beneficiaries/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
  }
}

extension ResolveBeneficiaryRequest {
  public func checkFields(_ found: inout FieldViolations) {
    if let value = self.destination {
      let mark = found.count
      value.checkFields(&found)
      found.nest(since: mark, in: "destination")
    } else {
      found.missing("destination")
    }
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
      isMoneyMoving: false,
      refusals: ["BENEFICIARIES_FULL", "NO_CORRIDOR", "PROVIDER_DOWN", "PROVIDER_REFUSED"]))

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
      isMoneyMoving: false,
      refusals: ["NO_CORRIDOR", "PROVIDER_DOWN", "PROVIDER_REFUSED"]))

  public static let listCorridors = MethodDescriptor(
    service: serviceName,
    method: "ListCorridors",
    kind: .unary,
    requestType: "paylyt.payouts.v1.ListCorridorsRequest",
    responseType: "paylyt.payouts.v1.ListCorridorsResponse",
    options: MethodOptions(
      permission: "beneficiaries.read",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["PROVIDER_DOWN", "PROVIDER_REFUSED"]))

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
  /// A user has at most 100 of them.
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
  /// `NOT_FOUND`: nobody is, or the domain of a Lightning address is not found.
  func resolveBeneficiary(
    _ request: ResolveBeneficiaryRequest,
    _ context: ServerContext
  ) async throws -> ResolveBeneficiaryResponse

  /// Where banks and mobile money can be paid out to, and how much at once.
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

  /// A user has at most 100 of them.
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
  /// `NOT_FOUND`: nobody is, or the domain of a Lightning address is not found.
  public func resolveBeneficiary(
    _ request: ResolveBeneficiaryRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ResolveBeneficiaryResponse {
    let response: UnaryResponse<ResolveBeneficiaryResponse> =
      try await rpcChannel.unary(BeneficiaryServiceMethods.resolveBeneficiary, request, options)
    return response.message
  }

  /// Where banks and mobile money can be paid out to, and how much at once.
  public func listCorridors(
    _ request: ListCorridorsRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ListCorridorsResponse {
    let response: UnaryResponse<ListCorridorsResponse> =
      try await rpcChannel.unary(BeneficiaryServiceMethods.listCorridors, request, options)
    return response.message
  }
}
