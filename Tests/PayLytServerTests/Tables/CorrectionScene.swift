@testable import PayLytServer

/// 1 000 msat that admin 8 wants back from the wallet of the freelancer, who has them, and as many
/// that the admin who calls wants to give them.
struct CorrectionScene: TableScene {
  enum State: String, CaseIterable {
    case proposed
    /// Nobody has approved it in time.
    case lapsed
    /// The admin who has proposed it was stopped; whoever calls was not.
    case orphaned
    /// The wallet is empty by now.
    case spent
    /// Nothing may leave the wallet, by its owner's will.
    case frozen
    case booked, withdrawn
  }

  enum Move: String, CaseIterable {
    case propose = "ProposeCorrection"
    case proposeOfNobody = "ProposeCorrection, of nobody"
    case proposeOwn = "ProposeCorrection, of one's own wallet"
    case proposeTooMuch = "ProposeCorrection, of more than is there"
    case proposeAboutNothing = "ProposeCorrection, about what is not there"
    case proposeAboutOwn = "ProposeCorrection, about one's own payout"
    case approve = "ApproveCorrection"
    case approveStale = "ApproveCorrection, stale"
    case approveOwn = "ApproveCorrection, as its proposer"
    case approveUnknown = "ApproveCorrection, of none"
    case withdraw = "WithdrawCorrection"
    case withdrawStale = "WithdrawCorrection, stale"
    case withdrawOwn = "WithdrawCorrection, as its proposer"
    case withdrawUnknown = "WithdrawCorrection, of none"
  }

  static let service = "CorrectionService"
  private static let always = "proposed, lapsed, orphaned, spent, frozen, booked, withdrawn"
  static let table = """
    ProposeCorrection                                       admin
    proposed, lapsed, orphaned, frozen                      proposed
    withdrawn                                               proposed
    spent, booked                                           INSUFFICIENT_FUNDS

    ProposeCorrection, of nobody                            admin
    \(always)                                               NOT_FOUND

    ProposeCorrection, of one's own wallet                  admin
    \(always)                                               OWN_CASE

    ProposeCorrection, of more than is there                admin
    \(always)                                               INSUFFICIENT_FUNDS

    ProposeCorrection, about what is not there              admin
    \(always)                                               NOT_FOUND

    ProposeCorrection, about one's own payout               admin
    \(always)                                               OWN_CASE

    ApproveCorrection                                       admin
    proposed, frozen                                        booked
    spent                                                   INSUFFICIENT_FUNDS
    lapsed, orphaned, booked, withdrawn                     ILLEGAL_TRANSITION

    ApproveCorrection, stale                                admin
    \(always)                                               ETAG_MISMATCH

    ApproveCorrection, as its proposer                      admin
    proposed, lapsed, orphaned, spent, frozen               SECOND_APPROVER_NEEDED
    booked, withdrawn                                       ILLEGAL_TRANSITION

    ApproveCorrection, of none                              admin
    \(always)                                               NOT_FOUND

    WithdrawCorrection                                      admin
    proposed, lapsed, orphaned, spent, frozen               withdrawn
    booked, withdrawn                                       ILLEGAL_TRANSITION

    WithdrawCorrection, stale                               admin
    \(always)                                               ETAG_MISMATCH

    WithdrawCorrection, as its proposer                     admin
    proposed, lapsed, orphaned, spent, frozen               withdrawn
    booked, withdrawn                                       ILLEGAL_TRANSITION

    WithdrawCorrection, of none                             admin
    \(always)                                               NOT_FOUND
    """

  private static let other = Caller.user(.entity(8), .admin)
  let store = MemoryStore()
  private let theirs: UUID
  private let own: UUID

  init(in state: State) throws {
    for number: UInt64 in 1...4 { store.put(User.fixture(number)) }
    for number: UInt64 in [4, 8, 9] { store.put(User.fixture(number, roles: .admin)) }
    store.put(Payout.fixture(user: .entity(4)))
    try store.carryOut(PostAll.paying(1_500, to: 2))
    theirs = try store.carryOut(Self.propose(by: Self.other)).id
    own = try store.carryOut(Self.propose(.walletCredit, by: .admin)).id
    switch state {
    case .proposed: break
    case .lapsed: store.now = store.now.adding(seconds: AuthLimits.proposalSeconds)
    case .orphaned:
      var admin = User.fixture(8, roles: .admin)
      try admin.setFrozen(true, at: .start)
      store.put(admin)
    case .spent: try store.carryOut(PostAll.paying(1_500, from: 2, to: 3))
    case .frozen:
      try store.carryOut(
        SetWalletFreeze(
          caller: .admin, request: nil, user: .entity(2), isFrozen: true, reason: "x"))
    case .booked:
      let third = Caller.user(.entity(9), .admin)
      try store.carryOut(ApproveCorrection(caller: third, request: nil, id: theirs))
      try store.carryOut(ApproveCorrection(caller: third, request: nil, id: own))
      try store.carryOut(PostAll.paying(1_000, from: 2, to: 3))
    case .withdrawn:
      for id in [theirs, own] {
        try store.carryOut(
          WithdrawCorrection(caller: Self.other, request: nil, id: id, reason: "x"))
      }
    }
  }

  func carryOut(_ move: Move, as who: TableCaller) throws -> String {
    func propose(
      of user: UInt64 = 2, _ msat: Int64 = 1_000, about subject: String? = nil
    ) throws -> Correction {
      try store.carryOut(
        Self.propose(of: user, msat, about: subject.flatMap(CorrectionSubject.init), by: who.caller)
      )
    }
    func approve(_ id: UUID, etag: String = "") throws -> Correction {
      try store.carryOut(
        ApproveCorrection(caller: who.caller, request: nil, id: id, etag: etag))
    }
    func withdraw(_ id: UUID, etag: String = "") throws -> Correction {
      try store.carryOut(
        WithdrawCorrection(caller: who.caller, request: nil, id: id, reason: "x", etag: etag))
    }
    let correction =
      switch move {
      case .propose: try propose()
      case .proposeOfNobody: try propose(of: 99)
      case .proposeOwn: try propose(of: 4)
      case .proposeTooMuch: try propose(1_501)
      case .proposeAboutNothing: try propose(about: "invoices/\(UUID.entity(99))")
      case .proposeAboutOwn: try propose(about: "payouts/\(Payout.fixture().id)")
      case .approve: try approve(theirs)
      case .approveStale: try approve(theirs, etag: "7")
      case .approveOwn: try approve(own)
      case .approveUnknown: try approve(.entity(99))
      case .withdraw: try withdraw(theirs)
      case .withdrawStale: try withdraw(theirs, etag: "7")
      case .withdrawOwn: try withdraw(own)
      case .withdrawUnknown: try withdraw(.entity(99))
      }
    return "\(correction.state)"
  }

  private static func propose(
    _ kind: CorrectionKind = .walletDebit, of user: UInt64 = 2, _ msat: Int64 = 1_000,
    about subject: CorrectionSubject? = nil, by admin: Caller
  ) -> ProposeCorrection {
    ProposeCorrection(
      caller: admin, request: nil, kind: kind, user: .entity(user), amount: .msat(msat),
      subject: subject, reason: "paid twice")
  }
}
