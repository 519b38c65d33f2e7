import PayLytCrypto
import Synchronization

/// Wrong passwords for e-mails that have no account: they are counted and locked as accounts are,
/// so that a lock does not tell which e-mails have one. In memory, for each server.
final class UnknownEmails: Sendable {
  /// By the first half of the e-mail's SHA-256: people mistype, and these are theirs to tell.
  private let guesses = Mutex<[UUID: Guesses]>([:])

  /// The e-mails that are remembered.
  var count: Int { guesses.withLock { $0.count } }

  /// For how many seconds no password is looked at; nil when one is.
  func lockedSeconds(of email: String, at now: Timestamp) -> Int64? {
    guesses.withLock { $0[Self.key(email)] }?.lockedSeconds(at: now)
  }

  /// - Throws: `.loginThrottled` when others beside this one have locked it meanwhile.
  func fail(_ email: String, at now: Timestamp) throws(AuthError) {
    let key = Self.key(email)
    try guesses.withLock { guesses throws(AuthError) in
      try guesses[key]?.refuseLocked(at: now) { .loginThrottled(seconds: $0) }
      if guesses.count >= AuthLimits.addressesMax, guesses[key] == nil {
        guesses = guesses.filter { $0.value.lockedSeconds(at: now) != nil }
        // All of them are locked right now: the throttle of addresses remains.
        guard guesses.count < AuthLimits.addressesMax else { return }
      }
      guesses[key, default: .none].fail(at: now, free: AuthLimits.failedLoginsFree)
    }
  }

  /// - Parameter email: in lower case.
  private static func key(_ email: String) -> UUID {
    UUID(bytes: SHA256.hash(Array(email.utf8)).prefix(16))
  }
}
