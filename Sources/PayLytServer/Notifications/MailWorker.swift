import PayLytHTTP

/// Sends the e-mails that are due. Servers share the work.
///
/// An e-mail of which nobody knows whether it was taken is sent again, under the same Message-ID:
/// whoever gets it twice shows it once.
struct MailWorker: Sendable {
  let database: Database
  let sender: MailSender
  let from: MailAddress
  let clock: any Clock
  let log: Log
  /// Writes the one that tells a code to an address; nil when it is not good any more.
  var letter: @Sendable (_ code: UUID, _ address: String) async throws -> MailText? = { _, _ in nil
  }

  /// Sends what is due. Returns whether more is.
  func step() async throws -> Bool {
    let now = clock.now()
    let lease = now.adding(seconds: NotificationLimits.leaseSeconds)
    let taken = try await database.transaction { transaction in
      // A code is good for a while, and somebody waits for it: no notice goes before it.
      let codes = try await transaction.query(
        NotificationStatements.takeCodes,
        [.timestamp(now), .timestamp(lease), .int8(NotificationLimits.mailsAtOnce)])
      let rest = NotificationLimits.mailsAtOnce - Int64(codes.count)
      let notices = try await transaction.query(
        NotificationStatements.takeNotices, [.timestamp(now), .timestamp(lease), .int8(rest)])
      return codes + notices
    }
    for mail in taken {
      do {
        try await send(mail)
      } catch {
        guard !error.isMomentary else { throw error }
        // What is wrong with one is its own: the others are sent.
        log.warning(
          "mail not made", ["mail": "\(mail.id)", "error": String(reflecting: error)])
        try await fail(mail, "it could not be made", isFinal: false)
      }
    }
    return taken.count == Int(NotificationLimits.mailsAtOnce)
  }

  private func send(_ mail: Mail) async throws {
    guard let message = try await message(of: mail) else {
      return try await record(mail, .dead, "there is nothing that could be sent")
    }
    do {
      try await sender.send(message)
      try await record(mail, .sent, "")
    } catch let error as MailError {
      switch error {
      case .refused(let why): try await fail(mail, why, isFinal: true)
      case .notSent(let why): try await fail(mail, why, isFinal: false)
      case .outcomeUnknown(let why): try await fail(mail, "unknown: " + why, isFinal: false)
      }
    }
  }

  private func fail(_ mail: Mail, _ why: String, isFinal: Bool) async throws {
    let pause = isFinal ? nil : Mail.pauseSeconds(after: mail.attempts + 1)
    guard let pause else {
      log.warning("mail given up", ["mail": "\(mail.id)", "why": why])
      return try await record(mail, .dead, why)
    }
    log.info("mail not sent", ["mail": "\(mail.id)", "why": why])
    try await record(mail, .pending, why, next: clock.now().adding(seconds: pause))
  }

  /// Also when the server stops meanwhile: what has left must not be sent again by the next one.
  private func record(
    _ mail: Mail, _ state: Mail.State, _ why: String, next: Timestamp? = nil
  ) async throws {
    let next = next ?? clock.now()
    try await database.finish(
      NotificationStatements.record.bind([
        .uuid(mail.id), .int2(state.rawValue), .timestamp(next),
        .text(String(why.prefix(NotificationLimits.errorCharactersMax))),
      ]))
  }

  /// - Returns: nil when the account or what it was to be told is gone.
  private func message(of mail: Mail) async throws -> MailMessage? {
    let address = try await database.query(NotificationStatements.address, [.uuid(mail.user)])
    guard let recipient = address.first.flatMap({ MailAddress($0) }) else { return nil }
    let text: MailText
    if let code = mail.code {
      guard let letter = try await letter(code, recipient.text) else { return nil }
      text = letter
    } else if let id = mail.notification {
      let found = try await database.query(NotificationStatements.notification, [.uuid(id)])
      guard let notification = found.first else { return nil }
      text = .one(notification)
    } else {
      let found = try await database.query(
        NotificationStatements.ofDigest,
        [
          .uuid(mail.user), .timestamp(mail.digestAt),
          .int8(NotificationLimits.digestMax + 1),
        ])
      guard !found.isEmpty else { return nil }
      text = .digest(found)
    }
    let domain = from.text.split(separator: "@").last ?? "localhost"
    return MailMessage(
      from: from, to: recipient, subject: text.subject, date: mail.createdAt.mailDate,
      messageID: "\(mail.id)@\(domain)", text: text.body)
  }
}
