import Glibc

/// Asks a person at the terminal; without one, takes the next line of standard input.
public enum Prompt {
  /// Asks the person at the terminal for a secret; what is typed does not appear.
  public static func typedSecret(_ question: String) throws -> String {
    _ = TextOutput.write(question, to: 2)
    defer { _ = TextOutput.write("\n", to: 2) }
    return try typed()
  }

  static func line(_ question: String, _ console: Console) async throws -> String {
    if isatty(0) == 1 { console.diagnostics(question) }
    guard let line = try await console.input.next() else {
      throw Failure.misuse("Standard input has ended.")
    }
    return try text(line.last == UInt8(ascii: "\r") ? line.dropLast() : line[...])
  }

  /// What is typed does not appear.
  static func secret(_ question: String, _ console: Console) async throws -> String {
    guard isatty(0) == 1 else { return try await line(question, console) }
    console.diagnostics(question)
    defer { console.diagnostics("\n") }
    return try typed()
  }

  private static func typed() throws(Failure) -> String {
    var before = termios()
    guard unsafe tcgetattr(0, &before) == 0 else { throw Failure("The terminal does not answer.") }
    // Byte by byte and without signals: the terminal is put back whatever is typed.
    var silent = before
    silent.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
    guard unsafe tcsetattr(0, TCSAFLUSH, &silent) == 0 else {
      throw Failure("The terminal does not hide what is typed.")
    }
    defer { _ = unsafe tcsetattr(0, TCSAFLUSH, &before) }
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while unsafe read(0, &byte, 1) == 1 {
      switch byte {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return try text(bytes[...])
      case 0x03: throw Failure("Given up.", .refused(.cancelled))
      case 0x04 where bytes.isEmpty: throw Failure("Given up.", .refused(.cancelled))
      case 0x08, 0x7f: erase(&bytes)
      case 0x15: bytes = []
      case _: bytes.append(byte)
      }
      guard bytes.count <= CLILimits.passwordBytesMax else {
        throw .misuse("That is longer than \(CLILimits.passwordBytesMax) bytes.")
      }
    }
    throw Failure("The terminal is gone.")
  }

  /// Takes off one character, of however many bytes.
  private static func erase(_ bytes: inout [UInt8]) {
    while let last = bytes.popLast(), last & 0xc0 == 0x80 {}
  }

  private static func text(_ bytes: ArraySlice<UInt8>) throws(Failure) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .misuse("This is not UTF-8.")
    }
    return text
  }
}
