// Generated from paylyt/common/v1/reason.proto by protoc-gen-paylyt. Do not edit.

import CPayLytAPI
public import PayLytRPC

/// A reason stays what it is: it is never given for something else, and has one status. What a
/// method refuses with is declared on it (`refusals` in options.proto), beside the reasons that are
/// common to all. Names have no prefix, as they are what goes over the wire; numbers never do.
/// docs/ERRORS.md says of each whether the same request may be sent again.
public enum Reason: WireEnum {
  /// No reason was given, or one that the proto of this build does not name.
  case reasonUnspecified
  /// A field is missing, malformed or out of range; `BadRequest` names it.
  case invalidField
  /// The page token or resume token belongs to another list or is not ours.
  case badPageToken
  /// There is no such thing, or it belongs to somebody else: the two look the same.
  case notFound
  /// This `request_id` was used for another request.
  case idempotencyKeyReused
  /// The operators have paused what this request is part of; nothing happened.
  case capabilityPaused
  /// The resource has changed since the `etag` was read.
  case etagMismatch
  /// There is no `authorization: Bearer …`.
  case tokenMissing
  /// The token is not one that we signed.
  case tokenInvalid
  /// The token was good once.
  case tokenExpired
  /// The session has ended.
  case tokenRevoked
  /// A refresh token came back a second time; the session was ended.
  case tokenReused
  /// E-mail or password is wrong.
  case badCredentials
  /// Too many wrong passwords in a row.
  case loginThrottled
  /// None of the caller's roles has the method's permission, or the API key's scopes do not include
  /// it.
  case scopeMissing
  /// The API key is not one of ours, or has ended.
  case apiKeyInvalid
  /// The key signs each request, and this one has no signature.
  case signatureMissing
  /// The signature does not fit the request, or its timestamp is too far off.
  case signatureInvalid
  /// The nonce of a signed request was used before.
  case requestReplayed
  /// The key was revoked or has expired, so it cannot be changed.
  case apiKeyEnded
  /// A certificate is renewed where it was issued.
  case apiKeyNotRotatable
  /// There is a key with this certificate name, which is not revoked.
  case certificateNameTaken
  /// The account is stopped by an admin; only reading is possible.
  case accountFrozen
  /// The account was deleted.
  case accountDeleted
  /// Nobody decides this about themselves.
  case ownAccount
  /// The amount, with what was moved without it within an hour, needs the transaction PIN.
  case stepUpRequired
  /// The transaction PIN is wrong.
  case badPin
  /// There is no transaction PIN.
  case pinNotSet
  /// Too many wrong PINs in a row.
  case pinThrottled
  /// A request for a higher tier is open already.
  case kycPending
  /// The user has this tier already.
  case kycTierHeld
  /// The account of whoever applied is stopped or gone.
  case freelancerUnavailable
  /// The user has money, or something that is not over.
  case userHasBusiness
  /// Only the client of this escrow or job may do that.
  case notTheClient
  /// Only the freelancer of this escrow may do that.
  case notTheFreelancer
  /// Only the client and the freelancer may do that.
  case notAParty
  /// Only the one who opened the dispute may withdraw it.
  case notTheOpener
  /// Nobody decides in a case of their own.
  case ownCase
  /// There is an account with this e-mail.
  case emailTaken
  /// Too many accounts were opened from one address.
  case registrationsThrottled
  /// The code is not one that we mailed, was used, has expired, or a newer one took its place.
  case badCode
  /// Too many e-mails were asked for from one address, or by one account.
  case mailsThrottled
  /// This server sends no e-mails; this is not kept under the id.
  case mailUnsupported
  /// Without the PIN that there was, the password was reset or another PIN set a short while ago: for a
  /// day none is set so, or proves anything.
  case pinHeld
  /// The e-mail address is confirmed already.
  case emailConfirmed
  /// The job was taken or withdrawn.
  case jobNotOpen
  /// A client cannot take their own job.
  case ownJob
  /// The job's deadline is over.
  case deadlinePassed
  /// `terms_sha256` or `terms_version` is not that of the job.
  case termsChanged
  /// Only a draft is published.
  case jobNotADraft
  /// Nobody has taken the job.
  case jobNotAssigned
  /// The terms do not change any more.
  case jobNotEditable
  /// The client picks one of those who apply.
  case applicationRequired
  /// The freelancer has applied for this job.
  case alreadyApplied
  /// The application was decided on or withdrawn.
  case applicationNotPending
  /// As many have applied for the job as may: 200 whose applications stand, 1000 in all.
  case applicationsFull
  /// The milestone has as many files as it may have.
  case deliverablesFull
  /// The job or escrow has as many milestones as it can have.
  case milestonesFull
  /// A job keeps at least one milestone.
  case lastMilestone
  /// The state of the escrow, milestone or payout does not allow the move.
  case illegalTransition
  /// The client cannot take the money back yet; the message says from when.
  case refundNotDue
  /// The payment provider cannot hold payments back: ask without `hold`.
  case holdInvoicesUnsupported
  /// The time for paying into the escrow is over.
  case fundingWindowOver
  /// The smaller scope is worth more than what was paid.
  case scopeOverFunded
  /// Less is held than should be released.
  case amountOverHeld
  /// The operators have frozen the escrow: nothing leaves it.
  case escrowFrozen
  /// There is nothing to unfreeze.
  case escrowNotFrozen
  /// The terms have no more revisions of this milestone.
  case revisionsUsedUp
  /// The client has prolonged this review before.
  case inspectionProlonged
  /// The review would take longer than allowed.
  case inspectionTooLong
  /// The two parts are not exactly what is held or frozen.
  case partsDoNotAddUp
  /// Another admin must decide the same: above the operators' limit, and on corrections.
  case secondApproverNeeded
  /// What is stored contradicts itself; nothing was changed.
  case recordDamaged
  /// The escrow changed while its invoice was made.
  case escrowChanged
  /// The invoice is too long for a QR code.
  case notEncodable
  /// The dispute was settled, ruled on or withdrawn.
  case disputeClosed
  /// The time for evidence is over.
  case evidenceOver
  /// The side has brought as many files as it may.
  case evidenceFull
  /// The side has made as many offers as it may.
  case offersUsedUp
  /// Another offer is on the table now, or none.
  case offerGone
  /// It is the other one who accepts or rejects it.
  case ownOffer
  /// An admin has ruled, and another one is to confirm it.
  case rulingProposed
  /// Whoever made this offer was stopped since: it does not count.
  case offerVoid
  /// A stored file is not what was sent in.
  case fileDamaged
  /// The resume token comes from a log that was longer: this one was restored from an older copy.
  case resumeTokenAhead
  /// Another stream uses this consumer's name now.
  case consumerTakenOver
  /// A time series would look at more transfers than one may.
  case tooManyTransfers
  /// Sealed entries are missing, so nothing can be proved about their batch.
  case auditLogDamaged
  /// The caller has as many consumers as they may have.
  case consumersFull
  /// The caller has as many of these streams open as they may.
  case streamsFull
  /// The user has as many endpoints as they may have.
  case endpointsFull
  /// Nothing is sent to a disabled endpoint.
  case endpointDisabled
  /// The e-mail was sent, and is not sent again.
  case mailSent
  /// The endpoint is enabled already.
  case endpointEnabled
  /// A server is sending the e-mail at this moment, and it would be sent twice.
  case mailBeingSent
  /// The wallet or account holds less than is taken out.
  case insufficientFunds
  /// An account would count more than 64 bits hold.
  case sumTooLarge
  /// An admin has frozen the wallet: nothing may leave it.
  case walletFrozen
  /// The period has more entries than one statement.
  case statementTooLong
  /// Nothing is paid out to that country in that way.
  case noCorridor
  /// The amount is outside of the corridor's bounds.
  case limitExceeded
  /// A payout without an end cannot be put away: its money is set aside until the provider has
  /// answered.
  case payoutNeedsAnswer
  /// Another comparison with this provider's books is not done.
  case reconciliationRunning
  /// Another payout is in the place of the failed one already.
  case payoutReplaced
  /// The stream has more payouts than one may have; those before were decided.
  case batchTooLong
  /// The platform would hold or owe more of the currency than its operators allow.
  case exposureLimit
  /// The time of the quote is over.
  case quoteExpired
  /// The release pays the freelancer another amount than the quote gives.
  case quoteMismatch
  /// The quote was used.
  case quoteUsed
  /// At this rate nothing would arrive.
  case amountTooSmall
  /// The market has no fresh rate now; nothing happened.
  case rateUnavailable
  /// The user has as many beneficiaries as they may have.
  case beneficiariesFull
  /// The amount is more than what the user's daily limit leaves.
  case dailyLimitExceeded
  /// Debits and credits of an asset differ.
  case unbalanced
  /// There is an account of this id with other attributes; the message says which.
  case accountIDReused
  /// There is a transaction of this id with other content; the message says which.
  case transactionIDReused
  /// Nothing is posted to a closed account or held on it.
  case accountClosed
  /// An account or a transaction would have more than 64 labels.
  case tooManyLabels
  /// An account on which something is held cannot be closed.
  case accountHasPending
  /// The account would hold more than its `balance_max`.
  case balanceLimitExceeded
  /// The transaction was posted at once.
  case notPending
  /// The pending transaction was committed.
  case pendingAlreadyCommitted
  /// The pending transaction was voided.
  case pendingAlreadyVoided
  /// The time of the pending transaction is over.
  case pendingExpired
  /// More is to be committed of a posting than it holds; `BadRequest` names it.
  case commitExceedsPending
  /// The transaction posted nothing that could be reversed.
  case notPosted
  /// The transaction was reversed; the message says by which.
  case alreadyReversed
  /// The transaction is a reversal itself.
  case reversalOfReversal
  /// Of a linked list, some transactions are there already and others are not.
  case linkedPartlyPosted
  /// Entries of an account are missing.
  case ledgerDamaged
  /// It would count more than 50 years before or 366 days after it is booked.
  case effectiveTimeOutOfRange
  /// Of what a balancing transaction is to move as far as it is there, nothing is.
  case nothingToMove
  /// Holds whose time is over stood in the way and are being released.
  case holdsDue
  /// There is another schedule of this id.
  case scheduleIDReused
  /// A schedule is due in the past, or more than ten years ahead.
  case dueTimeOutOfRange
  /// A schedule was executed or refused, and cannot be cancelled any more.
  case scheduleEnded
  /// The sandbox would be more than ten years ahead.
  case sandboxTooFar
  /// The user has as many faults as they may have.
  case faultsFull
  /// Nobody plays whoever pays here: the payment provider is not the simulator.
  case notSimulated
  /// The payment provider, or the service of a Lightning address, does not answer; nothing changed here.
  case providerDown
  /// The payment provider says no; this is not kept under the id.
  case providerRefused
  /// The provider gave an invoice that is used already.
  case providerRepeatedInvoice
  /// The database is away; nothing happened.
  case databaseDown
  /// A watch ends because the server stops.
  case serverStopping
  /// The database went away while it confirmed.
  case outcomeUnknown
  /// Other requests kept changing the same rows; nothing happened.
  case contention
  /// The same request is being carried out and takes its time.
  case idempotencyInProgress
  /// Too many requests wait; nothing happened.
  case overloaded
  /// The caller has the payment provider asked too often; nothing happened.
  case rateLimited
  /// A number that the proto of this build does not name.
  case unrecognized(Int32)

  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .reasonUnspecified
    case 1: self = .invalidField
    case 2: self = .badPageToken
    case 3: self = .notFound
    case 4: self = .idempotencyKeyReused
    case 5: self = .capabilityPaused
    case 6: self = .etagMismatch
    case 20: self = .tokenMissing
    case 21: self = .tokenInvalid
    case 22: self = .tokenExpired
    case 23: self = .tokenRevoked
    case 24: self = .tokenReused
    case 25: self = .badCredentials
    case 26: self = .loginThrottled
    case 27: self = .scopeMissing
    case 28: self = .apiKeyInvalid
    case 29: self = .signatureMissing
    case 30: self = .signatureInvalid
    case 31: self = .requestReplayed
    case 32: self = .apiKeyEnded
    case 33: self = .apiKeyNotRotatable
    case 34: self = .certificateNameTaken
    case 35: self = .accountFrozen
    case 36: self = .accountDeleted
    case 37: self = .ownAccount
    case 38: self = .stepUpRequired
    case 39: self = .badPin
    case 40: self = .pinNotSet
    case 41: self = .pinThrottled
    case 42: self = .kycPending
    case 43: self = .kycTierHeld
    case 44: self = .freelancerUnavailable
    case 45: self = .userHasBusiness
    case 46: self = .notTheClient
    case 47: self = .notTheFreelancer
    case 48: self = .notAParty
    case 49: self = .notTheOpener
    case 50: self = .ownCase
    case 51: self = .emailTaken
    case 52: self = .registrationsThrottled
    case 53: self = .badCode
    case 54: self = .mailsThrottled
    case 55: self = .mailUnsupported
    case 56: self = .pinHeld
    case 57: self = .emailConfirmed
    case 100: self = .jobNotOpen
    case 101: self = .ownJob
    case 102: self = .deadlinePassed
    case 103: self = .termsChanged
    case 104: self = .jobNotADraft
    case 105: self = .jobNotAssigned
    case 106: self = .jobNotEditable
    case 107: self = .applicationRequired
    case 108: self = .alreadyApplied
    case 109: self = .applicationNotPending
    case 110: self = .applicationsFull
    case 111: self = .deliverablesFull
    case 112: self = .milestonesFull
    case 113: self = .lastMilestone
    case 114: self = .illegalTransition
    case 115: self = .refundNotDue
    case 116: self = .holdInvoicesUnsupported
    case 117: self = .fundingWindowOver
    case 118: self = .scopeOverFunded
    case 119: self = .amountOverHeld
    case 120: self = .escrowFrozen
    case 121: self = .escrowNotFrozen
    case 122: self = .revisionsUsedUp
    case 123: self = .inspectionProlonged
    case 124: self = .inspectionTooLong
    case 125: self = .partsDoNotAddUp
    case 126: self = .secondApproverNeeded
    case 127: self = .recordDamaged
    case 128: self = .escrowChanged
    case 129: self = .notEncodable
    case 200: self = .disputeClosed
    case 201: self = .evidenceOver
    case 202: self = .evidenceFull
    case 203: self = .offersUsedUp
    case 204: self = .offerGone
    case 205: self = .ownOffer
    case 207: self = .rulingProposed
    case 208: self = .offerVoid
    case 206: self = .fileDamaged
    case 230: self = .resumeTokenAhead
    case 231: self = .consumerTakenOver
    case 232: self = .tooManyTransfers
    case 233: self = .auditLogDamaged
    case 234: self = .consumersFull
    case 235: self = .streamsFull
    case 260: self = .endpointsFull
    case 261: self = .endpointDisabled
    case 262: self = .mailSent
    case 263: self = .endpointEnabled
    case 264: self = .mailBeingSent
    case 300: self = .insufficientFunds
    case 301: self = .sumTooLarge
    case 302: self = .walletFrozen
    case 303: self = .statementTooLong
    case 304: self = .noCorridor
    case 305: self = .limitExceeded
    case 306: self = .payoutNeedsAnswer
    case 307: self = .reconciliationRunning
    case 308: self = .payoutReplaced
    case 309: self = .batchTooLong
    case 310: self = .exposureLimit
    case 311: self = .quoteExpired
    case 312: self = .quoteMismatch
    case 313: self = .quoteUsed
    case 314: self = .amountTooSmall
    case 315: self = .rateUnavailable
    case 316: self = .beneficiariesFull
    case 317: self = .dailyLimitExceeded
    case 400: self = .unbalanced
    case 401: self = .accountIDReused
    case 402: self = .transactionIDReused
    case 403: self = .accountClosed
    case 404: self = .tooManyLabels
    case 405: self = .accountHasPending
    case 406: self = .balanceLimitExceeded
    case 407: self = .notPending
    case 408: self = .pendingAlreadyCommitted
    case 409: self = .pendingAlreadyVoided
    case 410: self = .pendingExpired
    case 411: self = .commitExceedsPending
    case 412: self = .notPosted
    case 413: self = .alreadyReversed
    case 414: self = .reversalOfReversal
    case 415: self = .linkedPartlyPosted
    case 416: self = .ledgerDamaged
    case 417: self = .effectiveTimeOutOfRange
    case 418: self = .nothingToMove
    case 419: self = .holdsDue
    case 420: self = .scheduleIDReused
    case 421: self = .dueTimeOutOfRange
    case 422: self = .scheduleEnded
    case 500: self = .sandboxTooFar
    case 501: self = .faultsFull
    case 502: self = .notSimulated
    case 600: self = .providerDown
    case 601: self = .providerRefused
    case 602: self = .providerRepeatedInvoice
    case 603: self = .databaseDown
    case 604: self = .serverStopping
    case 605: self = .outcomeUnknown
    case 606: self = .contention
    case 607: self = .idempotencyInProgress
    case 608: self = .overloaded
    case 609: self = .rateLimited
    default: self = .unrecognized(rawValue)
    }
  }

  public var rawValue: Int32 {
    switch self {
    case .reasonUnspecified: 0
    case .invalidField: 1
    case .badPageToken: 2
    case .notFound: 3
    case .idempotencyKeyReused: 4
    case .capabilityPaused: 5
    case .etagMismatch: 6
    case .tokenMissing: 20
    case .tokenInvalid: 21
    case .tokenExpired: 22
    case .tokenRevoked: 23
    case .tokenReused: 24
    case .badCredentials: 25
    case .loginThrottled: 26
    case .scopeMissing: 27
    case .apiKeyInvalid: 28
    case .signatureMissing: 29
    case .signatureInvalid: 30
    case .requestReplayed: 31
    case .apiKeyEnded: 32
    case .apiKeyNotRotatable: 33
    case .certificateNameTaken: 34
    case .accountFrozen: 35
    case .accountDeleted: 36
    case .ownAccount: 37
    case .stepUpRequired: 38
    case .badPin: 39
    case .pinNotSet: 40
    case .pinThrottled: 41
    case .kycPending: 42
    case .kycTierHeld: 43
    case .freelancerUnavailable: 44
    case .userHasBusiness: 45
    case .notTheClient: 46
    case .notTheFreelancer: 47
    case .notAParty: 48
    case .notTheOpener: 49
    case .ownCase: 50
    case .emailTaken: 51
    case .registrationsThrottled: 52
    case .badCode: 53
    case .mailsThrottled: 54
    case .mailUnsupported: 55
    case .pinHeld: 56
    case .emailConfirmed: 57
    case .jobNotOpen: 100
    case .ownJob: 101
    case .deadlinePassed: 102
    case .termsChanged: 103
    case .jobNotADraft: 104
    case .jobNotAssigned: 105
    case .jobNotEditable: 106
    case .applicationRequired: 107
    case .alreadyApplied: 108
    case .applicationNotPending: 109
    case .applicationsFull: 110
    case .deliverablesFull: 111
    case .milestonesFull: 112
    case .lastMilestone: 113
    case .illegalTransition: 114
    case .refundNotDue: 115
    case .holdInvoicesUnsupported: 116
    case .fundingWindowOver: 117
    case .scopeOverFunded: 118
    case .amountOverHeld: 119
    case .escrowFrozen: 120
    case .escrowNotFrozen: 121
    case .revisionsUsedUp: 122
    case .inspectionProlonged: 123
    case .inspectionTooLong: 124
    case .partsDoNotAddUp: 125
    case .secondApproverNeeded: 126
    case .recordDamaged: 127
    case .escrowChanged: 128
    case .notEncodable: 129
    case .disputeClosed: 200
    case .evidenceOver: 201
    case .evidenceFull: 202
    case .offersUsedUp: 203
    case .offerGone: 204
    case .ownOffer: 205
    case .rulingProposed: 207
    case .offerVoid: 208
    case .fileDamaged: 206
    case .resumeTokenAhead: 230
    case .consumerTakenOver: 231
    case .tooManyTransfers: 232
    case .auditLogDamaged: 233
    case .consumersFull: 234
    case .streamsFull: 235
    case .endpointsFull: 260
    case .endpointDisabled: 261
    case .mailSent: 262
    case .endpointEnabled: 263
    case .mailBeingSent: 264
    case .insufficientFunds: 300
    case .sumTooLarge: 301
    case .walletFrozen: 302
    case .statementTooLong: 303
    case .noCorridor: 304
    case .limitExceeded: 305
    case .payoutNeedsAnswer: 306
    case .reconciliationRunning: 307
    case .payoutReplaced: 308
    case .batchTooLong: 309
    case .exposureLimit: 310
    case .quoteExpired: 311
    case .quoteMismatch: 312
    case .quoteUsed: 313
    case .amountTooSmall: 314
    case .rateUnavailable: 315
    case .beneficiariesFull: 316
    case .dailyLimitExceeded: 317
    case .unbalanced: 400
    case .accountIDReused: 401
    case .transactionIDReused: 402
    case .accountClosed: 403
    case .tooManyLabels: 404
    case .accountHasPending: 405
    case .balanceLimitExceeded: 406
    case .notPending: 407
    case .pendingAlreadyCommitted: 408
    case .pendingAlreadyVoided: 409
    case .pendingExpired: 410
    case .commitExceedsPending: 411
    case .notPosted: 412
    case .alreadyReversed: 413
    case .reversalOfReversal: 414
    case .linkedPartlyPosted: 415
    case .ledgerDamaged: 416
    case .effectiveTimeOutOfRange: 417
    case .nothingToMove: 418
    case .holdsDue: 419
    case .scheduleIDReused: 420
    case .dueTimeOutOfRange: 421
    case .scheduleEnded: 422
    case .sandboxTooFar: 500
    case .faultsFull: 501
    case .notSimulated: 502
    case .providerDown: 600
    case .providerRefused: 601
    case .providerRepeatedInvoice: 602
    case .databaseDown: 603
    case .serverStopping: 604
    case .outcomeUnknown: 605
    case .contention: 606
    case .idempotencyInProgress: 607
    case .overloaded: 608
    case .rateLimited: 609
    case .unrecognized(let number): number
    }
  }

  /// The values that the proto names.
  public static var allCases: [Self] { [.reasonUnspecified, .invalidField, .badPageToken, .notFound, .idempotencyKeyReused, .capabilityPaused, .etagMismatch, .tokenMissing, .tokenInvalid, .tokenExpired, .tokenRevoked, .tokenReused, .badCredentials, .loginThrottled, .scopeMissing, .apiKeyInvalid, .signatureMissing, .signatureInvalid, .requestReplayed, .apiKeyEnded, .apiKeyNotRotatable, .certificateNameTaken, .accountFrozen, .accountDeleted, .ownAccount, .stepUpRequired, .badPin, .pinNotSet, .pinThrottled, .kycPending, .kycTierHeld, .freelancerUnavailable, .userHasBusiness, .notTheClient, .notTheFreelancer, .notAParty, .notTheOpener, .ownCase, .emailTaken, .registrationsThrottled, .badCode, .mailsThrottled, .mailUnsupported, .pinHeld, .emailConfirmed, .jobNotOpen, .ownJob, .deadlinePassed, .termsChanged, .jobNotADraft, .jobNotAssigned, .jobNotEditable, .applicationRequired, .alreadyApplied, .applicationNotPending, .applicationsFull, .deliverablesFull, .milestonesFull, .lastMilestone, .illegalTransition, .refundNotDue, .holdInvoicesUnsupported, .fundingWindowOver, .scopeOverFunded, .amountOverHeld, .escrowFrozen, .escrowNotFrozen, .revisionsUsedUp, .inspectionProlonged, .inspectionTooLong, .partsDoNotAddUp, .secondApproverNeeded, .recordDamaged, .escrowChanged, .notEncodable, .disputeClosed, .evidenceOver, .evidenceFull, .offersUsedUp, .offerGone, .ownOffer, .rulingProposed, .offerVoid, .fileDamaged, .resumeTokenAhead, .consumerTakenOver, .tooManyTransfers, .auditLogDamaged, .consumersFull, .streamsFull, .endpointsFull, .endpointDisabled, .mailSent, .endpointEnabled, .mailBeingSent, .insufficientFunds, .sumTooLarge, .walletFrozen, .statementTooLong, .noCorridor, .limitExceeded, .payoutNeedsAnswer, .reconciliationRunning, .payoutReplaced, .batchTooLong, .exposureLimit, .quoteExpired, .quoteMismatch, .quoteUsed, .amountTooSmall, .rateUnavailable, .beneficiariesFull, .dailyLimitExceeded, .unbalanced, .accountIDReused, .transactionIDReused, .accountClosed, .tooManyLabels, .accountHasPending, .balanceLimitExceeded, .notPending, .pendingAlreadyCommitted, .pendingAlreadyVoided, .pendingExpired, .commitExceedsPending, .notPosted, .alreadyReversed, .reversalOfReversal, .linkedPartlyPosted, .ledgerDamaged, .effectiveTimeOutOfRange, .nothingToMove, .holdsDue, .scheduleIDReused, .dueTimeOutOfRange, .scheduleEnded, .sandboxTooFar, .faultsFull, .notSimulated, .providerDown, .providerRefused, .providerRepeatedInvoice, .databaseDown, .serverStopping, .outcomeUnknown, .contention, .idempotencyInProgress, .overloaded, .rateLimited] }
}

