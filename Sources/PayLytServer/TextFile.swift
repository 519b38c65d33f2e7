import CLinux
import PayLytRPC

/// Small files that a person or another program reads: secrets, certificates, readiness.
enum TextFile {
  static let bytesMax = 1 << 20

  /// - Throws: `SystemError` when it cannot be read or is larger than `bytesMax`.
  static func read(_ path: String) throws(SystemError) -> String {
    String(decoding: try bytes(path), as: UTF8.self)
  }

  /// - Throws: as `read`.
  static func bytes(_ path: String) throws(SystemError) -> [UInt8] {
    let number = unsafe paylyt_open(path, O_RDONLY | O_CLOEXEC, 0)
    guard number >= 0 else { throw SystemError("open \(path)") }
    let file = FileDescriptor(adopting: number)
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 * 1024)
    while bytes.count <= bytesMax {
      let count = unsafe CLinux.read(file.number, &chunk, chunk.count)
      guard count >= 0 else { throw SystemError("read \(path)") }
      guard count > 0 else { return bytes }
      bytes += chunk.prefix(count)
    }
    throw SystemError("read \(path)", code: EFBIG)
  }

  /// Where a symbolic link points to.
  static func linkTarget(_ path: String) throws(SystemError) -> String {
    var bytes = [CChar](repeating: 0, count: 4096)
    let count = unsafe readlink(path, &bytes, bytes.count)
    guard count > 0 else { throw SystemError("readlink \(path)") }
    return String(decoding: bytes.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }
}
