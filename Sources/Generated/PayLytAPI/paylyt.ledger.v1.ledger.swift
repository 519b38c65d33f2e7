// Generated from paylyt/ledger/v1/ledger.proto by protoc-gen-paylyt. Do not edit.

import CPayLytAPI
import CStandardAPI
public import PayLytRPC
public import StandardAPI

public struct GetTrialBalanceRequest: WireMessage {
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}
}

public struct TrialBalance: WireMessage {
  public var lines: [TrialBalance.Line] = []
  /// Total debits less total credits over all assets; zero in right books.
  public var difference: Int64 = 0
  /// Accounts whose balance is not the sum of their transfers; zero in right books.
  public var accountsOff: Int64 = 0
  /// Escrows whose amounts disagree with their accounts; zero in right books.
  public var escrowsOff: Int64 = 0
  public var readTime: StandardAPI.ProtoTimestamp? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    lines: [TrialBalance.Line] = [],
    difference: Int64 = 0,
    accountsOff: Int64 = 0,
    escrowsOff: Int64 = 0,
    readTime: StandardAPI.ProtoTimestamp? = nil
  ) {
    self.lines = lines
    self.difference = difference
    self.accountsOff = accountsOff
    self.escrowsOff = escrowsOff
    self.readTime = readTime
  }

  public struct Line: WireMessage {
    /// `provider_float`, `wallet`, `escrow_available`, `fees`, …
    public var accountKind: String = ""
    public var asset: String = ""
    /// Smallest units of the asset.
    public var debits: Int64 = 0
    public var credits: Int64 = 0
    /// How many accounts the line sums up.
    public var accounts: Int64 = 0
    /// Fields that the proto of this build does not know, sent on unchanged.
    public var unknownFields = UnknownFields()

    public init() {}

    public init(
      accountKind: String = "",
      asset: String = "",
      debits: Int64 = 0,
      credits: Int64 = 0,
      accounts: Int64 = 0
    ) {
      self.accountKind = accountKind
      self.asset = asset
      self.debits = debits
      self.credits = credits
      self.accounts = accounts
    }
  }
}

public struct ListTransfersRequest: WireMessage {
  /// 0 means 50; above 200 means 200.
  public var pageSize: Int32 = 0
  public var pageToken: String = ""
  /// Only transfers of this ledger transaction (a UUID).
  public var transaction: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    pageSize: Int32 = 0,
    pageToken: String = "",
    transaction: String = ""
  ) {
    self.pageSize = pageSize
    self.pageToken = pageToken
    self.transaction = transaction
  }
}

public struct ListTransfersResponse: WireMessage {
  public var transfers: [Transfer] = []
  public var nextPageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    transfers: [Transfer] = [],
    nextPageToken: String = ""
  ) {
    self.transfers = transfers
    self.nextPageToken = nextPageToken
  }
}

/// One movement between two accounts of one asset.
public struct Transfer: WireMessage {
  public var id: String = ""
  /// Transfers of one decision share it.
  public var transaction: String = ""
  public var debitAccount: String = ""
  public var creditAccount: String = ""
  public var asset: String = ""
  /// Smallest units; more than zero.
  public var amount: Int64 = 0
  public var kind: String = ""
  public var createTime: StandardAPI.ProtoTimestamp? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields = UnknownFields()

  public init() {}

  public init(
    id: String = "",
    transaction: String = "",
    debitAccount: String = "",
    creditAccount: String = "",
    asset: String = "",
    amount: Int64 = 0,
    kind: String = "",
    createTime: StandardAPI.ProtoTimestamp? = nil
  ) {
    self.id = id
    self.transaction = transaction
    self.debitAccount = debitAccount
    self.creditAccount = creditAccount
    self.asset = asset
    self.amount = amount
    self.kind = kind
    self.createTime = createTime
  }
}

