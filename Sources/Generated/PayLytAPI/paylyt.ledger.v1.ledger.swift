// Generated from paylyt/ledger/v1/ledger.proto by protoc-gen-paylyt. Do not edit.

import CPayLytAPI
import CStandardAPI
public import PayLytRPC
public import StandardAPI

public enum Side: WireEnum {
  case unspecified
  case debit
  case credit
  /// A number that the proto of this build does not name.
  case unrecognized(Int32)

  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .debit
    case 2: self = .credit
    default: self = .unrecognized(rawValue)
    }
  }

  public var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .debit: 1
    case .credit: 2
    case .unrecognized(let number): number
    }
  }

  /// The values that the proto names.
  public static var allCases: [Self] { [.unspecified, .debit, .credit] }
}

/// Which of the two times of an entry is meant.
public enum TimeKind: WireEnum {
  /// As TIME_KIND_BOOKING.
  case unspecified
  /// When it was booked: what was known at that time.
  case booking
  /// When it counts: what is true of that time, as far as it is known now.
  case effective
  /// A number that the proto of this build does not name.
  case unrecognized(Int32)

  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .booking
    case 2: self = .effective
    default: self = .unrecognized(rawValue)
    }
  }

  public var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .booking: 1
    case .effective: 2
    case .unrecognized(let number): number
    }
  }

  /// The values that the proto names.
  public static var allCases: [Self] { [.unspecified, .booking, .effective] }
}

/// Moves as much as is there, instead of exactly an amount.
public enum Balancing: WireEnum {
  case unspecified
  /// At most as much as the debited account has in credit: `credits_posted - debits_posted -
  /// debits_pending`.
  case debit
  /// At most as much as the credited account has in debit.
  case credit
  /// Both.
  case both
  /// A number that the proto of this build does not name.
  case unrecognized(Int32)

  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .debit
    case 2: self = .credit
    case 3: self = .both
    default: self = .unrecognized(rawValue)
    }
  }

  public var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .debit: 1
    case .credit: 2
    case .both: 3
    case .unrecognized(let number): number
    }
  }

  /// The values that the proto names.
  public static var allCases: [Self] { [.unspecified, .debit, .credit, .both] }
}

/// An account of one asset.
public struct LedgerAccount: WireMessage {
  /// `ledgerAccounts/{id}`.
  public var name: String = ""
  /// A capital letter and up to 15 more or digits, with `/` and the number of decimals if you like:
  /// `USD`, `USD/2`, `BTC`. Amounts are whole smallest units; assets are never converted.
  public var asset: String = ""
  /// The side that the balance grows on: debit for assets and expenses, credit for liabilities,
  /// equity and income.
  public var normalSide: Side = .unspecified
  /// What may always be taken out leaves at least this much: `available` is never below it. Zero
  /// forbids an overdraft, a negative number is a credit line. Absent: no bound. Never above zero.
  public var balanceMin: Int64? = nil
  /// `posted` and `pending_in` together are never above it. Absent: no bound. Never below zero.
  public var balanceMax: Int64? = nil
  /// What kind of account it is to the caller: a number of their chart of accounts. Not negative.
  public var code: Int32 = 0
  /// Up to 16 keys of 1 to 40 characters, with values of up to 500.
  public var metadata: [String: String] = [:]
  public var createTime: StandardAPI.ProtoTimestamp? = nil
  public var balance: LedgerBalance? = nil
  /// When it was closed; absent while it is open.
  public var closeTime: StandardAPI.ProtoTimestamp? = nil
  /// What UpdateLabels attached. Set by GetAccount and ListAccounts.
  public var labels: [String: String] = [:]
  /// Changes with the labels, for UpdateLabels; empty where there never were any.
  public var labelsEtag: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// What an account holds, in smallest units on its normal side.
public struct LedgerBalance: WireMessage {
  /// The name of the account.
  public var account: String = ""
  public var asset: String = ""
  /// What was posted. May be negative where the account's limits allow it.
  public var posted: Int64 = 0
  /// What pending transactions will add, if they are committed in full.
  public var pendingIn: Int64 = 0
  /// What pending transactions hold.
  public var pendingOut: Int64 = 0
  /// posted - pending_out: what can be taken out, not counting a credit line.
  public var available: Int64 = 0
  public var debitsPosted: Int64 = 0
  public var creditsPosted: Int64 = 0
  public var debitsPending: Int64 = 0
  public var creditsPending: Int64 = 0
  /// Which entry of the account it is the balance after; 0 before the first.
  public var sequence: Int64 = 0
  /// When that entry was made; absent before the first.
  public var entryTime: StandardAPI.ProtoTimestamp? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// One leg of a transaction.
public struct LedgerPosting: WireMessage {
  /// `ledgerAccounts/{id}`.
  public var account: String = ""
  public var side: Side = .unspecified
  /// Smallest units of the account's asset; more than zero.
  public var amount: Int64 = 0
  /// How much of it was posted: the amount, less where a part was committed, zero while it is
  /// pending and when it was voided. Set by the server.
  public var posted: Int64 = 0
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct LedgerTransaction: WireMessage {
  /// `ledgerTransactions/{id}`.
  public var name: String = ""
  public var state: LedgerTransaction.State = .unspecified
  public var postings: [LedgerPosting] = []
  /// What kind of transaction it is to the caller. Not negative.
  public var code: Int32 = 0
  public var description: String = ""
  public var metadata: [String: String] = [:]
  public var createTime: StandardAPI.ProtoTimestamp? = nil
  /// From when on a pending transaction can no longer be committed; absent without a timeout.
  public var expireTime: StandardAPI.ProtoTimestamp? = nil
  /// When a pending transaction was committed, voided or expired.
  public var resolveTime: StandardAPI.ProtoTimestamp? = nil
  /// The name of the transaction that this one reverses.
  public var reverses: String = ""
  /// The name of the transaction that reverses this one.
  public var reversedBy: String = ""
  /// When it counts; absent when nobody said: then each of its entries counts when it is booked.
  public var effectiveTime: StandardAPI.ProtoTimestamp? = nil
  /// What it belongs to for the caller.
  public var reference: String = ""
  public var balancing: Balancing = .unspecified
  /// Of a balancing one: how much it was to move at most. `amount` of its postings is how much it did.
  public var amountMax: Int64 = 0
  /// What UpdateLabels attached. Set by GetTransaction and ListTransactions.
  public var labels: [String: String] = [:]
  /// Changes with the labels, for UpdateLabels; empty where there never were any.
  public var labelsEtag: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public enum State: WireEnum {
    case unspecified
    /// Amounts are held. Next: POSTED, VOIDED or EXPIRED.
    case pending
    /// Final.
    case posted
    /// The held amounts were released. Final.
    case voided
    /// As VOIDED, because its time was over. Final.
    case expired
    /// A number that the proto of this build does not name.
    case unrecognized(Int32)

    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unspecified
      case 1: self = .pending
      case 2: self = .posted
      case 3: self = .voided
      case 4: self = .expired
      default: self = .unrecognized(rawValue)
      }
    }

    public var rawValue: Int32 {
      switch self {
      case .unspecified: 0
      case .pending: 1
      case .posted: 2
      case .voided: 3
      case .expired: 4
      case .unrecognized(let number): number
      }
    }

    /// The values that the proto names.
    public static var allCases: [Self] { [.unspecified, .pending, .posted, .voided, .expired] }
  }
}

/// One change of one account by one transaction. Entries are never changed.
public struct LedgerEntry: WireMessage {
  public var account: String = ""
  /// 1, 2, 3, … for each account, without a gap.
  public var sequence: Int64 = 0
  public var transaction: String = ""
  public var kind: LedgerEntry.Kind = .unspecified
  public var side: Side = .unspecified
  /// By how much the account's posted amount of this side grows; not negative.
  public var posted: Int64 = 0
  /// By how much its pending amount of this side changes: negative when a hold ends.
  public var pending: Int64 = 0
  /// After this entry: in the order of the list that it is in.
  public var balance: LedgerBalance? = nil
  public var createTime: StandardAPI.ProtoTimestamp? = nil
  /// When it counts; `create_time` unless the transaction says otherwise.
  public var effectiveTime: StandardAPI.ProtoTimestamp? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public enum Kind: WireEnum {
    case unspecified
    /// Posted at once.
    case post
    /// A pending amount is held.
    case hold
    /// A pending amount is released, and what was committed of it is posted.
    case commit
    /// A pending amount is released.
    case void
    /// As VOID, because its time was over.
    case expire
    /// A number that the proto of this build does not name.
    case unrecognized(Int32)

    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unspecified
      case 1: self = .post
      case 2: self = .hold
      case 3: self = .commit
      case 4: self = .void
      case 5: self = .expire
      default: self = .unrecognized(rawValue)
      }
    }

    public var rawValue: Int32 {
      switch self {
      case .unspecified: 0
      case .post: 1
      case .hold: 2
      case .commit: 3
      case .void: 4
      case .expire: 5
      case .unrecognized(let number): number
      }
    }

    /// The values that the proto names.
    public static var allCases: [Self] { [.unspecified, .post, .hold, .commit, .void, .expire] }
  }
}