extension Reason {
  /// What refusals carry, such as `INVALID_FIELD`.
  public var name: String {
    switch self {
    case .reasonUnspecified: "REASON_UNSPECIFIED"
    case .invalidField: "INVALID_FIELD"
    case .badPageToken: "BAD_PAGE_TOKEN"
    case .notFound: "NOT_FOUND"
    case .idempotencyKeyReused: "IDEMPOTENCY_KEY_REUSED"
    case .capabilityPaused: "CAPABILITY_PAUSED"
    case .etagMismatch: "ETAG_MISMATCH"
    case .tokenMissing: "TOKEN_MISSING"
    case .tokenInvalid: "TOKEN_INVALID"
    case .tokenExpired: "TOKEN_EXPIRED"
    case .tokenRevoked: "TOKEN_REVOKED"
    case .tokenReused: "TOKEN_REUSED"
    case .badCredentials: "BAD_CREDENTIALS"
    case .loginThrottled: "LOGIN_THROTTLED"
    case .scopeMissing: "SCOPE_MISSING"
    case .apiKeyInvalid: "API_KEY_INVALID"
    case .signatureMissing: "SIGNATURE_MISSING"
    case .signatureInvalid: "SIGNATURE_INVALID"
    case .requestReplayed: "REQUEST_REPLAYED"
    case .apiKeyEnded: "API_KEY_ENDED"
    case .apiKeyNotRotatable: "API_KEY_NOT_ROTATABLE"
    case .certificateNameTaken: "CERTIFICATE_NAME_TAKEN"
    case .accountFrozen: "ACCOUNT_FROZEN"
    case .accountDeleted: "ACCOUNT_DELETED"
    case .ownAccount: "OWN_ACCOUNT"
    case .stepUpRequired: "STEP_UP_REQUIRED"
    case .badPin: "BAD_PIN"
    case .pinNotSet: "PIN_NOT_SET"
    case .pinThrottled: "PIN_THROTTLED"
    case .kycPending: "KYC_PENDING"
    case .kycTierHeld: "KYC_TIER_HELD"
    case .freelancerUnavailable: "FREELANCER_UNAVAILABLE"
    case .userHasBusiness: "USER_HAS_BUSINESS"
    case .notTheClient: "NOT_THE_CLIENT"
    case .notTheFreelancer: "NOT_THE_FREELANCER"
    case .notAParty: "NOT_A_PARTY"
    case .notTheOpener: "NOT_THE_OPENER"
    case .ownCase: "OWN_CASE"
    case .emailTaken: "EMAIL_TAKEN"
    case .registrationsThrottled: "REGISTRATIONS_THROTTLED"
    case .badCode: "BAD_CODE"
    case .mailsThrottled: "MAILS_THROTTLED"
    case .mailUnsupported: "MAIL_UNSUPPORTED"
    case .pinHeld: "PIN_HELD"
    case .emailConfirmed: "EMAIL_CONFIRMED"
    case .jobNotOpen: "JOB_NOT_OPEN"
    case .ownJob: "OWN_JOB"
    case .deadlinePassed: "DEADLINE_PASSED"
    case .termsChanged: "TERMS_CHANGED"
    case .jobNotADraft: "JOB_NOT_A_DRAFT"
    case .jobNotAssigned: "JOB_NOT_ASSIGNED"
    case .jobNotEditable: "JOB_NOT_EDITABLE"
    case .applicationRequired: "APPLICATION_REQUIRED"
    case .alreadyApplied: "ALREADY_APPLIED"
    case .applicationNotPending: "APPLICATION_NOT_PENDING"
    case .applicationsFull: "APPLICATIONS_FULL"
    case .deliverablesFull: "DELIVERABLES_FULL"
    case .milestonesFull: "MILESTONES_FULL"
    case .lastMilestone: "LAST_MILESTONE"
    case .illegalTransition: "ILLEGAL_TRANSITION"
    case .refundNotDue: "REFUND_NOT_DUE"
    case .holdInvoicesUnsupported: "HOLD_INVOICES_UNSUPPORTED"
    case .fundingWindowOver: "FUNDING_WINDOW_OVER"
    case .scopeOverFunded: "SCOPE_OVER_FUNDED"
    case .amountOverHeld: "AMOUNT_OVER_HELD"
    case .escrowFrozen: "ESCROW_FROZEN"
    case .escrowNotFrozen: "ESCROW_NOT_FROZEN"
    case .revisionsUsedUp: "REVISIONS_USED_UP"
    case .inspectionProlonged: "INSPECTION_PROLONGED"
    case .inspectionTooLong: "INSPECTION_TOO_LONG"
    case .partsDoNotAddUp: "PARTS_DO_NOT_ADD_UP"
    case .secondApproverNeeded: "SECOND_APPROVER_NEEDED"
    case .recordDamaged: "RECORD_DAMAGED"
    case .escrowChanged: "ESCROW_CHANGED"
    case .notEncodable: "NOT_ENCODABLE"
    case .disputeClosed: "DISPUTE_CLOSED"
    case .evidenceOver: "EVIDENCE_OVER"
    case .evidenceFull: "EVIDENCE_FULL"
    case .offersUsedUp: "OFFERS_USED_UP"
    case .offerGone: "OFFER_GONE"
    case .ownOffer: "OWN_OFFER"
    case .rulingProposed: "RULING_PROPOSED"
    case .offerVoid: "OFFER_VOID"
    case .fileDamaged: "FILE_DAMAGED"
    case .resumeTokenAhead: "RESUME_TOKEN_AHEAD"
    case .consumerTakenOver: "CONSUMER_TAKEN_OVER"
    case .tooManyTransfers: "TOO_MANY_TRANSFERS"
    case .auditLogDamaged: "AUDIT_LOG_DAMAGED"
    case .consumersFull: "CONSUMERS_FULL"
    case .streamsFull: "STREAMS_FULL"
    case .endpointsFull: "ENDPOINTS_FULL"
    case .endpointDisabled: "ENDPOINT_DISABLED"
    case .mailSent: "MAIL_SENT"
    case .endpointEnabled: "ENDPOINT_ENABLED"
    case .mailBeingSent: "MAIL_BEING_SENT"
    case .insufficientFunds: "INSUFFICIENT_FUNDS"
    case .sumTooLarge: "SUM_TOO_LARGE"
    case .walletFrozen: "WALLET_FROZEN"
    case .statementTooLong: "STATEMENT_TOO_LONG"
    case .noCorridor: "NO_CORRIDOR"
    case .limitExceeded: "LIMIT_EXCEEDED"
    case .payoutNeedsAnswer: "PAYOUT_NEEDS_ANSWER"
    case .reconciliationRunning: "RECONCILIATION_RUNNING"
    case .payoutReplaced: "PAYOUT_REPLACED"
    case .batchTooLong: "BATCH_TOO_LONG"
    case .exposureLimit: "EXPOSURE_LIMIT"
    case .quoteExpired: "QUOTE_EXPIRED"
    case .quoteMismatch: "QUOTE_MISMATCH"
    case .quoteUsed: "QUOTE_USED"
    case .amountTooSmall: "AMOUNT_TOO_SMALL"
    case .rateUnavailable: "RATE_UNAVAILABLE"
    case .beneficiariesFull: "BENEFICIARIES_FULL"
    case .dailyLimitExceeded: "DAILY_LIMIT_EXCEEDED"
    case .unbalanced: "UNBALANCED"
    case .accountIDReused: "ACCOUNT_ID_REUSED"
    case .transactionIDReused: "TRANSACTION_ID_REUSED"
    case .accountClosed: "ACCOUNT_CLOSED"
    case .tooManyLabels: "TOO_MANY_LABELS"
    case .accountHasPending: "ACCOUNT_HAS_PENDING"
    case .balanceLimitExceeded: "BALANCE_LIMIT_EXCEEDED"
    case .notPending: "NOT_PENDING"
    case .pendingAlreadyCommitted: "PENDING_ALREADY_COMMITTED"
    case .pendingAlreadyVoided: "PENDING_ALREADY_VOIDED"
    case .pendingExpired: "PENDING_EXPIRED"
    case .commitExceedsPending: "COMMIT_EXCEEDS_PENDING"
    case .notPosted: "NOT_POSTED"
    case .alreadyReversed: "ALREADY_REVERSED"
    case .reversalOfReversal: "REVERSAL_OF_REVERSAL"
    case .linkedPartlyPosted: "LINKED_PARTLY_POSTED"
    case .ledgerDamaged: "LEDGER_DAMAGED"
    case .effectiveTimeOutOfRange: "EFFECTIVE_TIME_OUT_OF_RANGE"
    case .nothingToMove: "NOTHING_TO_MOVE"
    case .holdsDue: "HOLDS_DUE"
    case .scheduleIDReused: "SCHEDULE_ID_REUSED"
    case .dueTimeOutOfRange: "DUE_TIME_OUT_OF_RANGE"
    case .scheduleEnded: "SCHEDULE_ENDED"
    case .sandboxTooFar: "SANDBOX_TOO_FAR"
    case .faultsFull: "FAULTS_FULL"
    case .notSimulated: "NOT_SIMULATED"
    case .providerDown: "PROVIDER_DOWN"
    case .providerRefused: "PROVIDER_REFUSED"
    case .providerRepeatedInvoice: "PROVIDER_REPEATED_INVOICE"
    case .databaseDown: "DATABASE_DOWN"
    case .serverStopping: "SERVER_STOPPING"
    case .outcomeUnknown: "OUTCOME_UNKNOWN"
    case .contention: "CONTENTION"
    case .idempotencyInProgress: "IDEMPOTENCY_IN_PROGRESS"
    case .overloaded: "OVERLOADED"
    case .rateLimited: "RATE_LIMITED"
    case .unrecognized(let number): "\(number)"
    }
  }