extension GetTrialBalanceRequest {
  public static let fullName = "paylyt.ledger.v1.GetTrialBalanceRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__get_trial_balance_request__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__ledger__v1__get_trial_balance_request__init, keeping: self.unknownFields)
    return UnsafeMutableRawPointer(c)
  }
}

extension TrialBalance {
  public static let fullName = "paylyt.ledger.v1.TrialBalance"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__trial_balance__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Ledger__V1__TrialBalance.self)
    unsafe self.lines = Wire.array(c.pointee.lines, c.pointee.n_lines) { unsafe Wire.message($0) }
    unsafe self.difference = c.pointee.difference
    unsafe self.accountsOff = c.pointee.accounts_off
    unsafe self.escrowsOff = c.pointee.escrows_off
    unsafe self.readTime = Wire.messageIfPresent(c.pointee.read_time)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__ledger__v1__trial_balance__init, keeping: self.unknownFields)
    unsafe c.pointee.lines = arena.array(self.lines) { unsafe arena.message($0) }
    unsafe c.pointee.n_lines = self.lines.count
    unsafe c.pointee.difference = self.difference
    unsafe c.pointee.accounts_off = self.accountsOff
    unsafe c.pointee.escrows_off = self.escrowsOff
    unsafe c.pointee.read_time = arena.messageIfPresent(self.readTime)
    return UnsafeMutableRawPointer(c)
  }
}

extension TrialBalance.Line {
  public static let fullName = "paylyt.ledger.v1.TrialBalance.Line"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__trial_balance__line__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Ledger__V1__TrialBalance__Line.self)
    unsafe self.accountKind = Wire.string(c.pointee.account_kind)
    unsafe self.asset = Wire.string(c.pointee.asset)
    unsafe self.debits = c.pointee.debits
    unsafe self.credits = c.pointee.credits
    unsafe self.accounts = c.pointee.accounts
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__ledger__v1__trial_balance__line__init, keeping: self.unknownFields)
    unsafe c.pointee.account_kind = arena.string(self.accountKind)
    unsafe c.pointee.asset = arena.string(self.asset)
    unsafe c.pointee.debits = self.debits
    unsafe c.pointee.credits = self.credits
    unsafe c.pointee.accounts = self.accounts
    return UnsafeMutableRawPointer(c)
  }
}

extension ListTransfersRequest {
  public static let fullName = "paylyt.ledger.v1.ListTransfersRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__list_transfers_request__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Ledger__V1__ListTransfersRequest.self)
    unsafe self.pageSize = c.pointee.page_size
    unsafe self.pageToken = Wire.string(c.pointee.page_token)
    unsafe self.transaction = Wire.string(c.pointee.transaction)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__ledger__v1__list_transfers_request__init, keeping: self.unknownFields)
    unsafe c.pointee.page_size = self.pageSize
    unsafe c.pointee.page_token = arena.string(self.pageToken)
    unsafe c.pointee.transaction = arena.string(self.transaction)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListTransfersResponse {
  public static let fullName = "paylyt.ledger.v1.ListTransfersResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__list_transfers_response__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Ledger__V1__ListTransfersResponse.self)
    unsafe self.transfers = Wire.array(c.pointee.transfers, c.pointee.n_transfers) { unsafe Wire.message($0) }
    unsafe self.nextPageToken = Wire.string(c.pointee.next_page_token)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__ledger__v1__list_transfers_response__init, keeping: self.unknownFields)
    unsafe c.pointee.transfers = arena.array(self.transfers) { unsafe arena.message($0) }
    unsafe c.pointee.n_transfers = self.transfers.count
    unsafe c.pointee.next_page_token = arena.string(self.nextPageToken)
    return UnsafeMutableRawPointer(c)
  }
}