/// What a transaction looks like and what it did.
public struct TransactionResult: WireMessage {
  public var transaction: LedgerTransaction? = nil
  /// In the order of the postings; GetTransaction shows those of each step, oldest first.
  public var entries: [LedgerEntry] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct CreateAccountRequest: WireMessage {
  /// A UUID that the caller makes: sending it again is safe.
  public var requestID: String = ""
  /// Unique among accounts. The account is `ledgerAccounts/{account_id}` for ever.
  public var accountID: String = ""
  /// `name`, `create_time`, `close_time` and `balance` are set by the server.
  public var account: LedgerAccount? = nil
  /// Decides exactly as if it were opened, and keeps nothing.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct CloseAccountRequest: WireMessage {
  public var requestID: String = ""
  public var name: String = ""
  /// Up to 500 characters, for the audit log.
  public var reason: String = ""
  /// Decides exactly as if it were closed, and keeps nothing.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ReopenAccountRequest: WireMessage {
  public var requestID: String = ""
  public var name: String = ""
  /// Up to 500 characters, for the audit log.
  public var reason: String = ""
  /// Decides exactly as if it were opened, and keeps nothing.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct GetAccountRequest: WireMessage {
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListAccountsRequest: WireMessage {
  /// 0 means 50; above 200 means 200.
  public var pageSize: Int32 = 0
  public var pageToken: String = ""
  /// Only accounts whose id begins like this.
  public var idPrefix: String = ""
  /// Only accounts of this asset.
  public var asset: String = ""
  /// Only accounts of this code.
  public var code: Int32? = nil
  /// Only accounts with exactly this label: `key=value`. Goes with `id_prefix` only.
  public var label: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListAccountsResponse: WireMessage {
  public var accounts: [LedgerAccount] = []
  public var nextPageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct GetBalanceRequest: WireMessage {
  /// The name of the account.
  public var name: String = ""
  /// Not in the future, unless the effective time is asked for. Absent: everything that is booked. The
  /// moment itself counts; what was decided at it may still be on its way to disk for as long as a commit
  /// takes, so an answer about the last second may change.
  public var asOf: StandardAPI.ProtoTimestamp? = nil
  /// Which time `as_of` is. By the effective time, `sequence` and `entry_time` are not set.
  public var timeKind: TimeKind = .unspecified
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// A transaction that is to be posted.
public struct TransactionDraft: WireMessage {
  /// Unique among transactions. Empty in PostTransaction: the server makes one.
  public var transactionID: String = ""
  /// 2 to 100 of them. For each asset, debits and credits are equal. An account may occur more than
  /// once. `posted` is set by the server.
  public var postings: [LedgerPosting] = []
  /// Holds the amounts only: CommitPending posts them, VoidPending releases them.
  public var pending: Bool = false
  /// After how many seconds a pending transaction releases what it holds by itself; 0: never. At most
  /// 10 years.
  public var timeoutSeconds: Int64 = 0
  public var code: Int32 = 0
  /// Up to 500 characters.
  public var description: String = ""
  /// Up to 16 keys of 1 to 40 characters, with values of up to 500.
  public var metadata: [String: String] = [:]
  /// When it counts. Absent: when it is booked. At most 50 years ago and 366 days ahead.
  public var effectiveTime: StandardAPI.ProtoTimestamp? = nil
  /// Moves as much as is there, up to the amount of its postings: exactly two, one debit and one credit
  /// of the same amount.
  public var balancing: Balancing = .unspecified
  /// What it belongs to for the caller, such as an order: ListTransactions finds it by that. Up to 100
  /// letters, digits and `. _ : -`.
  public var reference: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct PostTransactionRequest: WireMessage {
  public var requestID: String = ""
  public var transaction: TransactionDraft? = nil
  /// Decides exactly as if it were posted and answers the same, resulting balances and all, but keeps
  /// nothing and does not use up the `request_id`.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct BatchPostTransactionsRequest: WireMessage {
  public var requestID: String = ""
  public var mode: BatchPostTransactionsRequest.Mode = .unspecified
  /// 1 to 100 of them, with 1000 postings at most. Each has its own `transaction_id`.
  public var transactions: [TransactionDraft] = []
  /// As in PostTransactionRequest. Independent transactions do not see each other then.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public enum Mode: WireEnum {
    case unspecified
    /// All or nothing. Each sees what the ones before it did.
    case linked
    /// Each by itself. One that is refused does not keep the others.
    case independent
    /// A number that the proto of this build does not name.
    case unrecognized(Int32)

    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unspecified
      case 1: self = .linked
      case 2: self = .independent
      default: self = .unrecognized(rawValue)
      }
    }

    public var rawValue: Int32 {
      switch self {
      case .unspecified: 0
      case .linked: 1
      case .independent: 2
      case .unrecognized(let number): number
      }
    }

    /// The values that the proto names.
    public static var allCases: [Self] { [.unspecified, .linked, .independent] }
  }
}

public struct BatchPostTransactionsResponse: WireMessage {
  /// In the order of the request.
  public var outcomes: [TransactionOutcome] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// What became of one transaction of several: `result` or `refusal`.
public struct TransactionOutcome: WireMessage {
  public var transactionID: String = ""
  public var result: TransactionResult? = nil
  public var refusal: TransactionRefusal? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// Why a transaction was not posted, as the call would have ended if it had been alone.
public struct TransactionRefusal: WireMessage {
  /// The number of a gRPC status code.
  public var code: Int32 = 0
  /// Stable, as in google.rpc.ErrorInfo.
  public var reason: String = ""
  public var message: String = ""
  /// The field at fault, in the transaction; empty when it is none.
  public var field: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ImportTransactionsRequest: WireMessage {
  /// With its own `transaction_id`.
  public var transaction: TransactionDraft? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ImportTransactionsResponse: WireMessage {
  /// Which request of the stream it answers: 1, 2, 3, …
  public var number: Int64 = 0
  public var transactionID: String = ""
  public var status: ImportTransactionsResponse.Status = .unspecified
  /// Of a refused one.
  public var refusal: TransactionRefusal? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public enum Status: WireEnum {
    case unspecified
    case posted
    /// A transaction of this id and content was there.
    case exists
    case refused
    /// A number that the proto of this build does not name.
    case unrecognized(Int32)

    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unspecified
      case 1: self = .posted
      case 2: self = .exists
      case 3: self = .refused
      default: self = .unrecognized(rawValue)
      }
    }

    public var rawValue: Int32 {
      switch self {
      case .unspecified: 0
      case .posted: 1
      case .exists: 2
      case .refused: 3
      case .unrecognized(let number): number
      }
    }

    /// The values that the proto names.
    public static var allCases: [Self] { [.unspecified, .posted, .exists, .refused] }
  }
}

public struct StreamAccountStatementRequest: WireMessage {
  /// The name of the account.
  public var name: String = ""
  /// The first moment of the period. Absent: when the account was opened.
  public var startTime: StandardAPI.ProtoTimestamp? = nil
  /// The first moment behind the period; not in the future, unless the effective time is asked for.
  /// Absent: now.
  public var endTime: StandardAPI.ProtoTimestamp? = nil
  /// Which time the period is of, and the order of its entries; their balances follow that order. Without
  /// a `start_time` and by the effective time: from the first entry on.
  public var timeKind: TimeKind = .unspecified
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// The first part is the opening balance, the last one the closing balance.
public struct AccountStatementPart: WireMessage {
  public var part: PartOneof? = nil
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public enum PartOneof: Sendable, Equatable {
    case opening(LedgerBalance)
    case entry(LedgerEntry)
    case closing(LedgerBalance)
  }
}

public struct ExportJournalRequest: WireMessage {
  /// Of an earlier export. Empty: from the first entry on.
  public var resumeToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ExportJournalResponse: WireMessage {
  public var entry: LedgerEntry? = nil
  public var resumeToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct CommitPendingRequest: WireMessage {
  public var requestID: String = ""
  /// The name of the transaction.
  public var name: String = ""
  /// How much to post of each posting, in their order; zero for none of it. Empty: everything.
  public var amounts: [Int64] = []
  /// As in PostTransactionRequest.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct VoidPendingRequest: WireMessage {
  public var requestID: String = ""
  /// The name of the transaction.
  public var name: String = ""
  /// Up to 500 characters, for the audit log.
  public var reason: String = ""
  /// As in PostTransactionRequest.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ReverseTransactionRequest: WireMessage {
  public var requestID: String = ""
  /// The name of the transaction to be reversed.
  public var name: String = ""
  /// The id of the reversal. Empty: the server makes one.
  public var transactionID: String = ""
  /// Why: the description of the reversal. Up to 500 characters.
  public var description: String = ""
  public var metadata: [String: String] = [:]
  /// The reversal counts when what it undoes did, and not when it is booked.
  public var atEffectiveTime: Bool = false
  /// As in PostTransactionRequest.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct GetTransactionRequest: WireMessage {
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListTransactionsRequest: WireMessage {
  /// 0 means 50; above 200 means 200.
  public var pageSize: Int32 = 0
  public var pageToken: String = ""
  /// Only transactions in this state.
  public var state: LedgerTransaction.State = .unspecified
  /// Only transactions with this reference.
  public var reference: String = ""
  /// Only transactions with exactly this label: `key=value`. Goes with no other filter.
  public var label: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListTransactionsResponse: WireMessage {
  public var transactions: [LedgerTransaction] = []
  public var nextPageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListEntriesRequest: WireMessage {
  /// The name of the account.
  public var parent: String = ""
  /// 0 means 50; above 200 means 200.
  public var pageSize: Int32 = 0
  public var pageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListEntriesResponse: WireMessage {
  public var entries: [LedgerEntry] = []
  public var nextPageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// How often transactions are posted again.
public struct Recurrence: WireMessage {
  public var unit: Recurrence.Unit = .unspecified
  /// How many units lie between two times.
  public var every: Int32 = 0
  /// How many times in all, 2 or more; 0: until the next one is cancelled.
  public var count: Int32 = 0
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public enum Unit: WireEnum {
    case unspecified
    case day
    case week
    /// Of the calendar in UTC. Where a month has no such day, its last one; the months after it have
    /// theirs again: 31 January, 28 February, 31 March.
    case month
    /// A number that the proto of this build does not name.
    case unrecognized(Int32)

    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unspecified
      case 1: self = .day
      case 2: self = .week
      case 3: self = .month
      default: self = .unrecognized(rawValue)
      }
    }

    public var rawValue: Int32 {
      switch self {
      case .unspecified: 0
      case .day: 1
      case .week: 2
      case .month: 3
      case .unrecognized(let number): number
      }
    }

    /// The values that the proto names.
    public static var allCases: [Self] { [.unspecified, .day, .week, .month] }
  }
}

/// Transactions that are posted later.
public struct LedgerSchedule: WireMessage {
  /// `ledgerSchedules/{id}`. The server names those that follow in a series.
  public var name: String = ""
  public var state: LedgerSchedule.State = .unspecified
  public var dueTime: StandardAPI.ProtoTimestamp? = nil
  /// As they are posted: those that follow in a series have `.2`, `.3`, … behind their ids.
  public var transactions: [TransactionDraft] = []
  public var createTime: StandardAPI.ProtoTimestamp? = nil
  /// When it was executed, refused or cancelled.
  public var endTime: StandardAPI.ProtoTimestamp? = nil
  /// As PostTransaction would have refused it when it was due.
  public var refusal: TransactionRefusal? = nil
  /// Absent: it happens once.
  public var recurrence: Recurrence? = nil
  /// The name of the first one of its series; empty when it happens once.
  public var series: String = ""
  /// Which one of its series: 1, 2, 3, …
  public var occurrence: Int64 = 0
  /// The name of the one that follows, once there is one.
  public var next: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public enum State: WireEnum {
    case unspecified
    /// Next: EXECUTED or REFUSED when it is due, CANCELLED before.
    case scheduled
    /// Everything was posted. Final.
    case executed
    /// Nothing was posted: `refusal` says why. Final; a series goes on.
    case refused
    /// Final.
    case cancelled
    /// A number that the proto of this build does not name.
    case unrecognized(Int32)

    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unspecified
      case 1: self = .scheduled
      case 2: self = .executed
      case 3: self = .refused
      case 4: self = .cancelled
      default: self = .unrecognized(rawValue)
      }
    }

    public var rawValue: Int32 {
      switch self {
      case .unspecified: 0
      case .scheduled: 1
      case .executed: 2
      case .refused: 3
      case .cancelled: 4
      case .unrecognized(let number): number
      }
    }

    /// The values that the proto names.
    public static var allCases: [Self] { [.unspecified, .scheduled, .executed, .refused, .cancelled] }
  }
}

public struct CreateScheduleRequest: WireMessage {
  public var requestID: String = ""
  /// Unique among schedules.
  public var scheduleID: String = ""
  /// In the future, at most 10 years ahead.
  public var dueTime: StandardAPI.ProtoTimestamp? = nil
  /// 1 to 100 of them, with 1000 postings at most, each with its own `transaction_id`: of up to 89
  /// characters and without `effective_time` where it recurs.
  public var transactions: [TransactionDraft] = []
  public var recurrence: Recurrence? = nil
  /// What is posted counts at the due time, and not when it is booked.
  public var effectiveAtDueTime: Bool = false
  /// Decides exactly as if it were created, and keeps nothing.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct CancelScheduleRequest: WireMessage {
  public var requestID: String = ""
  /// The name of the schedule.
  public var name: String = ""
  /// Up to 500 characters, for the audit log.
  public var reason: String = ""
  /// Decides exactly as if it were cancelled, and keeps nothing.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct GetScheduleRequest: WireMessage {
  public var name: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListSchedulesRequest: WireMessage {
  /// 0 means 50; above 200 means 200.
  public var pageSize: Int32 = 0
  public var pageToken: String = ""
  /// Only schedules in this state.
  public var state: LedgerSchedule.State = .unspecified
  /// Only those of the series that begins with the schedule of this name.
  public var series: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListSchedulesResponse: WireMessage {
  public var schedules: [LedgerSchedule] = []
  public var nextPageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct UpdateLabelsRequest: WireMessage {
  public var requestID: String = ""
  /// The name of the account or the transaction.
  public var name: String = ""
  /// To be attached or changed. Keys of 1 to 40 letters, digits and `. _ : -`, values of up to 500
  /// characters; with what is there at most 64 of them.
  public var labels: [String: String] = [:]
  /// Keys to be removed. One that is not there is none the worse.
  public var remove: [String] = []
  /// `labels_etag` as it was read, to be refused when the labels have changed since; `0` to be refused
  /// when there were any before; or empty.
  public var etag: String = ""
  /// Decides exactly as if it were done, and keeps nothing.
  public var validateOnly: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// The labels of an account or a transaction.
public struct LedgerLabels: WireMessage {
  /// `ledgerAccounts/{id}` or `ledgerTransactions/{id}`.
  public var name: String = ""
  public var labels: [String: String] = [:]
  /// When they changed last; absent when there never were any.
  public var updateTime: StandardAPI.ProtoTimestamp? = nil
  /// Changes with the labels; empty where there never were any.
  public var etag: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct GetTrialBalanceRequest: WireMessage {
  /// Not in the future, unless the effective time is asked for. Absent: now.
  public var asOf: StandardAPI.ProtoTimestamp? = nil
  /// Which time `as_of` is. The platform's own transfers count when they are booked.
  public var timeKind: TimeKind = .unspecified
  /// Adds all transfers and entries up again, and compares. Goes without `as_of`.
  public var verify: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct TrialBalance: WireMessage {
  public var lines: [TrialBalance.Line] = []
  /// By how much debits and credits differ, of each asset of each ledger by itself and added up without
  /// signs; zero in right books.
  public var difference: Int64 = 0
  /// Accounts whose balance is not the sum of their transfers or entries; zero in right books. Set with
  /// `verified`.
  public var accountsOff: Int64 = 0
  /// Escrows whose amounts disagree with their accounts; zero in right books. Set with `verified`.
  public var escrowsOff: Int64 = 0
  public var readTime: StandardAPI.ProtoTimestamp? = nil
  /// Whether all transfers and entries were added up again.
  public var verified: Bool = false
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields

  public struct Line: WireMessage {
    /// `provider_float`, `wallet`, `escrow`, `fees`, …; `general` for the general ledger.
    public var accountKind: String = ""
    public var asset: String = ""
    /// Smallest units of the asset. In the general ledger a sum that needs more than 64 bits is shown as
    /// the largest number there is; `difference` is exact.
    public var debits: Int64 = 0
    public var credits: Int64 = 0
    /// How many accounts the line sums up.
    public var accounts: Int64 = 0
    /// The code of the accounts, in the general ledger.
    public var code: Int32 = 0
    /// Fields that the proto of this build does not know, sent on unchanged.
    public var unknownFields: UnknownFields
  }
}

public struct ListTransfersRequest: WireMessage {
  /// 0 means 50; above 200 means 200.
  public var pageSize: Int32 = 0
  public var pageToken: String = ""
  /// Only transfers of this ledger transaction (a UUID).
  public var transaction: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

public struct ListTransfersResponse: WireMessage {
  public var transfers: [Transfer] = []
  public var nextPageToken: String = ""
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

/// One movement between two of the platform's accounts of one asset.
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
  public var unknownFields: UnknownFields
}

extension LedgerAccount {
  public static let fullName = "paylyt.ledger.v1.LedgerAccount"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__ledger_account__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = "",
    asset: String = "",
    normalSide: Side = .unspecified,
    balanceMin: Int64? = nil,
    balanceMax: Int64? = nil,
    code: Int32 = 0,
    metadata: [String: String] = [:],
    createTime: StandardAPI.ProtoTimestamp? = nil,
    balance: LedgerBalance? = nil,
    closeTime: StandardAPI.ProtoTimestamp? = nil,
    labels: [String: String] = [:],
    labelsEtag: String = ""
  ) {
    self.init(
      name: name,
      asset: asset,
      normalSide: normalSide,
      balanceMin: balanceMin,
      balanceMax: balanceMax,
      code: code,
      metadata: metadata,
      createTime: createTime,
      balance: balance,
      closeTime: closeTime,
      labels: labels,
      labelsEtag: labelsEtag,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Ledger__V1__LedgerAccount.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let asset: String = unsafe Wire.string(_c.pointee.asset)
    let normalSide: Side = unsafe Side(rawValue: _c.pointee.normal_side)
    let balanceMin: Int64? = unsafe _c.pointee._balance_min_case.rawValue == 0 ? nil : _c.pointee.balance_min
    let balanceMax: Int64? = unsafe _c.pointee._balance_max_case.rawValue == 0 ? nil : _c.pointee.balance_max
    let code: Int32 = unsafe _c.pointee.code
    let metadata: [String: String] = unsafe Wire.dictionary(_c.pointee.metadata, _c.pointee.n_metadata) {
      unsafe (Wire.string($0.key), Wire.string($0.value))
    }
    let createTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.create_time)
    let balance: LedgerBalance? = unsafe Wire.messageIfPresent(_c.pointee.balance)
    let closeTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.close_time)
    let labels: [String: String] = unsafe Wire.dictionary(_c.pointee.labels, _c.pointee.n_labels) {
      unsafe (Wire.string($0.key), Wire.string($0.value))
    }
    let labelsEtag: String = unsafe Wire.string(_c.pointee.labels_etag)
    unsafe self.init(
      name: name,
      asset: asset,
      normalSide: normalSide,
      balanceMin: balanceMin,
      balanceMax: balanceMax,
      code: code,
      metadata: metadata,
      createTime: createTime,
      balance: balance,
      closeTime: closeTime,
      labels: labels,
      labelsEtag: labelsEtag,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__ledger__v1__ledger_account__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.asset = arena.string(self.asset)
    unsafe c.pointee.normal_side = self.normalSide.rawValue
    if let value = self.balanceMin {
      unsafe c.pointee._balance_min_case = .init(rawValue: 4)
      unsafe c.pointee.balance_min = value
    }
    if let value = self.balanceMax {
      unsafe c.pointee._balance_max_case = .init(rawValue: 5)
      unsafe c.pointee.balance_max = value
    }
    unsafe c.pointee.code = self.code
    unsafe c.pointee.metadata = arena.entries(self.metadata) { key, value in
      let entry = unsafe arena.make(paylyt__ledger__v1__ledger_account__metadata_entry__init)
      unsafe entry.pointee._key_case = .init(rawValue: 1)
      unsafe entry.pointee.key = arena.string(key)
      unsafe entry.pointee._value_case = .init(rawValue: 2)
      unsafe entry.pointee.value = arena.string(value)
      return unsafe entry
    }
    unsafe c.pointee.n_metadata = self.metadata.count
    unsafe c.pointee.create_time = arena.messageIfPresent(self.createTime)
    unsafe c.pointee.balance = arena.messageIfPresent(self.balance)
    unsafe c.pointee.close_time = arena.messageIfPresent(self.closeTime)
    unsafe c.pointee.labels = arena.entries(self.labels) { key, value in
      let entry = unsafe arena.make(paylyt__ledger__v1__ledger_account__labels_entry__init)
      unsafe entry.pointee._key_case = .init(rawValue: 1)
      unsafe entry.pointee.key = arena.string(key)
      unsafe entry.pointee._value_case = .init(rawValue: 2)
      unsafe entry.pointee.value = arena.string(value)
      return unsafe entry
    }
    unsafe c.pointee.n_labels = self.labels.count
    unsafe c.pointee.labels_etag = arena.string(self.labelsEtag)
    return UnsafeMutableRawPointer(c)
  }
}

extension LedgerBalance {
  public static let fullName = "paylyt.ledger.v1.LedgerBalance"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__ledger_balance__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    account: String = "",
    asset: String = "",
    posted: Int64 = 0,
    pendingIn: Int64 = 0,
    pendingOut: Int64 = 0,
    available: Int64 = 0,
    debitsPosted: Int64 = 0,
    creditsPosted: Int64 = 0,
    debitsPending: Int64 = 0,
    creditsPending: Int64 = 0,
    sequence: Int64 = 0,
    entryTime: StandardAPI.ProtoTimestamp? = nil
  ) {
    self.init(
      account: account,
      asset: asset,
      posted: posted,
      pendingIn: pendingIn,
      pendingOut: pendingOut,
      available: available,
      debitsPosted: debitsPosted,
      creditsPosted: creditsPosted,
      debitsPending: debitsPending,
      creditsPending: creditsPending,
      sequence: sequence,
      entryTime: entryTime,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Ledger__V1__LedgerBalance.self)
    let account: String = unsafe Wire.string(_c.pointee.account)
    let asset: String = unsafe Wire.string(_c.pointee.asset)
    let posted: Int64 = unsafe _c.pointee.posted
    let pendingIn: Int64 = unsafe _c.pointee.pending_in
    let pendingOut: Int64 = unsafe _c.pointee.pending_out
    let available: Int64 = unsafe _c.pointee.available
    let debitsPosted: Int64 = unsafe _c.pointee.debits_posted
    let creditsPosted: Int64 = unsafe _c.pointee.credits_posted
    let debitsPending: Int64 = unsafe _c.pointee.debits_pending
    let creditsPending: Int64 = unsafe _c.pointee.credits_pending
    let sequence: Int64 = unsafe _c.pointee.sequence
    let entryTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.entry_time)
    unsafe self.init(
      account: account,
      asset: asset,
      posted: posted,
      pendingIn: pendingIn,
      pendingOut: pendingOut,
      available: available,
      debitsPosted: debitsPosted,
      creditsPosted: creditsPosted,
      debitsPending: debitsPending,
      creditsPending: creditsPending,
      sequence: sequence,
      entryTime: entryTime,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__ledger__v1__ledger_balance__init, keeping: self.unknownFields)
    unsafe c.pointee.account = arena.string(self.account)
    unsafe c.pointee.asset = arena.string(self.asset)
    unsafe c.pointee.posted = self.posted
    unsafe c.pointee.pending_in = self.pendingIn
    unsafe c.pointee.pending_out = self.pendingOut
    unsafe c.pointee.available = self.available
    unsafe c.pointee.debits_posted = self.debitsPosted
    unsafe c.pointee.credits_posted = self.creditsPosted
    unsafe c.pointee.debits_pending = self.debitsPending
    unsafe c.pointee.credits_pending = self.creditsPending
    unsafe c.pointee.sequence = self.sequence
    unsafe c.pointee.entry_time = arena.messageIfPresent(self.entryTime)
    return UnsafeMutableRawPointer(c)
  }
}

extension LedgerPosting {
  public static let fullName = "paylyt.ledger.v1.LedgerPosting"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__ledger_posting__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    account: String = "",
    side: Side = .unspecified,
    amount: Int64 = 0,
    posted: Int64 = 0
  ) {
    self.init(
      account: account,
      side: side,
      amount: amount,
      posted: posted,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Ledger__V1__LedgerPosting.self)
    let account: String = unsafe Wire.string(_c.pointee.account)
    let side: Side = unsafe Side(rawValue: _c.pointee.side)
    let amount: Int64 = unsafe _c.pointee.amount
    let posted: Int64 = unsafe _c.pointee.posted
    unsafe self.init(
      account: account,
      side: side,
      amount: amount,
      posted: posted,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__ledger__v1__ledger_posting__init, keeping: self.unknownFields)
    unsafe c.pointee.account = arena.string(self.account)
    unsafe c.pointee.side = self.side.rawValue
    unsafe c.pointee.amount = self.amount
    unsafe c.pointee.posted = self.posted
    return UnsafeMutableRawPointer(c)
  }
}

extension LedgerTransaction {
  public static let fullName = "paylyt.ledger.v1.LedgerTransaction"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__ledger_transaction__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = "",
    state: LedgerTransaction.State = .unspecified,
    postings: [LedgerPosting] = [],
    code: Int32 = 0,
    description: String = "",
    metadata: [String: String] = [:],
    createTime: StandardAPI.ProtoTimestamp? = nil,
    expireTime: StandardAPI.ProtoTimestamp? = nil,
    resolveTime: StandardAPI.ProtoTimestamp? = nil,
    reverses: String = "",
    reversedBy: String = "",
    effectiveTime: StandardAPI.ProtoTimestamp? = nil,
    reference: String = "",
    balancing: Balancing = .unspecified,
    amountMax: Int64 = 0,
    labels: [String: String] = [:],
    labelsEtag: String = ""
  ) {
    self.init(
      name: name,
      state: state,
      postings: postings,
      code: code,
      description: description,
      metadata: metadata,
      createTime: createTime,
      expireTime: expireTime,
      resolveTime: resolveTime,
      reverses: reverses,
      reversedBy: reversedBy,
      effectiveTime: effectiveTime,
      reference: reference,
      balancing: balancing,
      amountMax: amountMax,
      labels: labels,
      labelsEtag: labelsEtag,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Ledger__V1__LedgerTransaction.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let state: LedgerTransaction.State = unsafe LedgerTransaction.State(rawValue: _c.pointee.state)
    let postings: [LedgerPosting] = unsafe Wire.array(_c.pointee.postings, _c.pointee.n_postings) { unsafe Wire.message($0) }
    let code: Int32 = unsafe _c.pointee.code
    let description: String = unsafe Wire.string(_c.pointee.description)
    let metadata: [String: String] = unsafe Wire.dictionary(_c.pointee.metadata, _c.pointee.n_metadata) {
      unsafe (Wire.string($0.key), Wire.string($0.value))
    }
    let createTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.create_time)
    let expireTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.expire_time)
    let resolveTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.resolve_time)
    let reverses: String = unsafe Wire.string(_c.pointee.reverses)
    let reversedBy: String = unsafe Wire.string(_c.pointee.reversed_by)
    let effectiveTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.effective_time)
    let reference: String = unsafe Wire.string(_c.pointee.reference)
    let balancing: Balancing = unsafe Balancing(rawValue: _c.pointee.balancing)
    let amountMax: Int64 = unsafe _c.pointee.amount_max
    let labels: [String: String] = unsafe Wire.dictionary(_c.pointee.labels, _c.pointee.n_labels) {
      unsafe (Wire.string($0.key), Wire.string($0.value))
    }
    let labelsEtag: String = unsafe Wire.string(_c.pointee.labels_etag)
    unsafe self.init(
      name: name,
      state: state,
      postings: postings,
      code: code,
      description: description,
      metadata: metadata,
      createTime: createTime,
      expireTime: expireTime,
      resolveTime: resolveTime,
      reverses: reverses,
      reversedBy: reversedBy,
      effectiveTime: effectiveTime,
      reference: reference,
      balancing: balancing,
      amountMax: amountMax,
      labels: labels,
      labelsEtag: labelsEtag,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__ledger__v1__ledger_transaction__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.state = self.state.rawValue
    unsafe c.pointee.postings = arena.array(self.postings) { unsafe arena.message($0) }
    unsafe c.pointee.n_postings = self.postings.count
    unsafe c.pointee.code = self.code
    unsafe c.pointee.description = arena.string(self.description)
    unsafe c.pointee.metadata = arena.entries(self.metadata) { key, value in
      let entry = unsafe arena.make(paylyt__ledger__v1__ledger_transaction__metadata_entry__init)
      unsafe entry.pointee._key_case = .init(rawValue: 1)
      unsafe entry.pointee.key = arena.string(key)
      unsafe entry.pointee._value_case = .init(rawValue: 2)
      unsafe entry.pointee.value = arena.string(value)
      return unsafe entry
    }
    unsafe c.pointee.n_metadata = self.metadata.count
    unsafe c.pointee.create_time = arena.messageIfPresent(self.createTime)
    unsafe c.pointee.expire_time = arena.messageIfPresent(self.expireTime)
    unsafe c.pointee.resolve_time = arena.messageIfPresent(self.resolveTime)
    unsafe c.pointee.reverses = arena.string(self.reverses)
    unsafe c.pointee.reversed_by = arena.string(self.reversedBy)
    unsafe c.pointee.effective_time = arena.messageIfPresent(self.effectiveTime)
    unsafe c.pointee.reference = arena.string(self.reference)
    unsafe c.pointee.balancing = self.balancing.rawValue
    unsafe c.pointee.amount_max = self.amountMax
    unsafe c.pointee.labels = arena.entries(self.labels) { key, value in
      let entry = unsafe arena.make(paylyt__ledger__v1__ledger_transaction__labels_entry__init)
      unsafe entry.pointee._key_case = .init(rawValue: 1)
      unsafe entry.pointee.key = arena.string(key)
      unsafe entry.pointee._value_case = .init(rawValue: 2)
      unsafe entry.pointee.value = arena.string(value)
      return unsafe entry
    }
    unsafe c.pointee.n_labels = self.labels.count
    unsafe c.pointee.labels_etag = arena.string(self.labelsEtag)
    return UnsafeMutableRawPointer(c)
  }
}

extension LedgerEntry {
  public static let fullName = "paylyt.ledger.v1.LedgerEntry"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__ledger_entry__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    account: String = "",
    sequence: Int64 = 0,
    transaction: String = "",
    kind: LedgerEntry.Kind = .unspecified,
    side: Side = .unspecified,
    posted: Int64 = 0,
    pending: Int64 = 0,
    balance: LedgerBalance? = nil,
    createTime: StandardAPI.ProtoTimestamp? = nil,
    effectiveTime: StandardAPI.ProtoTimestamp? = nil
  ) {
    self.init(
      account: account,
      sequence: sequence,
      transaction: transaction,
      kind: kind,
      side: side,
      posted: posted,
      pending: pending,
      balance: balance,
      createTime: createTime,
      effectiveTime: effectiveTime,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Ledger__V1__LedgerEntry.self)
    let account: String = unsafe Wire.string(_c.pointee.account)
    let sequence: Int64 = unsafe _c.pointee.sequence
    let transaction: String = unsafe Wire.string(_c.pointee.transaction)
    let kind: LedgerEntry.Kind = unsafe LedgerEntry.Kind(rawValue: _c.pointee.kind)
    let side: Side = unsafe Side(rawValue: _c.pointee.side)
    let posted: Int64 = unsafe _c.pointee.posted
    let pending: Int64 = unsafe _c.pointee.pending
    let balance: LedgerBalance? = unsafe Wire.messageIfPresent(_c.pointee.balance)
    let createTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.create_time)
    let effectiveTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.effective_time)
    unsafe self.init(
      account: account,
      sequence: sequence,
      transaction: transaction,
      kind: kind,
      side: side,
      posted: posted,
      pending: pending,
      balance: balance,
      createTime: createTime,
      effectiveTime: effectiveTime,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__ledger__v1__ledger_entry__init, keeping: self.unknownFields)
    unsafe c.pointee.account = arena.string(self.account)
    unsafe c.pointee.sequence = self.sequence
    unsafe c.pointee.transaction = arena.string(self.transaction)
    unsafe c.pointee.kind = self.kind.rawValue
    unsafe c.pointee.side = self.side.rawValue
    unsafe c.pointee.posted = self.posted
    unsafe c.pointee.pending = self.pending
    unsafe c.pointee.balance = arena.messageIfPresent(self.balance)
    unsafe c.pointee.create_time = arena.messageIfPresent(self.createTime)
    unsafe c.pointee.effective_time = arena.messageIfPresent(self.effectiveTime)
    return UnsafeMutableRawPointer(c)
  }
}

extension TransactionResult {
  public static let fullName = "paylyt.ledger.v1.TransactionResult"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__transaction_result__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    transaction: LedgerTransaction? = nil,
    entries: [LedgerEntry] = []
  ) {
    self.init(
      transaction: transaction,
      entries: entries,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Ledger__V1__TransactionResult.self)
    let transaction: LedgerTransaction? = unsafe Wire.messageIfPresent(_c.pointee.transaction)
    let entries: [LedgerEntry] = unsafe Wire.array(_c.pointee.entries, _c.pointee.n_entries) { unsafe Wire.message($0) }
    unsafe self.init(
      transaction: transaction,
      entries: entries,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__ledger__v1__transaction_result__init, keeping: self.unknownFields)
    unsafe c.pointee.transaction = arena.messageIfPresent(self.transaction)
    unsafe c.pointee.entries = arena.array(self.entries) { unsafe arena.message($0) }
    unsafe c.pointee.n_entries = self.entries.count
    return UnsafeMutableRawPointer(c)
  }
}

extension CreateAccountRequest {
  public static let fullName = "paylyt.ledger.v1.CreateAccountRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__create_account_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    accountID: String = "",
    account: LedgerAccount? = nil,
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      accountID: accountID,
      account: account,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Ledger__V1__CreateAccountRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let accountID: String = unsafe Wire.string(_c.pointee.account_id)
    let account: LedgerAccount? = unsafe Wire.messageIfPresent(_c.pointee.account)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      accountID: accountID,
      account: account,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__ledger__v1__create_account_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.account_id = arena.string(self.accountID)
    unsafe c.pointee.account = arena.messageIfPresent(self.account)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension CloseAccountRequest {
  public static let fullName = "paylyt.ledger.v1.CloseAccountRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__close_account_request__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Ledger__V1__CloseAccountRequest.self)
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
    let c = unsafe arena.make(paylyt__ledger__v1__close_account_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.reason = arena.string(self.reason)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension ReopenAccountRequest {
  public static let fullName = "paylyt.ledger.v1.ReopenAccountRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__reopen_account_request__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Ledger__V1__ReopenAccountRequest.self)
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
    let c = unsafe arena.make(paylyt__ledger__v1__reopen_account_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.reason = arena.string(self.reason)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension GetAccountRequest {
  public static let fullName = "paylyt.ledger.v1.GetAccountRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__get_account_request__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Ledger__V1__GetAccountRequest.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__ledger__v1__get_account_request__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListAccountsRequest {
  public static let fullName = "paylyt.ledger.v1.ListAccountsRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__list_accounts_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    pageSize: Int32 = 0,
    pageToken: String = "",
    idPrefix: String = "",
    asset: String = "",
    code: Int32? = nil,
    label: String = ""
  ) {
    self.init(
      pageSize: pageSize,
      pageToken: pageToken,
      idPrefix: idPrefix,
      asset: asset,
      code: code,
      label: label,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Ledger__V1__ListAccountsRequest.self)
    let pageSize: Int32 = unsafe _c.pointee.page_size
    let pageToken: String = unsafe Wire.string(_c.pointee.page_token)
    let idPrefix: String = unsafe Wire.string(_c.pointee.id_prefix)
    let asset: String = unsafe Wire.string(_c.pointee.asset)
    let code: Int32? = unsafe _c.pointee._code_case.rawValue == 0 ? nil : _c.pointee.code
    let label: String = unsafe Wire.string(_c.pointee.label)
    unsafe self.init(
      pageSize: pageSize,
      pageToken: pageToken,
      idPrefix: idPrefix,
      asset: asset,
      code: code,
      label: label,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__ledger__v1__list_accounts_request__init, keeping: self.unknownFields)
    unsafe c.pointee.page_size = self.pageSize
    unsafe c.pointee.page_token = arena.string(self.pageToken)
    unsafe c.pointee.id_prefix = arena.string(self.idPrefix)
    unsafe c.pointee.asset = arena.string(self.asset)
    if let value = self.code {
      unsafe c.pointee._code_case = .init(rawValue: 5)
      unsafe c.pointee.code = value
    }
    unsafe c.pointee.label = arena.string(self.label)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListAccountsResponse {
  public static let fullName = "paylyt.ledger.v1.ListAccountsResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__list_accounts_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    accounts: [LedgerAccount] = [],
    nextPageToken: String = ""
  ) {
    self.init(
      accounts: accounts,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Ledger__V1__ListAccountsResponse.self)
    let accounts: [LedgerAccount] = unsafe Wire.array(_c.pointee.accounts, _c.pointee.n_accounts) { unsafe Wire.message($0) }
    let nextPageToken: String = unsafe Wire.string(_c.pointee.next_page_token)
    unsafe self.init(
      accounts: accounts,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__ledger__v1__list_accounts_response__init, keeping: self.unknownFields)
    unsafe c.pointee.accounts = arena.array(self.accounts) { unsafe arena.message($0) }
    unsafe c.pointee.n_accounts = self.accounts.count
    unsafe c.pointee.next_page_token = arena.string(self.nextPageToken)
    return UnsafeMutableRawPointer(c)
  }
}

extension GetBalanceRequest {
  public static let fullName = "paylyt.ledger.v1.GetBalanceRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__get_balance_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = "",
    asOf: StandardAPI.ProtoTimestamp? = nil,
    timeKind: TimeKind = .unspecified
  ) {
    self.init(
      name: name,
      asOf: asOf,
      timeKind: timeKind,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Ledger__V1__GetBalanceRequest.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let asOf: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.as_of)
    let timeKind: TimeKind = unsafe TimeKind(rawValue: _c.pointee.time_kind)
    unsafe self.init(
      name: name,
      asOf: asOf,
      timeKind: timeKind,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__ledger__v1__get_balance_request__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.as_of = arena.messageIfPresent(self.asOf)
    unsafe c.pointee.time_kind = self.timeKind.rawValue
    return UnsafeMutableRawPointer(c)
  }
}

extension TransactionDraft {
  public static let fullName = "paylyt.ledger.v1.TransactionDraft"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__transaction_draft__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    transactionID: String = "",
    postings: [LedgerPosting] = [],
    pending: Bool = false,
    timeoutSeconds: Int64 = 0,
    code: Int32 = 0,
    description: String = "",
    metadata: [String: String] = [:],
    effectiveTime: StandardAPI.ProtoTimestamp? = nil,
    balancing: Balancing = .unspecified,
    reference: String = ""
  ) {
    self.init(
      transactionID: transactionID,
      postings: postings,
      pending: pending,
      timeoutSeconds: timeoutSeconds,
      code: code,
      description: description,
      metadata: metadata,
      effectiveTime: effectiveTime,
      balancing: balancing,
      reference: reference,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Ledger__V1__TransactionDraft.self)
    let transactionID: String = unsafe Wire.string(_c.pointee.transaction_id)
    let postings: [LedgerPosting] = unsafe Wire.array(_c.pointee.postings, _c.pointee.n_postings) { unsafe Wire.message($0) }
    let pending: Bool = unsafe _c.pointee.pending != 0
    let timeoutSeconds: Int64 = unsafe _c.pointee.timeout_seconds
    let code: Int32 = unsafe _c.pointee.code
    let description: String = unsafe Wire.string(_c.pointee.description)
    let metadata: [String: String] = unsafe Wire.dictionary(_c.pointee.metadata, _c.pointee.n_metadata) {
      unsafe (Wire.string($0.key), Wire.string($0.value))
    }
    let effectiveTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.effective_time)
    let balancing: Balancing = unsafe Balancing(rawValue: _c.pointee.balancing)
    let reference: String = unsafe Wire.string(_c.pointee.reference)
    unsafe self.init(
      transactionID: transactionID,
      postings: postings,
      pending: pending,
      timeoutSeconds: timeoutSeconds,
      code: code,
      description: description,
      metadata: metadata,
      effectiveTime: effectiveTime,
      balancing: balancing,
      reference: reference,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__ledger__v1__transaction_draft__init, keeping: self.unknownFields)
    unsafe c.pointee.transaction_id = arena.string(self.transactionID)
    unsafe c.pointee.postings = arena.array(self.postings) { unsafe arena.message($0) }
    unsafe c.pointee.n_postings = self.postings.count
    unsafe c.pointee.pending = self.pending ? 1 : 0
    unsafe c.pointee.timeout_seconds = self.timeoutSeconds
    unsafe c.pointee.code = self.code
    unsafe c.pointee.description = arena.string(self.description)
    unsafe c.pointee.metadata = arena.entries(self.metadata) { key, value in
      let entry = unsafe arena.make(paylyt__ledger__v1__transaction_draft__metadata_entry__init)
      unsafe entry.pointee._key_case = .init(rawValue: 1)
      unsafe entry.pointee.key = arena.string(key)
      unsafe entry.pointee._value_case = .init(rawValue: 2)
      unsafe entry.pointee.value = arena.string(value)
      return unsafe entry
    }
    unsafe c.pointee.n_metadata = self.metadata.count
    unsafe c.pointee.effective_time = arena.messageIfPresent(self.effectiveTime)
    unsafe c.pointee.balancing = self.balancing.rawValue
    unsafe c.pointee.reference = arena.string(self.reference)
    return UnsafeMutableRawPointer(c)
  }
}

extension PostTransactionRequest {
  public static let fullName = "paylyt.ledger.v1.PostTransactionRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__post_transaction_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    transaction: TransactionDraft? = nil,
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      transaction: transaction,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Ledger__V1__PostTransactionRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let transaction: TransactionDraft? = unsafe Wire.messageIfPresent(_c.pointee.transaction)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      transaction: transaction,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__ledger__v1__post_transaction_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.transaction = arena.messageIfPresent(self.transaction)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension BatchPostTransactionsRequest {
  public static let fullName = "paylyt.ledger.v1.BatchPostTransactionsRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__batch_post_transactions_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    mode: BatchPostTransactionsRequest.Mode = .unspecified,
    transactions: [TransactionDraft] = [],
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      mode: mode,
      transactions: transactions,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Ledger__V1__BatchPostTransactionsRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let mode: BatchPostTransactionsRequest.Mode = unsafe BatchPostTransactionsRequest.Mode(rawValue: _c.pointee.mode)
    let transactions: [TransactionDraft] = unsafe Wire.array(_c.pointee.transactions, _c.pointee.n_transactions) { unsafe Wire.message($0) }
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      mode: mode,
      transactions: transactions,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__ledger__v1__batch_post_transactions_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.mode = self.mode.rawValue
    unsafe c.pointee.transactions = arena.array(self.transactions) { unsafe arena.message($0) }
    unsafe c.pointee.n_transactions = self.transactions.count
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension BatchPostTransactionsResponse {
  public static let fullName = "paylyt.ledger.v1.BatchPostTransactionsResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__batch_post_transactions_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    outcomes: [TransactionOutcome] = []
  ) {
    self.init(
      outcomes: outcomes,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Ledger__V1__BatchPostTransactionsResponse.self)
    let outcomes: [TransactionOutcome] = unsafe Wire.array(_c.pointee.outcomes, _c.pointee.n_outcomes) { unsafe Wire.message($0) }
    unsafe self.init(
      outcomes: outcomes,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__ledger__v1__batch_post_transactions_response__init, keeping: self.unknownFields)
    unsafe c.pointee.outcomes = arena.array(self.outcomes) { unsafe arena.message($0) }
    unsafe c.pointee.n_outcomes = self.outcomes.count
    return UnsafeMutableRawPointer(c)
  }
}

extension TransactionOutcome {
  public static let fullName = "paylyt.ledger.v1.TransactionOutcome"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__transaction_outcome__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    transactionID: String = "",
    result: TransactionResult? = nil,
    refusal: TransactionRefusal? = nil
  ) {
    self.init(
      transactionID: transactionID,
      result: result,
      refusal: refusal,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Ledger__V1__TransactionOutcome.self)
    let transactionID: String = unsafe Wire.string(_c.pointee.transaction_id)
    let result: TransactionResult? = unsafe Wire.messageIfPresent(_c.pointee.result)
    let refusal: TransactionRefusal? = unsafe Wire.messageIfPresent(_c.pointee.refusal)
    unsafe self.init(
      transactionID: transactionID,
      result: result,
      refusal: refusal,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__ledger__v1__transaction_outcome__init, keeping: self.unknownFields)
    unsafe c.pointee.transaction_id = arena.string(self.transactionID)
    unsafe c.pointee.result = arena.messageIfPresent(self.result)
    unsafe c.pointee.refusal = arena.messageIfPresent(self.refusal)
    return UnsafeMutableRawPointer(c)
  }
}

extension TransactionRefusal {
  public static let fullName = "paylyt.ledger.v1.TransactionRefusal"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__transaction_refusal__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    code: Int32 = 0,
    reason: String = "",
    message: String = "",
    field: String = ""
  ) {
    self.init(
      code: code,
      reason: reason,
      message: message,
      field: field,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Ledger__V1__TransactionRefusal.self)
    let code: Int32 = unsafe _c.pointee.code
    let reason: String = unsafe Wire.string(_c.pointee.reason)
    let message: String = unsafe Wire.string(_c.pointee.message)
    let field: String = unsafe Wire.string(_c.pointee.field)
    unsafe self.init(
      code: code,
      reason: reason,
      message: message,
      field: field,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__ledger__v1__transaction_refusal__init, keeping: self.unknownFields)
    unsafe c.pointee.code = self.code
    unsafe c.pointee.reason = arena.string(self.reason)
    unsafe c.pointee.message = arena.string(self.message)
    unsafe c.pointee.field = arena.string(self.field)
    return UnsafeMutableRawPointer(c)
  }
}

extension ImportTransactionsRequest {
  public static let fullName = "paylyt.ledger.v1.ImportTransactionsRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__import_transactions_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    transaction: TransactionDraft? = nil
  ) {
    self.init(
      transaction: transaction,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Ledger__V1__ImportTransactionsRequest.self)
    let transaction: TransactionDraft? = unsafe Wire.messageIfPresent(_c.pointee.transaction)
    unsafe self.init(
      transaction: transaction,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__ledger__v1__import_transactions_request__init, keeping: self.unknownFields)
    unsafe c.pointee.transaction = arena.messageIfPresent(self.transaction)
    return UnsafeMutableRawPointer(c)
  }
}

extension ImportTransactionsResponse {
  public static let fullName = "paylyt.ledger.v1.ImportTransactionsResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__import_transactions_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    number: Int64 = 0,
    transactionID: String = "",
    status: ImportTransactionsResponse.Status = .unspecified,
    refusal: TransactionRefusal? = nil
  ) {
    self.init(
      number: number,
      transactionID: transactionID,
      status: status,
      refusal: refusal,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Ledger__V1__ImportTransactionsResponse.self)
    let number: Int64 = unsafe _c.pointee.number
    let transactionID: String = unsafe Wire.string(_c.pointee.transaction_id)
    let status: ImportTransactionsResponse.Status = unsafe ImportTransactionsResponse.Status(rawValue: _c.pointee.status)
    let refusal: TransactionRefusal? = unsafe Wire.messageIfPresent(_c.pointee.refusal)
    unsafe self.init(
      number: number,
      transactionID: transactionID,
      status: status,
      refusal: refusal,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__ledger__v1__import_transactions_response__init, keeping: self.unknownFields)
    unsafe c.pointee.number = self.number
    unsafe c.pointee.transaction_id = arena.string(self.transactionID)
    unsafe c.pointee.status = self.status.rawValue
    unsafe c.pointee.refusal = arena.messageIfPresent(self.refusal)
    return UnsafeMutableRawPointer(c)
  }
}

extension StreamAccountStatementRequest {
  public static let fullName = "paylyt.ledger.v1.StreamAccountStatementRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__stream_account_statement_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = "",
    startTime: StandardAPI.ProtoTimestamp? = nil,
    endTime: StandardAPI.ProtoTimestamp? = nil,
    timeKind: TimeKind = .unspecified
  ) {
    self.init(
      name: name,
      startTime: startTime,
      endTime: endTime,
      timeKind: timeKind,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Ledger__V1__StreamAccountStatementRequest.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let startTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.start_time)
    let endTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.end_time)
    let timeKind: TimeKind = unsafe TimeKind(rawValue: _c.pointee.time_kind)
    unsafe self.init(
      name: name,
      startTime: startTime,
      endTime: endTime,
      timeKind: timeKind,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__ledger__v1__stream_account_statement_request__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.start_time = arena.messageIfPresent(self.startTime)
    unsafe c.pointee.end_time = arena.messageIfPresent(self.endTime)
    unsafe c.pointee.time_kind = self.timeKind.rawValue
    return UnsafeMutableRawPointer(c)
  }
}

extension AccountStatementPart {
  public static let fullName = "paylyt.ledger.v1.AccountStatementPart"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__account_statement_part__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Ledger__V1__AccountStatementPart.self)
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
    let c = unsafe arena.make(paylyt__ledger__v1__account_statement_part__init, keeping: self.unknownFields)
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

extension ExportJournalRequest {
  public static let fullName = "paylyt.ledger.v1.ExportJournalRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__export_journal_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    resumeToken: String = ""
  ) {
    self.init(
      resumeToken: resumeToken,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Ledger__V1__ExportJournalRequest.self)
    let resumeToken: String = unsafe Wire.string(_c.pointee.resume_token)
    unsafe self.init(
      resumeToken: resumeToken,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__ledger__v1__export_journal_request__init, keeping: self.unknownFields)
    unsafe c.pointee.resume_token = arena.string(self.resumeToken)
    return UnsafeMutableRawPointer(c)
  }
}

extension ExportJournalResponse {
  public static let fullName = "paylyt.ledger.v1.ExportJournalResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__export_journal_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    entry: LedgerEntry? = nil,
    resumeToken: String = ""
  ) {
    self.init(
      entry: entry,
      resumeToken: resumeToken,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Ledger__V1__ExportJournalResponse.self)
    let entry: LedgerEntry? = unsafe Wire.messageIfPresent(_c.pointee.entry)
    let resumeToken: String = unsafe Wire.string(_c.pointee.resume_token)
    unsafe self.init(
      entry: entry,
      resumeToken: resumeToken,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__ledger__v1__export_journal_response__init, keeping: self.unknownFields)
    unsafe c.pointee.entry = arena.messageIfPresent(self.entry)
    unsafe c.pointee.resume_token = arena.string(self.resumeToken)
    return UnsafeMutableRawPointer(c)
  }
}

extension CommitPendingRequest {
  public static let fullName = "paylyt.ledger.v1.CommitPendingRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__commit_pending_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    name: String = "",
    amounts: [Int64] = [],
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      name: name,
      amounts: amounts,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Ledger__V1__CommitPendingRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let amounts: [Int64] = unsafe Wire.array(_c.pointee.amounts, _c.pointee.n_amounts)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      name: name,
      amounts: amounts,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__ledger__v1__commit_pending_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.amounts = arena.array(self.amounts)
    unsafe c.pointee.n_amounts = self.amounts.count
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension VoidPendingRequest {
  public static let fullName = "paylyt.ledger.v1.VoidPendingRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__void_pending_request__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Ledger__V1__VoidPendingRequest.self)
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
    let c = unsafe arena.make(paylyt__ledger__v1__void_pending_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.reason = arena.string(self.reason)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension ReverseTransactionRequest {
  public static let fullName = "paylyt.ledger.v1.ReverseTransactionRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__reverse_transaction_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    name: String = "",
    transactionID: String = "",
    description: String = "",
    metadata: [String: String] = [:],
    atEffectiveTime: Bool = false,
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      name: name,
      transactionID: transactionID,
      description: description,
      metadata: metadata,
      atEffectiveTime: atEffectiveTime,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Ledger__V1__ReverseTransactionRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let transactionID: String = unsafe Wire.string(_c.pointee.transaction_id)
    let description: String = unsafe Wire.string(_c.pointee.description)
    let metadata: [String: String] = unsafe Wire.dictionary(_c.pointee.metadata, _c.pointee.n_metadata) {
      unsafe (Wire.string($0.key), Wire.string($0.value))
    }
    let atEffectiveTime: Bool = unsafe _c.pointee.at_effective_time != 0
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      name: name,
      transactionID: transactionID,
      description: description,
      metadata: metadata,
      atEffectiveTime: atEffectiveTime,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__ledger__v1__reverse_transaction_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.transaction_id = arena.string(self.transactionID)
    unsafe c.pointee.description = arena.string(self.description)
    unsafe c.pointee.metadata = arena.entries(self.metadata) { key, value in
      let entry = unsafe arena.make(paylyt__ledger__v1__reverse_transaction_request__metadata_entry__init)
      unsafe entry.pointee._key_case = .init(rawValue: 1)
      unsafe entry.pointee.key = arena.string(key)
      unsafe entry.pointee._value_case = .init(rawValue: 2)
      unsafe entry.pointee.value = arena.string(value)
      return unsafe entry
    }
    unsafe c.pointee.n_metadata = self.metadata.count
    unsafe c.pointee.at_effective_time = self.atEffectiveTime ? 1 : 0
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension GetTransactionRequest {
  public static let fullName = "paylyt.ledger.v1.GetTransactionRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__get_transaction_request__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Ledger__V1__GetTransactionRequest.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__ledger__v1__get_transaction_request__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListTransactionsRequest {
  public static let fullName = "paylyt.ledger.v1.ListTransactionsRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__list_transactions_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    pageSize: Int32 = 0,
    pageToken: String = "",
    state: LedgerTransaction.State = .unspecified,
    reference: String = "",
    label: String = ""
  ) {
    self.init(
      pageSize: pageSize,
      pageToken: pageToken,
      state: state,
      reference: reference,
      label: label,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Ledger__V1__ListTransactionsRequest.self)
    let pageSize: Int32 = unsafe _c.pointee.page_size
    let pageToken: String = unsafe Wire.string(_c.pointee.page_token)
    let state: LedgerTransaction.State = unsafe LedgerTransaction.State(rawValue: _c.pointee.state)
    let reference: String = unsafe Wire.string(_c.pointee.reference)
    let label: String = unsafe Wire.string(_c.pointee.label)
    unsafe self.init(
      pageSize: pageSize,
      pageToken: pageToken,
      state: state,
      reference: reference,
      label: label,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__ledger__v1__list_transactions_request__init, keeping: self.unknownFields)
    unsafe c.pointee.page_size = self.pageSize
    unsafe c.pointee.page_token = arena.string(self.pageToken)
    unsafe c.pointee.state = self.state.rawValue
    unsafe c.pointee.reference = arena.string(self.reference)
    unsafe c.pointee.label = arena.string(self.label)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListTransactionsResponse {
  public static let fullName = "paylyt.ledger.v1.ListTransactionsResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__list_transactions_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    transactions: [LedgerTransaction] = [],
    nextPageToken: String = ""
  ) {
    self.init(
      transactions: transactions,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Ledger__V1__ListTransactionsResponse.self)
    let transactions: [LedgerTransaction] = unsafe Wire.array(_c.pointee.transactions, _c.pointee.n_transactions) { unsafe Wire.message($0) }
    let nextPageToken: String = unsafe Wire.string(_c.pointee.next_page_token)
    unsafe self.init(
      transactions: transactions,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__ledger__v1__list_transactions_response__init, keeping: self.unknownFields)
    unsafe c.pointee.transactions = arena.array(self.transactions) { unsafe arena.message($0) }
    unsafe c.pointee.n_transactions = self.transactions.count
    unsafe c.pointee.next_page_token = arena.string(self.nextPageToken)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListEntriesRequest {
  public static let fullName = "paylyt.ledger.v1.ListEntriesRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__list_entries_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    parent: String = "",
    pageSize: Int32 = 0,
    pageToken: String = ""
  ) {
    self.init(
      parent: parent,
      pageSize: pageSize,
      pageToken: pageToken,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Ledger__V1__ListEntriesRequest.self)
    let parent: String = unsafe Wire.string(_c.pointee.parent)
    let pageSize: Int32 = unsafe _c.pointee.page_size
    let pageToken: String = unsafe Wire.string(_c.pointee.page_token)
    unsafe self.init(
      parent: parent,
      pageSize: pageSize,
      pageToken: pageToken,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__ledger__v1__list_entries_request__init, keeping: self.unknownFields)
    unsafe c.pointee.parent = arena.string(self.parent)
    unsafe c.pointee.page_size = self.pageSize
    unsafe c.pointee.page_token = arena.string(self.pageToken)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListEntriesResponse {
  public static let fullName = "paylyt.ledger.v1.ListEntriesResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__list_entries_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    entries: [LedgerEntry] = [],
    nextPageToken: String = ""
  ) {
    self.init(
      entries: entries,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Ledger__V1__ListEntriesResponse.self)
    let entries: [LedgerEntry] = unsafe Wire.array(_c.pointee.entries, _c.pointee.n_entries) { unsafe Wire.message($0) }
    let nextPageToken: String = unsafe Wire.string(_c.pointee.next_page_token)
    unsafe self.init(
      entries: entries,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__ledger__v1__list_entries_response__init, keeping: self.unknownFields)
    unsafe c.pointee.entries = arena.array(self.entries) { unsafe arena.message($0) }
    unsafe c.pointee.n_entries = self.entries.count
    unsafe c.pointee.next_page_token = arena.string(self.nextPageToken)
    return UnsafeMutableRawPointer(c)
  }
}

extension Recurrence {
  public static let fullName = "paylyt.ledger.v1.Recurrence"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__recurrence__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    unit: Recurrence.Unit = .unspecified,
    every: Int32 = 0,
    count: Int32 = 0
  ) {
    self.init(
      unit: unit,
      every: every,
      count: count,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Ledger__V1__Recurrence.self)
    let unit: Recurrence.Unit = unsafe Recurrence.Unit(rawValue: _c.pointee.unit)
    let every: Int32 = unsafe _c.pointee.every
    let count: Int32 = unsafe _c.pointee.count
    unsafe self.init(
      unit: unit,
      every: every,
      count: count,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__ledger__v1__recurrence__init, keeping: self.unknownFields)
    unsafe c.pointee.unit = self.unit.rawValue
    unsafe c.pointee.every = self.every
    unsafe c.pointee.count = self.count
    return UnsafeMutableRawPointer(c)
  }
}

extension LedgerSchedule {
  public static let fullName = "paylyt.ledger.v1.LedgerSchedule"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__ledger_schedule__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = "",
    state: LedgerSchedule.State = .unspecified,
    dueTime: StandardAPI.ProtoTimestamp? = nil,
    transactions: [TransactionDraft] = [],
    createTime: StandardAPI.ProtoTimestamp? = nil,
    endTime: StandardAPI.ProtoTimestamp? = nil,
    refusal: TransactionRefusal? = nil,
    recurrence: Recurrence? = nil,
    series: String = "",
    occurrence: Int64 = 0,
    next: String = ""
  ) {
    self.init(
      name: name,
      state: state,
      dueTime: dueTime,
      transactions: transactions,
      createTime: createTime,
      endTime: endTime,
      refusal: refusal,
      recurrence: recurrence,
      series: series,
      occurrence: occurrence,
      next: next,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Ledger__V1__LedgerSchedule.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let state: LedgerSchedule.State = unsafe LedgerSchedule.State(rawValue: _c.pointee.state)
    let dueTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.due_time)
    let transactions: [TransactionDraft] = unsafe Wire.array(_c.pointee.transactions, _c.pointee.n_transactions) { unsafe Wire.message($0) }
    let createTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.create_time)
    let endTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.end_time)
    let refusal: TransactionRefusal? = unsafe Wire.messageIfPresent(_c.pointee.refusal)
    let recurrence: Recurrence? = unsafe Wire.messageIfPresent(_c.pointee.recurrence)
    let series: String = unsafe Wire.string(_c.pointee.series)
    let occurrence: Int64 = unsafe _c.pointee.occurrence
    let next: String = unsafe Wire.string(_c.pointee.next)
    unsafe self.init(
      name: name,
      state: state,
      dueTime: dueTime,
      transactions: transactions,
      createTime: createTime,
      endTime: endTime,
      refusal: refusal,
      recurrence: recurrence,
      series: series,
      occurrence: occurrence,
      next: next,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__ledger__v1__ledger_schedule__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.state = self.state.rawValue
    unsafe c.pointee.due_time = arena.messageIfPresent(self.dueTime)
    unsafe c.pointee.transactions = arena.array(self.transactions) { unsafe arena.message($0) }
    unsafe c.pointee.n_transactions = self.transactions.count
    unsafe c.pointee.create_time = arena.messageIfPresent(self.createTime)
    unsafe c.pointee.end_time = arena.messageIfPresent(self.endTime)
    unsafe c.pointee.refusal = arena.messageIfPresent(self.refusal)
    unsafe c.pointee.recurrence = arena.messageIfPresent(self.recurrence)
    unsafe c.pointee.series = arena.string(self.series)
    unsafe c.pointee.occurrence = self.occurrence
    unsafe c.pointee.next = arena.string(self.next)
    return UnsafeMutableRawPointer(c)
  }
}

extension CreateScheduleRequest {
  public static let fullName = "paylyt.ledger.v1.CreateScheduleRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__create_schedule_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    scheduleID: String = "",
    dueTime: StandardAPI.ProtoTimestamp? = nil,
    transactions: [TransactionDraft] = [],
    recurrence: Recurrence? = nil,
    effectiveAtDueTime: Bool = false,
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      scheduleID: scheduleID,
      dueTime: dueTime,
      transactions: transactions,
      recurrence: recurrence,
      effectiveAtDueTime: effectiveAtDueTime,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Ledger__V1__CreateScheduleRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let scheduleID: String = unsafe Wire.string(_c.pointee.schedule_id)
    let dueTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.due_time)
    let transactions: [TransactionDraft] = unsafe Wire.array(_c.pointee.transactions, _c.pointee.n_transactions) { unsafe Wire.message($0) }
    let recurrence: Recurrence? = unsafe Wire.messageIfPresent(_c.pointee.recurrence)
    let effectiveAtDueTime: Bool = unsafe _c.pointee.effective_at_due_time != 0
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      scheduleID: scheduleID,
      dueTime: dueTime,
      transactions: transactions,
      recurrence: recurrence,
      effectiveAtDueTime: effectiveAtDueTime,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__ledger__v1__create_schedule_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.schedule_id = arena.string(self.scheduleID)
    unsafe c.pointee.due_time = arena.messageIfPresent(self.dueTime)
    unsafe c.pointee.transactions = arena.array(self.transactions) { unsafe arena.message($0) }
    unsafe c.pointee.n_transactions = self.transactions.count
    unsafe c.pointee.recurrence = arena.messageIfPresent(self.recurrence)
    unsafe c.pointee.effective_at_due_time = self.effectiveAtDueTime ? 1 : 0
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension CancelScheduleRequest {
  public static let fullName = "paylyt.ledger.v1.CancelScheduleRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__cancel_schedule_request__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Ledger__V1__CancelScheduleRequest.self)
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
    let c = unsafe arena.make(paylyt__ledger__v1__cancel_schedule_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.reason = arena.string(self.reason)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension GetScheduleRequest {
  public static let fullName = "paylyt.ledger.v1.GetScheduleRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__get_schedule_request__init)

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
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Ledger__V1__GetScheduleRequest.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    unsafe self.init(
      name: name,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__ledger__v1__get_schedule_request__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListSchedulesRequest {
  public static let fullName = "paylyt.ledger.v1.ListSchedulesRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__list_schedules_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    pageSize: Int32 = 0,
    pageToken: String = "",
    state: LedgerSchedule.State = .unspecified,
    series: String = ""
  ) {
    self.init(
      pageSize: pageSize,
      pageToken: pageToken,
      state: state,
      series: series,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Ledger__V1__ListSchedulesRequest.self)
    let pageSize: Int32 = unsafe _c.pointee.page_size
    let pageToken: String = unsafe Wire.string(_c.pointee.page_token)
    let state: LedgerSchedule.State = unsafe LedgerSchedule.State(rawValue: _c.pointee.state)
    let series: String = unsafe Wire.string(_c.pointee.series)
    unsafe self.init(
      pageSize: pageSize,
      pageToken: pageToken,
      state: state,
      series: series,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__ledger__v1__list_schedules_request__init, keeping: self.unknownFields)
    unsafe c.pointee.page_size = self.pageSize
    unsafe c.pointee.page_token = arena.string(self.pageToken)
    unsafe c.pointee.state = self.state.rawValue
    unsafe c.pointee.series = arena.string(self.series)
    return UnsafeMutableRawPointer(c)
  }
}

extension ListSchedulesResponse {
  public static let fullName = "paylyt.ledger.v1.ListSchedulesResponse"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__list_schedules_response__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    schedules: [LedgerSchedule] = [],
    nextPageToken: String = ""
  ) {
    self.init(
      schedules: schedules,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Ledger__V1__ListSchedulesResponse.self)
    let schedules: [LedgerSchedule] = unsafe Wire.array(_c.pointee.schedules, _c.pointee.n_schedules) { unsafe Wire.message($0) }
    let nextPageToken: String = unsafe Wire.string(_c.pointee.next_page_token)
    unsafe self.init(
      schedules: schedules,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__ledger__v1__list_schedules_response__init, keeping: self.unknownFields)
    unsafe c.pointee.schedules = arena.array(self.schedules) { unsafe arena.message($0) }
    unsafe c.pointee.n_schedules = self.schedules.count
    unsafe c.pointee.next_page_token = arena.string(self.nextPageToken)
    return UnsafeMutableRawPointer(c)
  }
}

extension UpdateLabelsRequest {
  public static let fullName = "paylyt.ledger.v1.UpdateLabelsRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__update_labels_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    requestID: String = "",
    name: String = "",
    labels: [String: String] = [:],
    remove: [String] = [],
    etag: String = "",
    validateOnly: Bool = false
  ) {
    self.init(
      requestID: requestID,
      name: name,
      labels: labels,
      remove: remove,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Ledger__V1__UpdateLabelsRequest.self)
    let requestID: String = unsafe Wire.string(_c.pointee.request_id)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let labels: [String: String] = unsafe Wire.dictionary(_c.pointee.labels, _c.pointee.n_labels) {
      unsafe (Wire.string($0.key), Wire.string($0.value))
    }
    let remove: [String] = unsafe Wire.array(_c.pointee.remove, _c.pointee.n_remove) { unsafe Wire.string($0) }
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    let validateOnly: Bool = unsafe _c.pointee.validate_only != 0
    unsafe self.init(
      requestID: requestID,
      name: name,
      labels: labels,
      remove: remove,
      etag: etag,
      validateOnly: validateOnly,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__ledger__v1__update_labels_request__init, keeping: self.unknownFields)
    unsafe c.pointee.request_id = arena.string(self.requestID)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.labels = arena.entries(self.labels) { key, value in
      let entry = unsafe arena.make(paylyt__ledger__v1__update_labels_request__labels_entry__init)
      unsafe entry.pointee._key_case = .init(rawValue: 1)
      unsafe entry.pointee.key = arena.string(key)
      unsafe entry.pointee._value_case = .init(rawValue: 2)
      unsafe entry.pointee.value = arena.string(value)
      return unsafe entry
    }
    unsafe c.pointee.n_labels = self.labels.count
    unsafe c.pointee.remove = arena.array(self.remove) { unsafe arena.string($0) }
    unsafe c.pointee.n_remove = self.remove.count
    unsafe c.pointee.etag = arena.string(self.etag)
    unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension LedgerLabels {
  public static let fullName = "paylyt.ledger.v1.LedgerLabels"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__ledger_labels__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    name: String = "",
    labels: [String: String] = [:],
    updateTime: StandardAPI.ProtoTimestamp? = nil,
    etag: String = ""
  ) {
    self.init(
      name: name,
      labels: labels,
      updateTime: updateTime,
      etag: etag,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Ledger__V1__LedgerLabels.self)
    let name: String = unsafe Wire.string(_c.pointee.name)
    let labels: [String: String] = unsafe Wire.dictionary(_c.pointee.labels, _c.pointee.n_labels) {
      unsafe (Wire.string($0.key), Wire.string($0.value))
    }
    let updateTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.update_time)
    let etag: String = unsafe Wire.string(_c.pointee.etag)
    unsafe self.init(
      name: name,
      labels: labels,
      updateTime: updateTime,
      etag: etag,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__ledger__v1__ledger_labels__init, keeping: self.unknownFields)
    unsafe c.pointee.name = arena.string(self.name)
    unsafe c.pointee.labels = arena.entries(self.labels) { key, value in
      let entry = unsafe arena.make(paylyt__ledger__v1__ledger_labels__labels_entry__init)
      unsafe entry.pointee._key_case = .init(rawValue: 1)
      unsafe entry.pointee.key = arena.string(key)
      unsafe entry.pointee._value_case = .init(rawValue: 2)
      unsafe entry.pointee.value = arena.string(value)
      return unsafe entry
    }
    unsafe c.pointee.n_labels = self.labels.count
    unsafe c.pointee.update_time = arena.messageIfPresent(self.updateTime)
    unsafe c.pointee.etag = arena.string(self.etag)
    return UnsafeMutableRawPointer(c)
  }
}

extension GetTrialBalanceRequest {
  public static let fullName = "paylyt.ledger.v1.GetTrialBalanceRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__get_trial_balance_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    asOf: StandardAPI.ProtoTimestamp? = nil,
    timeKind: TimeKind = .unspecified,
    verify: Bool = false
  ) {
    self.init(
      asOf: asOf,
      timeKind: timeKind,
      verify: verify,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Ledger__V1__GetTrialBalanceRequest.self)
    let asOf: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.as_of)
    let timeKind: TimeKind = unsafe TimeKind(rawValue: _c.pointee.time_kind)
    let verify: Bool = unsafe _c.pointee.verify != 0
    unsafe self.init(
      asOf: asOf,
      timeKind: timeKind,
      verify: verify,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__ledger__v1__get_trial_balance_request__init, keeping: self.unknownFields)
    unsafe c.pointee.as_of = arena.messageIfPresent(self.asOf)
    unsafe c.pointee.time_kind = self.timeKind.rawValue
    unsafe c.pointee.verify = self.verify ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension TrialBalance {
  public static let fullName = "paylyt.ledger.v1.TrialBalance"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__trial_balance__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    lines: [TrialBalance.Line] = [],
    difference: Int64 = 0,
    accountsOff: Int64 = 0,
    escrowsOff: Int64 = 0,
    readTime: StandardAPI.ProtoTimestamp? = nil,
    verified: Bool = false
  ) {
    self.init(
      lines: lines,
      difference: difference,
      accountsOff: accountsOff,
      escrowsOff: escrowsOff,
      readTime: readTime,
      verified: verified,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Ledger__V1__TrialBalance.self)
    let lines: [TrialBalance.Line] = unsafe Wire.array(_c.pointee.lines, _c.pointee.n_lines) { unsafe Wire.message($0) }
    let difference: Int64 = unsafe _c.pointee.difference
    let accountsOff: Int64 = unsafe _c.pointee.accounts_off
    let escrowsOff: Int64 = unsafe _c.pointee.escrows_off
    let readTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.read_time)
    let verified: Bool = unsafe _c.pointee.verified != 0
    unsafe self.init(
      lines: lines,
      difference: difference,
      accountsOff: accountsOff,
      escrowsOff: escrowsOff,
      readTime: readTime,
      verified: verified,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__ledger__v1__trial_balance__init, keeping: self.unknownFields)
    unsafe c.pointee.lines = arena.array(self.lines) { unsafe arena.message($0) }
    unsafe c.pointee.n_lines = self.lines.count
    unsafe c.pointee.difference = self.difference
    unsafe c.pointee.accounts_off = self.accountsOff
    unsafe c.pointee.escrows_off = self.escrowsOff
    unsafe c.pointee.read_time = arena.messageIfPresent(self.readTime)
    unsafe c.pointee.verified = self.verified ? 1 : 0
    return UnsafeMutableRawPointer(c)
  }
}

extension TrialBalance.Line {
  public static let fullName = "paylyt.ledger.v1.TrialBalance.Line"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__trial_balance__line__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    accountKind: String = "",
    asset: String = "",
    debits: Int64 = 0,
    credits: Int64 = 0,
    accounts: Int64 = 0,
    code: Int32 = 0
  ) {
    self.init(
      accountKind: accountKind,
      asset: asset,
      debits: debits,
      credits: credits,
      accounts: accounts,
      code: code,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Ledger__V1__TrialBalance__Line.self)
    let accountKind: String = unsafe Wire.string(_c.pointee.account_kind)
    let asset: String = unsafe Wire.string(_c.pointee.asset)
    let debits: Int64 = unsafe _c.pointee.debits
    let credits: Int64 = unsafe _c.pointee.credits
    let accounts: Int64 = unsafe _c.pointee.accounts
    let code: Int32 = unsafe _c.pointee.code
    unsafe self.init(
      accountKind: accountKind,
      asset: asset,
      debits: debits,
      credits: credits,
      accounts: accounts,
      code: code,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__ledger__v1__trial_balance__line__init, keeping: self.unknownFields)
    unsafe c.pointee.account_kind = arena.string(self.accountKind)
    unsafe c.pointee.asset = arena.string(self.asset)
    unsafe c.pointee.debits = self.debits
    unsafe c.pointee.credits = self.credits
    unsafe c.pointee.accounts = self.accounts
    unsafe c.pointee.code = self.code
    return UnsafeMutableRawPointer(c)
  }
}

extension ListTransfersRequest {
  public static let fullName = "paylyt.ledger.v1.ListTransfersRequest"
  public static let wireLayout = unsafe WireLayout(paylyt__ledger__v1__list_transfers_request__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    pageSize: Int32 = 0,
    pageToken: String = "",
    transaction: String = ""
  ) {
    self.init(
      pageSize: pageSize,
      pageToken: pageToken,
      transaction: transaction,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Ledger__V1__ListTransfersRequest.self)
    let pageSize: Int32 = unsafe _c.pointee.page_size
    let pageToken: String = unsafe Wire.string(_c.pointee.page_token)
    let transaction: String = unsafe Wire.string(_c.pointee.transaction)
    unsafe self.init(
      pageSize: pageSize,
      pageToken: pageToken,
      transaction: transaction,
      unknownFields: UnknownFields(unpacked: _source))
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

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    transfers: [Transfer] = [],
    nextPageToken: String = ""
  ) {
    self.init(
      transfers: transfers,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Ledger__V1__ListTransfersResponse.self)
    let transfers: [Transfer] = unsafe Wire.array(_c.pointee.transfers, _c.pointee.n_transfers) { unsafe Wire.message($0) }
    let nextPageToken: String = unsafe Wire.string(_c.pointee.next_page_token)
    unsafe self.init(
      transfers: transfers,
      nextPageToken: nextPageToken,
      unknownFields: UnknownFields(unpacked: _source))
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

  public init() {
    self.init(unknownFields: UnknownFields())
  }

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
    self.init(
      id: id,
      transaction: transaction,
      debitAccount: debitAccount,
      creditAccount: creditAccount,
      asset: asset,
      amount: amount,
      kind: kind,
      createTime: createTime,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Ledger__V1__Transfer.self)
    let id: String = unsafe Wire.string(_c.pointee.id)
    let transaction: String = unsafe Wire.string(_c.pointee.transaction)
    let debitAccount: String = unsafe Wire.string(_c.pointee.debit_account)
    let creditAccount: String = unsafe Wire.string(_c.pointee.credit_account)
    let asset: String = unsafe Wire.string(_c.pointee.asset)
    let amount: Int64 = unsafe _c.pointee.amount
    let kind: String = unsafe Wire.string(_c.pointee.kind)
    let createTime: StandardAPI.ProtoTimestamp? = unsafe Wire.messageIfPresent(_c.pointee.create_time)
    unsafe self.init(
      id: id,
      transaction: transaction,
      debitAccount: debitAccount,
      creditAccount: creditAccount,
      asset: asset,
      amount: amount,
      kind: kind,
      createTime: createTime,
      unknownFields: UnknownFields(unpacked: _source))
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

extension LedgerAccount {
  private static let assetRule = TextRule(required: true, patterns: ["[A-Z][A-Z0-9]{0,15}", "[A-Z][A-Z0-9]{0,15}/[0-9]{1,2}"])
  private static let normalSideRule = EnumRule(required: true, [1: "SIDE_DEBIT", 2: "SIDE_CREDIT"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.asset, Self.assetRule, "asset")
    found.choice(self.normalSide, Self.normalSideRule, "normal_side")
    if let value = self.balanceMin {
      found.number(value, NumberRule(Int64.min...0), "balance_min")
    }
    if let value = self.balanceMax {
      found.number(value, NumberRule(0...Int64.max), "balance_max")
    }
    found.number(self.code, NumberRule(0...Int64.max), "code")
    _ = found.list(self.metadata.count, 0...16, "metadata")
  }
}

extension LedgerPosting {
  private static let accountRule = TextRule(required: true, patterns: ["ledgerAccounts/[A-Za-z0-9._:-]{1,100}"])
  private static let sideRule = EnumRule(required: true, [1: "SIDE_DEBIT", 2: "SIDE_CREDIT"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.account, Self.accountRule, "account")
    found.choice(self.side, Self.sideRule, "side")
    found.number(self.amount, NumberRule(1...Int64.max), "amount")
  }
}

extension CreateAccountRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let accountIDRule = TextRule(required: true, patterns: ["[A-Za-z0-9._:-]{1,100}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.accountID, Self.accountIDRule, "account_id")
    if let value = self.account {
      let mark = found.count
      value.checkFields(&found)
      found.nest(since: mark, in: "account")
    } else {
      found.missing("account")
    }
  }
}

extension CloseAccountRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["ledgerAccounts/[A-Za-z0-9._:-]{1,100}"])
  private static let reasonRule = TextRule(length: 0...500)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    found.text(self.reason, Self.reasonRule, "reason")
  }
}

extension ReopenAccountRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["ledgerAccounts/[A-Za-z0-9._:-]{1,100}"])
  private static let reasonRule = TextRule(length: 0...500)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    found.text(self.reason, Self.reasonRule, "reason")
  }
}

