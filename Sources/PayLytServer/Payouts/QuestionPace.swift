import Synchronization

/// How often people have a provider asked about their payouts: each user once in so many seconds.
/// What it does not know by its reference it may look for among all that it has sent.
///
/// It is kept in memory alone, by each part of a server for itself.
final class QuestionPace: Sendable {
  private let seconds: Int64
  private let asked = Mutex<[UUID: Timestamp]>([:])

  init(seconds: Int64) { self.seconds = seconds }

  /// Whether the user's turn has come; then it has been taken.
  func takesTurn(of user: UUID, at now: Timestamp) -> Bool {
    asked.withLock { asked in
      func isOver(_ at: Timestamp) -> Bool {
        now >= at.adding(seconds: seconds)
      }
      if let last = asked[user], !isOver(last) { return false }
      if asked.count >= PayoutLimits.questionUsersMax {
        asked = asked.filter { !isOver($0.value) }
        guard asked.count < PayoutLimits.questionUsersMax else { return false }
      }
      asked[user] = now
      return true
    }
  }
}

extension Payout {
  /// Whether its provider may have news of it, and is asked when somebody wants to know.
  func mayHaveNews(at now: Timestamp) -> Bool {
    switch state {
    case .reserved, .cancelled, .reversed: false
    case .submitting, .submitted, .unknown: true
    case .succeeded: terms.method.isRail
    case .failed:
      mayBeContradicted
        && (terms.method.isRail || now < updatedAt.adding(seconds: PayoutLimits.reversalSeconds))
    }
  }
}
