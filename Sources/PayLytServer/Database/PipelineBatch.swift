/// One command of a pipeline.
enum PipelineCommand {
  case execute(BoundStatement)
  case prepare(StatementDefinition)
  case describe(name: String)
  /// SQL of the layer itself, without parameters.
  case plain(String)
}

/// The commands between two syncs of a connection's pipeline, and who waits for them.
///
/// PostgreSQL runs them in order; when one fails it skips the rest of the batch, and no other.
protocol PipelineBatch: AnyObject {
  var commandCount: Int { get }
  func command(at index: Int) -> PipelineCommand

  /// The result of the command at `index`. In a transaction it arrives before the commit.
  func received(_ result: consuming ResultHandle, at index: Int, on connection: Connection)

  /// Everything is done, and what was to be committed is.
  func synced(on connection: Connection)

  /// The connection ended before the sync arrived. Called instead of `synced`.
  ///
  /// - Parameter wasSent: false when nothing of the batch can have reached the server.
  func lost(wasSent: Bool)

  /// Whether nobody waits for the command at `index` any more, so that it may be cancelled.
  func isGivenUp(at index: Int) -> Bool
  /// Whether that holds for any of its commands.
  var hasGivenUp: Bool { get }
}
