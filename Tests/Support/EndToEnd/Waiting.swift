/// What went wrong in a test's surroundings, as a sentence.
public struct Failure: Error, CustomStringConvertible {
  public let description: String

  public init(_ description: String) { self.description = description }
}

/// Waits for something that other processes bring about. It only bounds the wait: what is waited
/// for is looked at again and again, so a slow machine takes longer and nothing else.
///
/// - Throws: `Failure` naming `what` after `limit`; whatever `condition` throws.
public func eventually(
  _ what: String, within limit: Duration = .seconds(60), _ condition: () async throws -> Bool
) async throws {
  let end = ContinuousClock.now + limit
  while try await !condition() {
    guard ContinuousClock.now < end else { throw Failure("not within \(limit): \(what)") }
    try await Task.sleep(for: .milliseconds(10))
  }
}
