import EndToEndSupport
import PayLytRPC
import PayLytRPCServices
import Testing

/// Everything here runs the built programs: `paylyt serve` with its private PostgreSQL, and the
/// provider simulator. One after the other, so that no test's faults are another's.
@Suite("From end to end", .serialized)
enum EndToEnd {
  /// What leaves the server as it was: these share one.
  @Suite("On one server", .sharedDeployment, .timeLimit(.minutes(2)))
  enum OneServer {}
}

/// The same, beside the others: it mostly waits, and nothing that it kills is theirs.
@Suite("From end to end, with loss of power")
enum LossOfPower {}

/// Gives all tests of a suite one deployment.
struct SharedDeployment: SuiteTrait, TestScoping {
  @TaskLocal fileprivate static var current: Deployment?

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    try await Deployment.with { deployment in
      try await Self.$current.withValue(deployment) { try await function() }
    }
  }
}

extension Trait where Self == SharedDeployment {
  static var sharedDeployment: SharedDeployment { SharedDeployment() }
}

extension Deployment {
  /// The one of the suite that runs.
  static var shared: Deployment {
    get throws {
      guard let current = SharedDeployment.current else {
        throw Failure("this suite shares no deployment")
      }
      return current
    }
  }
}

/// The refusal of a call.
///
/// - Throws: `Failure` when the call succeeds.
func refusal<Answer>(
  of call: () async throws -> Answer
) async throws -> RPCError {
  do {
    let answer = try await call()
    throw Failure("this was not refused: \(answer)")
  } catch let error as RPCError {
    return error
  }
}

extension RPCError {
  /// The stable reason, as docs/ERRORS.md lists them.
  var reason: String { errorInfo?.reason ?? "" }

  /// The fields that are wrong.
  var fields: [String] { fieldViolations.map(\.field) }
}
