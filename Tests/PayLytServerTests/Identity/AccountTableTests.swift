import Testing

@testable import PayLytServer

/// Each command on an account, by its owner and by an admin, in each state of the account: what
/// happens is written down here once more, and every combination is tried.
@Suite("Who may do what to an account, and when")
struct AccountTableTests {
  enum Action: CaseIterable, Sendable {
    case rename, describe, freeze, unfreeze, giveRoles, delete, askForTier, reviewTier

    var method: String {
      switch self {
      case .rename: UpdateUser.method
      case .describe: UpdateProfile.method
      case .freeze: FreezeUser.method
      case .unfreeze: "UserService/UnfreezeUser"
      case .giveRoles: SetUserRoles.method
      case .delete: DeleteUser.method
      case .askForTier: SubmitKyc.method
      case .reviewTier: ReviewKyc.method
      }
    }
  }

  @Test(
    "every state, caller and action has its answer, and a refusal changes nothing",
    arguments: UserState.allCases)
  func table(state: UserState) throws {
    for action in Action.allCases {
      for caller in [Caller.client, .admin] {
        let store = MemoryStore()
        try Self.put(in: state, for: action, store)
        let before = store.contents
        let refusal = Self.refusal(of: action, by: caller, store)
        let expected = Self.expected(action, by: caller, in: state)
        #expect(refusal?.reason == expected, "\(action) by \(caller)")
        #expect((store.contents == before) == (expected != nil), "\(action) by \(caller)")
      }
    }
  }

  /// - Returns: the reason of the refusal; nil where it is done.
  private static func expected(
    _ action: Action, by caller: Caller, in state: UserState
  ) -> String? {
    switch action {
    // Nobody decides these about themselves, whatever they are.
    case .freeze, .unfreeze, .giveRoles, .reviewTier:
      if caller == .client { return "OWN_ACCOUNT" }
    case .rename, .describe, .delete, .askForTier: break
    }
    return switch state {
    case .active, .frozen: nil
    case .deleted: "ACCOUNT_DELETED"
    }
  }

  private static let tierCase = UUID.entity(9)

  /// The client; for a decision with a case that waits for it.
  private static func put(
    in state: UserState, for action: Action, _ store: MemoryStore
  ) throws {
    var user = User.fixture(1)
    switch state {
    case .active: break
    case .frozen: try user.setFrozen(true, at: .start)
    case .deleted: try user.erase()
    }
    store.put(user)
    store.put(User.fixture(4))
    guard action == .reviewTier else { return }
    store.put(
      KycCase(
        id: tierCase, user: user.id, tier: .identified,
        details: SealedDetails(keyID: 1, bytes: [1]),
        at: store.now))
  }

  private static func refusal(
    of action: Action, by caller: Caller, _ store: MemoryStore
  ) -> Refusal? {
    let user = UUID.entity(1)
    switch action {
    case .rename:
      return store.refusal(
        of: UpdateUser(caller: caller, request: nil, user: user, displayName: "Eve"))
    case .describe:
      return store.refusal(
        of: UpdateProfile(
          caller: caller, request: nil, user: user, changes: .init(headline: "Painter")))
    case .freeze, .unfreeze:
      return store.refusal(
        of: FreezeUser(
          caller: caller, request: nil, user: user, isFrozen: action == .freeze, reason: "x"))
    case .giveRoles:
      return store.refusal(
        of: SetUserRoles(
          caller: caller, request: nil, user: user, roles: [.client, .freelancer], reason: "x"))
    case .delete:
      return store.refusal(of: DeleteUser(caller: caller, request: nil, user: user))
    case .askForTier:
      return store.refusal(
        of: SubmitKyc(
          caller: caller, request: nil, user: user, tier: .identified,
          details: SealedDetails(keyID: 1, bytes: [2])))
    case .reviewTier:
      return store.refusal(
        of: ReviewKyc(
          caller: caller, request: nil, id: tierCase,
          reviewer: caller == .client ? user : .entity(4), approve: true, reason: "x"))
    }
  }
}
