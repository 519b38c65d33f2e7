import Glibc

/// What a command sees of the world around it: its streams and its environment.
struct Console: Sendable {
  /// Writes to standard output.
  var output: @Sendable (String) -> Void
  /// Writes to standard error.
  var diagnostics: @Sendable (String) -> Void
  var environment: @Sendable (String) -> String?
  /// Whether a person reads standard output.
  var isTerminal: Bool
  /// Seconds since 1970.
  var now: @Sendable () -> Int64
  var input: any LineSource

  /// The process's own.
  static var standard: Console {
    Console(
      output: { write(1, $0) }, diagnostics: { write(2, $0) },
      environment: { name in unsafe getenv(name).map { unsafe String(cString: $0) } },
      isTerminal: isatty(1) == 1, now: { Int64(time(nil)) }, input: StandardInput())
  }

  func line(_ text: String) { output(text + "\n") }

  func note(_ text: String) { diagnostics(text + "\n") }

  private static func write(_ descriptor: Int32, _ text: String) {
    let bytes = Array(text.utf8)
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(
          descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
      }
      guard count > 0 else { return }
      written += count
    }
  }
}
