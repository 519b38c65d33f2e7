import Glibc
import PayLytRPC

/// The official gRPC client, as the scripts in Tests/Support/python use it.
enum PythonClient {
  /// The interpreter that has grpcio.
  static var path: String {
    if let path = environment("PAYLYT_PYTHON") { return path }
    return unsafe access(".venv/bin/python", X_OK) == 0 ? ".venv/bin/python" : "python3"
  }

  /// Runs a script to its end. It blocks, so it gets a thread that no task needs.
  static func run(
    _ script: String, _ arguments: [String]
  ) async throws -> (code: Int32, output: String) {
    let arguments = ["Tests/Support/python/\(script)"] + arguments
    let path = path
    return try await BlockingPool().run { runProgram(path, arguments) }
  }
}
