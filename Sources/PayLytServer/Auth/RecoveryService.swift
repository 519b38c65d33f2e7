import PayLytAPI
import PayLytCrypto
import PayLytRPC

/// The RPC face of mailed codes: getting in again without the password, and confirming addresses.
extension AuthService {
  func requestPasswordReset(
    _ request: RequestPasswordResetRequest, _ context: ServerContext
  ) async throws -> RequestPasswordResetResponse {
    let email = request.email.lowercased()
    try countMail(to: email, context)
    // Nobody is signed in: the e-mail stands for the caller in the idempotency key. With one, each
    // request is a row of the journal, and so a commit, whether or not there is an account.
    let command = RequestPasswordReset(
      request: try identity(of: request, caller: email, context), email: email)
    return try await service.answer(command, context, isRehearsal: request.validateOnly) { _ in
      RequestPasswordResetResponse()
    }
  }

  func resetPassword(
    _ request: ResetPasswordRequest, _ context: ServerContext
  ) async throws -> ResetPasswordResponse {
    // The code stands for the caller. After a success it is over: the repetition is known by its
    // key before the code is looked at.
    let identity = try identity(of: request, caller: "code \(request.code)", context)
    if !request.validateOnly,
      let earlier: ResetPasswordResponse = try await service.earlierAnswer(to: identity, context)
    {
      return earlier
    }
    let proved = try await prove(code: request.code, for: .passwordReset, context)
    let command = ResetPassword(
      request: identity, proved: proved, newHash: try await hash(request.newPassword))
    let answer = try await service.answer(
      command, context, isRehearsal: request.validateOnly
    ) { _ in
      ResetPasswordResponse()
    }
    sessions.forget(sessionsOf: proved.user, after: request)
    return answer
  }

  // MARK: Confirmation of the address

  func requestEmailConfirmation(
    _ request: RequestEmailConfirmationRequest, _ context: ServerContext
  ) async throws -> RequestEmailConfirmationResponse {
    let (principal, _) = try context.person()
    guard mailsCodes else { throw AuthError.mailUnsupported }
    // A repetition mails nothing, and so it is answered before anything is counted.
    return try await service.change(request, context, asksOutside: true) { asked in
      if let user = try await me(principal, context) {
        try countConfirmation(to: user.email, isRehearsal: asked.isRehearsal)
      }
      return RequestEmailConfirmation(
        caller: asked.caller, request: asked.identity, user: principal.user)
    } answer: { _ in
      RequestEmailConfirmationResponse()
    }
  }

  func confirmEmail(
    _ request: ConfirmEmailRequest, _ context: ServerContext
  ) async throws -> ConfirmEmailResponse {
    // As above: the code stands for the caller, and is over after a success.
    let identity = try identity(of: request, caller: "code \(request.code)", context)
    if !request.validateOnly,
      let earlier: ConfirmEmailResponse = try await service.earlierAnswer(to: identity, context)
    {
      return earlier
    }
    let proved = try await prove(code: request.code, for: .emailConfirmation, context)
    let command = ConfirmEmail(request: identity, proved: proved)
    return try await service.answer(command, context, isRehearsal: request.validateOnly) { _ in
      ConfirmEmailResponse()
    }
  }

  // MARK: Steps

  private func identity(
    of request: some ChangeRequest, caller: String, _ context: ServerContext
  ) throws(Refusal) -> RequestIdentity {
    var content = request
    content.requestID = ""
    return try service.identity(
      of: request.requestID, method: context.method.path, caller: caller,
      content: content.wireBytes)
  }

  /// Lets an address have an e-mail sent, whether or not anybody has it.
  private func countMail(to email: String, _ context: ServerContext) throws {
    guard mailsCodes else { throw AuthError.mailUnsupported }
    let now = service.clock.now()
    let address = try context.callerAddress()
    let pair = Base64URL.encode(SHA256.hash(Array("\(address)\n\(email)".utf8)))
    try throttles.mails.check(address, at: now)
    try throttles.mailsToOne.check(pair, at: now)
    throttles.mails.fail(address, at: now)
    throttles.mailsToOne.fail(pair, at: now)
  }

  /// Lets an address be mailed a code that confirms it, however many accounts have had it.
  private func countConfirmation(to email: String, isRehearsal: Bool) throws(AuthError) {
    let now = service.clock.now()
    try throttles.confirmations.check(email, at: now)
    if !isRehearsal { throttles.confirmations.fail(email, at: now) }
  }

  /// What a code proves, when it is one that we mailed and that is still good. Failures are counted
  /// for the address: a code cannot be guessed, and nobody is to try.
  private func prove(
    code text: String, for purpose: MailedCode.Purpose, _ context: ServerContext
  ) async throws -> ProvedCode {
    let now = service.clock.now()
    let address = try context.callerAddress()
    try throttles.failures.check(address, at: now)
    if let sent = MailedCode.Sent(text),
      let code = try await service.database.query(
        AuthStatements.mailedCode, [.uuid(sent.id)], deadline: context.deadline
      ).first,
      code.purpose == purpose, code.isGood(at: now),
      let user = try await service.database.query(
        AuthStatements.user, [.uuid(code.user)], deadline: context.deadline
      ).first,
      code.isProved(by: sent, of: user, keys: service.secrets.mailedCodes)
    {
      return ProvedCode(code, of: user)
    }
    throttles.failures.fail(address, at: now)
    throw AuthError.badCode
  }
}

extension RequestPasswordResetRequest: ChangeRequest {}
extension ResetPasswordRequest: ChangeRequest {}
extension RequestEmailConfirmationRequest: ChangeRequest {}
extension ConfirmEmailRequest: ChangeRequest {}
