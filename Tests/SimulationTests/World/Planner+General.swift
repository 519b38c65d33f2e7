@testable import PayLytServer

/// Users of the general ledger: their bookkeeper, that is an admin.
extension Planner {
  static func name(_ text: String) -> GeneralName {
    guard let name = GeneralName(text) else { preconditionFailure("\(text) is no name") }
    return name
  }

  var bookkeeper: Caller? { knowledge.admins.first.map { caller($0) } }

  private mutating func account() -> String {
    draw.one(of: GeneralBooks.limits.map(\.name)) ?? "world"
  }

  mutating func openGeneralAccount() -> Operation? {
    let missing = GeneralBooks.limits.filter { model.books.accounts[$0.name] == nil }
    guard let caller = bookkeeper, let asset = AssetCode("USD"),
      let limit = draw.one(of: missing.isEmpty ? GeneralBooks.limits : missing)
    else { return nil }
    return Operation(number, "open account \(limit.name)") { _, request in
      OpenGeneralAccount(
        caller: caller, request: request, name: Self.name(limit.name), asset: asset,
        normalSide: .credit, balanceMin: limit.min, balanceMax: limit.max, code: 0,
        annotations: Annotations([:]))
    } effect: { model, _, now in
      model.books.open(limit.name, at: now)
    }
  }

  mutating func closeGeneralAccount() -> Operation? {
    guard let caller = bookkeeper else { return nil }
    let name = account()
    return Operation(number, "close account \(name)") { _, request in
      CloseGeneralAccount(caller: caller, request: request, name: Self.name(name), reason: "x")
    } effect: { model, _, _ in
      model.books.close(name)
    }
  }

  mutating func reopenGeneralAccount() -> Operation? {
    let closed = model.books.accounts.filter(\.value.isClosed).keys.sorted()
    guard let caller = bookkeeper, let name = draw.one(of: closed) else { return nil }
    return Operation(number, "open account \(name) again") { _, request in
      ReopenGeneralAccount(caller: caller, request: request, name: Self.name(name), reason: "x")
    } effect: { model, _, _ in
      model.books.reopen(name)
    }
  }

  /// From one account to one or two others; now and then somebody cannot count.
  mutating func moves(_ count: Int) -> [GeneralBooks.Move] {
    let names = GeneralBooks.limits.map(\.name).shuffled(using: &draw)
    let amount = draw.number(2...120)
    let rest = count == 3 ? draw.number(1...(amount - 1)) : 0
    let wrong: Int64 = draw.chance(4) ? 1 : 0
    let moves = [(names[0], -amount - wrong), (names[1], amount - rest), (names[2], rest)]
    return moves.prefix(count).map { GeneralBooks.Move(account: $0.0, amount: $0.1) }
  }

  func terms(
    _ id: String, _ moves: [GeneralBooks.Move], isPending: Bool = false, timeout: Int64 = 0,
    effectiveAt: Timestamp? = nil, balancing: Balancing = .none
  ) -> TransactionTerms {
    TransactionTerms(
      name: Self.name(id),
      postings: moves.map {
        TransactionTerms.Posting(
          account: Self.name($0.account), side: $0.amount > 0 ? .credit : .debit,
          amount: abs($0.amount))
      }, isPending: isPending, timeoutSeconds: timeout, code: 0, description: "",
      annotations: Annotations([:]), effectiveAt: effectiveAt, balancing: balancing)
  }

  mutating func postTransaction() -> Operation? {
    guard let caller = bookkeeper else { return nil }
    let isPending = draw.chance(40)
    let timeout = isPending && draw.chance(50) ? draw.number(1...4_000) : 0
    let moves = moves(draw.chance(70) ? 2 : 3)
    let isPair = moves.count == 2 && moves[0].amount == -moves[1].amount
    let balancing = isPair && draw.chance(20) ? draw.one(of: Balancing.allCases) ?? .none : .none
    // Now and then it is there already, with another content.
    let known = draw.chance(6) ? draw.one(of: knowledge.postings)?.text : nil
    let id = known ?? "t\(number)"
    let terms = terms(
      id, moves, isPending: isPending, timeout: timeout,
      effectiveAt: draw.chance(30) ? now.adding(seconds: draw.number(-900_000...900_000)) : nil,
      balancing: balancing)
    return Operation(number, "post \(id): \(moves.map { "\($0.account) \($0.amount)" })") {
      server, request in
      PostTransaction(
        caller: caller, request: request, terms: terms,
        releasedUpTo: try await server.releaseHolds())
    } answer: {
      $0.made.map(\.entry.account)
    } effect: { model, _, now in
      model.books.post(
        id, moves, isPending: isPending, timeout: timeout, balancing: balancing, at: now)
    } learn: { knowledge, _ in
      knowledge.postings.append(Self.name(id))
    }
  }