extension GetAccountRequest {
  private static let nameRule = TextRule(required: true, patterns: ["ledgerAccounts/[A-Za-z0-9._:-]{1,100}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.name, Self.nameRule, "name")
  }
}

extension ListAccountsRequest {
  private static let pageTokenRule = TextRule(length: 0...1000)
  private static let idPrefixRule = TextRule(patterns: ["[A-Za-z0-9._:-]{1,100}"])
  private static let assetRule = TextRule(patterns: ["[A-Z][A-Z0-9]{0,15}", "[A-Z][A-Z0-9]{0,15}/[0-9]{1,2}"])
  private static let labelRule = TextRule(length: 0...541)

  public func checkFields(_ found: inout FieldViolations) {
    found.number(self.pageSize, NumberRule(0...Int64.max), "page_size")
    found.text(self.pageToken, Self.pageTokenRule, "page_token")
    found.text(self.idPrefix, Self.idPrefixRule, "id_prefix")
    found.text(self.asset, Self.assetRule, "asset")
    if let value = self.code {
      found.number(value, NumberRule(0...Int64.max), "code")
    }
    found.text(self.label, Self.labelRule, "label")
  }
}

extension GetBalanceRequest {
  private static let nameRule = TextRule(required: true, patterns: ["ledgerAccounts/[A-Za-z0-9._:-]{1,100}"])
  private static let timeKindRule = EnumRule([1: "TIME_KIND_BOOKING", 2: "TIME_KIND_EFFECTIVE"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.name, Self.nameRule, "name")
    if let value = self.asOf {
      found.moment(seconds: value.seconds, nanos: value.nanos, "as_of")
    }
    found.choice(self.timeKind, Self.timeKindRule, "time_kind")
  }
}

extension TransactionDraft {
  private static let transactionIDRule = TextRule(patterns: ["[A-Za-z0-9._:-]{1,100}"])
  private static let descriptionRule = TextRule(length: 0...500)
  private static let balancingRule = EnumRule([1: "BALANCING_DEBIT", 2: "BALANCING_CREDIT", 3: "BALANCING_BOTH"])
  private static let referenceRule = TextRule(patterns: ["[A-Za-z0-9._:-]{1,100}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.transactionID, Self.transactionIDRule, "transaction_id")
    if found.list(self.postings.count, 2...100, "postings") {
      for (index, value) in self.postings.enumerated() {
        let mark = found.count
        value.checkFields(&found)
        found.nest(since: mark, in: "postings[\(index)]")
      }
    }
    found.number(self.timeoutSeconds, NumberRule(0...316224000), "timeout_seconds")
    found.number(self.code, NumberRule(0...Int64.max), "code")
    found.text(self.description, Self.descriptionRule, "description")
    _ = found.list(self.metadata.count, 0...16, "metadata")
    if let value = self.effectiveTime {
      found.moment(seconds: value.seconds, nanos: value.nanos, "effective_time")
    }
    found.choice(self.balancing, Self.balancingRule, "balancing")
    found.text(self.reference, Self.referenceRule, "reference")
  }
}

extension PostTransactionRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    if let value = self.transaction {
      let mark = found.count
      value.checkFields(&found)
      found.nest(since: mark, in: "transaction")
    } else {
      found.missing("transaction")
    }
  }
}

