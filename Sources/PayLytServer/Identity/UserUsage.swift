/// What a user has moved on one day, and lately without the second factor, in millisatoshis.
struct UserUsage: Hashable, Sendable {
  /// The user's.
  let id: UUID
  /// As `Timestamp.utcDay`.
  private(set) var day: Int32
  private(set) var fundingMsat: Int64
  private(set) var payoutMsat: Int64
  /// Since `unprovedSince`; what was moved with the second factor is not in it.
  private(set) var unprovedMsat: Int64
  private(set) var unprovedSince: Timestamp?

  init(
    id: UUID, day: Int32, fundingMsat: Int64 = 0, payoutMsat: Int64 = 0, unprovedMsat: Int64 = 0,
    unprovedSince: Timestamp? = nil
  ) {
    self.id = id
    self.day = day
    self.fundingMsat = fundingMsat
    self.payoutMsat = payoutMsat
    self.unprovedMsat = unprovedMsat
    self.unprovedSince = unprovedSince
  }

  /// The usage as it counts on `today`: an earlier day's is over. A later one's counts: another
  /// server's clock was ahead, and going back and forth over midnight must not begin a day anew.
  func on(_ today: Int32) -> UserUsage {
    guard day < today else { return self }
    return UserUsage(
      id: id, day: today, unprovedMsat: unprovedMsat, unprovedSince: unprovedSince)
  }

  /// Counts a move without the second factor.
  ///
  /// - Throws: STEP_UP_REQUIRED when those of the last while would be above `limit` together;
  ///   nothing is counted then.
  mutating func moveUnproved(_ msat: Int64, limit: Int64, at now: Timestamp) throws(Refusal) {
    let since = unprovedSince ?? now
    let isOver = now >= since.adding(seconds: AuthLimits.unprovedSeconds)
    let moved = isOver ? 0 : unprovedMsat
    let left = max(limit - moved, 0)
    guard msat <= left else { throw .stepUpRequired(leftMsat: left) }
    unprovedMsat = moved + msat
    unprovedSince = isOver ? now : since
  }

  func used(_ kind: Spending) -> Int64 {
    switch kind {
    case .funding: fundingMsat
    case .payout: payoutMsat
    }
  }

  /// - Throws: `.limitExceeded` when the day's sum would be above `cap`; nothing is counted then.
  mutating func spend(_ msat: Int64, as kind: Spending, cap: Int64) throws(IdentityError) {
    let used = used(kind)
    guard msat <= max(cap - used, 0) else {
      throw .limitExceeded(remainingMsat: max(cap - used, 0))
    }
    switch kind {
    case .funding: fundingMsat = used + msat
    case .payout: payoutMsat = used + msat
    }
  }
}

extension Loader {
  /// Names what `Decision.checkActive` looks at.
  func wantAccount(of user: UUID) { want(User.self, user) }

  /// Names what `Decision.spend` looks at.
  func wantStanding(of user: UUID, _ authority: Authority) {
    wantAccount(of: user)
    if !authority.policy.caps.isEmpty { want(UserUsage.self, user) }
    wantProof(of: user, authority)
  }

  /// Names what `Decision.checkStepUp` looks at.
  func wantProof(of user: UUID, _ authority: Authority) {
    if authority.unprovedMaxMsat != nil { want(UserUsage.self, user) }
  }

  /// The same where whoever calls may be the one who gives money away.
  func wantProof(of caller: Caller, _ authority: Authority) {
    if case .user(let id, _) = caller { wantProof(of: id, authority) }
  }
}

extension Decision {
  /// Whether an account is neither stopped nor gone. Its load names it.
  func isActive(_ user: UUID) -> Bool {
    // Foreign keys see to it that a user who owns something is there.
    row(User.self, user)?.state ?? .active == .active
  }

  /// When who had been stopped was last let go on; nil for who never was. Its load names them.
  func letGoAt(_ user: UUID) -> Timestamp? { row(User.self, user)?.letGoAt }

  /// Whether what a user has said at a moment, and what somebody else is about to act on, counts:
  /// not while they are stopped, nor afterwards if it was before that. Somebody else may have said
  /// it, and they could not take it back. Its load names the account.
  func counts(_ said: Timestamp, of user: UUID) -> Bool {
    isActive(user) && letGoAt(user).map { said > $0 } ?? true
  }

  /// Whether what an admin has said as the first of two still counts: they are one, were not
  /// stopped, and said it lately. Its load names the account.
  ///
  /// - Parameter said: when; nil where what they decide on ends by itself.
  func counts(_ admin: UUID, said: Timestamp? = nil) -> Bool {
    if let said, now >= said.adding(seconds: AuthLimits.proposalSeconds) { return false }
    // Accounts are never removed.
    guard let account = row(User.self, admin) else { return true }
    return account.state == .active && account.roles.contains(.admin)
  }

  /// Whether an account is one of those who decide, stopped or not. Its load names it.
  func isStaff(_ user: UUID) -> Bool { row(User.self, user)?.roles.contains(.admin) ?? false }

  /// Whether an account was deleted. Its load names it.
  func hasLeft(_ user: UUID) -> Bool { row(User.self, user)?.state == .deleted }

  /// Lets a user begin business, in the transaction in which it begins: the account is neither
  /// stopped nor gone.
  ///
  /// - Throws: ACCOUNT_FROZEN.
  func checkActive(_ user: UUID) throws(AuthError) {
    guard isActive(user) else { throw .accountFrozen }
  }

  /// Lets a user give money away, in the transaction that does so: what they give away in a while
  /// without the second factor is little. A stolen session cannot move much in small parts.
  ///
  /// - Throws: STEP_UP_REQUIRED.
  func checkStepUp(_ msat: Int64, by user: UUID, _ authority: Authority) throws(Refusal) {
    guard let limit = authority.unprovedMaxMsat, msat > 0 else { return }
    var usage = row(UserUsage.self, user) ?? UserUsage(id: user, day: now.utcDay)
    try usage.moveUnproved(msat, limit: limit, at: now)
    put(usage)
  }

  /// Lets a user move money, in the transaction that moves it: the account is not stopped, the
  /// second factor is there where it must be, and the day's limit holds it.
  ///
  /// - Parameter countedMsat: what of it today's limit holds already, because it takes the place of
  ///   something that was given up.
  /// - Throws: ACCOUNT_FROZEN, STEP_UP_REQUIRED, DAILY_LIMIT_EXCEEDED.
  func spend(
    _ msat: Int64, counted countedMsat: Int64 = 0, as kind: Spending, by id: UUID,
    _ authority: Authority
  ) throws {
    try checkActive(id)
    switch kind {
    case .payout: try checkStepUp(msat, by: id, authority)
    case .funding: break
    }
    let caps = authority.policy.caps[row(User.self, id)?.kycTier ?? .basic]
    let cap: Int64? =
      switch kind {
      case .funding: caps?.fundingMsat
      case .payout: caps?.payoutMsat
      }
    guard let cap, msat > countedMsat else { return }
    let today = now.utcDay
    var usage = (row(UserUsage.self, id) ?? UserUsage(id: id, day: today)).on(today)
    try usage.spend(msat - countedMsat, as: kind, cap: cap)
    put(usage)
  }
}
