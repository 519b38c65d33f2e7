/// Writes the e-mails that tell codes. A code is made only here, as its e-mail is sent.
struct CodeLetters: Sendable {
  let database: Database
  let key: [UInt8]
  /// Where links lead, without a slash at the end; nil when e-mails have none.
  let links: String?
  let clock: any Clock

  /// - Parameter code: of the row that says which one.
  /// - Returns: nil when no code is good any more, or it is another address by now.
  func letter(_ code: UUID, to address: String) async throws -> MailText? {
    guard
      let code = try await database.query(AuthStatements.mailedCode, [.uuid(code)]).first,
      code.isGood(at: clock.now()),
      let user = try await database.query(AuthStatements.user, [.uuid(code.user)]).first,
      user.email == address
    else { return nil }
    return MailText.code(
      code.text(for: user, key: key), for: code.purpose, links: links, until: code.expiresAt)
  }
}

extension MailText {
  /// - Parameter links: where links lead; the code goes behind a `#`, which no browser sends to a
  ///   server, so that it is in no log.
  static func code(
    _ code: String, for purpose: MailedCode.Purpose, links: String?, until end: Timestamp
  ) -> MailText {
    let (subject, what, page, unasked) =
      switch purpose {
      case .passwordReset:
        (
          "Set a new password", "a new password for your account", "reset-password",
          "your password stays as it is, and nobody gets in with your address alone."
        )
      case .emailConfirmation:
        (
          "Confirm your e-mail address", "your e-mail address to be confirmed", "confirm-email",
          "the account stays without a confirmed address."
        )
      }
    let way = links.map { "Open this page:\n\n\($0)/\(page)#\(code)\n\nor give" } ?? "Give"
    return MailText(
      subject: subject,
      body: """
        Somebody, and we hope it was you, has asked for \(what).

        \(way) this code to the app or page where you asked for it:

        \(code)

        It works once, until \(end.utcText). A newer e-mail takes its place.

        If it was not you, do nothing: \(unasked)
        Give the code to nobody else. Nobody at PayLyt asks for it.

        """)
  }
}
