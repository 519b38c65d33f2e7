import PayLytRPC
import StandardAPI
import TestAPI

/// Wire bytes as messages of every shape.
enum MessageTargets {
  static func read(_ bytes: [UInt8]) {
    read(bytes, as: Everything.self)
    read(bytes, as: Tree.self)
    read(bytes, as: Old.self)
    read(bytes, as: Names.self)
    read(bytes, as: ProtoValue.self)
    read(bytes, as: GoogleStatus.self)
  }

  /// What is read is written in one way, which reads as the same.
  private static func read<Message: WireMessage>(_ bytes: [UInt8], as type: Message.Type) {
    let message: Message
    do throws(WireError) {
      message = try Message(wireBytes: bytes)
    } catch {
      precondition(!error.reason.isEmpty, "a refusal without a reason")
      return
    }
    let written = message.wireBytes
    do throws(WireError) {
      let again = try Message(wireBytes: written)
      precondition(again.wireBytes == written, "\(Message.fullName) reads as two things")
    } catch {
      preconditionFailure("\(Message.fullName) is not read as it was written: \(error)")
    }
  }
}