extension BatchPostTransactionsRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let modeRule = EnumRule(required: true, [1: "MODE_LINKED", 2: "MODE_INDEPENDENT"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.choice(self.mode, Self.modeRule, "mode")
    if found.list(self.transactions.count, 1...100, "transactions") {
      for (index, value) in self.transactions.enumerated() {
        let mark = found.count
        value.checkFields(&found)
        found.nest(since: mark, in: "transactions[\(index)]")
      }
    }
  }
}

extension ImportTransactionsRequest {
  public func checkFields(_ found: inout FieldViolations) {
    if let value = self.transaction {
      let mark = found.count
      value.checkFields(&found)
      found.nest(since: mark, in: "transaction")
    } else {
      found.missing("transaction")
    }
  }
}

extension StreamAccountStatementRequest {
  private static let nameRule = TextRule(required: true, patterns: ["ledgerAccounts/[A-Za-z0-9._:-]{1,100}"])
  private static let timeKindRule = EnumRule([1: "TIME_KIND_BOOKING", 2: "TIME_KIND_EFFECTIVE"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.name, Self.nameRule, "name")
    if let value = self.startTime {
      found.moment(seconds: value.seconds, nanos: value.nanos, "start_time")
    }
    if let value = self.endTime {
      found.moment(seconds: value.seconds, nanos: value.nanos, "end_time")
    }
    found.choice(self.timeKind, Self.timeKindRule, "time_kind")
  }
}