  mutating func postLinked() -> Operation? {
    guard let caller = bookkeeper else { return nil }
    let list = (1...draw.number(2...3)).map { (id: "t\(number)-\($0)", moves: moves(2)) }
    let drafts = list.map { terms($0.id, $0.moves) }
    return Operation(number, "post \(list.count) together") { server, request in
      PostLinkedTransactions(
        caller: caller, request: request, list: drafts,
        releasedUpTo: try await server.releaseHolds())
    } effect: { model, _, now in
      model.books.postAll(list, at: now)
    } learn: { knowledge, _ in
      knowledge.postings += list.map { Self.name($0.id) }
    }
  }

  /// Moves nothing, whatever becomes of it.
  mutating func updateLabels() -> Operation? {
    guard let caller = bookkeeper else { return nil }
    let known = draw.chance(50) ? draw.recent(of: knowledge.postings) : nil
    let subject =
      known.map { GeneralLabels.Subject.transaction($0) } ?? .account(Self.name(account()))
    let (key, value) = ("k\(draw.number(1...3))", "\(draw.number(1...3))")
    let changes =
      draw.chance(70)
      ? LabelChanges(set: [key: value], removed: []) : LabelChanges(set: [:], removed: [key])
    return Operation(number, "label \(subject.resource)") { _, request in
      UpdateGeneralLabels(
        caller: caller, request: request, subject: subject, changes: changes, etag: "")
    } effect: { model, _, _ in
      switch subject {
      case .account(let name): model.books.accounts[name.text] != nil
      case .transaction(let name): model.books.transactions[name.text] != nil
      }
    }
  }

  mutating func claimBatch() -> Operation? {
    guard let caller = bookkeeper else { return nil }
    return Operation(number, "claim a batch") { _, request in
      ClaimBatch(caller: caller, request: request)
    }
  }

  /// Mostly one that holds something.
  private mutating func posting() -> GeneralName? {
    let held = knowledge.postings.filter { model.books.transactions[$0.text]?.state == .pending }
    return draw.recent(of: draw.chance(80) && !held.isEmpty ? held : knowledge.postings)
  }

  mutating func commitPending() -> Operation? {
    guard let caller = bookkeeper, let name = posting() else { return nil }
    let moves = model.books.transactions[name.text]?.moves ?? []
    // A part of it can be named simply where there are two legs.
    let share =
      moves.count == 2 && draw.chance(50) ? draw.number(1...(abs(moves[0].amount) + 1)) : nil
    return Operation(number, "commit \(share ?? 0) of \(name.text)") { _, request in
      CommitPending(
        caller: caller, request: request, name: name, amounts: share.map { [$0, $0] })
    } effect: { model, _, now in
      model.books.resolve(name.text, .posted, share: share, at: now)
    }
  }

  mutating func voidPending() -> Operation? {
    guard let caller = bookkeeper, let name = posting() else { return nil }
    return Operation(number, "void \(name.text)") { _, request in
      VoidPending(caller: caller, request: request, name: name, reason: "")
    } effect: { model, _, now in
      model.books.resolve(name.text, .voided, at: now)
    }
  }

  mutating func reverseTransaction() -> Operation? {
    guard let caller = bookkeeper, let name = draw.recent(of: knowledge.postings) else {
      return nil
    }
    let reversal = Self.name("r\(number)")
    return Operation(number, "reverse \(name.text)") { server, request in
      ReverseTransaction(
        caller: caller, request: request, name: name, reversal: reversal, description: "",
        annotations: Annotations([:]), releasedUpTo: try await server.releaseHolds())
    } effect: { model, _, now in
      model.books.reverse(name.text, as: reversal.text, at: now)
    } learn: { knowledge, _ in
      knowledge.postings.append(reversal)
    }
  }
}
