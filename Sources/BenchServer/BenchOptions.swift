/// The command line: `--port P [CERT KEY] [--loops N]`.
struct BenchOptions {
  struct Misuse: Error, CustomStringConvertible {
    let description: String
  }

  let port: UInt16
  /// PEM files; `nil` serves in the clear.
  let certificate: (certificate: String, key: String)?
  /// Threads, each with its own connections.
  let loops: Int

  init(_ arguments: [String]) throws(Misuse) {
    var port: UInt16?
    var loops = 1
    var files: [String] = []
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--port":
        port = rest.popFirst().flatMap(UInt16.init)
        guard port != nil else { throw Misuse(description: "--port takes a number to 65535") }
      case "--loops":
        guard let count = rest.popFirst().flatMap(Int.init), (1...64).contains(count) else {
          throw Misuse(description: "--loops takes a number from 1 to 64")
        }
        loops = count
      default:
        guard !argument.hasPrefix("-") else {
          throw Misuse(description: "there is no option \(argument)")
        }
        files.append(argument)
      }
    }
    guard let port else { throw Misuse(description: "--port is missing") }
    guard files.isEmpty || files.count == 2 else {
      throw Misuse(description: "TLS takes two files: CERT KEY")
    }
    self.port = port
    self.loops = loops
    certificate = files.isEmpty ? nil : (files[0], files[1])
  }
}
