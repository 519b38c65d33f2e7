/// Why bytes from the wire are not the message that they claim to be.
public struct WireError: Error, Equatable, Sendable {
  /// Where, from the outermost message: `milestones[1].title`; empty for the message as a whole.
  public let fieldPath: String
  /// What is wrong there, as a sentence for whoever sent the bytes.
  public let reason: String

  public init(fieldPath: String, reason: String) {
    self.fieldPath = fieldPath
    self.reason = reason
  }

  /// The same error seen from the message that holds the failing one as `field`.
  func inside(_ field: String) -> WireError {
    WireError(fieldPath: fieldPath.isEmpty ? field : "\(field).\(fieldPath)", reason: reason)
  }
}

extension WireError: CustomStringConvertible {
  public var description: String {
    fieldPath.isEmpty ? reason : "\(fieldPath): \(reason)"
  }
}