extension Transfer {
  public static let fullName = "paylyt.ledger.v1.Transfer"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__transfer__init)

  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let c = unsafe source.assumingMemoryBound(to: Paylyt__Ledger__V1__Transfer.self)
    unsafe self.id = Wire.string(c.pointee.id)
    unsafe self.transaction = Wire.string(c.pointee.transaction)
    unsafe self.debitAccount = Wire.string(c.pointee.debit_account)
    unsafe self.creditAccount = Wire.string(c.pointee.credit_account)
    unsafe self.asset = Wire.string(c.pointee.asset)
    unsafe self.amount = c.pointee.amount
    unsafe self.kind = Wire.string(c.pointee.kind)
    unsafe self.createTime = Wire.messageIfPresent(c.pointee.create_time)
    unsafe self.unknownFields = UnknownFields(unpacked: source)
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__ledger__v1__transfer__init, keeping: self.unknownFields)
    unsafe c.pointee.id = arena.string(self.id)
    unsafe c.pointee.transaction = arena.string(self.transaction)
    unsafe c.pointee.debit_account = arena.string(self.debitAccount)
    unsafe c.pointee.credit_account = arena.string(self.creditAccount)
    unsafe c.pointee.asset = arena.string(self.asset)
    unsafe c.pointee.amount = self.amount
    unsafe c.pointee.kind = arena.string(self.kind)
    unsafe c.pointee.create_time = arena.messageIfPresent(self.createTime)
    return UnsafeMutableRawPointer(c)
  }
}

/// The methods of `paylyt.ledger.v1.LedgerService`.
public enum LedgerServiceMethods {
  public static let serviceName = "paylyt.ledger.v1.LedgerService"

  public static let getTrialBalance = MethodDescriptor(
    service: serviceName,
    method: "GetTrialBalance",
    kind: .unary,
    requestType: "paylyt.ledger.v1.GetTrialBalanceRequest",
    responseType: "paylyt.ledger.v1.TrialBalance",
    options: MethodOptions(
      permission: "ledger.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let listTransfers = MethodDescriptor(
    service: serviceName,
    method: "ListTransfers",
    kind: .unary,
    requestType: "paylyt.ledger.v1.ListTransfersRequest",
    responseType: "paylyt.ledger.v1.ListTransfersResponse",
    options: MethodOptions(
      permission: "ledger.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let all: [MethodDescriptor] = [getTrialBalance, listTransfers]
}

/// The books: double entry, append-only, one line of debit and credit for each movement.
public protocol LedgerServiceHandler: RPCService {
  /// The sum of each kind of account, and whether the books are right: debits equal credits for each
  /// asset, each balance equals the sum of its transfers, and each escrow's money is where its state
  /// says.
  func getTrialBalance(
    _ request: GetTrialBalanceRequest,
    _ context: ServerContext
  ) async throws -> TrialBalance

  /// Transfers, newest first.
  func listTransfers(
    _ request: ListTransfersRequest,
    _ context: ServerContext
  ) async throws -> ListTransfersResponse
}

extension LedgerServiceHandler {
  public static var serviceName: String { LedgerServiceMethods.serviceName }

  public var methods: [MethodBinding] {
    [
      .unary(LedgerServiceMethods.getTrialBalance, self.getTrialBalance),
      .unary(LedgerServiceMethods.listTransfers, self.listTransfers),
    ]
  }
}

/// The books: double entry, append-only, one line of debit and credit for each movement.
public struct LedgerServiceClient: Sendable {
  private let rpcChannel: Channel

  public init(_ channel: Channel) {
    rpcChannel = channel
  }

  /// The sum of each kind of account, and whether the books are right: debits equal credits for each
  /// asset, each balance equals the sum of its transfers, and each escrow's money is where its state
  /// says.
  public func getTrialBalance(
    _ request: GetTrialBalanceRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> TrialBalance {
    let response: UnaryResponse<TrialBalance> =
      try await rpcChannel.unary(LedgerServiceMethods.getTrialBalance, request, options)
    return response.message
  }

  /// Transfers, newest first.
  public func listTransfers(
    _ request: ListTransfersRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ListTransfersResponse {
    let response: UnaryResponse<ListTransfersResponse> =
      try await rpcChannel.unary(LedgerServiceMethods.listTransfers, request, options)
    return response.message
  }
}
