/// Why a text is no JSON.
public struct JSONSyntaxError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Where, in bytes from the beginning of the text.
  public let offset: Int
  /// What is wrong there, as a sentence.
  public let reason: String

  public var description: String { "\(reason) (at byte \(offset))" }
}
