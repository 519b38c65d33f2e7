/// Takes Swift source apart as far as the rules need it: code, without comments and without what
/// stands in string literals. Code inside of an interpolation counts as code.
struct SwiftLexer {
  private let bytes: [UInt8]
  private var position = 0
  /// Comments and strings are gone, lines are kept.
  private(set) var code: [UInt8] = []
  /// Only comments are gone.
  private(set) var uncommented: [UInt8] = []

  init(_ text: String) {
    bytes = Array(text.utf8)
    readCode(untilParenthesis: false)
  }

  private mutating func readCode(untilParenthesis: Bool) {
    var depth = 0
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "/"):
        while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
        continue
      case UInt8(ascii: "\""):
        readString(hashes: 0)
        continue
      case UInt8(ascii: "#"):
        let hashes = count(of: UInt8(ascii: "#"), from: position)
        if peek(hashes) == UInt8(ascii: "\"") {
          position += hashes
          readString(hashes: hashes)
          continue
        }
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        depth -= 1
        if untilParenthesis, depth == 0 {
          emit(byte, isCode: true)
          return
        }
      default: break
      }
      emit(byte, isCode: true)
    }
  }

  /// At the opening quote.
  private mutating func readString(hashes: Int) {
    let quotes = count(of: UInt8(ascii: "\""), from: position) >= 3 ? 3 : 1
    code += [UInt8(ascii: "\""), UInt8(ascii: "\"")]
    for _ in 0..<quotes { emit(UInt8(ascii: "\""), isCode: false) }
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\""), count(of: byte, from: position) >= quotes,
        count(of: UInt8(ascii: "#"), from: position + quotes) >= hashes
      {
        for _ in 0..<(quotes + hashes) { emit(bytes[position], isCode: false) }
        return
      }
      if byte == UInt8(ascii: "\\"), count(of: UInt8(ascii: "#"), from: position + 1) >= hashes {
        for _ in 0...hashes { emit(bytes[position], isCode: false) }
        if peek(0) == UInt8(ascii: "(") {
          readCode(untilParenthesis: true)
        } else if position < bytes.count {
          emit(bytes[position], isCode: bytes[position] == UInt8(ascii: "\n"))
        }
        continue
      }
      // A string of one line ends with it, whatever else is wrong.
      if byte == UInt8(ascii: "\n"), quotes == 1 { return }
      emit(byte, isCode: byte == UInt8(ascii: "\n"))
    }
  }

  private mutating func emit(_ byte: UInt8, isCode: Bool) {
    uncommented.append(byte)
    if isCode { code.append(byte) }
    position += 1
  }

  private func peek(_ offset: Int) -> UInt8? {
    position + offset < bytes.count ? bytes[position + offset] : nil
  }

  private func count(of byte: UInt8, from start: Int) -> Int {
    guard start < bytes.count else { return 0 }
    return bytes[start...].prefix { $0 == byte }.count
  }
}
