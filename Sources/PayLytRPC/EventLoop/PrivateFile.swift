import CLinux

/// Writes a file that only this user can read, replacing one that exists.
///
/// The bytes are complete under a name of their own before they take the final name, so nobody
/// ever reads half a file or one with wider permissions.
public func writePrivateFile(_ path: String, _ bytes: [UInt8]) throws(SystemError) {
  let draft = "\(path).\(getpid()).new"
  _ = unsafe unlink(draft)
  let number = unsafe paylyt_create_private(draft)
  guard number >= 0 else { throw SystemError("create \(path)") }
  let file = FileDescriptor(adopting: number)
  var written = 0
  while written < bytes.count {
    let count = unsafe bytes.withUnsafeBytes { bytes in
      unsafe write(file.number, bytes.baseAddress?.advanced(by: written), bytes.count - written)
    }
    guard count > 0 else { throw SystemError("write \(path)") }
    written += count
  }
  guard unsafe rename(draft, path) == 0 else { throw SystemError("rename to \(path)") }
}
