/// An e-mail address in the plain form `local@domain`: nothing in it can end a line, open a bracket
/// or add a recipient.
public struct MailAddress: Hashable, Sendable {
  public let text: String

  /// - Returns: nil for anything else, quoted local parts included.
  public init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard parts.count == 2, (1...64).contains(parts[0].count), (1...253).contains(parts[1].count),
      parts[0].allSatisfy({ Self.isAtomCharacter($0) || $0 == UInt8(ascii: ".") }),
      parts[1].allSatisfy({ Self.isDomainCharacter($0) })
    else { return nil }
    self.text = text
  }

  /// RFC 5322 §3.2.3.
  private static func isAtomCharacter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    case _: "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
    }
  }

  private static func isDomainCharacter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
      true
    case _: false
    }
  }
}

/// A plain text to one recipient.
public struct MailMessage: Sendable {
  let sender: MailAddress
  let recipient: MailAddress
  private let subject: String
  private let date: String
  private let messageID: String
  private let text: String

  /// - Parameter subject: one line.
  /// - Parameter date: after RFC 5322 §3.3.
  /// - Parameter messageID: without brackets; the same for the same mail, so that whoever gets it
  ///   twice shows it once.
  /// - Returns: nil when a header would hold the end of a line.
  public init?(
    from sender: MailAddress, to recipient: MailAddress, subject: String, date: String,
    messageID: String, text: String
  ) {
    let fields =
      subject.unicodeScalars.map(\.value) + (date + messageID).unicodeScalars.map(\.value)
    guard fields.allSatisfy({ $0 >= 32 && $0 != 127 }), !messageID.contains(">") else { return nil }
    self.sender = sender
    self.recipient = recipient
    self.subject = subject
    self.date = date
    self.messageID = messageID
    self.text = text
  }

  /// As it goes over the wire; libcurl doubles leading dots.
  var bytes: [UInt8] {
    let head = [
      "From: PayLyt <\(sender.text)>", "To: <\(recipient.text)>",
      "Subject: \(Self.encoded(subject))", "Date: \(date)", "Message-ID: <\(messageID)>",
      "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: quoted-printable", "Auto-Submitted: auto-generated", "", "",
    ].joined(separator: "\r\n")
    return Array(head.utf8) + Self.quotedPrintable(text)
  }

  /// Words of RFC 2047 where there are other letters than those of ASCII, each of at most 75 bytes.
  private static func encoded(_ subject: String) -> String {
    guard !subject.utf8.allSatisfy({ $0 < 128 }) else { return subject }
    var words: [String] = []
    var word = ""
    for character in subject {
      let part = character.utf8.map { escaped($0) }.joined()
      if word.utf8.count + part.utf8.count > 60 {
        words.append(word)
        word = ""
      }
      word += part
    }
    return (words + [word]).map { "=?utf-8?q?\($0)?=" }.joined(separator: "\r\n ")
  }

  private static func escaped(_ byte: UInt8) -> String {
    let digits = Array("0123456789ABCDEF")
    return "=\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
  }

  /// RFC 2045 §6.7: lines of at most 76 characters, and nothing outside of ASCII.
  private static func quotedPrintable(_ text: String) -> [UInt8] {
    var out: [UInt8] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var length = 0
      let bytes = Array(line.utf8)
      for (index, byte) in bytes.enumerated() {
        let isLast = index == bytes.count - 1
        let isPlain =
          (33...126).contains(byte) && byte != UInt8(ascii: "=") || byte == 32 && !isLast
        let part = isPlain ? [byte] : Array(escaped(byte).utf8)
        if length + part.count > 75 {
          out += "=\r\n".utf8
          length = 0
        }
        out += part
        length += part.count
      }
      out += "\r\n".utf8
    }
    return out
  }
}
