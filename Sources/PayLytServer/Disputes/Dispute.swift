/// The life of a dispute. Raw values are stored and equal the API's.
enum DisputeState: Int16, Sendable, CaseIterable {
  /// The two bring evidence and make offers. Next: underReview, settled, ruled, withdrawn.
  case open = 1
  /// The time for evidence is over: it waits for a ruling. Next: settled, ruled, withdrawn.
  case underReview = 2
  /// Final: one accepted the other's offer.
  case settled = 3
  /// Final: an admin ruled.
  case ruled = 4
  /// Final: the one who opened it took it back.
  case withdrawn = 5

  var isFinal: Bool {
    switch self {
    case .settled, .ruled, .withdrawn: true
    case .open, .underReview: false
    }
  }
}

/// Which of the two. Raw values are stored.
enum DisputeSide: Int16, Sendable, CaseIterable {
  case client = 1
  case freelancer = 2
}

/// A division of what is frozen: what the freelancer gets, with the platform's fee in it. The rest
/// is the client's.
struct DisputeOffer: Hashable, Sendable {
  let by: DisputeSide
  let toFreelancerMsat: Int64
  let at: Timestamp
}

/// Why the money of an escrow is frozen, and what becomes of it. Amounts are millisatoshis.
///
/// Pure: each move either refuses and changes nothing, or changes the dispute.
struct Dispute: Hashable, Sendable, Versioned {
  let id: UUID
  let escrow: UUID
  let client: UUID
  let freelancer: UUID
  let openedBy: DisputeSide
  let reason: String
  let frozenMsat: Int64
  let openedAt: Timestamp
  /// Until when the two may bring evidence.
  let evidenceUntil: Timestamp
  var state: DisputeState
  /// The offer on the table.
  var offer: DisputeOffer?
  /// How many offers there were: it numbers the one on the table.
  var offersMade: Int32
  /// How many of them were the client's.
  var offersOfClient: Int32
  /// The ruling that one admin has made and another one must confirm.
  var proposal: Proposal?
  var decidedMsat: Int64?
  var decidedBy: UUID?
  var ruling: String
  var version: Int64
  var updatedAt: Timestamp

  struct Proposal: Hashable, Sendable {
    let by: UUID
    let toFreelancerMsat: Int64
    let at: Timestamp
  }

  var parties: [UUID] { [client, freelancer] }

  func side(of caller: Caller) -> DisputeSide? {
    guard case .user(let id, _) = caller else { return nil }
    return id == client ? .client : id == freelancer ? .freelancer : nil
  }

  func user(_ side: DisputeSide) -> UUID {
    switch side {
    case .client: client
    case .freelancer: freelancer
    }
  }

  func isVisible(to caller: Caller) -> Bool {
    switch caller {
    case .system: true
    case .user(_, let roles): side(of: caller) != nil || roles.contains(.admin)
    }
  }

  /// Whether evidence is still taken.
  func checkEvidence(_ count: Int, at now: Timestamp) throws(DisputeError) {
    try checkOpen()
    guard state == .open, now < evidenceUntil else { throw .evidenceOver }
    guard count < FileLimits.filesMax else { throw .evidenceFull }
  }

  /// Puts an offer on the table, in place of the one that may be there.
  mutating func propose(_ offer: DisputeOffer, at now: Timestamp) throws(DisputeError) {
    try checkOpen()
    // Each side has its own, so that neither can use up the other's.
    let isClient = offer.by == .client
    let made = isClient ? offersOfClient : offersMade - offersOfClient
    guard made < DisputeLimits.offersMax else { throw .offersUsedUp }
    self.offer = offer
    offersMade += 1
    if isClient { offersOfClient += 1 }
    touch(now)
  }

