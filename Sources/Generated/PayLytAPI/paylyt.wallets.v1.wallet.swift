// Generated from paylyt/wallets/v1/wallet.proto by protoc-gen-paylyt. Do not edit.

import CPayLytAPI
import CStandardAPI
public import PayLytRPC
public import StandardAPI

public struct Wallet: WireMessage {
  /// `users/{uuid}/wallet`.
  public var name: String = ""
  public var balances: [Money] = []
  /// Whether nothing may leave it.
  public var frozen: Bool = false
  /// Why; admins only.
  public var freezeReason: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct GetWalletRequest: WireMessage {
  /// Empty for the caller's own; an admin may name another.
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListWalletEntriesRequest: WireMessage {
  /// 0 means 50; above 200 means 200.
  public var pageSize: Int32 = 0
  public var pageToken: String = ""
  /// Only this asset; empty for all.
  public var asset: String = ""
  /// Whose wallet: `users/{uuid}`; the caller's when empty. Only admins name others.
  public var parent: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListWalletEntriesResponse: WireMessage {
  public var entries: [WalletEntry] = []
  public var nextPageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct WalletEntry: WireMessage {
  /// Positive: into the wallet. Negative: out of it.
  public var amount: Money? = nil
  /// What it was: `release`, `refund`, `payout_reserve`, …
  public var kind: String = ""
  public var ledgerTransaction: String = ""
  public var createTime: StandardAPI.ProtoTimestamp? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct StreamStatementRequest: WireMessage {
  /// BTC, NGN, KES, GHS or USD.
  public var asset: String = ""
  /// The first moment of the period.
  public var startTime: StandardAPI.ProtoTimestamp? = nil
  /// The first moment after the period. Unset means now.
  public var endTime: StandardAPI.ProtoTimestamp? = nil
  /// Whose wallet: `users/{uuid}`; the caller's when empty. Only admins name others.
  public var parent: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// First the opening, then entry after entry, then the closing.
public struct StatementPart: WireMessage {
  public var part: PartOneof? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public enum PartOneof: Sendable, Equatable {
    case opening(StatementBalance)
    case entry(StatementEntry)
    case closing(StatementBalance)
  }
}

public struct StatementBalance: WireMessage {
  public var balance: Money? = nil
  public var time: StandardAPI.ProtoTimestamp? = nil
  /// In the closing: how many entries there were.
  public var entries: Int64 = 0
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct StatementEntry: WireMessage {
  public var entry: WalletEntry? = nil
  /// The balance after it.
  public var balance: Money? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct TransferFundsRequest: WireMessage {
  /// A UUID that the caller makes for this request.
  public var requestID: String = ""
  /// `users/{uuid}`.
  public var to: String = ""
  /// BTC: 1 to 100 000 000 000 millisatoshis; a currency: 1 to 1 000 000 000 000 minor units.
  public var amount: Money? = nil
  /// For the receiver; at most 200 characters, may be empty.
  public var note: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct FundsTransfer: WireMessage {
  public var from: String = ""
  public var to: String = ""
  public var amount: Money? = nil
  public var note: String = ""
  public var ledgerTransaction: String = ""
  public var createTime: StandardAPI.ProtoTimestamp? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct CreateDepositRequest: WireMessage {
  /// A UUID that the caller makes for this request.
  public var requestID: String = ""
  /// BTC; whole satoshis, 1 to 20 000 000 of them.
  public var amount: Money? = nil
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct Deposit: WireMessage {
  /// `deposits/{uuid}`.
  public var name: String = ""
  public var user: String = ""
  public var state: Deposit.State = .unspecified
  public var amount: Money? = nil
  /// What arrived.
  public var paid: Money? = nil
  /// BOLT11.
  public var paymentRequest: String = ""
  public var paymentHash: [UInt8] = []
  public var expireTime: StandardAPI.ProtoTimestamp? = nil
  public var settleTime: StandardAPI.ProtoTimestamp? = nil
  public var createTime: StandardAPI.ProtoTimestamp? = nil
  /// The payment link, which wallets open: `lightning:…`. RenderQr draws it.
  public var paymentURI: String = ""
  /// The same in the form that makes the smallest QR code (upper case).
  public var qrText: String = ""
  /// The same for wallets that look for `bitcoin:` (BIP 21): `bitcoin:?amount=0.0005&lightning=…`.
  public var bip21URI: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public enum State: WireEnum {
    case unspecified
    case pending
    /// Final: `paid` is in the wallet.
    case settled
    /// Not paid in time. A payment that arrives late is still taken.
    case expired
    /// A number that the proto of this build does not name.
    case unrecognized(Int32)

    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unspecified
      case 1: self = .pending
      case 2: self = .settled
      case 3: self = .expired
      default: self = .unrecognized(rawValue)
      }
    }

    public var rawValue: Int32 {
      switch self {
      case .unspecified: 0
      case .pending: 1
      case .settled: 2
      case .expired: 3
      case .unrecognized(let number): number
      }
    }

    /// The values that the proto names.
    public static var allCases: [Self] { [.unspecified, .pending, .settled, .expired] }
  }
}

public struct GetDepositRequest: WireMessage {
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct WatchDepositRequest: WireMessage {
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListDepositsRequest: WireMessage {
  /// 0 means 50; above 200 means 200.
  public var pageSize: Int32 = 0
  public var pageToken: String = ""
  /// Whose: `users/{uuid}`, or `users/-` for everybody's; the caller's when empty. Only admins name
  /// others.
  public var parent: String = ""
  /// Restrictions joined by AND, at most 10 (a part of AIP-160): `state` with `=` and `!=`
  /// (PENDING, SETTLED, EXPIRED); `amount` (millisatoshis) and `create_time`
  /// ("2026-01-31T12:00:00Z") with `=`, `!=`, `<`, `<=`, `>`, `>=`.
  public var filter: String = ""
  /// The newest first when empty.
  public var orderBy: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListDepositsResponse: WireMessage {
  /// May be empty although more pages follow: a page looks at a bounded part of the list.
  public var deposits: [Deposit] = []
  /// Empty on the last page.
  public var nextPageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct FreezeWalletRequest: WireMessage {
  /// A UUID that the caller makes for this request.
  public var requestID: String = ""
  /// `users/{uuid}/wallet`.
  public var name: String = ""
  /// Why; at most 1000 characters, which only admins read.
  public var reason: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct UnfreezeWalletRequest: WireMessage {
  /// A UUID that the caller makes for this request.
  public var requestID: String = ""
  /// `users/{uuid}/wallet`.
  public var name: String = ""
  /// Why; at most 1000 characters, which only admins read.
  public var reason: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct HandOverWalletRequest: WireMessage {
  /// A UUID that the caller makes for this request.
  public var requestID: String = ""
  /// `users/{uuid}/wallet` of the deleted account.
  public var name: String = ""
  /// `users/{uuid}` of whom it is for.
  public var to: String = ""
  /// Why it is theirs; at most 1000 characters, for the audit log.
  public var reason: String = ""
  /// Checks and decides everything, keeps nothing, and answers what would be.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

extension Wallet {
  public static let fullName = "paylyt.wallets.v1.Wallet"
  public static let wireLayout = unsafe WireLayout(paylyt__wallets__v1__wallet__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = "",
    balances: [Money] = [],
    frozen: Bool = false,
    freezeReason: String = ""
  ) {
    self.init(
      name: name,
      balances: balances,
      frozen: frozen,
      freezeReason: freezeReason,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Wallets__V1__Wallet.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let balances: [Money] = unsafe Wire.array(_c.pointee.balances, _c.pointee.n_balances) { unsafe Wire.message($0) }
    let frozen: Bool = unsafe _c.pointee.frozen != 0
    let freezeReason: String = unsafe Wire.string(_c.pointee.freeze_reason)
    unsafe self.init(
      name: name,
      balances: balances,
      frozen: frozen,
      freezeReason: freezeReason,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__wallets__v1__wallet__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.balances = arena.array(self.balances) { unsafe arena.message($0) }
    unsafe c.pointee.n_balances = self.balances.count
    unsafe c.pointee.frozen = self.frozen ? 1 : 0
    unsafe c.pointee.freeze_reason = arena.string(self.freezeReason)
    return UnsafeMutableRawPointer(c)
  }
}

extension GetWalletRequest {
  public static let fullName = "paylyt.wallets.v1.GetWalletRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__wallets__v1__get_wallet_request__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Wallets__V1__GetWalletRequest.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__wallets__v1__get_wallet_request__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListWalletEntriesRequest {
  public static let fullName = "paylyt.wallets.v1.ListWalletEntriesRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__wallets__v1__list_wallet_entries_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    pageSize: Int32 = 0,
    pageToken: String = "",
    asset: String = "",
    parent: String = ""
  ) {
    self.init(
      pageSize: pageSize,
      pageToken: pageToken,
      asset: asset,
      parent: parent,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Wallets__V1__ListWalletEntriesRequest.self)
    let pageSize: Int32 = unsafe _c.pointee.page_size
    let pageToken: String = unsafe Wire.string(_c.pointee.page_token)
    let asset: String = unsafe Wire.string(_c.pointee.asset)
    let parent: String = unsafe Wire.string(_c.pointee.parent)
    unsafe self.init(
      pageSize: pageSize,
      pageToken: pageToken,
      asset: asset,
      parent: parent,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__wallets__v1__list_wallet_entries_request__init, keeping: self.unknownFields)
    unsafe c.pointee.page_size = self.pageSize
    unsafe c.pointee.page_token = arena.string(self.pageToken)
    unsafe c.pointee.asset = arena.string(self.asset)
    unsafe c.pointee.parent = arena.string(self.parent)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListWalletEntriesResponse {
  public static let fullName = "paylyt.wallets.v1.ListWalletEntriesResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__wallets__v1__list_wallet_entries_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    entries: [WalletEntry] = [],
    nextPageToken: String = ""
  ) {
    self.init(
      entries: entries,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Wallets__V1__ListWalletEntriesResponse.self)
    let entries: [WalletEntry] = unsafe Wire.array(_c.pointee.entries, _c.pointee.n_entries) { unsafe Wire.message($0) }
    let nextPageToken: String = unsafe Wire.string(_c.pointee.next_page_token)
    unsafe self.init(
      entries: entries,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__wallets__v1__list_wallet_entries_response__init, keeping: self.unknownFields)
    unsafe c.pointee.entries = arena.array(self.entries) { unsafe arena.message($0) }
    unsafe c.pointee.n_entries = self.entries.count
    unsafe c.pointee.next_page_token = arena.string(self.nextPageToken)
    return UnsafeMutableRawPointer(c)
  }
}

extension WalletEntry {
  public static let fullName = "paylyt.wallets.v1.WalletEntry"
  public static let wireLayout = unsafe WireLayout(paylyt__wallets__v1__wallet_entry__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    amount: Money? = nil,
    kind: String = "",
    ledgerTransaction: String = "",
    createTime: StandardAPI.ProtoTimestamp? = nil
  ) {
    self.init(
      amount: amount,
      kind: kind,
      ledgerTransaction: ledgerTransaction,
      createTime: createTime,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Wallets__V1__WalletEntry.self)
    let amount: Money? = unsafe Wire.messageIfPresent(_c.pointee.amount)
    let kind: String = unsafe Wire.string(_c.pointee.kind)
    let ledgerTransaction: String = unsafe Wire.string(_c.pointee.ledger_transaction)
    let createTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.create_time)
    unsafe self.init(
      amount: amount,
      kind: kind,
      ledgerTransaction: ledgerTransaction,
      createTime: createTime,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__wallets__v1__wallet_entry__init, keeping: self.unknownFields)
    unsafe c.pointee.amount = arena.messageIfPresent(self.amount)
    unsafe c.pointee.kind = arena.string(self.kind)
    unsafe c.pointee.ledger_transaction = arena.string(self.ledgerTransaction)
    unsafe c.pointee.create_time = arena.messageIfPresent(self.createTime)
    return UnsafeMutableRawPointer(c)
  }
}

extension StreamStatementRequest {
  public static let fullName = "paylyt.wallets.v1.StreamStatementRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__wallets__v1__stream_statement_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    asset: String = "",
    startTime: StandardAPI.ProtoTimestamp? = nil,
    endTime: StandardAPI.ProtoTimestamp? = nil,
    parent: String = ""
  ) {
    self.init(
      asset: asset,
      startTime: startTime,
      endTime: endTime,
      parent: parent,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Wallets__V1__StreamStatementRequest.self)
    let asset: String = unsafe Wire.string(_c.pointee.asset)
    let startTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.start_time)
    let endTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.end_time)
    let parent: String = unsafe Wire.string(_c.pointee.parent)
    unsafe self.init(
      asset: asset,
      startTime: startTime,
      endTime: endTime,
      parent: parent,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__wallets__v1__stream_statement_request__init, keeping: self.unknownFields)
    unsafe c.pointee.asset = arena.string(self.asset)
    unsafe c.pointee.start_time = arena.messageIfPresent(self.startTime)
    unsafe c.pointee.end_time = arena.messageIfPresent(self.endTime)
    unsafe c.pointee.parent = arena.string(self.parent)
    return UnsafeMutableRawPointer(c)
  }
}

extension StatementPart {
  public static let fullName = "paylyt.wallets.v1.StatementPart"
  public static let wireLayout = unsafe WireLayout(paylyt__wallets__v1__statement_part__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    part: PartOneof? = nil
  ) {
    self.init(
      part: part,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Wallets__V1__StatementPart.self)
    let part: PartOneof?
    switch unsafe _c.pointee.part_case.rawValue {
    case 1:
      part = unsafe .opening(Wire.message(_c.pointee.opening))
    case 2:
      part = unsafe .entry(Wire.message(_c.pointee.entry))
    case 3:
      part = unsafe .closing(Wire.message(_c.pointee.closing))
    default: part = nil
    }
    unsafe self.init(
      part: part,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__wallets__v1__statement_part__init, keeping: self.unknownFields)
    switch self.part {
    case .opening(let value)?:
      unsafe c.pointee.part_case = .init(rawValue: 1)
      unsafe c.pointee.opening = arena.message(value)
    case .entry(let value)?:
      unsafe c.pointee.part_case = .init(rawValue: 2)
      unsafe c.pointee.entry = arena.message(value)
    case .closing(let value)?:
      unsafe c.pointee.part_case = .init(rawValue: 3)
      unsafe c.pointee.closing = arena.message(value)
    case nil: break
    }
    return UnsafeMutableRawPointer(c)
  }
}

extension StatementBalance {
  public static let fullName = "paylyt.wallets.v1.StatementBalance"
  public static let wireLayout = unsafe WireLayout(paylyt__wallets__v1__statement_balance__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    balance: Money? = nil,
    time: StandardAPI.ProtoTimestamp? = nil,
    entries: Int64 = 0
  ) {
    self.init(
      balance: balance,
      time: time,
      entries: entries,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Wallets__V1__StatementBalance.self)
    let balance: Money? = unsafe Wire.messageIfPresent(_c.pointee.balance)
    let time: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.time)
    let entries: Int64 = unsafe _c.pointee.entries
    unsafe self.init(
      balance: balance,
      time: time,
      entries: entries,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__wallets__v1__statement_balance__init, keeping: self.unknownFields)
    unsafe c.pointee.balance = arena.messageIfPresent(self.balance)
    unsafe c.pointee.time = arena.messageIfPresent(self.time)
    unsafe c.pointee.entries = self.entries
    return UnsafeMutableRawPointer(c)
  }
}

extension StatementEntry {
  public static let fullName = "paylyt.wallets.v1.StatementEntry"
  public static let wireLayout = unsafe WireLayout(paylyt__wallets__v1__statement_entry__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    entry: WalletEntry? = nil,
    balance: Money? = nil
  ) {
    self.init(
      entry: entry,
      balance: balance,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Wallets__V1__StatementEntry.self)
    let entry: WalletEntry? = unsafe Wire.messageIfPresent(_c.pointee.entry)
    let balance: Money? = unsafe Wire.messageIfPresent(_c.pointee.balance)
    unsafe self.init(
      entry: entry,
      balance: balance,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__wallets__v1__statement_entry__init, keeping: self.unknownFields)
    unsafe c.pointee.entry = arena.messageIfPresent(self.entry)
    unsafe c.pointee.balance = arena.messageIfPresent(self.balance)
    return UnsafeMutableRawPointer(c)
  }
}

extension TransferFundsRequest {
  public static let fullName = "paylyt.wallets.v1.TransferFundsRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__wallets__v1__transfer_funds_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    to: String = "",
    amount: Money? = nil,
    note: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      to: to,
      amount: amount,
      note: note,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Wallets__V1__TransferFundsRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let to: String = unsafe Wire.string(_c.pointee.to)
    let amount: Money? = unsafe Wire.messageIfPresent(_c.pointee.amount)
    let note: String = unsafe Wire.string(_c.pointee.note)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      to: to,
      amount: amount,
      note: note,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__wallets__v1__transfer_funds_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.to = arena.string(self.to)
    unsafe c.pointee.amount = arena.messageIfPresent(self.amount)
    unsafe c.pointee.note = arena.string(self.note)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension FundsTransfer {
  public static let fullName = "paylyt.wallets.v1.FundsTransfer"
  public static let wireLayout = unsafe WireLayout(paylyt__wallets__v1__funds_transfer__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    from: String = "",
    to: String = "",
    amount: Money? = nil,
    note: String = "",
    ledgerTransaction: String = "",
    createTime: StandardAPI.ProtoTimestamp? = nil
  ) {
    self.init(
      from: from,
      to: to,
      amount: amount,
      note: note,
      ledgerTransaction: ledgerTransaction,
      createTime: createTime,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Wallets__V1__FundsTransfer.self)
    let from: String = unsafe Wire.string(_c.pointee.from)
    let to: String = unsafe Wire.string(_c.pointee.to)
    let amount: Money? = unsafe Wire.messageIfPresent(_c.pointee.amount)
    let note: String = unsafe Wire.string(_c.pointee.note)
    let ledgerTransaction: String = unsafe Wire.string(_c.pointee.ledger_transaction)
    let createTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.create_time)
    unsafe self.init(
      from: from,
      to: to,
      amount: amount,
      note: note,
      ledgerTransaction: ledgerTransaction,
      createTime: createTime,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__wallets__v1__funds_transfer__init, keeping: self.unknownFields)
    unsafe c.pointee.from = arena.string(self.from)
    unsafe c.pointee.to = arena.string(self.to)
    unsafe c.pointee.amount = arena.messageIfPresent(self.amount)
    unsafe c.pointee.note = arena.string(self.note)
    unsafe c.pointee.ledger_transaction = arena.string(self.ledgerTransaction)
    unsafe c.pointee.create_time = arena.messageIfPresent(self.createTime)
    return UnsafeMutableRawPointer(c)
  }
}

extension CreateDepositRequest {
  public static let fullName = "paylyt.wallets.v1.CreateDepositRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__wallets__v1__create_deposit_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    amount: Money? = nil,
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      amount: amount,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Wallets__V1__CreateDepositRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let amount: Money? = unsafe Wire.messageIfPresent(_c.pointee.amount)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      amount: amount,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__wallets__v1__create_deposit_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.amount = arena.messageIfPresent(self.amount)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension Deposit {
  public static let fullName = "paylyt.wallets.v1.Deposit"
  public static let wireLayout = unsafe WireLayout(paylyt__wallets__v1__deposit__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = "",
    user: String = "",
    state: Deposit.State = .unspecified,
    amount: Money? = nil,
    paid: Money? = nil,
    paymentRequest: String = "",
    paymentHash: [UInt8] = [],
    expireTime: StandardAPI.ProtoTimestamp? = nil,
    settleTime: StandardAPI.ProtoTimestamp? = nil,
    createTime: StandardAPI.ProtoTimestamp? = nil,
    paymentURI: String = "",
    qrText: String = "",
    bip21URI: String = ""
  ) {
    self.init(
      name: name,
      user: user,
      state: state,
      amount: amount,
      paid: paid,
      paymentRequest: paymentRequest,
      paymentHash: paymentHash,
      expireTime: expireTime,
      settleTime: settleTime,
      createTime: createTime,
      paymentURI: paymentURI,
      qrText: qrText,
      bip21URI: bip21URI,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Wallets__V1__Deposit.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let user: String = unsafe Wire.string(_c.pointee.user)
    let state: Deposit.State = unsafe Deposit.State(rawValue: _c.pointee.state)
    let amount: Money? = unsafe Wire.messageIfPresent(_c.pointee.amount)
    let paid: Money? = unsafe Wire.messageIfPresent(_c.pointee.paid)
    let paymentRequest: String = unsafe Wire.string(_c.pointee.payment_request)
    let paymentHash: [UInt8] = unsafe Wire.array(_c.pointee.payment_hash.data, _c.pointee.payment_hash.len)
    let expireTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.expire_time)
    let settleTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.settle_time)
    let createTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.create_time)
    let paymentURI: String = unsafe Wire.string(_c.pointee.payment_uri)
    let qrText: String = unsafe Wire.string(_c.pointee.qr_text)
    let bip21URI: String = unsafe Wire.string(_c.pointee.bip21_uri)
    unsafe self.init(
      name: name,
      user: user,
      state: state,
      amount: amount,
      paid: paid,
      paymentRequest: paymentRequest,
      paymentHash: paymentHash,
      expireTime: expireTime,
      settleTime: settleTime,
      createTime: createTime,
      paymentURI: paymentURI,
      qrText: qrText,
      bip21URI: bip21URI,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__wallets__v1__deposit__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.user = arena.string(self.user)
    unsafe c.pointee.state = self.state.rawValue
    unsafe c.pointee.amount = arena.messageIfPresent(self.amount)
    unsafe c.pointee.paid = arena.messageIfPresent(self.paid)
    unsafe c.pointee.payment_request = arena.string(self.paymentRequest)
    unsafe c.pointee.payment_hash = .init(len: self.paymentHash.count, data: arena.array(self.paymentHash))
    unsafe c.pointee.expire_time = arena.messageIfPresent(self.expireTime)
    unsafe c.pointee.settle_time = arena.messageIfPresent(self.settleTime)
    unsafe c.pointee.create_time = arena.messageIfPresent(self.createTime)
    unsafe c.pointee.payment_uri = arena.string(self.paymentURI)
    unsafe c.pointee.qr_text = arena.string(self.qrText)
    unsafe c.pointee.bip21_uri = arena.string(self.bip21URI)
    return UnsafeMutableRawPointer(c)
  }
}

extension GetDepositRequest {
  public static let fullName = "paylyt.wallets.v1.GetDepositRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__wallets__v1__get_deposit_request__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Wallets__V1__GetDepositRequest.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__wallets__v1__get_deposit_request__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

extension WatchDepositRequest {
  public static let fullName = "paylyt.wallets.v1.WatchDepositRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__wallets__v1__watch_deposit_request__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Wallets__V1__WatchDepositRequest.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__wallets__v1__watch_deposit_request__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListDepositsRequest {
  public static let fullName = "paylyt.wallets.v1.ListDepositsRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__wallets__v1__list_deposits_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    pageSize: Int32 = 0,
    pageToken: String = "",
    parent: String = "",
    filter: String = "",
    orderBy: String = ""
  ) {
    self.init(
      pageSize: pageSize,
      pageToken: pageToken,
      parent: parent,
      filter: filter,
      orderBy: orderBy,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Wallets__V1__ListDepositsRequest.self)
    let pageSize: Int32 = unsafe _c.pointee.page_size
    let pageToken: String = unsafe Wire.string(_c.pointee.page_token)
    let parent: String = unsafe Wire.string(_c.pointee.parent)
    let filter: String = unsafe Wire.string(_c.pointee.filter)
    let orderBy: String = unsafe Wire.string(_c.pointee.order_by)
    unsafe self.init(
      pageSize: pageSize,
      pageToken: pageToken,
      parent: parent,
      filter: filter,
      orderBy: orderBy,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__wallets__v1__list_deposits_request__init, keeping: self.unknownFields)
    unsafe c.pointee.page_size = self.pageSize
    unsafe c.pointee.page_token = arena.string(self.pageToken)
    unsafe c.pointee.parent = arena.string(self.parent)
    unsafe c.pointee.filter = arena.string(self.filter)
    unsafe c.pointee.order_by = arena.string(self.orderBy)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListDepositsResponse {
  public static let fullName = "paylyt.wallets.v1.ListDepositsResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__wallets__v1__list_deposits_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    deposits: [Deposit] = [],
    nextPageToken: String = ""
  ) {
    self.init(
      deposits: deposits,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Wallets__V1__ListDepositsResponse.self)
    let deposits: [Deposit] = unsafe Wire.array(_c.pointee.deposits, _c.pointee.n_deposits) { unsafe Wire.message($0) }
    let nextPageToken: String = unsafe Wire.string(_c.pointee.next_page_token)
    unsafe self.init(
      deposits: deposits,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__wallets__v1__list_deposits_response__init, keeping: self.unknownFields)
    unsafe c.pointee.deposits = arena.array(self.deposits) { unsafe arena.message($0) }
    unsafe c.pointee.n_deposits = self.deposits.count
    unsafe c.pointee.next_page_token = arena.string(self.nextPageToken)
    return UnsafeMutableRawPointer(c)
  }
}

extension FreezeWalletRequest {
  public static let fullName = "paylyt.wallets.v1.FreezeWalletRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__wallets__v1__freeze_wallet_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    name: String = "",
    reason: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      name: name,
      reason: reason,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Wallets__V1__FreezeWalletRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let reason: String = unsafe Wire.string(_c.pointee.reason)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      name: name,
      reason: reason,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__wallets__v1__freeze_wallet_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.reason = arena.string(self.reason)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension UnfreezeWalletRequest {
  public static let fullName = "paylyt.wallets.v1.UnfreezeWalletRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__wallets__v1__unfreeze_wallet_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    name: String = "",
    reason: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      name: name,
      reason: reason,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Wallets__V1__UnfreezeWalletRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let reason: String = unsafe Wire.string(_c.pointee.reason)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      name: name,
      reason: reason,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__wallets__v1__unfreeze_wallet_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.reason = arena.string(self.reason)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension HandOverWalletRequest {
  public static let fullName = "paylyt.wallets.v1.HandOverWalletRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__wallets__v1__hand_over_wallet_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    name: String = "",
    to: String = "",
    reason: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      name: name,
      to: to,
      reason: reason,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Wallets__V1__HandOverWalletRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let to: String = unsafe Wire.string(_c.pointee.to)
    let reason: String = unsafe Wire.string(_c.pointee.reason)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      name: name,
      to: to,
      reason: reason,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__wallets__v1__hand_over_wallet_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.to = arena.string(self.to)
    unsafe c.pointee.reason = arena.string(self.reason)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension GetWalletRequest {
  private static let nameRule = TextRule(patterns: ["users/{uuid}/wallet"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.name, Self.nameRule, "name")
  }
}

extension ListWalletEntriesRequest {
  private static let pageTokenRule = TextRule(length: 0...1000)
  private static let assetRule = TextRule(choices: ["BTC", "NGN", "KES", "GHS", "USD"])
  private static let parentRule = TextRule(patterns: ["users/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.number(self.pageSize, NumberRule(0...Int64.max), "page_size")
    found.text(self.pageToken, Self.pageTokenRule, "page_token")
    found.text(self.asset, Self.assetRule, "asset")
    found.text(self.parent, Self.parentRule, "parent")
  }
}

extension StreamStatementRequest {
  private static let assetRule = TextRule(required: true, choices: ["BTC", "NGN", "KES", "GHS", "USD"])
  private static let parentRule = TextRule(patterns: ["users/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.asset, Self.assetRule, "asset")
    if let value = self.startTime {
      found.moment(seconds: value.seconds, nanos: value.nanos, "start_time")
    } else {
      found.missing("start_time")
    }
    if let value = self.endTime {
      found.moment(seconds: value.seconds, nanos: value.nanos, "end_time")
    }
    found.text(self.parent, Self.parentRule, "parent")
  }
}

extension TransferFundsRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let toRule = TextRule(required: true, patterns: ["users/{uuid}"])
  private static let amountRule = TextRule(required: true, choices: ["BTC", "NGN", "KES", "GHS", "USD"])
  private static let noteRule = TextRule(length: 0...200)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.to, Self.toRule, "to")
    if let value = self.amount {
      let mark = found.count
      found.text(value.asset, Self.amountRule, "asset")
      if found.count == mark {
        found.number(value.units, NumberRule(1...1000000000000), "units")
      }
      found.nest(since: mark, in: "amount")
    } else {
      found.missing("amount")
    }
    found.text(self.note, Self.noteRule, "note")
  }
}

extension CreateDepositRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let amountRule = TextRule(required: true, choices: ["BTC"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    if let value = self.amount {
      let mark = found.count
      found.text(value.asset, Self.amountRule, "asset")
      if found.count == mark {
        found.number(value.units, NumberRule(1000...20000000000, multipleOf: 1000), "units")
      }
      found.nest(since: mark, in: "amount")
    } else {
      found.missing("amount")
    }
  }
}

extension GetDepositRequest {
  private static let nameRule = TextRule(required: true, patterns: ["deposits/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.name, Self.nameRule, "name")
  }
}

extension WatchDepositRequest {
  private static let nameRule = TextRule(required: true, patterns: ["deposits/{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.name, Self.nameRule, "name")
  }
}

extension ListDepositsRequest {
  private static let pageTokenRule = TextRule(length: 0...1000)
  private static let parentRule = TextRule(patterns: ["users/{uuid}", "users/-"])
  private static let filterRule = TextRule(length: 0...1000, countsBytes: true)
  private static let orderByRule = TextRule(choices: ["create_time", "create_time desc"])

  public func checkFields(_ found: inout FieldViolations) {
    found.number(self.pageSize, NumberRule(0...Int64.max), "page_size")
    found.text(self.pageToken, Self.pageTokenRule, "page_token")
    found.text(self.parent, Self.parentRule, "parent")
    found.text(self.filter, Self.filterRule, "filter")
    found.text(self.orderBy, Self.orderByRule, "order_by")
  }
}

extension FreezeWalletRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["users/{uuid}/wallet"])
  private static let reasonRule = TextRule(required: true, length: 0...1000)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    found.text(self.reason, Self.reasonRule, "reason")
  }
}

extension UnfreezeWalletRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["users/{uuid}/wallet"])
  private static let reasonRule = TextRule(required: true, length: 0...1000)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    found.text(self.reason, Self.reasonRule, "reason")
  }
}

extension HandOverWalletRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["users/{uuid}/wallet"])
  private static let toRule = TextRule(required: true, patterns: ["users/{uuid}"])
  private static let reasonRule = TextRule(required: true, length: 0...1000)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    found.text(self.to, Self.toRule, "to")
    found.text(self.reason, Self.reasonRule, "reason")
  }
}

/// The methods of `paylyt.wallets.v1.WalletService`.
public enum WalletServiceMethods {
  public static let serviceName = "paylyt.wallets.v1.WalletService"

  public static let getWallet = MethodDescriptor(
    service: serviceName,
    method: "GetWallet",
    kind: .unary,
    requestType: "paylyt.wallets.v1.GetWalletRequest",
    responseType: "paylyt.wallets.v1.Wallet",
    options: MethodOptions(
      permission: "wallets.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let listWalletEntries = MethodDescriptor(
    service: serviceName,
    method: "ListWalletEntries",
    kind: .unary,
    requestType: "paylyt.wallets.v1.ListWalletEntriesRequest",
    responseType: "paylyt.wallets.v1.ListWalletEntriesResponse",
    options: MethodOptions(
      permission: "wallets.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let streamStatement = MethodDescriptor(
    service: serviceName,
    method: "StreamStatement",
    kind: .serverStreaming,
    requestType: "paylyt.wallets.v1.StreamStatementRequest",
    responseType: "paylyt.wallets.v1.StatementPart",
    options: MethodOptions(
      permission: "wallets.read",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["STATEMENT_TOO_LONG"]))

  public static let transferFunds = MethodDescriptor(
    service: serviceName,
    method: "TransferFunds",
    kind: .unary,
    requestType: "paylyt.wallets.v1.TransferFundsRequest",
    responseType: "paylyt.wallets.v1.FundsTransfer",
    options: MethodOptions(
      permission: "wallets.transfer",
      isIdempotent: true,
      isMoneyMoving: true,
      refusals: ["DAILY_LIMIT_EXCEEDED", "INSUFFICIENT_FUNDS", "PROVIDER_DOWN", "PROVIDER_REFUSED", "RATE_UNAVAILABLE", "STEP_UP_REQUIRED", "WALLET_FROZEN"]))

  public static let createDeposit = MethodDescriptor(
    service: serviceName,
    method: "CreateDeposit",
    kind: .unary,
    requestType: "paylyt.wallets.v1.CreateDepositRequest",
    responseType: "paylyt.wallets.v1.Deposit",
    options: MethodOptions(
      permission: "wallets.deposit",
      isIdempotent: true,
      isMoneyMoving: true,
      refusals: ["PROVIDER_DOWN", "PROVIDER_REFUSED", "PROVIDER_REPEATED_INVOICE"]))

  public static let getDeposit = MethodDescriptor(
    service: serviceName,
    method: "GetDeposit",
    kind: .unary,
    requestType: "paylyt.wallets.v1.GetDepositRequest",
    responseType: "paylyt.wallets.v1.Deposit",
    options: MethodOptions(
      permission: "wallets.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let listDeposits = MethodDescriptor(
    service: serviceName,
    method: "ListDeposits",
    kind: .unary,
    requestType: "paylyt.wallets.v1.ListDepositsRequest",
    responseType: "paylyt.wallets.v1.ListDepositsResponse",
    options: MethodOptions(
      permission: "wallets.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let watchDeposit = MethodDescriptor(
    service: serviceName,
    method: "WatchDeposit",
    kind: .serverStreaming,
    requestType: "paylyt.wallets.v1.WatchDepositRequest",
    responseType: "paylyt.wallets.v1.Deposit",
    options: MethodOptions(
      permission: "wallets.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let freezeWallet = MethodDescriptor(
    service: serviceName,
    method: "FreezeWallet",
    kind: .unary,
    requestType: "paylyt.wallets.v1.FreezeWalletRequest",
    responseType: "paylyt.wallets.v1.Wallet",
    options: MethodOptions(
      permission: "wallets.freeze",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["ILLEGAL_TRANSITION"]))

  public static let unfreezeWallet = MethodDescriptor(
    service: serviceName,
    method: "UnfreezeWallet",
    kind: .unary,
    requestType: "paylyt.wallets.v1.UnfreezeWalletRequest",
    responseType: "paylyt.wallets.v1.Wallet",
    options: MethodOptions(
      permission: "wallets.unfreeze",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["ILLEGAL_TRANSITION", "OWN_CASE"]))

  public static let handOverWallet = MethodDescriptor(
    service: serviceName,
    method: "HandOverWallet",
    kind: .unary,
    requestType: "paylyt.wallets.v1.HandOverWalletRequest",
    responseType: "paylyt.wallets.v1.Wallet",
    options: MethodOptions(
      permission: "wallets.hand_over",
      isIdempotent: true,
      isMoneyMoving: true,
      refusals: ["ILLEGAL_TRANSITION", "OWN_CASE", "SECOND_APPROVER_NEEDED", "WALLET_FROZEN"]))

  public static let all: [MethodDescriptor] = [getWallet, listWalletEntries, streamStatement, transferFunds, createDeposit, getDeposit, listDeposits, watchDeposit, freezeWallet, unfreezeWallet, handOverWallet]
}

extension WalletServiceMethods {
  /// The methods with the types of their messages.
  public static let types: [MethodTypes] = [
    MethodTypes(getWallet, GetWalletRequest.self, Wallet.self),
    MethodTypes(listWalletEntries, ListWalletEntriesRequest.self, ListWalletEntriesResponse.self),
    MethodTypes(streamStatement, StreamStatementRequest.self, StatementPart.self),
    MethodTypes(transferFunds, TransferFundsRequest.self, FundsTransfer.self),
    MethodTypes(createDeposit, CreateDepositRequest.self, Deposit.self),
    MethodTypes(getDeposit, GetDepositRequest.self, Deposit.self),
    MethodTypes(listDeposits, ListDepositsRequest.self, ListDepositsResponse.self),
    MethodTypes(watchDeposit, WatchDepositRequest.self, Deposit.self),
    MethodTypes(freezeWallet, FreezeWalletRequest.self, Wallet.self),
    MethodTypes(unfreezeWallet, UnfreezeWalletRequest.self, Wallet.self),
    MethodTypes(handOverWallet, HandOverWalletRequest.self, Wallet.self),
  ]
}

/// What a user owns inside PayLyt: bitcoin and local currency, moved in by releases, refunds,
/// deposits, transfers and conversions, and out by transfers, conversions and payouts.
public protocol WalletServiceHandler: RPCService {
  /// Balances of the caller's wallet, one for each asset that was ever moved.
  func getWallet(
    _ request: GetWalletRequest,
    _ context: ServerContext
  ) async throws -> Wallet

  /// Movements of a wallet in all assets, newest first.
  func listWalletEntries(
    _ request: ListWalletEntriesRequest,
    _ context: ServerContext
  ) async throws -> ListWalletEntriesResponse

  /// The movements of one asset in a period, oldest first, between the balance before and the balance
  /// after them; all of one moment. The opening balance plus the entries is the closing balance.
  func streamStatement(
    _ request: StreamStatementRequest,
    _ responses: ResponseWriter<StatementPart>,
    _ context: ServerContext
  ) async throws

  /// Gives money of the caller's wallet to another user, at once.
  ///
  /// `NOT_FOUND`: there is no such user.
  func transferFunds(
    _ request: TransferFundsRequest,
    _ context: ServerContext
  ) async throws -> FundsTransfer

  /// A Lightning invoice whose payment is credited to the caller's wallet: whatever arrives, less or
  /// more than asked, also late.
  func createDeposit(
    _ request: CreateDepositRequest,
    _ context: ServerContext
  ) async throws -> Deposit

  func getDeposit(
    _ request: GetDepositRequest,
    _ context: ServerContext
  ) async throws -> Deposit

  /// The caller's deposits, newest first; an admin may list another user's, or everybody's.
  func listDeposits(
    _ request: ListDepositsRequest,
    _ context: ServerContext
  ) async throws -> ListDepositsResponse

  /// The deposit now, and again after each change, until the caller leaves or it is settled.
  func watchDeposit(
    _ request: WatchDepositRequest,
    _ responses: ResponseWriter<Deposit>,
    _ context: ServerContext
  ) async throws

  /// Nothing leaves the wallet from now on; money may still come in.
  ///
  /// `ILLEGAL_TRANSITION`: it is frozen.
  func freezeWallet(
    _ request: FreezeWalletRequest,
    _ context: ServerContext
  ) async throws -> Wallet

  /// `ILLEGAL_TRANSITION`: it is not frozen. `OWN_CASE`: it is the admin's own.
  func unfreezeWallet(
    _ request: UnfreezeWalletRequest,
    _ context: ServerContext
  ) async throws -> Wallet

  /// Gives everything in the wallet of a deleted account to another user: whose it is was shown outside, as
  /// the account names nobody any more. Above the operators' limit, and where there is local currency, the
  /// first call is a proposal that moves nothing, and the same one by another admin decides, if nothing came
  /// into the wallet meanwhile.
  ///
  /// `ILLEGAL_TRANSITION`: the account was not deleted, or there is nothing. `OWN_CASE`: to oneself.
  func handOverWallet(
    _ request: HandOverWalletRequest,
    _ context: ServerContext
  ) async throws -> Wallet
}

extension WalletServiceHandler {
  public static var serviceName: String { WalletServiceMethods.serviceName }

  public var methods: [MethodBinding] {
    [
      MethodBinding(WalletServiceMethods.getWallet) { call, context in
        let request = try call.request(GetWalletRequest.self)
        try call.respond(await self.getWallet(request, context))
      },
      MethodBinding(WalletServiceMethods.listWalletEntries) { call, context in
        let request = try call.request(ListWalletEntriesRequest.self)
        try call.respond(await self.listWalletEntries(request, context))
      },
      MethodBinding(WalletServiceMethods.streamStatement) { call, context in
        let request = try call.request(StreamStatementRequest.self)
        try await self.streamStatement(request, call.responses(StatementPart.self), context)
      },
      MethodBinding(WalletServiceMethods.transferFunds) { call, context in
        let request = try call.request(TransferFundsRequest.self)
        try call.respond(await self.transferFunds(request, context))
      },
      MethodBinding(WalletServiceMethods.createDeposit) { call, context in
        let request = try call.request(CreateDepositRequest.self)
        try call.respond(await self.createDeposit(request, context))
      },
      MethodBinding(WalletServiceMethods.getDeposit) { call, context in
        let request = try call.request(GetDepositRequest.self)
        try call.respond(await self.getDeposit(request, context))
      },
      MethodBinding(WalletServiceMethods.listDeposits) { call, context in
        let request = try call.request(ListDepositsRequest.self)
        try call.respond(await self.listDeposits(request, context))
      },
      MethodBinding(WalletServiceMethods.watchDeposit) { call, context in
        let request = try call.request(WatchDepositRequest.self)
        try await self.watchDeposit(request, call.responses(Deposit.self), context)
      },
      MethodBinding(WalletServiceMethods.freezeWallet) { call, context in
        let request = try call.request(FreezeWalletRequest.self)
        try call.respond(await self.freezeWallet(request, context))
      },
      MethodBinding(WalletServiceMethods.unfreezeWallet) { call, context in
        let request = try call.request(UnfreezeWalletRequest.self)
        try call.respond(await self.unfreezeWallet(request, context))
      },
      MethodBinding(WalletServiceMethods.handOverWallet) { call, context in
        let request = try call.request(HandOverWalletRequest.self)
        try call.respond(await self.handOverWallet(request, context))
      },
    ]
  }
}

/// What a user owns inside PayLyt: bitcoin and local currency, moved in by releases, refunds,
/// deposits, transfers and conversions, and out by transfers, conversions and payouts.
public struct WalletServiceClient: Sendable {
  private let rpcChannel: Channel

  public init(_ channel: Channel) {
    rpcChannel = channel
  }

  /// Balances of the caller's wallet, one for each asset that was ever moved.
  public func getWallet(
    _ request: GetWalletRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Wallet {
    let response: UnaryResponse<Wallet> =
      try await rpcChannel.unary(WalletServiceMethods.getWallet, request, options)
    return response.message
  }

  /// Movements of a wallet in all assets, newest first.
  public func listWalletEntries(
    _ request: ListWalletEntriesRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ListWalletEntriesResponse {
    let response: UnaryResponse<ListWalletEntriesResponse> =
      try await rpcChannel.unary(WalletServiceMethods.listWalletEntries, request, options)
    return response.message
  }

  /// The movements of one asset in a period, oldest first, between the balance before and the balance
  /// after them; all of one moment. The opening balance plus the entries is the closing balance.
  public func streamStatement(
    _ request: StreamStatementRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ResponseStream<StatementPart> {
    try await rpcChannel.serverStreaming(WalletServiceMethods.streamStatement, request, options)
  }

  /// Gives money of the caller's wallet to another user, at once.
  ///
  /// `NOT_FOUND`: there is no such user.
  public func transferFunds(
    _ request: TransferFundsRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> FundsTransfer {
    let response: UnaryResponse<FundsTransfer> =
      try await rpcChannel.unary(WalletServiceMethods.transferFunds, request, options)
    return response.message
  }

  /// A Lightning invoice whose payment is credited to the caller's wallet: whatever arrives, less or
  /// more than asked, also late.
  public func createDeposit(
    _ request: CreateDepositRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Deposit {
    let response: UnaryResponse<Deposit> =
      try await rpcChannel.unary(WalletServiceMethods.createDeposit, request, options)
    return response.message
  }

  public func getDeposit(
    _ request: GetDepositRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Deposit {
    let response: UnaryResponse<Deposit> =
      try await rpcChannel.unary(WalletServiceMethods.getDeposit, request, options)
    return response.message
  }

  /// The caller's deposits, newest first; an admin may list another user's, or everybody's.
  public func listDeposits(
    _ request: ListDepositsRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ListDepositsResponse {
    let response: UnaryResponse<ListDepositsResponse> =
      try await rpcChannel.unary(WalletServiceMethods.listDeposits, request, options)
    return response.message
  }

  /// The deposit now, and again after each change, until the caller leaves or it is settled.
  public func watchDeposit(
    _ request: WatchDepositRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ResponseStream<Deposit> {
    try await rpcChannel.serverStreaming(WalletServiceMethods.watchDeposit, request, options)
  }

  /// Nothing leaves the wallet from now on; money may still come in.
  ///
  /// `ILLEGAL_TRANSITION`: it is frozen.
  public func freezeWallet(
    _ request: FreezeWalletRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Wallet {
    let response: UnaryResponse<Wallet> =
      try await rpcChannel.unary(WalletServiceMethods.freezeWallet, request, options)
    return response.message
  }

  /// `ILLEGAL_TRANSITION`: it is not frozen. `OWN_CASE`: it is the admin's own.
  public func unfreezeWallet(
    _ request: UnfreezeWalletRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Wallet {
    let response: UnaryResponse<Wallet> =
      try await rpcChannel.unary(WalletServiceMethods.unfreezeWallet, request, options)
    return response.message
  }

  /// Gives everything in the wallet of a deleted account to another user: whose it is was shown outside, as
  /// the account names nobody any more. Above the operators' limit, and where there is local currency, the
  /// first call is a proposal that moves nothing, and the same one by another admin decides, if nothing came
  /// into the wallet meanwhile.
  ///
  /// `ILLEGAL_TRANSITION`: the account was not deleted, or there is nothing. `OWN_CASE`: to oneself.
  public func handOverWallet(
    _ request: HandOverWalletRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> Wallet {
    let response: UnaryResponse<Wallet> =
      try await rpcChannel.unary(WalletServiceMethods.handOverWallet, request, options)
    return response.message
  }
}
