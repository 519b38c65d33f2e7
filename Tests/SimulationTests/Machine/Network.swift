/// How an exchange between a server and something outside of it ends.
enum Fate: CaseIterable {
  case done
  /// The connection was lost before anything happened.
  case lostBefore
  /// It happened; the answer was lost.
  case lostAfter
  /// The other side refused it for reasons of its own: a serialization failure, a closed door.
  case refused
}

/// Everything that servers wait for: statements at the database, calls to the provider, pauses. The
/// simulation decides which of them goes on, and how.
///
/// `@unchecked Sendable`: confined to the thread of its simulation, as all of this folder is.
final class Network: @unchecked Sendable {
  struct Exchange {
    enum Kind { case load, commit, read, provider, pause }

    let server: Int
    let kind: Kind
    let text: String
    /// Returns false when it has to wait for another exchange.
    let attempt: (Fate) -> Bool
  }

  private(set) var open: [Exchange] = []

  /// Waits until the simulation lets this exchange happen.
  ///
  /// - Parameter attempt: lets it happen; nil when something is in its way.
  func exchange<Value>(
    from server: Int, _ kind: Exchange.Kind, _ text: String,
    _ attempt: @escaping (Fate) -> Value?
  ) async -> Value {
    let answer = Answer<Value>()
    await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
      open.append(
        Exchange(server: server, kind: kind, text: text) { fate in
          guard let value = attempt(fate) else { return false }
          answer.value = value
          continuation.resume()
          return true
        })
    }
    guard let value = answer.value else { preconditionFailure("resumed without an answer") }
    return value
  }

  private final class Answer<Value> {
    var value: Value?
  }

  /// Lets the exchange at `index` happen; returns false when something is in its way: it stays.
  @discardableResult
  func settle(_ index: Int, _ fate: Fate) -> Bool {
    let exchange = open.remove(at: index)
    guard exchange.attempt(fate) else {
      open.insert(exchange, at: index)
      return false
    }
    return true
  }
}