extension ExportJournalRequest {
  private static let resumeTokenRule = TextRule(length: 0...1000)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.resumeToken, Self.resumeTokenRule, "resume_token")
  }
}

extension CommitPendingRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["ledgerTransactions/[A-Za-z0-9._:-]{1,100}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    if found.list(self.amounts.count, 0...100, "amounts") {
      for (index, value) in self.amounts.enumerated() {
        found.number(value, NumberRule(0...Int64.max), "amounts[\(index)]")
      }
    }
  }
}

extension VoidPendingRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["ledgerTransactions/[A-Za-z0-9._:-]{1,100}"])
  private static let reasonRule = TextRule(length: 0...500)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    found.text(self.reason, Self.reasonRule, "reason")
  }
}

extension ReverseTransactionRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["ledgerTransactions/[A-Za-z0-9._:-]{1,100}"])
  private static let transactionIDRule = TextRule(patterns: ["[A-Za-z0-9._:-]{1,100}"])
  private static let descriptionRule = TextRule(length: 0...500)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    found.text(self.transactionID, Self.transactionIDRule, "transaction_id")
    found.text(self.description, Self.descriptionRule, "description")
    _ = found.list(self.metadata.count, 0...16, "metadata")
  }
}

extension GetTransactionRequest {
  private static let nameRule = TextRule(required: true, patterns: ["ledgerTransactions/[A-Za-z0-9._:-]{1,100}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.name, Self.nameRule, "name")
  }
}

extension ListTransactionsRequest {
  private static let pageTokenRule = TextRule(length: 0...1000)
  private static let stateRule = EnumRule([1: "STATE_PENDING", 2: "STATE_POSTED", 3: "STATE_VOIDED", 4: "STATE_EXPIRED"])
  private static let referenceRule = TextRule(patterns: ["[A-Za-z0-9._:-]{1,100}"])
  private static let labelRule = TextRule(length: 0...541)

