@testable import PayLytServer

/// What people do with their accounts, and admins with those of others. No money moves by it; a
/// user who was stopped begins nothing any more, and that the model knows.
extension Planner {
  /// A change that the model has nothing to say about.
  func change<C: Command>(
    _ text: String, answer: @escaping @Sendable (C.Answer) -> [UUID] = { _ in [] },
    learn: @escaping (inout Knowledge, [UUID]) -> Void = { _, _ in },
    isRepeatable: Bool = true, _ make: @escaping @Sendable (RequestIdentity?) -> C
  ) -> Operation {
    Operation(
      number, text, isRepeatable: isRepeatable, judgesRefusals: false, { make($1) },
      answer: answer, learn: learn)
  }

  /// A name for something new, that no other operation gives.
  func newID(_ kind: UInt64) -> UUID { UUID(high: kind, low: UInt64(number) << 8) }

  /// One of an admin and another user, with the admin as the caller.
  private mutating func adminAndUser() -> (admin: UUID, user: UUID)? {
    guard let admin = draw.one(of: knowledge.admins), let user = draw.one(of: knowledge.users)
    else { return nil }
    return (admin, user)
  }

  mutating func registerGuest() -> Operation? {
    let email = "guest\(number)@example.org"
    return change("register \(email)") {
      [$0.id]
    } learn: {
      $0.guests += $1
    } _: { request in
      Register(
        caller: .system("auth"), request: request, email: email, passwordHash: "x",
        displayName: email, roles: [.client])
    }
  }

  /// Somebody without business; with it an account stays.
  mutating func deleteUser() -> Operation? {
    guard let guest = draw.one(of: knowledge.guests) else { return registerGuest() }
    let caller = caller(guest)
    return change("\(guest) leaves") { _ in
      []
    } learn: { knowledge, _ in
      knowledge.guests.removeAll { $0 == guest }
    } _: {
      DeleteUser(caller: caller, request: $0, user: guest)
    }
  }

  mutating func updateUser() -> Operation? {
    guard let user = draw.one(of: knowledge.users) else { return nil }
    let (caller, number) = (caller(user), number)
    return change("\(user) has another name") {
      UpdateUser(caller: caller, request: $0, user: user, displayName: "User \(number)")
    }
  }

  mutating func updateProfile() -> Operation? {
    guard let user = draw.one(of: knowledge.users) else { return nil }
    let (caller, number) = (caller(user), number)
    return change("\(user) tells more") {
      UpdateProfile(
        caller: caller, request: $0, user: user,
        changes: .init(headline: "\(number)", hourlyRateSats: Int64(number)))
    }
  }

  mutating func setUserRoles() -> Operation? {
    guard let (admin, user) = adminAndUser() else { return nil }
    let caller = caller(admin)
    let roles = caller == self.caller(user) ? [.client] : Roles([.client, .freelancer])
    return change("other roles for \(user)") {
      SetUserRoles(caller: caller, request: $0, user: user, roles: roles, reason: "x")
    }
  }

  mutating func freezeUser() -> Operation? {
    guard let (admin, user) = adminAndUser() else { return nil }
    let caller = caller(admin)
    // Mostly who was stopped goes on: too many would do nothing.
    let isStopped = model.stopped.isEmpty ? true : draw.chance(15)
    let target = isStopped ? user : draw.one(of: model.stopped.sorted()) ?? user
    return Operation(number, "\(isStopped ? "stop" : "let go on") \(target)") { _, request in
      FreezeUser(
        caller: caller, request: request, user: target, isFrozen: isStopped, reason: "x")
    } effect: { model, _, now in
      model.stop(target, isStopped, by: admin, at: now)
    }
  }

  mutating func submitKyc() -> Operation? {
    guard let user = draw.one(of: knowledge.users), let tier = draw.one(of: KycTier.allCases)
    else { return nil }
    let caller = caller(user)
    return change("\(user) says who they are") {
      [$0.id]
    } learn: {
      $0.kycCases += $1
    } _: {
      SubmitKyc(caller: caller, request: $0, user: user, tier: tier, details: Self.sealed)
    }
  }

  mutating func resealKyc() -> Operation? {
    guard let kyc = draw.recent(of: knowledge.kycCases) else { return nil }
    return change("\(kyc) is sealed anew", isRepeatable: false) { _ in
      ResealKyc(id: kyc, version: 1, details: Self.sealed)
    }
  }

  mutating func reviewKyc() -> Operation? {
    guard let admin = draw.one(of: knowledge.admins), let kyc = draw.recent(of: knowledge.kycCases)
    else { return nil }
    let (caller, isApproved) = (caller(admin), draw.chance(60))
    return change("review \(kyc)") {
      ReviewKyc(
        caller: caller, request: $0, id: kyc, reviewer: admin, approve: isApproved, reason: "x")
    }
  }

