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
      output: { text in
        if let reason = TextOutput.write(text, to: 1) { TextOutput.giveUp(reason) }
      }, diagnostics: { _ = TextOutput.write($0, to: 2) },
      environment: { name in unsafe getenv(name).map { unsafe String(cString: $0) } },
      isTerminal: isatty(1) == 1, now: { Int64(time(nil)) }, input: StandardInput())
  }

  func line(_ text: String) { output(text + "\n") }

  func note(_ text: String) { diagnostics(text + "\n") }
}