  /// Takes the other one's offer. Returns it.
  ///
  /// - Parameter number: which offer the caller has read.
  mutating func accept(
    _ number: Int32, by side: DisputeSide, at now: Timestamp
  ) throws(DisputeError) -> DisputeOffer {
    let offer = try offer(number, for: side)
    state = .settled
    decidedMsat = offer.toFreelancerMsat
    self.offer = nil
    proposal = nil
    touch(now)
    return offer
  }

  mutating func reject(
    _ number: Int32, by side: DisputeSide, at now: Timestamp
  ) throws(DisputeError) {
    _ = try offer(number, for: side)
    offer = nil
    touch(now)
  }

  mutating func withdraw(by side: DisputeSide, at now: Timestamp) throws(DisputeError) {
    try checkOpen()
    guard side == openedBy else { throw .notTheOpener }
    // Or whoever hears of a ruling that is to be confirmed would begin anew, for ever.
    guard proposal == nil else { throw .rulingProposed }
    state = .withdrawn
    offer = nil
    proposal = nil
    touch(now)
  }

  /// The time for evidence is over.
  mutating func beginReview(at now: Timestamp) throws(DisputeError) {
    guard state == .open else { throw .closed(state) }
    guard now >= evidenceUntil else { throw .evidenceTimeLeft(until: evidenceUntil) }
    state = .underReview
    touch(now)
  }

  /// What was proposed counts no more.
  mutating func dropProposal() { proposal = nil }

  /// An admin rules. Above the limit, the same ruling of a second one makes it so.
  ///
  /// - Returns: whether it is decided.
  mutating func rule(
    toFreelancerMsat: Int64, by admin: UUID, reason: String, approvalLimitMsat: Int64,
    at now: Timestamp
  ) throws(DisputeError) -> Bool {
    try checkOpen()
    guard admin != client, admin != freelancer else { throw .ownCase }
    ruling = reason
    if frozenMsat > approvalLimitMsat, proposal?.toFreelancerMsat != toFreelancerMsat {
      proposal = Proposal(by: admin, toFreelancerMsat: toFreelancerMsat, at: now)
      touch(now)
      return false
    }
    guard frozenMsat <= approvalLimitMsat || proposal?.by != admin else {
      throw .secondApproverNeeded
    }
    state = .ruled
    decidedMsat = toFreelancerMsat
    decidedBy = admin
    offer = nil
    proposal = nil
    touch(now)
    return true
  }

  // MARK: Inside

  private func offer(_ number: Int32, for side: DisputeSide) throws(DisputeError) -> DisputeOffer {
    try checkOpen()
    guard let offer, offersMade == number else { throw .noSuchOffer }
    guard offer.by != side else { throw .ownOffer }
    return offer
  }

  private func checkOpen() throws(DisputeError) {
    guard !state.isFinal else { throw .closed(state) }
  }

  private mutating func touch(_ now: Timestamp) {
    version += 1
    updatedAt = now
  }
}

extension Dispute {
  /// A dispute that begins now.
  init(
    opening id: UUID, of escrow: Escrow, by side: DisputeSide, reason: String, frozenMsat: Int64,
    at now: Timestamp
  ) {
    self.init(
      id: id, escrow: escrow.id, client: escrow.client, freelancer: escrow.freelancer,
      openedBy: side, reason: reason, frozenMsat: frozenMsat, openedAt: now,
      evidenceUntil: now.adding(seconds: DisputeLimits.evidenceSeconds), state: .open, offer: nil,
      offersMade: 0, offersOfClient: 0, proposal: nil, decidedMsat: nil, decidedBy: nil, ruling: "",
      version: 1,
      updatedAt: now)
  }
}

/// The bounds of disputes.
enum DisputeLimits {
  /// How long the two may bring evidence, before it goes to those who rule.
  static let evidenceSeconds: Int64 = 7 * 86_400
  /// Offers of each side in one dispute.
  static let offersMax: Int32 = 25
  /// What one admin may decide alone, if the operator does not say.
  static let approvalSatsDefault: Int64 = 1_000_000
}
