import CLinux
import PayLytRPC

/// What the log of a server tells about its refusals.
enum Refusals {
  /// - Throws: when a method refused with what its proto does not declare.
  static func check(_ log: String) throws {
    let lines = lines(with: "\"reason\":\"", in: readText(log) ?? "").map(fields)
    let undeclared = lines.filter { $0["message"] == "refusal is not declared" }
    guard undeclared.isEmpty else {
      let found = Set(undeclared.map { "\($0["method"] ?? "") \($0["reason"] ?? "")" })
      throw Failure("the protos do not declare:\n\(found.sorted().joined(separator: "\n"))")
    }
    let heard = lines.filter { $0["message"] == "rpc" }
      .map { "\($0["method"]?.split(separator: ".").last ?? "") \($0["reason"] ?? "")\n" }
    try keep(Set(heard).sorted().joined())
  }

  /// For `make refusals`, which tells what no test has ever heard.
  private static func keep(_ text: String) throws {
    let path = Place.repository + "/.build/refusals.txt"
    let number = unsafe paylyt_open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard number >= 0 else { throw SystemError("open \(path)") }
    let file = FileDescriptor(adopting: number)
    let bytes = Array(text.utf8)
    guard unsafe write(file.number, bytes, bytes.count) == bytes.count else {
      throw SystemError("write \(path)")
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
