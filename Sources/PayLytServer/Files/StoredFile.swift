/// Bytes that a user has sent in, as evidence or as a delivery. Their content lies in pieces beside
/// it and never changes.
struct StoredFile: Hashable, Sendable {
  let id: UUID
  /// As the user called it; no path.
  let name: String
  /// Such as `image/png`: what the user says, not what we found.
  let contentType: String
  let sizeBytes: Int64
  /// 32 bytes.
  let sha256: [UInt8]
  let uploader: UUID
  /// When its upload began.
  let createdAt: Timestamp
}

extension StoredFile {
  /// An upload that takes too long has lost its first pieces by now.
  ///
  /// - Throws: INVALID_ARGUMENT.
  static func checkAge(of beginning: Timestamp, at now: Timestamp) throws(Refusal) {
    guard now < beginning.adding(seconds: FileLimits.uploadSecondsMax) else {
      throw .invalid(
        "content", "An upload takes \(FileLimits.uploadSecondsMax / 60) minutes at most.")
    }
  }
}

/// What is said of a file before its bytes come.
struct FileHeader: Hashable, Sendable {
  let name: String
  let contentType: String
  let sizeBytes: Int64
  let sha256: [UInt8]

  /// - Throws: INVALID_ARGUMENT with the field.
  init(name: String, contentType: String, sizeBytes: Int64, sha256: [UInt8]) throws(Refusal) {
    self.name = name
    // The other side saves the file under this name, and reads there what kind of file it is.
    guard !name.unicodeScalars.contains(where: Self.isMisleading), name != ".", name != ".." else {
      throw .invalid("file_name", "A name without folders and control characters.")
    }
    self.contentType = contentType
    self.sizeBytes = sizeBytes
    self.sha256 = sha256
  }

  /// Folders, control characters, and what turns the direction of writing (Unicode UAX #9), so that
  /// `exe.png` may be a `gnp.exe`.
  private static func isMisleading(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7f, 0x61c, 0x200e, 0x200f, 0x202a...0x202e, 0x2066...0x2069: true
    default: scalar == "/" || scalar == "\\"
    }
  }
}

/// The bounds of files.
enum FileLimits {
  /// Bytes of one stored piece, and so of what an upload or a download holds in memory.
  static let pieceBytes = 256 << 10
  /// How long an upload may take.
  static let uploadSecondsMax: Int64 = 3600
  /// How much later its pieces are removed: no command records a file whose pieces are about to go.
  static let sweepGraceSeconds: Int64 = 300
  /// Files that one milestone or dispute can have from each side.
  static let filesMax = 20
}
