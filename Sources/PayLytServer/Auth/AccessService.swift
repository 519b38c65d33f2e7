import PayLytAPI
import PayLytRPC

/// The RPC face of the table of who may call what.
struct AccessService: AccessServiceHandler {
  let service: ServiceContext
  let table: [Access.Line]

  func explainAccess(
    _ request: ExplainAccessRequest, _ context: ServerContext
  ) async throws -> ExplainAccessResponse {
    let lines = request.method.isEmpty ? table : table.filter { $0.method == request.method }
    guard !lines.isEmpty else {
      throw Refusal.invalid("method", "There is no such method: `package.Service/Method`.")
    }
    let subject = try await subject(request.subject, context)
    return ExplainAccessResponse(
      methods: lines.map { line in
        let refusal = subject.flatMap { $0(line.permission) }
        return MethodAccess(
          method: line.method, permission: line.permission, roles: line.roles,
          servicesAlone: line.servesAlone, idempotent: line.options.isIdempotent,
          moneyMoving: line.options.isMoneyMoving, allowed: subject != nil && refusal == nil,
          refusal: refusal?.reason ?? "")
      })
  }

  /// Why the subject may not use a permission; nil where nobody is asked about.
  private func subject(
    _ name: String, _ context: ServerContext
  ) async throws -> ((String) -> Refusal?)? {
    guard !name.isEmpty else { return nil }
    if name.hasPrefix("apiKeys/") {
      let id = try ResourceName.parse(name, "apiKeys", field: "subject")
      let key = try await service.read(ApiKeyStatements.key, id, "apiKey", context)
      return { permission in
        guard permission != Permissions.public else { return nil }
        guard key.isLive(at: service.clock.now()) else { return ApiKeyError.invalid.refusal }
        do throws(AuthError) {
          let principal = try key.identity.alone(for: permission)
          return Access.refusal(of: principal.grant, for: permission)
        } catch {
          return error.refusal
        }
      }
    }
    let id = try ResourceName.parse(name, "users", field: "subject")
    let user = try await service.read(AuthStatements.user, id, "user", context)
    let grant = Access.Grant(roles: user.state.effective(user.roles), scopes: nil)
    return { permission in
      guard permission != Permissions.public else { return nil }
      switch user.state {
      case .deleted: return AuthError.tokenRevoked.refusal
      case .frozen where !Permissions.isForFrozen(permission):
        return AuthError.accountFrozen.refusal
      case .frozen, .active:
        return Access.refusal(of: grant, for: permission)
      }
    }
  }
}
