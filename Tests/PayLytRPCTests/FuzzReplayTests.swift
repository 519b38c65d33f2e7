import FuzzTargets
import Glibc
import Testing

@Suite("What the fuzzers start from and what they have found leaves the process alive")
struct FuzzReplayTests {
  /// A file of Fuzz/Corpus/<target> or Fuzz/Crashes/<target>-<hash>.
  struct Input: Sendable, CustomTestStringConvertible {
    let target: FuzzTarget
    let path: String
    var testDescription: String { path }
  }

  static let inputs: [Input] =
    FuzzTarget.allCases.flatMap { target in
      files("Fuzz/Corpus/\(target)").map { Input(target: target, path: $0) }
    }
    + files("Fuzz/Crashes").compactMap { path in
      let name = path.split(separator: "/").last?.split(separator: "-").first ?? ""
      return FuzzTarget(rawValue: String(name)).map { Input(target: $0, path: path) }
    }

  @Test("each input is taken", arguments: inputs)
  func replay(input: Input) throws {
    let descriptor = unsafe open(input.path, O_RDONLY)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = unsafe read(descriptor, &bytes, bytes.count)
    try #require(count >= 0)
    input.target.run(Array(bytes.prefix(count)))
  }

  @Test("every target has something to start from, and every crash is of a target")
  func complete() {
    for target in FuzzTarget.allCases { #expect(Self.inputs.contains { $0.target == target }) }
    let replayed = Self.inputs.count { $0.path.hasPrefix("Fuzz/Crashes/") }
    #expect(replayed == Self.files("Fuzz/Crashes").count)
  }

  @Test("no input is nothing for every target", arguments: FuzzTarget.allCases)
  func empty(target: FuzzTarget) {
    target.run([])
    target.run([0])
    target.run([UInt8](repeating: 0xff, count: 300))
  }

  private static func files(_ folder: String) -> [String] {
    guard let directory = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(directory) }
    var found: [String] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe String(cString: UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self))
      }
      if !name.hasPrefix(".") { found.append("\(folder)/\(name)") }
    }
    return found.sorted()
  }
}
