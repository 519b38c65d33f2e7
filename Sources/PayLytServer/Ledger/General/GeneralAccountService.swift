import PayLytAPI
import PayLytRPC
import StandardAPI

/// Accounts of the general ledger.
extension LedgerService {
  func createAccount(
    _ request: CreateAccountRequest, _ context: ServerContext
  ) async throws -> LedgerAccount {
    try await service.change(request, context) { asked in
      try OpenGeneralAccount(request, caller: asked.caller, identity: asked.identity)
    } wasThere: {
      $0.isReplay
    } answer: {
      LedgerAccount($0.account)
    }
  }

  func closeAccount(
    _ request: CloseAccountRequest, _ context: ServerContext
  ) async throws -> LedgerAccount {
    let name = try GeneralName.parse(request.name, GeneralName.accounts)
    let reason = try GeneralTexts.description(request.reason, field: "reason")
    return try await ledger.releasing({ [name] }) { released in
      try await service.change(request, context) { asked in
        CloseGeneralAccount(
          caller: asked.caller, request: asked.identity, name: name, reason: reason,
          releasedUpTo: released)
      } answer: {
        LedgerAccount($0)
      }
    }
  }

  func reopenAccount(
    _ request: ReopenAccountRequest, _ context: ServerContext
  ) async throws -> LedgerAccount {
    let name = try GeneralName.parse(request.name, GeneralName.accounts)
    let reason = try GeneralTexts.description(request.reason, field: "reason")
    return try await service.change(request, context) { asked in
      ReopenGeneralAccount(
        caller: asked.caller, request: asked.identity, name: name, reason: reason)
    } answer: {
      LedgerAccount($0)
    }
  }

  func getAccount(
    _ request: GetAccountRequest, _ context: ServerContext
  ) async throws -> LedgerAccount {
    let account = try await account(named: request.name, context)
    return LedgerAccount(account, labels: try await labels(of: [account.id], context)[account.id])
  }

  func listAccounts(
    _ request: ListAccountsRequest, _ context: ServerContext
  ) async throws -> ListAccountsResponse {
    let prefix = request.idPrefix
    guard prefix.isEmpty || GeneralName(prefix) != nil else {
      throw Refusal.invalid("id_prefix", "Letters, digits and . _ : - only.")
    }
    let asset =
      request.asset.isEmpty ? nil : try AssetCode(request.asset, field: "asset").text
    let code = try request.code.map { try GeneralTexts.code($0, field: "code") }
    let label = request.label.isEmpty ? nil : try LabelFilter.parse(request.label)
    guard label == nil || asset == nil && code == nil else {
      throw Refusal.invalid("label", "It goes with `id_prefix` only.")
    }
    let page = try service.page(
      of: "ListAccounts \(prefix) \(asset ?? "") \(code.map(String.init) ?? "") \(label ?? "")",
      request.pageSize, request.pageToken)
    // DEL sorts behind everything that a name can hold.
    let names = [SQLValue.text(prefix), .text(prefix + "\u{7f}")]
    var statement = GeneralStatements.accountsAfter
    var values = [.uuid(page.after)] + names + [.text(asset), page.limit]
    if let label {
      statement = GeneralLabelStatements.accountsAfter
      values = [.uuid(page.after), .text(label)] + names + [page.limit]
    } else if let code {
      statement = GeneralStatements.accountsOfCodeAfter
      values.append(.int4(code))
    }
    let found = try await service.database.query(statement, values, deadline: context.deadline)
    let labels = try await labels(of: found.prefix(page.size).map(\.id), context)
    let (accounts, next) = page.cut(found, id: \.id) { LedgerAccount($0, labels: labels[$0.id]) }
    return ListAccountsResponse(accounts: accounts, nextPageToken: next)
  }

  func getBalance(
    _ request: GetBalanceRequest, _ context: ServerContext
  ) async throws -> LedgerBalance {
    let isEffective = try request.timeKind.isEffective(field: "time_kind")
    let account = try await account(named: request.name, context)
    if isEffective, let time = request.asOf {
      let sums = try await sums(
        of: account, effectiveAt: try Timestamp(time, field: "as_of"), context)
      return LedgerBalance(
        sums, of: account.name, asset: account.asset, account.normalSide, sequence: 0, at: nil)
    }
    guard let time = try pastTime(request.asOf, field: "as_of") else {
      return LedgerBalance(account)
    }
    return try await balance(of: account, at: time, context)
  }

  /// What counts at a moment, of all that was booked when the account was read.
  func sums(
    of account: GeneralAccount, effectiveAt time: Timestamp, _ context: ServerContext
  ) async throws -> GeneralSums {
    let values: [SQLValue] = [.uuid(account.id), .timestamp(time), .int8(account.entries)]
    async let booked = service.database.query(
      GeneralStatements.sumsAt, values, deadline: context.deadline)
    async let shift = service.database.query(
      GeneralStatements.effectiveShift, values, deadline: context.deadline)
    var sums = try await booked.first ?? GeneralSums()
    guard let shift = try await shift.first else { throw CommitError.internalError }
    for side in [Side.debit, .credit] {
      sums[side] = GeneralSums.Amounts(
        posted: sums[side].posted + shift[side].posted,
        pending: sums[side].pending + shift[side].pending)
    }
    return sums
  }

  func listEntries(
    _ request: ListEntriesRequest, _ context: ServerContext
  ) async throws -> ListEntriesResponse {
    let account = try await account(named: request.parent, field: "parent", context)
    let page = try service.page(
      of: "ListEntries \(account.id)", request.pageSize, request.pageToken)
    let before = page.afterPosition == 0 ? Int64.max : page.afterPosition
    let found = try await service.database.query(
      GeneralStatements.entriesBefore, [.uuid(account.id), .int8(before), page.limit],
      deadline: context.deadline)
    let (entries, next) = page.cut(found, position: \.entry.sequence) { LedgerEntry($0) }
    return ListEntriesResponse(entries: entries, nextPageToken: next)
  }

  /// - Throws: NOT_FOUND.
  func account(
    named name: String, field: String = "name", _ context: ServerContext
  ) async throws -> GeneralAccount {
    let id = try GeneralName.parse(name, GeneralName.accounts, field: field)
    let found = try await service.database.query(
      GeneralStatements.account, [.uuid(id.key)], deadline: context.deadline)
    guard let account = found.first else { throw GeneralLedgerError.accountNotFound(id.text) }
    return account
  }

  /// After the account's last entry up to a moment.
  func balance(
    of account: GeneralAccount, at time: Timestamp, _ context: ServerContext
  ) async throws -> LedgerBalance {
    let found = try await service.database.query(
      GeneralStatements.entryAt, [.uuid(account.id), .timestamp(time)],
      deadline: context.deadline)
    return found.first.map { LedgerBalance(after: $0) } ?? LedgerBalance(account.asOpened)
  }

  /// A moment that a caller asks about; nil when it asks about now.
  func pastTime(_ time: ProtoTimestamp?, field: String) throws(Refusal) -> Timestamp? {
    guard let time else { return nil }
    let moment = try Timestamp(time, field: field)
    guard moment <= service.clock.now() else {
      throw .invalid(field, "Not in the future: nobody knows yet.")
    }
    return moment
  }
}
