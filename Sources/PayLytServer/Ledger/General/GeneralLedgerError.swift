/// Why the general ledger refused a posting. Accounts and transactions are named by their ids.
enum GeneralLedgerError: Error, Equatable {
  case accountNotFound(String)
  case transactionNotFound(String)
  /// There is an account of this id, which differs in `field`.
  case accountIDReused(String, field: String)
  case transactionIDReused(String, field: String)
  /// Nothing is posted to it or held on it.
  case accountClosed(String)
  /// Something is held on it, so it cannot be closed.
  case accountHasPending(String)
  /// Debits less credits of one asset.
  case unbalanced(asset: String, difference: Int128)
  /// Less is available than is taken out.
  case insufficientFunds(account: String, asset: String, shortBy: Int128)
  /// More would be in the account than it may hold.
  case aboveLimit(account: String, asset: String, by: Int128)
  case sumTooLarge(account: String)
  /// Less is held on it than is to be released.
  case accountDamaged(String)
  /// It would count too long before or after it is booked.
  case effectiveTimeOutOfRange
  /// What is to be moved as far as it is there is not there at all.
  case nothingToMove(account: String)
  case tooManyLabels
  case scheduleNotFound(String)
  case scheduleIDReused(String, field: String)
  /// There is a transaction of this id already.
  case transactionIDTaken(String)
  /// It is due now or before, or too far ahead.
  case dueTimeOutOfRange
  /// It was executed or refused.
  case scheduleEnded(String, GeneralSchedule.State)
  /// A limit stands in the way, and holds that count against it may be over.
  case holdsDue
}

extension GeneralLedgerError: RefusalConvertible {
  var refusal: Refusal {
    switch self {
    case .accountNotFound(let id): .notFound("ledger account \(id)")
    case .transactionNotFound(let id): .notFound("ledger transaction \(id)")
    case .accountIDReused(let id, let field):
      Refusal(
        .alreadyExists, reason: "ACCOUNT_ID_REUSED",
        message: "There is another account \(id), with other `\(field)`. Choose another id.")
    case .transactionIDReused(let id, let field):
      Refusal(
        .alreadyExists, reason: "TRANSACTION_ID_REUSED",
        message: "There is another transaction \(id), with other `\(field)`. Choose another id.")
    case .accountClosed(let id):
      Refusal(
        .failedPrecondition, reason: "ACCOUNT_CLOSED", message: "Account \(id) is closed.")
    case .accountHasPending(let id):
      Refusal(
        .failedPrecondition, reason: "ACCOUNT_HAS_PENDING",
        message: "Commit or void what is pending on account \(id) first.")
    case .unbalanced(let asset, let difference):
      Refusal(
        .invalidArgument, reason: "UNBALANCED",
        message: "Debits less credits of \(asset) are \(difference), not zero.")
    case .insufficientFunds(let account, let asset, let short):
      Refusal(
        .failedPrecondition, reason: "INSUFFICIENT_FUNDS",
        message: "Account \(account) is short of \(short) smallest units of \(asset).",
        values: ["account": "\(account)", "asset": "\(asset)", "short_units": "\(short)"])
    case .aboveLimit(let account, let asset, let over):
      Refusal(
        .failedPrecondition, reason: "BALANCE_LIMIT_EXCEEDED",
        message: "Account \(account) would hold \(over) smallest units of \(asset) too many.",
        values: ["account": "\(account)", "asset": "\(asset)", "over_units": "\(over)"])
    case .sumTooLarge(let account):
      Refusal(
        .failedPrecondition, reason: "SUM_TOO_LARGE",
        message: "Account \(account) cannot count that much.")
    case .accountDamaged(let id): .damaged("ledger account \(id)")
    case .effectiveTimeOutOfRange:
      Refusal(
        .invalidArgument, reason: "EFFECTIVE_TIME_OUT_OF_RANGE",
        message: "At most \(GeneralLimits.effectivePastSecondsMax / 366 / 86_400) years ago and "
          + "\(GeneralLimits.effectiveFutureSecondsMax / 86_400) days ahead.",
        field: "effective_time")
    case .nothingToMove(let account):
      Refusal(
        .failedPrecondition, reason: "NOTHING_TO_MOVE",
        message: "Nothing of it is there: account \(account) is balanced already.")
    case .scheduleNotFound(let id): .notFound("ledger schedule \(id)")
    case .scheduleIDReused(let id, let field):
      Refusal(
        .alreadyExists, reason: "SCHEDULE_ID_REUSED",
        message: "There is another schedule \(id), with other `\(field)`. Choose another id.")
    case .transactionIDTaken(let id):
      Refusal(
        .alreadyExists, reason: "TRANSACTION_ID_REUSED",
        message: "There is a transaction \(id) already. Choose another id.")
    case .dueTimeOutOfRange:
      Refusal(
        .invalidArgument, reason: "DUE_TIME_OUT_OF_RANGE",
        message: "In the future, and at most "
          + "\(GeneralLimits.scheduleAheadSecondsMax / 366 / 86_400) years ahead.",
        field: "due_time")
    case .scheduleEnded(let id, let state):
      Refusal(
        .failedPrecondition, reason: "SCHEDULE_ENDED",
        message: "Schedule \(id) was \(Refusal.words(state)): there is nothing to cancel any more.")
    case .tooManyLabels:
      Refusal(
        .failedPrecondition, reason: "TOO_MANY_LABELS",
        message: "There would be more than \(GeneralLimits.labelsMax) labels. Remove some.",
        field: "labels")
    case .holdsDue:
      Refusal(
        .aborted, reason: Refusal.holdsDueReason,
        message: "Holds whose time is over are released first. Send it again.")
    }
  }
}

