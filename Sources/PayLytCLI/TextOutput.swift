import Glibc

/// The standard streams, for text.
public enum TextOutput {
  /// Writes all of `text`.
  ///
  /// - Returns: why not all of it was taken, as `errno` says it; nil when it was.
  public static func write(_ text: String, to descriptor: Int32) -> Int32? {
    let bytes = Array(text.utf8)
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(
          descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
      }
      if count < 0 {
        guard errno == EINTR else { return errno }
        continue
      }
      written += count
    }
    return nil
  }

  /// Ends the process: what was printed is not all that was asked for, and must not pass for it.
  static func giveUp(_ reason: Int32) -> Never {
    // Whoever closed the other end has seen enough.
    if reason != EPIPE {
      let words = unsafe String(cString: strerror(reason))
      _ = write("paylyt: the output could not be written: \(words)\n", to: 2)
    }
    exit(lostStatus)
  }

  /// The status to exit with when not everything could be printed (`EX_IOERR`).
  public static let lostStatus: Int32 = 74
}