  /// nil for what the proto of this build does not name.
  public init?(name: String) {
    guard let reason = Self.named[name] else { return nil }
    self = reason
  }

  private static let named: [String: Self] =
    Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })

  /// The one status of its refusals; UNKNOWN of what is no reason.
  public var status: StatusCode {
    switch self {
    case .invalidField, .badPageToken, .unbalanced, .effectiveTimeOutOfRange, .dueTimeOutOfRange: .invalidArgument
    case .notFound: .notFound
    case .idempotencyKeyReused, .certificateNameTaken, .emailTaken, .accountIDReused, .transactionIDReused, .scheduleIDReused: .alreadyExists
    case .scopeMissing, .accountFrozen, .ownAccount, .stepUpRequired, .badPin, .notTheClient, .notTheFreelancer, .notAParty, .notTheOpener, .ownCase, .pinHeld, .walletFrozen: .permissionDenied
    case .loginThrottled, .pinThrottled, .registrationsThrottled, .mailsThrottled, .streamsFull, .batchTooLong, .overloaded, .rateLimited: .resourceExhausted
    case .capabilityPaused, .apiKeyEnded, .apiKeyNotRotatable, .accountDeleted, .pinNotSet, .kycPending, .kycTierHeld, .freelancerUnavailable, .userHasBusiness, .mailUnsupported, .emailConfirmed, .jobNotOpen, .ownJob, .deadlinePassed, .termsChanged, .jobNotADraft, .jobNotAssigned, .jobNotEditable, .applicationRequired, .alreadyApplied, .applicationNotPending, .applicationsFull, .deliverablesFull, .milestonesFull, .lastMilestone, .illegalTransition, .refundNotDue, .holdInvoicesUnsupported, .fundingWindowOver, .scopeOverFunded, .amountOverHeld, .escrowFrozen, .escrowNotFrozen, .revisionsUsedUp, .inspectionProlonged, .inspectionTooLong, .partsDoNotAddUp, .secondApproverNeeded, .notEncodable, .disputeClosed, .evidenceOver, .evidenceFull, .offersUsedUp, .offerGone, .ownOffer, .rulingProposed, .offerVoid, .consumersFull, .endpointsFull, .endpointDisabled, .mailSent, .endpointEnabled, .insufficientFunds, .sumTooLarge, .noCorridor, .limitExceeded, .payoutNeedsAnswer, .reconciliationRunning, .payoutReplaced, .exposureLimit, .quoteExpired, .quoteMismatch, .quoteUsed, .amountTooSmall, .beneficiariesFull, .dailyLimitExceeded, .accountClosed, .tooManyLabels, .accountHasPending, .balanceLimitExceeded, .notPending, .pendingAlreadyCommitted, .pendingAlreadyVoided, .pendingExpired, .commitExceedsPending, .notPosted, .alreadyReversed, .reversalOfReversal, .linkedPartlyPosted, .nothingToMove, .scheduleEnded, .faultsFull, .notSimulated, .providerRefused: .failedPrecondition
    case .etagMismatch, .escrowChanged, .consumerTakenOver, .mailBeingSent, .holdsDue, .contention, .idempotencyInProgress: .aborted
    case .resumeTokenAhead, .tooManyTransfers, .statementTooLong, .sandboxTooFar: .outOfRange
    case .rateUnavailable, .providerDown, .providerRepeatedInvoice, .databaseDown, .serverStopping, .outcomeUnknown: .unavailable
    case .recordDamaged, .fileDamaged, .auditLogDamaged, .ledgerDamaged: .dataLoss
    case .tokenMissing, .tokenInvalid, .tokenExpired, .tokenRevoked, .tokenReused, .badCredentials, .apiKeyInvalid, .signatureMissing, .signatureInvalid, .requestReplayed, .badCode: .unauthenticated
    default: .unknown
    }
  }

  /// Whether any method may refuse with it.
  public var isCommon: Bool {
    switch self {
    case .invalidField, .badPageToken, .notFound, .idempotencyKeyReused, .capabilityPaused, .etagMismatch, .tokenMissing, .tokenInvalid, .tokenExpired, .tokenRevoked, .scopeMissing, .apiKeyInvalid, .signatureMissing, .signatureInvalid, .requestReplayed, .accountFrozen, .recordDamaged, .sumTooLarge, .databaseDown, .serverStopping, .outcomeUnknown, .contention, .idempotencyInProgress, .overloaded, .rateLimited: true
    default: false
    }
  }

  /// Whether the same request may succeed after a while.
  public var isRetryable: Bool {
    switch self {
    case .loginThrottled, .pinThrottled, .registrationsThrottled, .mailsThrottled, .pinHeld, .escrowChanged, .mailBeingSent, .rateUnavailable, .holdsDue, .providerDown, .providerRepeatedInvoice, .databaseDown, .serverStopping, .outcomeUnknown, .contention, .idempotencyInProgress, .overloaded, .rateLimited: true
    default: false
    }
  }
}

