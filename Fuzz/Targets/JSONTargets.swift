import PayLytJSON
import PayLytRPC
import StandardAPI
import TestAPI

/// JSON as values and as messages.
enum JSONTargets {
  private static let schema = ProtoSchema(StandardAPIDescriptors.files + TestAPIDescriptors.files)

  static func read(_ bytes: [UInt8]) {
    let value: JSONValue
    do throws(JSONSyntaxError) {
      value = try JSONValue(text: bytes)
    } catch {
      precondition(!error.reason.isEmpty, "a refusal without a reason")
      return
    }
    for isIndented in [false, true] {
      do throws(JSONSyntaxError) {
        let again = try JSONValue(text: Array(value.text(isIndented: isIndented).utf8))
        precondition(again == value, "a text reads as two things")
      } catch {
        // Escapes and spaces make a text longer.
        precondition(bytes.count > JSONLimits.textBytesMax / 64, "what was written is refused")
      }
    }
    read(value, as: Everything.self)
    read(value, as: Tree.self)
    read(value, as: ProtoValue.self)
    read(value, as: GoogleStatus.self)
  }

  /// What is read is written in one way, which reads as the same.
  private static func read<Message: WireMessage>(_ value: JSONValue, as type: Message.Type) {
    let message: Message
    do throws(WireError) {
      message = try Message(json: value, schema)
    } catch {
      precondition(!error.reason.isEmpty, "a refusal without a reason")
      return
    }
    do throws(WireError) {
      let again = try Message(json: try message.json(schema), schema)
      precondition(again.wireBytes == message.wireBytes, "\(Message.fullName) reads as two things")
    } catch {
      preconditionFailure("\(Message.fullName) is not read as it was written: \(error)")
    }
  }
}
