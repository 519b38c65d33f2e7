/// The first batch of a connection: session settings, then every statement prepared and compared
/// with what the service expects of it.
final class SetupBatch: PipelineBatch {
  private let settings: String
  private let statements: [StatementDefinition]
  private var failure: DatabaseError?
  private var completion: ((Result<Void, DatabaseError>) -> Void)?

  /// - Parameter settings: one SELECT that sets what the session needs.
  init(
    settings: String, statements: [StatementDefinition],
    completion: @escaping (Result<Void, DatabaseError>) -> Void
  ) {
    self.settings = settings
    self.statements = statements
    self.completion = completion
  }

  // Command 0 sets; 1, 3, 5… prepare; 2, 4, 6… describe.
  var commandCount: Int { 1 + 2 * statements.count }

  func command(at index: Int) -> PipelineCommand {
    guard index > 0 else { return .plain(settings) }
    let statement = statements[(index - 1) / 2]
    return index % 2 == 1 ? .prepare(statement) : .describe(name: statement.name)
  }

  func received(_ result: consuming ResultHandle, at index: Int, on connection: Connection) {
    guard failure == nil else { return }
    switch result.status {
    case .succeeded:
      guard index > 0, index.isMultiple(of: 2) else { return }
      failure = Self.mismatch(statements[(index - 1) / 2], result)
    case .failed:
      // A statement that is only prepared has no values that the sentence could give away.
      let name = index == 0 ? "session settings" : statements[(index - 1) / 2].name
      failure = .invalidStatement(
        name: name, reason: "\(result.primaryMessage) (\(result.sqlState))")
    case .pipelineAborted, .pipelineSync: return
    }
  }

  func synced(on connection: Connection) {
    finish(failure.map { .failure($0) } ?? .success(()))
  }

  func lost(wasSent: Bool) { finish(.failure(failure ?? .unavailable)) }

  func isGivenUp(at index: Int) -> Bool { false }
  var hasGivenUp: Bool { false }

  private func finish(_ result: Result<Void, DatabaseError>) {
    completion?(result)
    completion = nil
  }

  /// Compares the types that the service declares with those that PostgreSQL found.
  private static func mismatch(
    _ statement: StatementDefinition, _ description: borrowing ResultHandle
  ) -> DatabaseError? {
    let found = (description.parameterTypes, description.columnTypes)
    guard found.0 == statement.parameters.map(\.rawValue) else {
      return .invalidStatement(
        name: statement.name,
        reason: "parameters are \(names(found.0)), declared \(statement.parameters)")
    }
    guard found.1 == statement.columns.map(\.rawValue) else {
      return .invalidStatement(
        name: statement.name, reason: "columns are \(names(found.1)), declared \(statement.columns)"
      )
    }
    return nil
  }

  private static func names(_ types: [UInt32]) -> [String] {
    types.map { SQLType(rawValue: $0)?.description ?? "OID \($0)" }
  }
}