/// The reasons of one method, in alphabetical order.
public struct Refusals: WireMessage {
  public var reason: [Reason] = []
  /// Fields that the proto of this build does not know, sent on unchanged.
  public var unknownFields: UnknownFields
}

extension Refusals {
  public static let fullName = "paylyt.common.v1.Refusals"
  public static let wireLayout = unsafe WireLayout(paylyt__common__v1__refusals__init)

  public init() {
    self.init(unknownFields: UnknownFields())
  }

  public init(
    reason: [Reason] = []
  ) {
    self.init(
      reason: reason,
      unknownFields: UnknownFields())
  }

  @unsafe public init(unpacked _source: UnsafeRawPointer) {
    let _c = unsafe _source.assumingMemoryBound(to: Paylyt__Common__V1__Refusals.self)
    let reason: [Reason] = unsafe Wire.array(_c.pointee.reason, _c.pointee.n_reason) { Reason(rawValue: $0) }
    unsafe self.init(
      reason: reason,
      unknownFields: UnknownFields(unpacked: _source))
  }

  @unsafe public func pack(into arena: Arena) -> UnsafeMutableRawPointer {
    let c = unsafe arena.make(paylyt__common__v1__refusals__init, keeping: self.unknownFields)
    unsafe c.pointee.reason = arena.array(self.reason) { $0.rawValue }
    unsafe c.pointee.n_reason = self.reason.count
    return UnsafeMutableRawPointer(c)
  }
}
