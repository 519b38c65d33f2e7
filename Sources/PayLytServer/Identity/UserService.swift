import PayLytAPI
import PayLytRPC
import StandardAPI

/// The RPC face of users, profiles and tiers.
struct UserService: UserServiceHandler {
  let service: ServiceContext
  let sessions: SessionDirectory
  let keys: DetailKeys

  // MARK: Users

  func getMe(_ request: GetMeRequest, _ context: ServerContext) async throws -> PayLytAPI.User {
    PayLytAPI.User(try await read(try context.caller().user, context))
  }

  func getUser(
    _ request: GetUserRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.User {
    let id = try Self.user(request.name, for: try context.caller())
    return PayLytAPI.User(try await read(id, context))
  }

  func listUsers(
    _ request: ListUsersRequest, _ context: ServerContext
  ) async throws -> ListUsersResponse {
    let (users, next) = try await service.search(
      IdentityStatements.users, request, of: try await owner(request.email, context), context
    ) { PayLytAPI.User($0) }
    return ListUsersResponse(users: users, nextPageToken: next)
  }

  /// Everybody, or the one with this e-mail; nobody when there is none.
  private func owner(_ email: String, _ context: ServerContext) async throws -> ListOwner {
    guard !email.isEmpty else { return .everybody }
    let found = try await service.database.query(
      AuthStatements.userByEmail, [.text(email.lowercased())], deadline: context.deadline)
    return .one(found.first?.id ?? UUID(high: 0, low: 0))
  }

  func updateUser(
    _ request: UpdateUserRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.User {
    guard let user = request.user else { throw Refusal.invalid("user", "Say what changes.") }
    let name = user.displayName
    let principal = try context.caller()
    let id =
      user.name.isEmpty
      ? principal.user : try Self.user(user.name, for: principal, field: "user.name")
    return try await change(request, context) { asked in
      UpdateUser(
        caller: asked.caller, request: asked.identity, user: id, displayName: name,
        etag: request.etag)
    }
  }

  func deleteUser(
    _ request: DeleteUserRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.User {
    let id = try Self.user(request.name, for: try context.caller())
    let answer = try await change(request, context) { asked in
      DeleteUser(caller: asked.caller, request: asked.identity, user: id, etag: request.etag)
    }
    sessions.forget(sessionsOf: id, after: request)
    return answer
  }

  func setUserRoles(
    _ request: SetUserRolesRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.User {
    let id = try ResourceName.parse(request.name, "users")
    let roles = try Roles(request.roles, allowing: [.client, .freelancer, .admin])
    let reason = request.reason
    let answer = try await change(request, context) { asked in
      SetUserRoles(
        caller: asked.caller, request: asked.identity, user: id, roles: roles, reason: reason,
        etag: request.etag)
    }
    sessions.forget(sessionsOf: id, after: request)
    return answer
  }

  func freezeUser(
    _ request: FreezeUserRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.User {
    let id = try ResourceName.parse(request.name, "users")
    let reason = request.reason
    let answer = try await change(request, context) { asked in
      FreezeUser(
        caller: asked.caller, request: asked.identity, user: id, isFrozen: true, reason: reason,
        etag: request.etag)
    }
    sessions.forget(sessionsOf: id, after: request)
    return answer
  }

  func unfreezeUser(
    _ request: UnfreezeUserRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.User {
    let id = try ResourceName.parse(request.name, "users")
    let reason = request.reason
    let answer = try await change(request, context) { asked in
      FreezeUser(
        caller: asked.caller, request: asked.identity, user: id, isFrozen: false, reason: reason,
        etag: request.etag)
    }
    sessions.forget(sessionsOf: id, after: request)
    return answer
  }

  /// Changes an account. What is kept of the answer says nothing of the person, so what the caller
  /// gets is completed from the account.
  private func change<C: Command>(
    _ request: some ChangeRequest, _ context: ServerContext,
    _ make: (Asked) async throws -> C
  ) async throws -> PayLytAPI.User where C.Answer == User {
    let isRehearsal = request.validateOnly
    var answer = try await service.change(request, context, make) {
      isRehearsal ? PayLytAPI.User($0) : PayLytAPI.User(anonymous: $0)
    }
    // Nothing is kept of a rehearsal, and the account is as it was.
    guard !isRehearsal else { return answer }
    let user = try await read(ResourceName.parse(answer.name, "users"), context)
    guard user.state != .deleted else { return answer }
    answer.email = user.email
    answer.displayName = user.displayName
    return answer
  }

  private func read(_ id: UUID, _ context: ServerContext) async throws -> User {
    try await service.read(AuthStatements.user, id, "user", context)
  }

  /// The caller, or whom an admin names. Anybody else does not exist for the caller.
  private static func user(
    _ name: String, for principal: Principal, field: String = "name"
  ) throws(Refusal) -> UUID {
    let user = try ResourceName.parse(name, "users", field: field)
    guard principal.sees(thingsOf: user) else {
      throw .notFound("user \(user)")
    }
    return user
  }

  // MARK: Profiles

  func getProfile(
    _ request: GetProfileRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Profile {
    let id = try ResourceName.parseProfile(request.name)
    let user = try await read(id, context)
    guard user.state != .deleted else { throw Refusal.notFound("profile of \(id)") }
    let found = try await service.database.query(
      IdentityStatements.profile, [.uuid(id)], deadline: context.deadline)
    return PayLytAPI.Profile(
      found.first ?? Profile(of: id, at: user.createdAt), displayName: user.displayName)
  }

  func updateProfile(
    _ request: UpdateProfileRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Profile {
    let changes = try UpdateProfile.Changes(request)
    let isRehearsal = request.validateOnly
    var answer = try await service.change(request, context) { asked in
      UpdateProfile(
        caller: asked.caller, request: asked.identity, user: asked.principal.user,
        changes: changes, etag: request.etag)
    } answer: {
      isRehearsal
        ? PayLytAPI.Profile($0.profile, displayName: "")
        : PayLytAPI.Profile(anonymous: $0.profile)
    }
    // As with accounts: what is kept of the answer says nothing of the person.
    guard isRehearsal else {
      return try await getProfile(GetProfileRequest(name: answer.name), context)
    }
    answer.displayName = try await read(try context.caller().user, context).displayName
    return answer
  }

  // MARK: Tiers

  func submitKyc(
    _ request: SubmitKycRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.KycCase {
    let terms = try KycTerms(request, at: service.clock.now())
    return try await service.change(request, context) { asked in
      let user = asked.principal.user
      return SubmitKyc(
        caller: asked.caller, request: asked.identity, user: user, tier: terms.tier,
        details: keys.seal(terms.details, for: user, in: PayLytServer.KycCase.detailTable))
    } answer: {
      PayLytAPI.KycCase($0)
    }
  }

  func getKycCase(
    _ request: GetKycCaseRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.KycCase {
    let id = try ResourceName.parse(request.name, "kycCases")
    let principal = try context.caller()
    let kyc = try await service.read(IdentityStatements.kycCase, id, "kycCase", context) {
      principal.sees(thingsOf: $0.user)
    }
    var answer = PayLytAPI.KycCase(kyc)
    // Under a key that is lost they are as good as erased; the keeper tells operators.
    if principal.roles.contains(.admin), !kyc.details.bytes.isEmpty,
      let details = try? kyc.openedDetails(keys)
    {
      answer.details = try KycDetails(wireBytes: details)
    }
    return answer
  }

  func listKycCases(
    _ request: ListKycCasesRequest, _ context: ServerContext
  ) async throws -> ListKycCasesResponse {
    let owner = try ListOwner(request.parent, forAdminsAll: try context.caller())
    let page = try service.page(
      of: "ListKycCases \(owner) \(request.pendingOnly)", request.pageSize, request.pageToken)
    let (statement, values): (Statement<KycCase>, [SQLValue]) =
      switch owner {
      case .one(let user):
        (
          IdentityStatements.kycCasesOfUser,
          [.uuid(user), page.before, page.limit, .bool(request.pendingOnly)]
        )
      case .everybody:
        (
          request.pendingOnly ? IdentityStatements.pendingKycCases : IdentityStatements.kycCases,
          [page.before, page.limit]
        )
      }
    let found = try await service.database.query(statement, values, deadline: context.deadline)
    let (kycCases, next) = page.cut(found, id: \.id) { PayLytAPI.KycCase($0) }
    return ListKycCasesResponse(kycCases: kycCases, nextPageToken: next)
  }

  func reviewKyc(
    _ request: ReviewKycRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.KycCase {
    let id = try ResourceName.parse(request.name, "kycCases")
    let reason = request.reason
    return try await service.change(request, context) { asked in
      ReviewKyc(
        caller: asked.caller, request: asked.identity, id: id, reviewer: asked.principal.user,
        approve: request.approve, reason: reason, etag: request.etag)
    } answer: {
      PayLytAPI.KycCase($0)
    }
  }

  func getLimits(_ request: GetLimitsRequest, _ context: ServerContext) async throws -> UserLimits {
    let user = try await read(try context.caller().user, context)
    let now = service.clock.now()
    let today = now.utcDay
    let found = try await service.database.query(
      IdentityStatements.usage, [.uuid(user.id)], deadline: context.deadline)
    let usage = (found.first ?? UserUsage(id: user.id, day: today)).on(today)
    let caps = service.policy.caps[user.kycTier]
    func limit(_ cap: Int64?, _ kind: Spending) -> DailyLimit? {
      cap.map { DailyLimit(limitSatoshis: $0 / 1000, usedSatoshis: usage.used(kind) / 1000) }
    }
    return UserLimits(
      kycTier: PayLytAPI.KycTier(user.kycTier), funding: limit(caps?.fundingMsat, .funding),
      payout: limit(caps?.payoutMsat, .payout),
      stepUpAboveSatoshis: service.policy.stepUpAboveMsat.map { $0 / 1000 },
      holdExpireTime: User.holdEnd(since: user.passwordResetAt, at: now).map { ProtoTimestamp($0) })
  }
}

extension UpdateUserRequest: ChangeRequest {}
extension DeleteUserRequest: ChangeRequest {}
extension SetUserRolesRequest: ChangeRequest {}
extension FreezeUserRequest: ChangeRequest {}
extension UnfreezeUserRequest: ChangeRequest {}
extension UpdateProfileRequest: ChangeRequest {}
extension SubmitKycRequest: ChangeRequest {}
extension ReviewKycRequest: ChangeRequest {}

extension ListUsersRequest: SearchRequest {}
