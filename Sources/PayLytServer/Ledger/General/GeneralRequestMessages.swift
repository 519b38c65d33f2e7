import PayLytAPI
import StandardAPI

// How requests of the general ledger are read. Each throws INVALID_ARGUMENT with the field.

extension GeneralName {
  static let accounts = "ledgerAccounts"
  static let transactions = "ledgerTransactions"

  var accountName: String { "\(Self.accounts)/\(text)" }
  var transactionName: String { "\(Self.transactions)/\(text)" }

  /// Reads `{collection}/{id}`.
  static func parse(
    _ name: String, _ collection: String, field: String = "name"
  ) throws(Refusal) -> GeneralName {
    guard name.utf8.starts(with: Array("\(collection)/".utf8)),
      let found = GeneralName(name.dropFirst(collection.count + 1))
    else { throw .invalid(field, "Expected `\(collection)/{id}`.") }
    return found
  }

  /// Reads an id that a caller chose.
  init(id: String, field: String) throws(Refusal) {
    guard let name = GeneralName(id) else {
      throw .invalid(
        field, "1 to \(GeneralLimits.nameCharactersMax) letters, digits and . _ : - only.")
    }
    self = name
  }
}

extension Side {
  init(_ side: PayLytAPI.Side, field: String) throws(Refusal) {
    switch side {
    case .debit: self = .debit
    case .credit: self = .credit
    case .unspecified, .unrecognized: throw .invalid(field, "SIDE_DEBIT or SIDE_CREDIT.")
    }
  }
}

extension Balancing {
  init(_ balancing: PayLytAPI.Balancing, field: String) throws(Refusal) {
    switch balancing {
    case .unspecified: self = .none
    case .debit: self = .debit
    case .credit: self = .credit
    case .both: self = .both
    case .unrecognized:
      throw .invalid(field, "BALANCING_DEBIT, BALANCING_CREDIT or BALANCING_BOTH.")
    }
  }
}

extension TimeKind {
  func isEffective(field: String) throws(Refusal) -> Bool {
    switch self {
    case .unspecified, .booking: false
    case .effective: true
    case .unrecognized: throw .invalid(field, "TIME_KIND_BOOKING or TIME_KIND_EFFECTIVE.")
    }
  }
}

extension AssetCode {
  init(_ text: String, field: String) throws(Refusal) {
    guard let code = AssetCode(text) else {
      throw .invalid(field, "A capital letter and up to 15 more or digits, such as USD or USD/2.")
    }
    self = code
  }
}

extension Annotations {
  /// 1 to 40 letters, digits and `. _ : -`.
  static func isKey(_ key: String) -> Bool {
    (1...GeneralLimits.annotationKeyCharactersMax).contains(key.utf8.count)
      && key.utf8.allSatisfy(GeneralName.isAllowed)
  }

  init(
    _ pairs: [String: String], field: String, most: Int = GeneralLimits.annotationsMax
  ) throws(Refusal) {
    guard pairs.count <= most else { throw .invalid(field, "At most \(most) keys.") }
    for (key, value) in pairs {
      guard Self.isKey(key) else {
        throw .invalid(
          field,
          "Keys are 1 to \(GeneralLimits.annotationKeyCharactersMax) letters, digits and "
            + ". _ : - only.")
      }
      guard
        GeneralTexts.isShort(value, charactersMax: GeneralLimits.annotationValueCharactersMax)
      else {
        throw .invalid(
          field, "Values have at most \(GeneralLimits.annotationValueCharactersMax) characters.")
      }
    }
    self.init(pairs)
  }
}

/// Checks texts that may be empty.
enum GeneralTexts {
  static func isShort(_ text: String, charactersMax: Int) -> Bool {
    // Bytes first: counting the characters of a long text costs more than its bytes do.
    text.utf8.count <= charactersMax * 4 && text.unicodeScalars.count <= charactersMax
  }

  static func description(_ text: String, field: String) throws(Refusal) -> String {
    guard isShort(text, charactersMax: GeneralLimits.descriptionCharactersMax) else {
      throw .invalid(field, "At most \(GeneralLimits.descriptionCharactersMax) characters.")
    }
    return text
  }

  /// Written like an id, or empty.
  static func reference(_ text: String, field: String) throws(Refusal) -> String {
    text.isEmpty ? "" : try GeneralName(id: text, field: field).text
  }

  static func code(_ code: Int32, field: String) throws(Refusal) -> Int32 {
    guard code >= 0 else { throw .invalid(field, "Not negative.") }
    return code
  }
}

