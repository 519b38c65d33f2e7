/// What the commands on one escrow share: which rows they need, and who may see it.
protocol EscrowCommand: Command where Answer == EscrowCase {
  var escrow: UUID { get }
  /// The accounts that the command may post to. It debits no wallet.
  func accounts(of escrow: Escrow, stripe: UInt8) -> [AccountID]
  /// Which version of it the caller has read; empty when they do not mind.
  var etag: String { get }
}

extension EscrowCommand {
  func load(_ rows: Loader) { loadCase(rows) }

  /// The escrow with its milestones, and the accounts of the command.
  ///
  /// - Parameter authority: where the caller gives money away.
  func loadCase(_ rows: Loader, _ authority: Authority = .unlimited) {
    rows.wantProof(of: caller, authority)
    rows.want(Milestone.self, by: "escrow_id", .uuid(escrow))
    guard let found = rows.row(Escrow.self, escrow) else { return }
    rows.expect(accounts(of: found, stripe: rows.stripe))
  }
}

extension Loader {
  /// Names the accounts of both sides, for `Decision.side` and `Decision.hears`.
  func wantSides(of escrow: UUID) {
    for party in row(Escrow.self, escrow)?.parties ?? [] { wantAccount(of: party) }
  }
}

extension Decision {
  /// Which side the caller is, who may speak for it. Its load names both accounts.
  ///
  /// - Throws: NOT_A_PARTY, ACCOUNT_FROZEN.
  func side(of caller: Caller, in escrow: Escrow) throws -> Consents {
    guard let side = escrow.side(of: caller) else { throw Refusal.onlyTheParties }
    try checkActive(side == .client ? escrow.client : escrow.freelancer)
    return side
  }

  /// Whether the word of the side that is not `side` counts. Its load names both accounts.
  ///
  /// - Parameter until: when it would be too old; nil where there is none.
  func hears(theOtherThan side: Consents, of escrow: Escrow, until: Timestamp?) -> Bool {
    let other = side == .client ? escrow.freelancer : escrow.client
    let said = until?.adding(seconds: -EscrowLimits.proposalSeconds)
    return said.map { counts($0, of: other) } ?? true
  }

  /// The escrow with its milestones.
  ///
  /// - Throws: NOT_FOUND when there is none, and just the same when `caller` is no party of it;
  ///   ABORTED when `etag` is that of another version.
  func escrowCase(
    _ id: UUID, for caller: Caller, etag: String = ""
  ) throws(Refusal) -> EscrowCase {
    guard let escrow = row(Escrow.self, id), escrow.isVisible(to: caller) else {
      throw .notFound("escrow \(id)")
    }
    try escrow.check(etag: etag)
    return try EscrowCase(
      stored: escrow, rows(Milestone.self, by: "escrow_id", .uuid(id)))
  }

  /// Lets a side let go of what is held: the freelancer gives it back, at once or as soon as the
  /// client agrees, and the client gets it.
  ///
  /// - Throws: STEP_UP_REQUIRED.
  func checkGivenBack(
    _ msat: Int64, by side: Consents, of escrow: Escrow, _ authority: Authority
  ) throws(Refusal) {
    guard side == .freelancer else { return }
    try checkStepUp(msat, by: escrow.freelancer, authority)
  }

  func put(_ changed: EscrowCase) {
    put(changed.escrow)
    for milestone in changed.milestones
    where !isNamed(Milestone.self, milestone.id) || row(Milestone.self, milestone.id) != milestone {
      put(milestone)
    }
  }
}

extension Escrow: Versioned {
  /// What a release posts to.
  func accountsOfRelease(stripe: UInt8) -> [AccountID] {
    [
      account, AccountID(of: freelancer, kind: .wallet, asset: .btc),
      .platform(.fees, asset: .btc, stripe: stripe),
    ]
  }

  /// What giving money back posts to.
  var accountsOfRefund: [AccountID] {
    [account, clientWallet]
  }

  func isVisible(to caller: Caller) -> Bool {
    switch caller {
    case .system: true
    case .user(let id, let roles): id == client || id == freelancer || roles.contains(.admin)
    }
  }

  /// Who may read what happens to it.
  var parties: [UUID] { [client, freelancer] }

  func isClient(_ caller: Caller) -> Bool {
    guard case .user(let id, _) = caller else { return false }
    return id == client
  }

  /// Which of the two the caller is; nil when neither.
  func side(of caller: Caller) -> Consents? {
    isClient(caller) ? .client : isFreelancer(caller) ? .freelancer : nil
  }

  func isFreelancer(_ caller: Caller) -> Bool {
    guard case .user(let id, _) = caller else { return false }
    return id == freelancer
  }
}
