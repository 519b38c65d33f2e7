import Glibc

/// Whole files and standard streams, as bytes.
enum StandardStreams {
  /// Far above any descriptor set; a wrong input must not eat the machine.
  private static let inputBytesMax = 1 << 30
  private static let chunkSize = 1 << 16

  static func readAll(_ descriptor: Int32 = STDIN_FILENO) throws(Refusal) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: chunkSize)
    while bytes.count <= inputBytesMax {
      let count = unsafe read(descriptor, &chunk, chunkSize)
      if count == 0 { return bytes }
      if count < 0 {
        guard errno == EINTR else { throw Refusal("Reading failed with errno \(errno).") }
        continue
      }
      bytes.append(contentsOf: chunk[..<count])
    }
    throw Refusal("The input is larger than \(inputBytesMax) bytes.")
  }

  static func writeAll(_ bytes: [UInt8], to descriptor: Int32 = STDOUT_FILENO) throws(Refusal) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        guard errno == EINTR else { throw Refusal("Writing failed with errno \(errno).") }
        continue
      }
      rest = rest.dropFirst(count)
    }
  }

  static func readFile(_ path: String) throws(Refusal) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Refusal("\(path) cannot be opened (errno \(errno)).") }
    defer { close(descriptor) }
    return try readAll(descriptor)
  }

  static func writeFile(_ bytes: [UInt8], _ path: String) throws(Refusal) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Refusal("\(path) cannot be written (errno \(errno)).") }
    defer { close(descriptor) }
    try writeAll(bytes, to: descriptor)
  }
}
