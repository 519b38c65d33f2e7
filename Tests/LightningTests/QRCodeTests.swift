import Testing

@testable import Lightning

@Suite("QR codes")
struct QRCodeTests {
  @Test("a code has the three finders, the timing row, and a light quiet zone")
  func structure() throws {
    let code = try QRCode("LIGHTNING:LNBC1")
    #expect((code.size - 17).isMultiple(of: 4))
    let last = code.size - 7
    for (x, y) in [(0, 0), (last, 0), (0, last)] {
      for row in 0..<7 {
        for column in 0..<7 {
          let ring = min(min(row, 6 - row), min(column, 6 - column))
          #expect(code.isDark(column: x + column, row: y + row) == (ring != 1))
        }
      }
    }
    for step in 8..<code.size - 8 {
      #expect(code.isDark(column: step, row: 6) == step.isMultiple(of: 2))
      #expect(code.isDark(column: 6, row: step) == step.isMultiple(of: 2))
    }
    #expect(!code.isDark(column: -1, row: 0))
    #expect(!code.isDark(column: code.size, row: code.size - 1))
  }

  @Test("upper case makes a smaller code of the same invoice")
  func upperCase() throws {
    let invoice = try BOLT11Invoice(Specification.coffee)
    #expect(invoice.qrText == "LIGHTNING:" + Specification.coffee.uppercased())
    #expect(try QRCode(invoice.qrText).size < QRCode(invoice.uri).size)
  }

  @Test("more correction makes a larger code")
  func correction() throws {
    let text = Specification.coffee.uppercased()
    let sizes = try QRCode.Correction.allCases.map { try QRCode(text, correction: $0).size }
    #expect(sizes == sizes.sorted())
    #expect(Set(sizes).count > 1)
  }

  @Test("the terminal picture has two rows of modules in each line")
  func terminal() throws {
    let code = try QRCode("A")
    let plain = code.terminalText(isColored: false).split(separator: "\n")
    let side = code.size + 2 * QRCode.quietZone
    #expect(plain.count == (side + 1) / 2)
    #expect(plain.allSatisfy { $0.count == side })
    #expect(plain[0].allSatisfy { $0 == "█" })
    #expect(plain[2].hasPrefix("████ ▄▄▄▄▄ █"))
    let colored = code.terminalText()
    #expect(colored.contains("\u{1b}[30;107m    █▀▀▀▀▀█ "))
  }

  @Test("the SVG paints each dark module once")
  func svg() throws {
    let code = try QRCode("A")
    let dark = (0..<code.size).reduce(0) { sum, row in
      sum + (0..<code.size).filter { code.isDark(column: $0, row: row) }.count
    }
    let painted = code.svg.split(separator: "h").compactMap { Int($0.prefix { $0.isNumber }) }
    let side = code.size + 2 * QRCode.quietZone
    #expect(painted.reduce(0, +) == dark + side)
    #expect(code.svg.hasPrefix("<svg xmlns="))
  }

  @Test(
    "what no code can hold is refused",
    arguments: ["", "a\u{0}b", String(repeating: "x", count: 2954)])
  func refused(text: String) {
    #expect(throws: QRCode.Unencodable.self) { try QRCode(text) }
  }

  @Test("a text that fits only with little correction is refused with more")
  func tooMuchCorrection() throws {
    let text = String(repeating: "x", count: 2953)
    #expect(try QRCode(text).size == 177)
    #expect(throws: QRCode.Unencodable.self) { try QRCode(text, correction: .high) }
  }
}