extension Refusal {
  static let holdsDueReason = "HOLDS_DUE"
}

/// Why a transaction of the general ledger cannot be what is asked of it.
enum TransactionStateError: Error, Equatable {
  /// It never was pending.
  case notPending(String)
  case alreadyCommitted(String)
  case alreadyVoided(String)
  case expired(String)
  /// More is to be committed of the leg at `index` than it holds.
  case exceedsPending(index: Int)
  case notPosted(String)
  case alreadyReversed(String, by: String)
  case reversalOfReversal(String)
}

extension TransactionStateError: RefusalConvertible {
  var refusal: Refusal {
    switch self {
    case .notPending(let id):
      Refusal(
        .failedPrecondition, reason: "NOT_PENDING",
        message: "Transaction \(id) was posted at once: there is nothing to resolve.")
    case .alreadyCommitted(let id):
      Refusal(
        .failedPrecondition, reason: "PENDING_ALREADY_COMMITTED",
        message: "Transaction \(id) was committed.")
    case .alreadyVoided(let id):
      Refusal(
        .failedPrecondition, reason: "PENDING_ALREADY_VOIDED",
        message: "Transaction \(id) was voided.")
    case .expired(let id):
      Refusal(
        .failedPrecondition, reason: "PENDING_EXPIRED",
        message: "The time of transaction \(id) is over.")
    case .exceedsPending(let index):
      Refusal(
        .failedPrecondition, reason: "COMMIT_EXCEEDS_PENDING",
        message: "More than is held cannot be committed.", field: "amounts[\(index)]")
    case .notPosted(let id):
      Refusal(
        .failedPrecondition, reason: "NOT_POSTED",
        message: "Transaction \(id) posted nothing that could be reversed.")
    case .alreadyReversed(let id, let reversal):
      Refusal(
        .failedPrecondition, reason: "ALREADY_REVERSED",
        message: "Transaction \(id) was reversed by \(reversal).")
    case .reversalOfReversal(let id):
      Refusal(
        .failedPrecondition, reason: "REVERSAL_OF_REVERSAL",
        message: "Transaction \(id) is a reversal. Post what should be there instead.")
    }
  }
}