  public func checkFields(_ found: inout FieldViolations) {
    found.number(self.pageSize, NumberRule(0...Int64.max), "page_size")
    found.text(self.pageToken, Self.pageTokenRule, "page_token")
    found.choice(self.state, Self.stateRule, "state")
    found.text(self.reference, Self.referenceRule, "reference")
    found.text(self.label, Self.labelRule, "label")
  }
}

extension ListEntriesRequest {
  private static let parentRule = TextRule(required: true, patterns: ["ledgerAccounts/[A-Za-z0-9._:-]{1,100}"])
  private static let pageTokenRule = TextRule(length: 0...1000)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.parent, Self.parentRule, "parent")
    found.number(self.pageSize, NumberRule(0...Int64.max), "page_size")
    found.text(self.pageToken, Self.pageTokenRule, "page_token")
  }
}

extension Recurrence {
  private static let unitRule = EnumRule(required: true, [1: "UNIT_DAY", 2: "UNIT_WEEK", 3: "UNIT_MONTH"])

  public func checkFields(_ found: inout FieldViolations) {
    found.choice(self.unit, Self.unitRule, "unit")
    found.number(self.every, NumberRule(1...1000), "every")
    found.number(self.count, NumberRule(0...100000), "count")
  }
}

extension CreateScheduleRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let scheduleIDRule = TextRule(required: true, patterns: ["[A-Za-z0-9._:-]{1,100}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.scheduleID, Self.scheduleIDRule, "schedule_id")
    if let value = self.dueTime {
      found.moment(seconds: value.seconds, nanos: value.nanos, "due_time")
    } else {
      found.missing("due_time")
    }
    if found.list(self.transactions.count, 1...100, "transactions") {
      for (index, value) in self.transactions.enumerated() {
        let mark = found.count
        value.checkFields(&found)
        found.nest(since: mark, in: "transactions[\(index)]")
      }
    }
    if let value = self.recurrence {
      let mark = found.count
      value.checkFields(&found)
      found.nest(since: mark, in: "recurrence")
    }
  }
}

extension CancelScheduleRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["ledgerSchedules/[A-Za-z0-9._:-]{1,100}"])
  private static let reasonRule = TextRule(length: 0...500)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    found.text(self.reason, Self.reasonRule, "reason")
  }
}

extension GetScheduleRequest {
  private static let nameRule = TextRule(required: true, patterns: ["ledgerSchedules/[A-Za-z0-9._:-]{1,100}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.name, Self.nameRule, "name")
  }
}

extension ListSchedulesRequest {
  private static let pageTokenRule = TextRule(length: 0...1000)
  private static let stateRule = EnumRule([1: "STATE_SCHEDULED", 2: "STATE_EXECUTED", 3: "STATE_REFUSED", 4: "STATE_CANCELLED"])
  private static let seriesRule = TextRule(patterns: ["ledgerSchedules/[A-Za-z0-9._:-]{1,100}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.number(self.pageSize, NumberRule(0...Int64.max), "page_size")
    found.text(self.pageToken, Self.pageTokenRule, "page_token")
    found.choice(self.state, Self.stateRule, "state")
    found.text(self.series, Self.seriesRule, "series")
  }
}

extension UpdateLabelsRequest {
  private static let requestIDRule = TextRule(required: true, patterns: ["{uuid}"])
  private static let nameRule = TextRule(required: true, patterns: ["ledgerAccounts/[A-Za-z0-9._:-]{1,100}", "ledgerTransactions/[A-Za-z0-9._:-]{1,100}"])
  private static let removeRule = TextRule(required: true, length: 0...40)
  private static let etagRule = TextRule(length: 0...100)

  public func checkFields(_ found: inout FieldViolations) {
    found.text(self.requestID, Self.requestIDRule, "request_id")
    found.text(self.name, Self.nameRule, "name")
    _ = found.list(self.labels.count, 0...64, "labels")
    if found.list(self.remove.count, 0...64, "remove") {
      for (index, value) in self.remove.enumerated() {
        found.text(value, Self.removeRule, "remove[\(index)]")
      }
    }
    found.text(self.etag, Self.etagRule, "etag")
  }
}

extension GetTrialBalanceRequest {
  private static let timeKindRule = EnumRule([1: "TIME_KIND_BOOKING", 2: "TIME_KIND_EFFECTIVE"])

  public func checkFields(_ found: inout FieldViolations) {
    if let value = self.asOf {
      found.moment(seconds: value.seconds, nanos: value.nanos, "as_of")
    }
    found.choice(self.timeKind, Self.timeKindRule, "time_kind")
  }
}

extension ListTransfersRequest {
  private static let pageTokenRule = TextRule(length: 0...1000)
  private static let transactionRule = TextRule(patterns: ["{uuid}"])

  public func checkFields(_ found: inout FieldViolations) {
    found.number(self.pageSize, NumberRule(0...Int64.max), "page_size")
    found.text(self.pageToken, Self.pageTokenRule, "page_token")
    found.text(self.transaction, Self.transactionRule, "transaction")
  }
}

/// The methods of `paylyt.ledger.v1.LedgerService`.
public enum LedgerServiceMethods {
  public static let serviceName = "paylyt.ledger.v1.LedgerService"

  public static let createAccount = MethodDescriptor(
    service: serviceName,
    method: "CreateAccount",
    kind: .unary,
    requestType: "paylyt.ledger.v1.CreateAccountRequest",
    responseType: "paylyt.ledger.v1.LedgerAccount",
    options: MethodOptions(
      permission: "ledger.write",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["ACCOUNT_ID_REUSED"]))

  public static let closeAccount = MethodDescriptor(
    service: serviceName,
    method: "CloseAccount",
    kind: .unary,
    requestType: "paylyt.ledger.v1.CloseAccountRequest",
    responseType: "paylyt.ledger.v1.LedgerAccount",
    options: MethodOptions(
      permission: "ledger.write",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["ACCOUNT_HAS_PENDING", "HOLDS_DUE"]))

