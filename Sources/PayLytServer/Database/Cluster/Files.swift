internal import CLinux
internal import PayLytRPC

/// The few file operations that a private cluster needs. All of them block.
enum Files {
  static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  /// The names in a directory, in no order; none when it cannot be read.
  static func names(in directory: String) -> [String] {
    guard let handle = unsafe opendir(directory) else { return [] }
    defer { unsafe closedir(handle) }
    var names: [String] = []
    while let entry = unsafe readdir(handle) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe String(cString: UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self))
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// The last `bytesMax` bytes of a file, repaired to text; nil when it cannot be read.
  static func tail(of path: String, bytesMax: Int = 2048) -> String? {
    let number = unsafe paylyt_open(path, O_RDONLY | O_CLOEXEC, 0)
    guard number >= 0 else { return nil }
    let file = FileDescriptor(adopting: number)
    let size = lseek(file.number, 0, SEEK_END)
    lseek(file.number, max(0, size - bytesMax), SEEK_SET)
    var bytes = [UInt8](repeating: 0, count: bytesMax)
    let count = unsafe read(file.number, &bytes, bytesMax)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }

  /// Creates `path` and its missing parents.
  static func makeDirectory(_ path: String, mode: mode_t) throws(ClusterError) {
    guard !exists(path) else { return }
    if let parent = parent(of: path) { try makeDirectory(parent, mode: 0o755) }
    guard unsafe mkdir(path, mode) == 0 || paylyt_errno() == EEXIST else {
      throw failure("mkdir \(path)")
    }
  }

  static func parent(of path: String) -> String? {
    guard let slash = path.lastIndex(of: "/"), path != "/" else { return nil }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Writes a whole file. An existing one keeps its owner.
  static func write(_ text: String, to path: String) throws(ClusterError) {
    let number = unsafe paylyt_open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard number >= 0 else { throw failure("open \(path)") }
    let file = FileDescriptor(adopting: number)
    let bytes = Array(text.utf8)
    guard unsafe CLinux.write(file.number, bytes, bytes.count) == bytes.count,
      fsync(file.number) == 0
    else { throw failure("write \(path)") }
  }

  static func rename(_ path: String, to other: String) throws(ClusterError) {
    guard unsafe CLinux.rename(path, other) == 0 else { throw failure("rename \(path)") }
  }

  /// Removes a file, or a directory with all that is in it. Links are removed, not followed.
  static func remove(_ path: String) throws(ClusterError) {
    if unsafe unlink(path) == 0 || paylyt_errno() == ENOENT { return }
    for name in names(in: path) { try remove("\(path)/\(name)") }
    guard unsafe rmdir(path) == 0 || paylyt_errno() == ENOENT else {
      throw failure("rmdir \(path)")
    }
  }

  /// What a symbolic link points to, such as `/proc/1/cwd`.
  static func target(of link: String) -> String? {
    var bytes = [CChar](repeating: 0, count: 4096)
    let count = unsafe readlink(link, &bytes, bytes.count)
    guard count > 0 else { return nil }
    return String(decoding: bytes.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The absolute path without links; nil when it does not exist.
  static func resolved(_ path: String) -> String? {
    guard let text = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(text) }
    return unsafe String(cString: text)
  }

  static func failure(_ call: String) -> ClusterError { .system(SystemError(call).description) }
}