  // MARK: Secrets

  mutating func endAllSessions() -> Operation? {
    guard let user = draw.one(of: knowledge.users) else { return nil }
    let caller = caller(user)
    let kept = knowledge.sessions.last { $0.user == user }?.id
    return change("sign \(user) out everywhere else", isRepeatable: false) { _ in
      EndAllSessions(caller: caller, user: user, kept: kept)
    }
  }

  mutating func changePassword() -> Operation? {
    guard let session = draw.one(of: knowledge.sessions) else { return nil }
    let caller = caller(session.user)
    let proved = ProvedPassword(hash: draw.chance(80) ? "x" : "y")
    return change("\(session.user) has another password") {
      ChangePassword(
        caller: caller, request: $0, user: session.user, session: session.id, proved: proved,
        newHash: "x")
    }
  }

  mutating func requestPasswordReset() -> Operation? {
    // Those of users, and some that nobody has.
    let email = "user\(draw.number(1...12))@example.org"
    return change("a code for \(email)") {
      $0.map { [$0.user, $0.nonce] } ?? []
    } learn: { knowledge, ids in
      guard ids.count == 2 else { return }
      knowledge.codes.append(.init(nonce: ids[1], user: ids[0], email: email))
    } _: {
      RequestPasswordReset(request: $0, email: email)
    }
  }

  mutating func resetPassword() -> Operation? {
    guard let known = draw.recent(of: knowledge.codes) else { return requestPasswordReset() }
    let proved = ProvedCode(
      code: MailedCode.id(of: known.user, for: .passwordReset), user: known.user,
      nonce: known.nonce, binding: "\(known.email)\nx")
    return change("\(known.user) resets the password") {
      ResetPassword(request: $0, proved: proved, newHash: "x")
    }
  }

  mutating func requestEmailConfirmation() -> Operation? {
    guard let user = draw.one(of: knowledge.users) else { return nil }
    let caller = caller(user)
    return change("a code for the address of \(user)") {
      [$0.nonce]
    } learn: { knowledge, ids in
      knowledge.confirmations += ids.map { .init(id: $0, user: user) }
    } _: {
      RequestEmailConfirmation(caller: caller, request: $0, user: user)
    }
  }

  mutating func confirmEmail() -> Operation? {
    guard let known = draw.recent(of: knowledge.confirmations) else {
      return requestEmailConfirmation()
    }
    // One of the few that there are; mostly it is another one's.
    let email = "user\(draw.number(1...12))@example.org"
    let proved = ProvedCode(
      code: MailedCode.id(of: known.user, for: .emailConfirmation), user: known.user,
      nonce: known.id, binding: email)
    return change("\(known.user) confirms \(email)") {
      ConfirmEmail(request: $0, proved: proved)
    }
  }

  mutating func setTransactionPin() -> Operation? {
    guard let user = draw.one(of: knowledge.users) else { return nil }
    let caller = caller(user)
    return change("\(user) chooses a PIN") {
      SetTransactionPin(
        caller: caller, request: $0, user: user, proved: ProvedPassword(hash: "x"), pinHash: "p")
    }
  }

  mutating func stepUp() -> Operation? {
    guard let user = draw.one(of: knowledge.users) else { return nil }
    let caller = caller(user)
    return change("\(user) gives the PIN", isRepeatable: false) { _ in
      StepUp(caller: caller, user: user, pinHash: "p")
    }
  }

  mutating func failPin() -> Operation? {
    guard let user = draw.one(of: knowledge.users) else { return nil }
    let caller = caller(user)
    return change("guess the PIN of \(user)", isRepeatable: false) { _ in
      FailPin(caller: caller, user: user)
    }
  }

  // MARK: What they are told

  mutating func updatePreferences() -> Operation? {
    guard let user = draw.one(of: knowledge.users),
      let kind = draw.one(of: NotificationKind.allCases)
    else { return nil }
    let (caller, isInApp) = (caller(user), draw.chance(50))
    return change("\(user) wants other news") {
      UpdateNotificationPreferences(
        caller: caller, request: $0, user: user,
        changes: [kind: .init(isInApp: isInApp, mail: .none)], etag: "")
    }
  }

  mutating func markAllRead() -> Operation? {
    guard let user = draw.one(of: knowledge.users) else { return nil }
    let caller = caller(user)
    return change("\(user) has read all") {
      MarkAllNotificationsRead(caller: caller, request: $0, user: user, notifications: [])
    }
  }
}
