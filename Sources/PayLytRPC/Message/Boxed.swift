/// A submessage held by reference, because its type holds itself. It is never changed in place.
public final class Boxed<Message: WireMessage>: Sendable, Equatable {
  public let message: Message

  public init(_ message: Message) {
    self.message = message
  }

  public static func == (first: Boxed, second: Boxed) -> Bool {
    first === second || first.message == second.message
  }
}
