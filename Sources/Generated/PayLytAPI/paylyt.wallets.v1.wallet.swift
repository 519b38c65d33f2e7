// Generated from paylyt/wallets/v1/wallet.proto by protoc-gen-paylyt. Do not edit.

import CPayLytAPI
import CStandardAPI
public import PayLytRPC
public import StandardAPI

public struct Wallet: WireMessage {
  /// `users/{uuid}/wallet`.
  public var name: String = ""
  public var balances: [Money] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    name: String = "",
    balances: [Money] = []
  ) {
    self.name = name
    self.balances = balances
  }
}

public struct GetWalletRequest: WireMessage {
  /// Empty for the caller's own; an admin may name another.
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

public struct ListWalletEntriesRequest: WireMessage {
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

public struct ListWalletEntriesResponse: WireMessage {
  public var entries: [WalletEntry] = []
  public var nextPageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    entries: [WalletEntry] = [],
    nextPageToken: String = ""
  ) {
    self.entries = entries
    self.nextPageToken = nextPageToken
  }
}

public struct WalletEntry: WireMessage {
  /// Positive: into the wallet. Negative: out of it.
  public var amount: Money? = nil
  /// What it was: `release`, `refund`, `payout_reserve`, …
  public var kind: String = ""
  public var ledgerTransaction: String = ""
  public var createTime: StandardAPI.ProtoTimestamp? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    amount: Money? = nil,
    kind: String = "",
    ledgerTransaction: String = "",
    createTime: StandardAPI.ProtoTimestamp? = nil
  ) {
    self.amount = amount
    self.kind = kind
    self.ledgerTransaction = ledgerTransaction
    self.createTime = createTime
  }
}

extension Wallet {
  public static let fullName = "paylyt.wallets.v1.Wallet"
  public static let wireLayout = unsafe WireLayout(paylyt__wallets__v1__wallet__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Wallets__V1__Wallet.self)
    unsafe self.name = Wire.string(c.pointee.name)
    unsafe self.balances = Wire.array(c.pointee.balances, c.pointee.n_balances) { unsafe Wire.message($0) }
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__wallets__v1__wallet__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.balances = arena.array(self.balances) { unsafe arena.message($0) }
    unsafe c.pointee.n_balances = self.balances.count
    return UnsafeMutableRawPointer(c)
  }
}

extension GetWalletRequest {
  public static let fullName = "paylyt.wallets.v1.GetWalletRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__wallets__v1__get_wallet_request__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Wallets__V1__GetWalletRequest.self)
    unsafe self.name = Wire.string(c.pointee.name)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
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

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Wallets__V1__ListWalletEntriesRequest.self)
    unsafe self.pageSize = c.pointee.page_size
    unsafe self.pageToken = Wire.string(c.pointee.page_token)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__wallets__v1__list_wallet_entries_request__init, keeping: self.unknownFields)
    unsafe c.pointee.page_size = self.pageSize
    unsafe c.pointee.page_token = arena.string(self.pageToken)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListWalletEntriesResponse {
  public static let fullName = "paylyt.wallets.v1.ListWalletEntriesResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__wallets__v1__list_wallet_entries_response__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Wallets__V1__ListWalletEntriesResponse.self)
    unsafe self.entries = Wire.array(c.pointee.entries, c.pointee.n_entries) { unsafe Wire.message($0) }
    unsafe self.nextPageToken = Wire.string(c.pointee.next_page_token)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
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

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Wallets__V1__WalletEntry.self)
    unsafe self.amount = Wire.messageIfPresent(c.pointee.amount)
    unsafe self.kind = Wire.string(c.pointee.kind)
    unsafe self.ledgerTransaction = Wire.string(c.pointee.ledger_transaction)
    unsafe self.createTime = Wire.messageIfPresent(c.pointee.create_time)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
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

  public static let all: [MethodDescriptor] = [getWallet, listWalletEntries]
}

/// What a user owns inside PayLyt.
public protocol WalletServiceHandler: RPCService {
  /// Balances of the caller's wallet, one for each asset that was ever moved.
  func getWallet(
    _ request: GetWalletRequest,
    _ context: ServerContext
  ) async throws -> Wallet

  /// Movements of the caller's wallet, newest first.
  func listWalletEntries(
    _ request: ListWalletEntriesRequest,
    _ context: ServerContext
  ) async throws -> ListWalletEntriesResponse
}

extension WalletServiceHandler {
  public static var serviceName: String { WalletServiceMethods.serviceName }

  public var methods: [MethodBinding] {
    [
      .unary(WalletServiceMethods.getWallet, self.getWallet),
      .unary(WalletServiceMethods.listWalletEntries, self.listWalletEntries),
    ]
  }
}

/// What a user owns inside PayLyt.
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

  /// Movements of the caller's wallet, newest first.
  public func listWalletEntries(
    _ request: ListWalletEntriesRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ListWalletEntriesResponse {
    let response: UnaryResponse<ListWalletEntriesResponse> =
      try await rpcChannel.unary(WalletServiceMethods.listWalletEntries, request, options)
    return response.message
  }
}
