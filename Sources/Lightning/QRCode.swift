import CQREncode

/// A QR code as a square of dark and light modules.
public struct QRCode: Sendable, Equatable {
  /// How much of the code may be unreadable.
  public enum Correction: Sendable, CaseIterable {
    /// About 7 %: the smallest code, right for screens.
    case low
    /// About 15 %.
    case medium
    /// About 25 %.
    case quartile
    /// About 30 %.
    case high

    fileprivate var level: QRecLevel {
      switch self {
      case .low: QR_ECLEVEL_L
      case .medium: QR_ECLEVEL_M
      case .quartile: QR_ECLEVEL_Q
      case .high: QR_ECLEVEL_H
      }
    }
  }

  /// The text does not fit in the largest code at this correction, is empty, or holds a NUL.
  public struct Unencodable: Error, Equatable {}

  /// Modules on each side, without the quiet zone.
  public let size: Int
  private let modules: [Bool]

  /// Light modules around the code, which readers need (ISO/IEC 18004 §5.3.8).
  public static let quietZone = 4

  /// Encodes `text`; upper case, digits and a few signs take fewer modules than other characters.
  public init(_ text: String, correction: Correction = .low) throws(Unencodable) {
    let bytes = text.utf8.map { CChar(bitPattern: $0) }
    guard (1...Limits.qrTextBytesMax).contains(bytes.count), !bytes.contains(0) else {
      throw Unencodable()
    }
    let encoded = unsafe QRcode_encodeString(
      bytes + [0], 0, correction.level, QR_MODE_8, 1)
    guard let code = unsafe encoded else { throw Unencodable() }
    defer { unsafe QRcode_free(code) }
    let width = Int(unsafe code.pointee.width)
    size = width
    // The low bit of each byte is the module (libqrencode); the array has width² of them.
    modules = (0..<width * width).map { unsafe code.pointee.data[$0] & 1 == 1 }
  }

  /// Whether the module is dark; every place outside the code is light.
  public func isDark(column: Int, row: Int) -> Bool {
    guard (0..<size).contains(column), (0..<size).contains(row) else { return false }
    return modules[row * size + column]
  }

  /// The code for a terminal, two rows of modules in each line, quiet zone included.
  ///
  /// - Parameter isColored: with colours set by escape sequences it is dark on light everywhere;
  ///   without, dark modules are blanks, which is right where the background is dark.
  public func terminalText(isColored: Bool = true) -> String {
    let span = -Self.quietZone..<size + Self.quietZone
    var text = ""
    for row in stride(from: span.lowerBound, to: span.upperBound, by: 2) {
      if isColored { text += "\u{1b}[30;107m" }
      for column in span {
        let upper = isDark(column: column, row: row)
        let lower = isDark(column: column, row: row + 1)
        text += Self.halfBlocks(upper == isColored, lower == isColored)
      }
      text += isColored ? "\u{1b}[0m\n" : "\n"
    }
    return text
  }

  private static func halfBlocks(_ upper: Bool, _ lower: Bool) -> String {
    switch (upper, lower) {
    case (true, true): "█"
    case (true, false): "▀"
    case (false, true): "▄"
    case (false, false): " "
    }
  }

  /// The code as a scalable picture, one unit for each module, quiet zone included.
  public var svg: String {
    let side = size + 2 * Self.quietZone
    var path = ""
    for row in 0..<size {
      var column = 0
      while column < size {
        let start = column
        while isDark(column: column, row: row) { column += 1 }
        if column > start {
          let (x, y, run) = (start + Self.quietZone, row + Self.quietZone, column - start)
          path += "M\(x) \(y)h\(run)v1h-\(run)z"
        }
        column += 1
      }
    }
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(side) \(side)" \
      shape-rendering="crispEdges"><path fill="#fff" d="M0 0h\(side)v\(side)H0z"/>\
      <path d="\(path)"/></svg>
      """
  }
}