  public static let reopenAccount = MethodDescriptor(
    service: serviceName,
    method: "ReopenAccount",
    kind: .unary,
    requestType: "paylyt.ledger.v1.ReopenAccountRequest",
    responseType: "paylyt.ledger.v1.LedgerAccount",
    options: MethodOptions(
      permission: "ledger.write",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let getAccount = MethodDescriptor(
    service: serviceName,
    method: "GetAccount",
    kind: .unary,
    requestType: "paylyt.ledger.v1.GetAccountRequest",
    responseType: "paylyt.ledger.v1.LedgerAccount",
    options: MethodOptions(
      permission: "ledger.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let listAccounts = MethodDescriptor(
    service: serviceName,
    method: "ListAccounts",
    kind: .unary,
    requestType: "paylyt.ledger.v1.ListAccountsRequest",
    responseType: "paylyt.ledger.v1.ListAccountsResponse",
    options: MethodOptions(
      permission: "ledger.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let getBalance = MethodDescriptor(
    service: serviceName,
    method: "GetBalance",
    kind: .unary,
    requestType: "paylyt.ledger.v1.GetBalanceRequest",
    responseType: "paylyt.ledger.v1.LedgerBalance",
    options: MethodOptions(
      permission: "ledger.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let postTransaction = MethodDescriptor(
    service: serviceName,
    method: "PostTransaction",
    kind: .unary,
    requestType: "paylyt.ledger.v1.PostTransactionRequest",
    responseType: "paylyt.ledger.v1.TransactionResult",
    options: MethodOptions(
      permission: "ledger.write",
      isIdempotent: true,
      isMoneyMoving: true,
      refusals: ["ACCOUNT_CLOSED", "BALANCE_LIMIT_EXCEEDED", "EFFECTIVE_TIME_OUT_OF_RANGE", "HOLDS_DUE", "INSUFFICIENT_FUNDS", "NOTHING_TO_MOVE", "TRANSACTION_ID_REUSED", "UNBALANCED"]))

  public static let commitPending = MethodDescriptor(
    service: serviceName,
    method: "CommitPending",
    kind: .unary,
    requestType: "paylyt.ledger.v1.CommitPendingRequest",
    responseType: "paylyt.ledger.v1.TransactionResult",
    options: MethodOptions(
      permission: "ledger.write",
      isIdempotent: true,
      isMoneyMoving: true,
      refusals: ["COMMIT_EXCEEDS_PENDING", "NOT_PENDING", "PENDING_ALREADY_COMMITTED", "PENDING_ALREADY_VOIDED", "PENDING_EXPIRED", "UNBALANCED"]))

  public static let voidPending = MethodDescriptor(
    service: serviceName,
    method: "VoidPending",
    kind: .unary,
    requestType: "paylyt.ledger.v1.VoidPendingRequest",
    responseType: "paylyt.ledger.v1.TransactionResult",
    options: MethodOptions(
      permission: "ledger.write",
      isIdempotent: true,
      isMoneyMoving: true,
      refusals: ["NOT_PENDING", "PENDING_ALREADY_COMMITTED", "PENDING_ALREADY_VOIDED", "PENDING_EXPIRED"]))

  public static let reverseTransaction = MethodDescriptor(
    service: serviceName,
    method: "ReverseTransaction",
    kind: .unary,
    requestType: "paylyt.ledger.v1.ReverseTransactionRequest",
    responseType: "paylyt.ledger.v1.TransactionResult",
    options: MethodOptions(
      permission: "ledger.write",
      isIdempotent: true,
      isMoneyMoving: true,
      refusals: ["ACCOUNT_CLOSED", "ALREADY_REVERSED", "BALANCE_LIMIT_EXCEEDED", "EFFECTIVE_TIME_OUT_OF_RANGE", "HOLDS_DUE", "INSUFFICIENT_FUNDS", "NOT_POSTED", "REVERSAL_OF_REVERSAL", "TRANSACTION_ID_REUSED"]))

  public static let batchPostTransactions = MethodDescriptor(
    service: serviceName,
    method: "BatchPostTransactions",
    kind: .unary,
    requestType: "paylyt.ledger.v1.BatchPostTransactionsRequest",
    responseType: "paylyt.ledger.v1.BatchPostTransactionsResponse",
    options: MethodOptions(
      permission: "ledger.write",
      isIdempotent: true,
      isMoneyMoving: true,
      refusals: ["ACCOUNT_CLOSED", "BALANCE_LIMIT_EXCEEDED", "EFFECTIVE_TIME_OUT_OF_RANGE", "HOLDS_DUE", "INSUFFICIENT_FUNDS", "LINKED_PARTLY_POSTED", "NOTHING_TO_MOVE", "TRANSACTION_ID_REUSED", "UNBALANCED"]))

  public static let importTransactions = MethodDescriptor(
    service: serviceName,
    method: "ImportTransactions",
    kind: .bidirectional,
    requestType: "paylyt.ledger.v1.ImportTransactionsRequest",
    responseType: "paylyt.ledger.v1.ImportTransactionsResponse",
    options: MethodOptions(
      permission: "ledger.write",
      isIdempotent: true,
      isMoneyMoving: true,
      refusals: ["ACCOUNT_CLOSED", "BALANCE_LIMIT_EXCEEDED", "EFFECTIVE_TIME_OUT_OF_RANGE", "HOLDS_DUE", "INSUFFICIENT_FUNDS", "NOTHING_TO_MOVE", "TRANSACTION_ID_REUSED", "UNBALANCED"]))

  public static let streamAccountStatement = MethodDescriptor(
    service: serviceName,
    method: "StreamAccountStatement",
    kind: .serverStreaming,
    requestType: "paylyt.ledger.v1.StreamAccountStatementRequest",
    responseType: "paylyt.ledger.v1.AccountStatementPart",
    options: MethodOptions(
      permission: "ledger.read",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["LEDGER_DAMAGED"]))

  public static let exportJournal = MethodDescriptor(
    service: serviceName,
    method: "ExportJournal",
    kind: .serverStreaming,
    requestType: "paylyt.ledger.v1.ExportJournalRequest",
    responseType: "paylyt.ledger.v1.ExportJournalResponse",
    options: MethodOptions(
      permission: "ledger.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let getTransaction = MethodDescriptor(
    service: serviceName,
    method: "GetTransaction",
    kind: .unary,
    requestType: "paylyt.ledger.v1.GetTransactionRequest",
    responseType: "paylyt.ledger.v1.TransactionResult",
    options: MethodOptions(
      permission: "ledger.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let listTransactions = MethodDescriptor(
    service: serviceName,
    method: "ListTransactions",
    kind: .unary,
    requestType: "paylyt.ledger.v1.ListTransactionsRequest",
    responseType: "paylyt.ledger.v1.ListTransactionsResponse",
    options: MethodOptions(
      permission: "ledger.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let listEntries = MethodDescriptor(
    service: serviceName,
    method: "ListEntries",
    kind: .unary,
    requestType: "paylyt.ledger.v1.ListEntriesRequest",
    responseType: "paylyt.ledger.v1.ListEntriesResponse",
    options: MethodOptions(
      permission: "ledger.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let createSchedule = MethodDescriptor(
    service: serviceName,
    method: "CreateSchedule",
    kind: .unary,
    requestType: "paylyt.ledger.v1.CreateScheduleRequest",
    responseType: "paylyt.ledger.v1.LedgerSchedule",
    options: MethodOptions(
      permission: "ledger.write",
      isIdempotent: true,
      isMoneyMoving: true,
      refusals: ["ACCOUNT_CLOSED", "DUE_TIME_OUT_OF_RANGE", "EFFECTIVE_TIME_OUT_OF_RANGE", "SCHEDULE_ID_REUSED", "TRANSACTION_ID_REUSED", "UNBALANCED"]))

  public static let cancelSchedule = MethodDescriptor(
    service: serviceName,
    method: "CancelSchedule",
    kind: .unary,
    requestType: "paylyt.ledger.v1.CancelScheduleRequest",
    responseType: "paylyt.ledger.v1.LedgerSchedule",
    options: MethodOptions(
      permission: "ledger.write",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["SCHEDULE_ENDED"]))

  public static let getSchedule = MethodDescriptor(
    service: serviceName,
    method: "GetSchedule",
    kind: .unary,
    requestType: "paylyt.ledger.v1.GetScheduleRequest",
    responseType: "paylyt.ledger.v1.LedgerSchedule",
    options: MethodOptions(
      permission: "ledger.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let listSchedules = MethodDescriptor(
    service: serviceName,
    method: "ListSchedules",
    kind: .unary,
    requestType: "paylyt.ledger.v1.ListSchedulesRequest",
    responseType: "paylyt.ledger.v1.ListSchedulesResponse",
    options: MethodOptions(
      permission: "ledger.read",
      isIdempotent: true,
      isMoneyMoving: false))

  public static let updateLabels = MethodDescriptor(
    service: serviceName,
    method: "UpdateLabels",
    kind: .unary,
    requestType: "paylyt.ledger.v1.UpdateLabelsRequest",
    responseType: "paylyt.ledger.v1.LedgerLabels",
    options: MethodOptions(
      permission: "ledger.write",
      isIdempotent: true,
      isMoneyMoving: false,
      refusals: ["TOO_MANY_LABELS"]))

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

  public static let all: [MethodDescriptor] = [createAccount, closeAccount, reopenAccount, getAccount, listAccounts, getBalance, postTransaction, commitPending, voidPending, reverseTransaction, batchPostTransactions, importTransactions, streamAccountStatement, exportJournal, getTransaction, listTransactions, listEntries, createSchedule, cancelSchedule, getSchedule, listSchedules, updateLabels, getTrialBalance, listTransfers]
}

extension LedgerServiceMethods {
  /// The methods with the types of their messages.
  public static let types: [MethodTypes] = [
    MethodTypes(createAccount, CreateAccountRequest.self, LedgerAccount.self),
    MethodTypes(closeAccount, CloseAccountRequest.self, LedgerAccount.self),
    MethodTypes(reopenAccount, ReopenAccountRequest.self, LedgerAccount.self),
    MethodTypes(getAccount, GetAccountRequest.self, LedgerAccount.self),
    MethodTypes(listAccounts, ListAccountsRequest.self, ListAccountsResponse.self),
    MethodTypes(getBalance, GetBalanceRequest.self, LedgerBalance.self),
    MethodTypes(postTransaction, PostTransactionRequest.self, TransactionResult.self),
    MethodTypes(commitPending, CommitPendingRequest.self, TransactionResult.self),
    MethodTypes(voidPending, VoidPendingRequest.self, TransactionResult.self),
    MethodTypes(reverseTransaction, ReverseTransactionRequest.self, TransactionResult.self),
    MethodTypes(batchPostTransactions, BatchPostTransactionsRequest.self, BatchPostTransactionsResponse.self),
    MethodTypes(importTransactions, ImportTransactionsRequest.self, ImportTransactionsResponse.self),
    MethodTypes(streamAccountStatement, StreamAccountStatementRequest.self, AccountStatementPart.self),
    MethodTypes(exportJournal, ExportJournalRequest.self, ExportJournalResponse.self),
    MethodTypes(getTransaction, GetTransactionRequest.self, TransactionResult.self),
    MethodTypes(listTransactions, ListTransactionsRequest.self, ListTransactionsResponse.self),
    MethodTypes(listEntries, ListEntriesRequest.self, ListEntriesResponse.self),
    MethodTypes(createSchedule, CreateScheduleRequest.self, LedgerSchedule.self),
    MethodTypes(cancelSchedule, CancelScheduleRequest.self, LedgerSchedule.self),
    MethodTypes(getSchedule, GetScheduleRequest.self, LedgerSchedule.self),
    MethodTypes(listSchedules, ListSchedulesRequest.self, ListSchedulesResponse.self),
    MethodTypes(updateLabels, UpdateLabelsRequest.self, LedgerLabels.self),
    MethodTypes(getTrialBalance, GetTrialBalanceRequest.self, TrialBalance.self),
    MethodTypes(listTransfers, ListTransfersRequest.self, ListTransfersResponse.self),
  ]
}

/// The books: double entry, append-only, in whole smallest units.
///
/// There are two ledgers in it, and nothing moves between them. The platform's own one holds wallets,
/// escrows and payouts; the platform's own operations write it (escrows, wallets, conversions,
/// payouts), and it is only read here (GetTrialBalance, ListTransfers). The general ledger is for
/// accounts that callers open for themselves: everything below that says account, transaction or
/// entry.
///
/// Ids are chosen by the caller: 1 to 100 letters, digits and `. _ : -`. The id of a transaction makes
/// posting it safe to repeat, on top of `request_id`: the same id with the same content answers what
/// it answered first, under any `request_id`, with the metadata `paylyt-idempotent-replayed: true`;
/// with other content it is refused with TRANSACTION_ID_REUSED. A refusal does not use up the id of a
/// transaction, only the `request_id`: post it again under a new one when the reason is gone.
///
/// Two times are kept apart. The booking time (`create_time`) is given by the server: the entries of an
/// account are in the order of their booking times, and nothing is ever inserted into the past. The
/// effective time (value date) is the caller's: when it counts, which may be long before or after it is
/// booked. Limits are about what is booked; balances and statements can be asked for by either time.
/// docs/LEDGER.md has every rule.
public protocol LedgerServiceHandler: RPCService {
  /// Opens an account.
  func createAccount(
    _ request: CreateAccountRequest,
    _ context: ServerContext
  ) async throws -> LedgerAccount

  /// Closes an account: nothing is posted to it or held on it any more, and its balance stays as it
  /// is. Closing a closed account changes nothing.
  func closeAccount(
    _ request: CloseAccountRequest,
    _ context: ServerContext
  ) async throws -> LedgerAccount

  /// Opens a closed account again. For an open one, nothing changes.
  func reopenAccount(
    _ request: ReopenAccountRequest,
    _ context: ServerContext
  ) async throws -> LedgerAccount

  /// An account with its balance.
  func getAccount(
    _ request: GetAccountRequest,
    _ context: ServerContext
  ) async throws -> LedgerAccount

  /// Accounts with their balances, by id.
  func listAccounts(
    _ request: ListAccountsRequest,
    _ context: ServerContext
  ) async throws -> ListAccountsResponse

  /// The balance of an account, now or at another time.
  func getBalance(
    _ request: GetBalanceRequest,
    _ context: ServerContext
  ) async throws -> LedgerBalance

  /// Posts a transaction, or holds its amounts until it is committed, voided or expires.
  ///
  /// `NOT_FOUND`: an account is not there.
  func postTransaction(
    _ request: PostTransactionRequest,
    _ context: ServerContext
  ) async throws -> TransactionResult

  /// Posts what a pending transaction holds, all or a part of it, and releases the rest. Limits of
  /// balances cannot be in the way: what is held was counted already.
  func commitPending(
    _ request: CommitPendingRequest,
    _ context: ServerContext
  ) async throws -> TransactionResult

  /// Releases what a pending transaction holds.
  func voidPending(
    _ request: VoidPendingRequest,
    _ context: ServerContext
  ) async throws -> TransactionResult

  /// Posts a transaction that undoes another one: what that one posted, on the other sides. A
  /// transaction is reversed once and as a whole, and a reversal is not reversed. Limits of balances
  /// hold.
  func reverseTransaction(
    _ request: ReverseTransactionRequest,
    _ context: ServerContext
  ) async throws -> TransactionResult

  /// Posts a list of transactions in one call: linked, all of them or none, in one commit; or each by
  /// itself, in the order of the list.
  ///
  /// A linked list is refused with the index of the transaction at fault; of an independent one, each
  /// outcome has its own refusal.
  func batchPostTransactions(
    _ request: BatchPostTransactionsRequest,
    _ context: ServerContext
  ) async throws -> BatchPostTransactionsResponse

  /// Posts a stream of transactions of any length, each by itself: one answer for each request, in
  /// their order. What was answered POSTED or EXISTS is durable. When the stream is cut off, send
  /// everything again, or everything behind the last answer: what was posted is answered EXISTS.
  ///
  /// A bounded number of transactions is under way at a time; the server takes the next one when
  /// there is room. A malformed transaction is refused by its answer and does not end the stream; the
  /// stream ends with an error only when the server cannot go on, as when its database is away.
  func importTransactions(
    _ requests: RequestStream<ImportTransactionsRequest>,
    _ responses: ResponseWriter<ImportTransactionsResponse>,
    _ context: ServerContext
  ) async throws

  /// The balance of an account at the beginning of a period, each entry of the period, oldest first,
  /// and the balance at its end. What is booked meanwhile is not in it.
  func streamAccountStatement(
    _ request: StreamAccountStatementRequest,
    _ responses: ResponseWriter<AccountStatementPart>,
    _ context: ServerContext
  ) async throws

  /// Every entry of the general ledger that was committed before the call: what is needed to keep the
  /// same books elsewhere. An entry comes behind all that it was decided on: those of an account in
  /// the order of their `sequence`, the end of a hold behind the hold, a reversal behind what it
  /// reverses. The order is the same each time; between entries that know nothing of each other it
  /// need not be that of `create_time`.
  ///
  /// Each response has a token; with it, a later call goes on behind that entry and misses or repeats
  /// nothing. Behind a transaction of the database that runs for more than a second, the export ends
  /// early and a later call has the rest. For a live feed, subscribe to the events `ledger.*` of
  /// EventService.
  func exportJournal(
    _ request: ExportJournalRequest,
    _ responses: ResponseWriter<ExportJournalResponse>,
    _ context: ServerContext
  ) async throws

  /// A transaction with every entry that it made.
  func getTransaction(
    _ request: GetTransactionRequest,
    _ context: ServerContext
  ) async throws -> TransactionResult

  /// Transactions, newest first.
  func listTransactions(
    _ request: ListTransactionsRequest,
    _ context: ServerContext
  ) async throws -> ListTransactionsResponse

  /// The entries of an account, newest first.
  func listEntries(
    _ request: ListEntriesRequest,
    _ context: ServerContext
  ) async throws -> ListEntriesResponse

  /// Posts transactions later, by itself: at `due_time` all of them are posted, or held where they are
  /// pending, in one commit and exactly once; or none, and GetSchedule says why. With a recurrence it
  /// happens again and again: each time is a schedule of its own, made when the one before has ended.
  ///
  /// What is due is carried out within about a second, in the order of due times, whatever becomes of
  /// servers meanwhile; of the same moment in the order of `schedule_id`. What was missed is made up
  /// for, in the same order. Accounts and balance are checked when it is created too; limits only when
  /// it is due. The id of a schedule makes creating it safe to repeat.
  ///
  /// `NOT_FOUND`: an account is not there.
  func createSchedule(
    _ request: CreateScheduleRequest,
    _ context: ServerContext
  ) async throws -> LedgerSchedule

  /// Puts a schedule away before it is due, and so all that would have followed in its series. Cancelling
  /// a cancelled one changes nothing.
  func cancelSchedule(
    _ request: CancelScheduleRequest,
    _ context: ServerContext
  ) async throws -> LedgerSchedule

  func getSchedule(
    _ request: GetScheduleRequest,
    _ context: ServerContext
  ) async throws -> LedgerSchedule

  /// Schedules, by due time: of a state, of a series, or all.
  func listSchedules(
    _ request: ListSchedulesRequest,
    _ context: ServerContext
  ) async throws -> ListSchedulesResponse

  /// Attaches labels to an account or a transaction, changes or removes them; those that are named
  /// nowhere stay. Labels are for the caller alone: no posting looks at them, and unlike `metadata` they
  /// are no part of what an account or a transaction is. GetAccount, ListAccounts, GetTransaction and
  /// ListTransactions show them, and the lists find by them.
  func updateLabels(
    _ request: UpdateLabelsRequest,
    _ context: ServerContext
  ) async throws -> LedgerLabels

  /// The sum of each kind of account, from the balance of every account at one moment, and whether debits
  /// equal credits. With `verify`, whether the books are right to the last entry too: each balance is the
  /// sum of its transfers or entries, and each escrow's money is where its state says. That reads all of
  /// them: it is for a nightly check.
  func getTrialBalance(
    _ request: GetTrialBalanceRequest,
    _ context: ServerContext
  ) async throws -> TrialBalance

  /// Transfers between the platform's accounts, newest first.
  func listTransfers(
    _ request: ListTransfersRequest,
    _ context: ServerContext
  ) async throws -> ListTransfersResponse
}

extension LedgerServiceHandler {
  public static var serviceName: String { LedgerServiceMethods.serviceName }

  public var methods: [MethodBinding] {
    [
      MethodBinding(LedgerServiceMethods.createAccount) { call, context in
        let request = try call.request(CreateAccountRequest.self)
        try call.respond(await self.createAccount(request, context))
      },
      MethodBinding(LedgerServiceMethods.closeAccount) { call, context in
        let request = try call.request(CloseAccountRequest.self)
        try call.respond(await self.closeAccount(request, context))
      },
      MethodBinding(LedgerServiceMethods.reopenAccount) { call, context in
        let request = try call.request(ReopenAccountRequest.self)
        try call.respond(await self.reopenAccount(request, context))
      },
      MethodBinding(LedgerServiceMethods.getAccount) { call, context in
        let request = try call.request(GetAccountRequest.self)
        try call.respond(await self.getAccount(request, context))
      },
      MethodBinding(LedgerServiceMethods.listAccounts) { call, context in
        let request = try call.request(ListAccountsRequest.self)
        try call.respond(await self.listAccounts(request, context))
      },
      MethodBinding(LedgerServiceMethods.getBalance) { call, context in
        let request = try call.request(GetBalanceRequest.self)
        try call.respond(await self.getBalance(request, context))
      },
      MethodBinding(LedgerServiceMethods.postTransaction) { call, context in
        let request = try call.request(PostTransactionRequest.self)
        try call.respond(await self.postTransaction(request, context))
      },
      MethodBinding(LedgerServiceMethods.commitPending) { call, context in
        let request = try call.request(CommitPendingRequest.self)
        try call.respond(await self.commitPending(request, context))
      },
      MethodBinding(LedgerServiceMethods.voidPending) { call, context in
        let request = try call.request(VoidPendingRequest.self)
        try call.respond(await self.voidPending(request, context))
      },
      MethodBinding(LedgerServiceMethods.reverseTransaction) { call, context in
        let request = try call.request(ReverseTransactionRequest.self)
        try call.respond(await self.reverseTransaction(request, context))
      },
      MethodBinding(LedgerServiceMethods.batchPostTransactions) { call, context in
        let request = try call.request(BatchPostTransactionsRequest.self)
        try call.respond(await self.batchPostTransactions(request, context))
      },
      MethodBinding(LedgerServiceMethods.importTransactions) { call, context in
        try await self.importTransactions(call.requests(ImportTransactionsRequest.self), call.responses(ImportTransactionsResponse.self), context)
      },
      MethodBinding(LedgerServiceMethods.streamAccountStatement) { call, context in
        let request = try call.request(StreamAccountStatementRequest.self)
        try await self.streamAccountStatement(request, call.responses(AccountStatementPart.self), context)
      },
      MethodBinding(LedgerServiceMethods.exportJournal) { call, context in
        let request = try call.request(ExportJournalRequest.self)
        try await self.exportJournal(request, call.responses(ExportJournalResponse.self), context)
      },
      MethodBinding(LedgerServiceMethods.getTransaction) { call, context in
        let request = try call.request(GetTransactionRequest.self)
        try call.respond(await self.getTransaction(request, context))
      },
      MethodBinding(LedgerServiceMethods.listTransactions) { call, context in
        let request = try call.request(ListTransactionsRequest.self)
        try call.respond(await self.listTransactions(request, context))
      },
      MethodBinding(LedgerServiceMethods.listEntries) { call, context in
        let request = try call.request(ListEntriesRequest.self)
        try call.respond(await self.listEntries(request, context))
      },
      MethodBinding(LedgerServiceMethods.createSchedule) { call, context in
        let request = try call.request(CreateScheduleRequest.self)
        try call.respond(await self.createSchedule(request, context))
      },
      MethodBinding(LedgerServiceMethods.cancelSchedule) { call, context in
        let request = try call.request(CancelScheduleRequest.self)
        try call.respond(await self.cancelSchedule(request, context))
      },
      MethodBinding(LedgerServiceMethods.getSchedule) { call, context in
        let request = try call.request(GetScheduleRequest.self)
        try call.respond(await self.getSchedule(request, context))
      },
      MethodBinding(LedgerServiceMethods.listSchedules) { call, context in
        let request = try call.request(ListSchedulesRequest.self)
        try call.respond(await self.listSchedules(request, context))
      },
      MethodBinding(LedgerServiceMethods.updateLabels) { call, context in
        let request = try call.request(UpdateLabelsRequest.self)
        try call.respond(await self.updateLabels(request, context))
      },
      MethodBinding(LedgerServiceMethods.getTrialBalance) { call, context in
        let request = try call.request(GetTrialBalanceRequest.self)
        try call.respond(await self.getTrialBalance(request, context))
      },
      MethodBinding(LedgerServiceMethods.listTransfers) { call, context in
        let request = try call.request(ListTransfersRequest.self)
        try call.respond(await self.listTransfers(request, context))
      },
    ]
  }
}

/// The books: double entry, append-only, in whole smallest units.
///
/// There are two ledgers in it, and nothing moves between them. The platform's own one holds wallets,
/// escrows and payouts; the platform's own operations write it (escrows, wallets, conversions,
/// payouts), and it is only read here (GetTrialBalance, ListTransfers). The general ledger is for
/// accounts that callers open for themselves: everything below that says account, transaction or
/// entry.
///
/// Ids are chosen by the caller: 1 to 100 letters, digits and `. _ : -`. The id of a transaction makes
/// posting it safe to repeat, on top of `request_id`: the same id with the same content answers what
/// it answered first, under any `request_id`, with the metadata `paylyt-idempotent-replayed: true`;
/// with other content it is refused with TRANSACTION_ID_REUSED. A refusal does not use up the id of a
/// transaction, only the `request_id`: post it again under a new one when the reason is gone.
///
/// Two times are kept apart. The booking time (`create_time`) is given by the server: the entries of an
/// account are in the order of their booking times, and nothing is ever inserted into the past. The
/// effective time (value date) is the caller's: when it counts, which may be long before or after it is
/// booked. Limits are about what is booked; balances and statements can be asked for by either time.
/// docs/LEDGER.md has every rule.
public struct LedgerServiceClient: Sendable {
  private let rpcChannel: Channel

  public init(_ channel: Channel) {
    rpcChannel = channel
  }

  /// Opens an account.
  public func createAccount(
    _ request: CreateAccountRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> LedgerAccount {
    let response: UnaryResponse<LedgerAccount> =
      try await rpcChannel.unary(LedgerServiceMethods.createAccount, request, options)
    return response.message
  }

  /// Closes an account: nothing is posted to it or held on it any more, and its balance stays as it
  /// is. Closing a closed account changes nothing.
  public func closeAccount(
    _ request: CloseAccountRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> LedgerAccount {
    let response: UnaryResponse<LedgerAccount> =
      try await rpcChannel.unary(LedgerServiceMethods.closeAccount, request, options)
    return response.message
  }

  /// Opens a closed account again. For an open one, nothing changes.
  public func reopenAccount(
    _ request: ReopenAccountRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> LedgerAccount {
    let response: UnaryResponse<LedgerAccount> =
      try await rpcChannel.unary(LedgerServiceMethods.reopenAccount, request, options)
    return response.message
  }

  /// An account with its balance.
  public func getAccount(
    _ request: GetAccountRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> LedgerAccount {
    let response: UnaryResponse<LedgerAccount> =
      try await rpcChannel.unary(LedgerServiceMethods.getAccount, request, options)
    return response.message
  }

  /// Accounts with their balances, by id.
  public func listAccounts(
    _ request: ListAccountsRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ListAccountsResponse {
    let response: UnaryResponse<ListAccountsResponse> =
      try await rpcChannel.unary(LedgerServiceMethods.listAccounts, request, options)
    return response.message
  }

  /// The balance of an account, now or at another time.
  public func getBalance(
    _ request: GetBalanceRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> LedgerBalance {
    let response: UnaryResponse<LedgerBalance> =
      try await rpcChannel.unary(LedgerServiceMethods.getBalance, request, options)
    return response.message
  }

  /// Posts a transaction, or holds its amounts until it is committed, voided or expires.
  ///
  /// `NOT_FOUND`: an account is not there.
  public func postTransaction(
    _ request: PostTransactionRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> TransactionResult {
    let response: UnaryResponse<TransactionResult> =
      try await rpcChannel.unary(LedgerServiceMethods.postTransaction, request, options)
    return response.message
  }

  /// Posts what a pending transaction holds, all or a part of it, and releases the rest. Limits of
  /// balances cannot be in the way: what is held was counted already.
  public func commitPending(
    _ request: CommitPendingRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> TransactionResult {
    let response: UnaryResponse<TransactionResult> =
      try await rpcChannel.unary(LedgerServiceMethods.commitPending, request, options)
    return response.message
  }

  /// Releases what a pending transaction holds.
  public func voidPending(
    _ request: VoidPendingRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> TransactionResult {
    let response: UnaryResponse<TransactionResult> =
      try await rpcChannel.unary(LedgerServiceMethods.voidPending, request, options)
    return response.message
  }

  /// Posts a transaction that undoes another one: what that one posted, on the other sides. A
  /// transaction is reversed once and as a whole, and a reversal is not reversed. Limits of balances
  /// hold.
  public func reverseTransaction(
    _ request: ReverseTransactionRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> TransactionResult {
    let response: UnaryResponse<TransactionResult> =
      try await rpcChannel.unary(LedgerServiceMethods.reverseTransaction, request, options)
    return response.message
  }

  /// Posts a list of transactions in one call: linked, all of them or none, in one commit; or each by
  /// itself, in the order of the list.
  ///
  /// A linked list is refused with the index of the transaction at fault; of an independent one, each
  /// outcome has its own refusal.
  public func batchPostTransactions(
    _ request: BatchPostTransactionsRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> BatchPostTransactionsResponse {
    let response: UnaryResponse<BatchPostTransactionsResponse> =
      try await rpcChannel.unary(LedgerServiceMethods.batchPostTransactions, request, options)
    return response.message
  }

  /// Posts a stream of transactions of any length, each by itself: one answer for each request, in
  /// their order. What was answered POSTED or EXISTS is durable. When the stream is cut off, send
  /// everything again, or everything behind the last answer: what was posted is answered EXISTS.
  ///
  /// A bounded number of transactions is under way at a time; the server takes the next one when
  /// there is room. A malformed transaction is refused by its answer and does not end the stream; the
  /// stream ends with an error only when the server cannot go on, as when its database is away.
  public func importTransactions(
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> BidirectionalCall<ImportTransactionsRequest, ImportTransactionsResponse> {
    try await rpcChannel.bidirectional(LedgerServiceMethods.importTransactions, options)
  }

  /// The balance of an account at the beginning of a period, each entry of the period, oldest first,
  /// and the balance at its end. What is booked meanwhile is not in it.
  public func streamAccountStatement(
    _ request: StreamAccountStatementRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ResponseStream<AccountStatementPart> {
    try await rpcChannel.serverStreaming(LedgerServiceMethods.streamAccountStatement, request, options)
  }

  /// Every entry of the general ledger that was committed before the call: what is needed to keep the
  /// same books elsewhere. An entry comes behind all that it was decided on: those of an account in
  /// the order of their `sequence`, the end of a hold behind the hold, a reversal behind what it
  /// reverses. The order is the same each time; between entries that know nothing of each other it
  /// need not be that of `create_time`.
  ///
  /// Each response has a token; with it, a later call goes on behind that entry and misses or repeats
  /// nothing. Behind a transaction of the database that runs for more than a second, the export ends
  /// early and a later call has the rest. For a live feed, subscribe to the events `ledger.*` of
  /// EventService.
  public func exportJournal(
    _ request: ExportJournalRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ResponseStream<ExportJournalResponse> {
    try await rpcChannel.serverStreaming(LedgerServiceMethods.exportJournal, request, options)
  }

  /// A transaction with every entry that it made.
  public func getTransaction(
    _ request: GetTransactionRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> TransactionResult {
    let response: UnaryResponse<TransactionResult> =
      try await rpcChannel.unary(LedgerServiceMethods.getTransaction, request, options)
    return response.message
  }

  /// Transactions, newest first.
  public func listTransactions(
    _ request: ListTransactionsRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ListTransactionsResponse {
    let response: UnaryResponse<ListTransactionsResponse> =
      try await rpcChannel.unary(LedgerServiceMethods.listTransactions, request, options)
    return response.message
  }

  /// The entries of an account, newest first.
  public func listEntries(
    _ request: ListEntriesRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ListEntriesResponse {
    let response: UnaryResponse<ListEntriesResponse> =
      try await rpcChannel.unary(LedgerServiceMethods.listEntries, request, options)
    return response.message
  }

  /// Posts transactions later, by itself: at `due_time` all of them are posted, or held where they are
  /// pending, in one commit and exactly once; or none, and GetSchedule says why. With a recurrence it
  /// happens again and again: each time is a schedule of its own, made when the one before has ended.
  ///
  /// What is due is carried out within about a second, in the order of due times, whatever becomes of
  /// servers meanwhile; of the same moment in the order of `schedule_id`. What was missed is made up
  /// for, in the same order. Accounts and balance are checked when it is created too; limits only when
  /// it is due. The id of a schedule makes creating it safe to repeat.
  ///
  /// `NOT_FOUND`: an account is not there.
  public func createSchedule(
    _ request: CreateScheduleRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> LedgerSchedule {
    let response: UnaryResponse<LedgerSchedule> =
      try await rpcChannel.unary(LedgerServiceMethods.createSchedule, request, options)
    return response.message
  }

  /// Puts a schedule away before it is due, and so all that would have followed in its series. Cancelling
  /// a cancelled one changes nothing.
  public func cancelSchedule(
    _ request: CancelScheduleRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> LedgerSchedule {
    let response: UnaryResponse<LedgerSchedule> =
      try await rpcChannel.unary(LedgerServiceMethods.cancelSchedule, request, options)
    return response.message
  }

  public func getSchedule(
    _ request: GetScheduleRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> LedgerSchedule {
    let response: UnaryResponse<LedgerSchedule> =
      try await rpcChannel.unary(LedgerServiceMethods.getSchedule, request, options)
    return response.message
  }

  /// Schedules, by due time: of a state, of a series, or all.
  public func listSchedules(
    _ request: ListSchedulesRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ListSchedulesResponse {
    let response: UnaryResponse<ListSchedulesResponse> =
      try await rpcChannel.unary(LedgerServiceMethods.listSchedules, request, options)
    return response.message
  }

  /// Attaches labels to an account or a transaction, changes or removes them; those that are named
  /// nowhere stay. Labels are for the caller alone: no posting looks at them, and unlike `metadata` they
  /// are no part of what an account or a transaction is. GetAccount, ListAccounts, GetTransaction and
  /// ListTransactions show them, and the lists find by them.
  public func updateLabels(
    _ request: UpdateLabelsRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> LedgerLabels {
    let response: UnaryResponse<LedgerLabels> =
      try await rpcChannel.unary(LedgerServiceMethods.updateLabels, request, options)
    return response.message
  }

  /// The sum of each kind of account, from the balance of every account at one moment, and whether debits
  /// equal credits. With `verify`, whether the books are right to the last entry too: each balance is the
  /// sum of its transfers or entries, and each escrow's money is where its state says. That reads all of
  /// them: it is for a nightly check.
  public func getTrialBalance(
    _ request: GetTrialBalanceRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> TrialBalance {
    let response: UnaryResponse<TrialBalance> =
      try await rpcChannel.unary(LedgerServiceMethods.getTrialBalance, request, options)
    return response.message
  }

  /// Transfers between the platform's accounts, newest first.
  public func listTransfers(
    _ request: ListTransfersRequest,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ListTransfersResponse {
    let response: UnaryResponse<ListTransfersResponse> =
      try await rpcChannel.unary(LedgerServiceMethods.listTransfers, request, options)
    return response.message
  }
}
