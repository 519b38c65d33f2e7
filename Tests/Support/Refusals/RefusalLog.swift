import CLinux

/// What the log of a server tells about its refusals.
public enum RefusalLog {
  /// What methods refused with, and their protos do not declare.
  public struct Undeclared: Error, CustomStringConvertible {
    /// `/paylyt.escrow.v1.EscrowService/FundEscrow NO_CORRIDOR`, each once.
    public let refusals: [String]
    public var description: String {
      "the protos do not declare:\n\(refusals.joined(separator: "\n"))"
    }
  }

  /// Keeps what was heard, by `HeardRefusals`.
  ///
  /// - Throws: `Undeclared`.
  public static func check(_ log: String) throws {
    let lines = lines(with: "\"reason\":\"", in: log).map(fields)
    let undeclared = lines.filter { $0["message"] == "refusal is not declared" }
    guard undeclared.isEmpty else {
      let found = Set(undeclared.map { "\($0["method"] ?? "") \($0["reason"] ?? "")" })
      throw Undeclared(refusals: found.sorted())
    }
    for line in lines where line["message"] == "rpc" {
      guard let method = line["method"]?.split(separator: ".").last, let reason = line["reason"]
      else { continue }
      try HeardRefusals.keep(reason, of: String(method))
    }
  }

  /// The log of a busy server is long, and only its refusals are looked at.
  private static func lines(with part: String, in text: String) -> [String] {
    unsafe text.withCString { text in
      var found: [String] = []
      var rest = unsafe text
      while let place = unsafe strstr(rest, part) {
        var start = unsafe UnsafePointer(place)
        while unsafe start > text, unsafe start[-1] != 10 { unsafe start -= 1 }
        let length = unsafe strcspn(start, "\n")
        let bytes = unsafe UnsafeRawBufferPointer(start: start, count: length)
        found.append(unsafe String(decoding: bytes, as: UTF8.self))
        unsafe rest = start + length
      }
      return found
    }
  }

  /// Of a line of the log: one JSON object of texts, of which those that count hold no quote.
  private static func fields(_ line: String) -> [String: String] {
    let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
    var fields: [String: String] = [:]
    for index in stride(from: 1, to: parts.count - 2, by: 4) {
      fields[String(parts[index])] = String(parts[index + 2])
    }
    return fields
  }
}