extension OpenGeneralAccount {
  init(
    _ request: CreateAccountRequest, caller: Caller, identity: RequestIdentity
  ) throws(Refusal) {
    guard let account = request.account else {
      throw .invalid("account", "Say what kind of account.")
    }
    if let minimum = account.balanceMin, minimum > 0 {
      throw .invalid("account.balance_min", "Not above zero: a new account is empty.")
    }
    if let maximum = account.balanceMax, maximum < 0 {
      throw .invalid("account.balance_max", "Not below zero: a new account is empty.")
    }
    self.init(
      caller: caller, request: identity,
      name: try GeneralName(id: request.accountID, field: "account_id"),
      asset: try AssetCode(account.asset, field: "account.asset"),
      normalSide: try Side(account.normalSide, field: "account.normal_side"),
      balanceMin: account.balanceMin, balanceMax: account.balanceMax,
      code: try GeneralTexts.code(account.code, field: "account.code"),
      annotations: try Annotations(account.metadata, field: "account.metadata"))
  }
}

extension TransactionTerms {
  /// - Parameter field: the path of the draft in the request; empty where the answer names fields
  ///   as they are in the draft.
  /// - Parameter needsName: whether the caller must have chosen an id.
  init(
    _ draft: TransactionDraft?, field: String, needsName: Bool = false
  ) throws(Refusal) {
    guard let draft else { throw .invalid(field, "Say what to post.") }
    let path = field.isEmpty ? "" : "\(field)."
    let isNamed = needsName || !draft.transactionID.isEmpty
    guard draft.pending || draft.timeoutSeconds == 0 else {
      throw .invalid("\(path)timeout_seconds", "Only a pending transaction has a timeout.")
    }
    guard (0...GeneralLimits.timeoutSecondsMax).contains(draft.timeoutSeconds) else {
      throw .invalid(
        "\(path)timeout_seconds", "0 to \(GeneralLimits.timeoutSecondsMax) seconds.")
    }
    let balancing = try Balancing(draft.balancing, field: "\(path)balancing")
    let postings = try Self.postings(draft.postings, field: "\(path)postings")
    guard balancing == .none || Self.isPair(postings) else {
      throw .invalid(
        "\(path)balancing", "Two postings, one debit and one credit of the same amount.")
    }
    self.init(
      name: isNamed
        ? try GeneralName(id: draft.transactionID, field: "\(path)transaction_id") : nil,
      postings: postings,
      isPending: draft.pending, timeoutSeconds: draft.timeoutSeconds,
      code: try GeneralTexts.code(draft.code, field: "\(path)code"),
      description: try GeneralTexts.description(
        draft.description, field: "\(path)description"),
      annotations: try Annotations(draft.metadata, field: "\(path)metadata"),
      effectiveAt: try draft.effectiveTime.map { (time) throws(Refusal) in
        try Timestamp(time, field: "\(path)effective_time")
      },
      reference: try GeneralTexts.reference(draft.reference, field: "\(path)reference"),
      balancing: balancing)
  }

  private static func isPair(_ postings: [Posting]) -> Bool {
    postings.count == 2 && postings[0].side != postings[1].side
      && postings[0].amount == postings[1].amount
  }

  /// Several, each with its own id.
  static func list(
    _ drafts: [TransactionDraft], field: String
  ) throws(Refusal) -> [TransactionTerms] {
    guard (1...GeneralLimits.batchMax).contains(drafts.count) else {
      throw .invalid(field, "1 to \(GeneralLimits.batchMax) of them.")
    }
    var names: Set<String> = []
    var postings = 0
    var list: [TransactionTerms] = []
    for (index, draft) in drafts.enumerated() {
      let path = "\(field)[\(index)]"
      let terms = try TransactionTerms(draft, field: path, needsName: true)
      guard names.insert(draft.transactionID).inserted else {
        throw .invalid("\(path).transaction_id", "It stands twice in the list.")
      }
      postings += terms.postings.count
      list.append(terms)
    }
    guard postings <= GeneralLimits.batchPostingsMax else {
      throw .invalid(field, "At most \(GeneralLimits.batchPostingsMax) postings together.")
    }
    return list
  }

  private static func postings(
    _ postings: [LedgerPosting], field: String
  ) throws(Refusal) -> [Posting] {
    guard (2...GeneralLimits.postingsMax).contains(postings.count) else {
      throw .invalid(field, "2 to \(GeneralLimits.postingsMax) of them.")
    }
    var found: [Posting] = []
    found.reserveCapacity(postings.count)
    for (index, posting) in postings.enumerated() {
      let path = "\(field)[\(index)]"
      guard posting.amount > 0 else {
        throw .invalid("\(path).amount", "More than zero smallest units.")
      }
      found.append(
        Posting(
          account: try GeneralName.parse(
            posting.account, GeneralName.accounts, field: "\(path).account"),
          side: try Side(posting.side, field: "\(path).side"), amount: posting.amount))
    }
    return found
  }
}

extension LedgerTransaction.State {
  /// What a list asks for; nil: all.
  func filter(field: String) throws(Refusal) -> GeneralTransactionState? {
    switch self {
    case .unspecified: nil
    case .pending: .pending
    case .posted: .posted
    case .voided: .voided
    case .expired: .expired
    case .unrecognized: throw .invalid(field, "A state of a transaction.")
    }
  }
}
