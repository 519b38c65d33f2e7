import Testing

@testable import PayLytHTTP

@Suite("E-mail messages")
struct MailMessageTests {
  @Test(
    "an address is plain", arguments: ["a@b", "ada.l+x@mail.example.org", "x_y-z!{}@1.example"])
  func addresses(text: String) {
    #expect(MailAddress(text)?.text == text)
  }

  @Test(
    "whatever could add a line, a recipient or a command is no address",
    arguments: [
      "", "ada", "@example.org", "ada@", "a@b@c", "ada@exa mple.org", "a da@example.org",
      "ada@example.org\r\nBcc: eve@example.org", "ada\n@example.org", "<ada@example.org>",
      "ada@example.org>", "\"ada\"@example.org", "ada@[127.0.0.1]", "ada,eve@example.org",
      "ada@example.org,eve@example.org", "ad\u{e4}@example.org", "ada\0@example.org",
      String(repeating: "a", count: 65) + "@example.org",
    ])
  func noAddresses(text: String) {
    #expect(MailAddress(text) == nil)
  }

  private func message(
    subject: String = "Hello", date: String = "Sun, 15 Jun 2025 15:06:40 +0000",
    id: String = "1@example.org", text: String = "x"
  ) throws -> MailMessage? {
    MailMessage(
      from: try #require(MailAddress("p@example.org")), to: try #require(MailAddress("a@b.org")),
      subject: subject, date: date, messageID: id, text: text)
  }

  @Test(
    "a header that would end its line is refused",
    arguments: ["a\r\nBcc: eve@example.org", "a\nb", "a\rb", "a\0b", "a\u{7f}"])
  func injection(text: String) throws {
    #expect(try message(subject: text) == nil)
    #expect(try message(date: text) == nil)
    #expect(try message(id: text) == nil)
    #expect(try message(id: "a>b") == nil)
    #expect(try message(text: text) != nil)
  }

  @Test("lines are short and of ASCII, whatever the text is")
  func lines() throws {
    let long = String(repeating: "ä€😀 = ", count: 300)
    let built = try message(subject: long, text: long + "\n \nend ")
    let bytes = try #require(built).bytes
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\r\n", omittingEmptySubsequences: false)
    #expect(bytes.allSatisfy { $0 < 128 })
    #expect(lines.allSatisfy { $0.utf8.count <= 78 && !$0.contains("\n") && !$0.contains("\r") })
    #expect(lines.contains("end=20"))
  }
}
