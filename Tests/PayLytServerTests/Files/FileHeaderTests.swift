import Testing

@testable import PayLytServer

@Suite("What a file may be called")
struct FileHeaderTests {
  private func header(_ name: String) throws(Refusal) -> FileHeader {
    try FileHeader(name: name, contentType: "image/png", sizeBytes: 1, sha256: [])
  }

  @Test(
    "a name as people give it",
    arguments: ["logo.png", "Entwurf 2 (final).pdf", ".profile", "…", "שם.txt", "👩‍🎨.png"])
  func good(name: String) throws {
    #expect(try header(name).name == name)
  }

  @Test(
    "no folder, no control character, and nothing that shows another name than it is",
    arguments: [
      ".", "..", "a/b", "../../etc/passwd", "a\\b", "a\nb", "a\u{0}b", "a\u{7f}", "\u{202e}gnp.exe",
      "\u{2066}x\u{2069}", "\u{200f}x",
    ])
  func bad(name: String) {
    let refusal = #expect(throws: Refusal.self) { try header(name) }
    #expect(refusal?.field == "file_name")
  }
}
