import PayLytCrypto

/// What was mailed to a user last, for one purpose: whoever sends it back reads the user's e-mails.
///
/// The code itself is kept nowhere. It is a MAC over what is here and what it is good for, made as
/// the e-mail is sent; a stolen database holds no codes.
struct MailedCode: Hashable, Sendable {
  /// Raw values are stored.
  enum Purpose: Int16, Sendable, CaseIterable {
    /// A new password.
    case passwordReset = 1
    /// That the address is the user's.
    case emailConfirmation = 2

    /// How long a code is good, and for how long its e-mail counts among those that are sent to one
    /// account: not less, as the latest of them is to be good when no more are sent.
    var seconds: Int64 {
      switch self {
      case .passwordReset: AuthLimits.resetCodeSeconds
      case .emailConfirmation: AuthLimits.confirmationCodeSeconds
      }
    }
  }

  let id: UUID
  let user: UUID
  let purpose: Purpose
  /// New with each code: the one before ends.
  private(set) var nonce: UUID
  /// No code is good from then on.
  private(set) var expiresAt: Timestamp
  /// When all e-mails will no longer count: each counts for a while behind those before it.
  private(set) var mailedUntil: Timestamp

  /// Makes another code, unless too many were mailed.
  ///
  /// Who is refused was mailed one within the time that a code lives: strangers who ask again and
  /// again keep nobody out.
  ///
  /// - Returns: whether there is another one. If not, the latest stays good.
  mutating func renew(_ nonce: UUID, at now: Timestamp) -> Bool {
    guard waitSeconds(at: now) == nil else { return false }
    self.nonce = nonce
    expiresAt = now.adding(seconds: purpose.seconds)
    mailedUntil = max(mailedUntil, now).adding(seconds: purpose.seconds)
    return true
  }

  /// How long it takes until another one can be mailed; nil when one can.
  func waitSeconds(at now: Timestamp) -> Int64? {
    let free = now.adding(seconds: (AuthLimits.codeMailsFree - 1) * purpose.seconds)
    return mailedUntil <= free ? nil : free.wholeSeconds(until: mailedUntil)
  }

  /// It was used.
  mutating func end(at now: Timestamp) { expiresAt = min(expiresAt, now) }

  func isGood(at now: Timestamp) -> Bool { now < expiresAt }

  /// The same each time, so that there is one row for a user and a purpose.
  static func id(of user: UUID, for purpose: Purpose) -> UUID {
    let mixed = SHA256.hash(user.bytes + Array("mailed code \(purpose.rawValue)".utf8))
    return UUID(bytes: mixed.prefix(16))
  }
}

extension MailedCode {
  /// None yet.
  init(of user: UUID, for purpose: Purpose) {
    self.init(
      id: Self.id(of: user, for: purpose), user: user, purpose: purpose,
      nonce: UUID(high: 0, low: 0), expiresAt: Timestamp(microseconds: 0),
      mailedUntil: Timestamp(microseconds: 0))
  }

  /// What a code proves nothing without: the address that it went to, and the password that one
  /// replaces. A password that was changed in the meantime ends it.
  func binding(to user: User) -> String {
    switch purpose {
    case .passwordReset: "\(user.email)\n\(user.passwordHash)"
    case .emailConfirmation: user.email
    }
  }

  /// As it is mailed.
  ///
  /// - Parameter user: whose it is, as the account is now.
  func text(for user: User, key: [UInt8]) -> String {
    Base64URL.encode(id.bytes + proof(for: user, key: key))
  }

  private func proof(for user: User, key: [UInt8]) -> [UInt8] {
    HMAC.sha256(
      key: key, message: id.bytes + nonce.bytes + Array(binding(to: user).utf8))
  }

  /// A code as somebody sends it: whose it says to be, and the proof.
  struct Sent {
    let id: UUID
    fileprivate let proof: [UInt8]

    /// - Returns: nil for what we never mailed.
    init?(_ text: String) {
      guard text.utf8.count <= 128, let all = Base64URL.decode(text), all.count == 48 else {
        return nil
      }
      id = UUID(bytes: all[..<16])
      proof = Array(all[16...])
    }
  }

  /// - Parameter user: whose it is, as the account is now.
  /// - Parameter keys: each is accepted.
  func isProved(by sent: Sent, of user: User, keys: MACKeys) -> Bool {
    sent.id == id && keys.accept(sent.proof) { proof(for: user, key: $0) }
  }
}

/// A code that somebody has sent back, and what it was compared with. The decision sees whether
/// that still stands.
struct ProvedCode: Hashable, Sendable {
  let code: UUID
  let user: UUID
  let nonce: UUID
  let binding: String
}

extension ProvedCode {
  init(_ code: MailedCode, of user: User) {
    self.init(
      code: code.id, user: user.id, nonce: code.nonce, binding: code.binding(to: user))
  }
}

extension Loader {
  func want(_ proved: ProvedCode) {
    want(User.self, proved.user)
    want(MailedCode.self, proved.code)
  }
}

extension Decision {
  /// The code and its user.
  func find(
    _ proved: ProvedCode, for purpose: MailedCode.Purpose
  ) throws(AuthError) -> (MailedCode, User) {
    guard let code = row(MailedCode.self, proved.code), let user = row(User.self, proved.user),
      code.purpose == purpose, code.nonce == proved.nonce, code.isGood(at: now),
      code.binding(to: user) == proved.binding
    else { throw .badCode }
    return (code, user)
  }
}
