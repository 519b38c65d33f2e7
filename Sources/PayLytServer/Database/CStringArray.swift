internal import CLinux

/// Owns a NULL-terminated array of C strings, as execve(2) and libpq take it.
@safe struct CStringArray: ~Copyable {
  private let pointers: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  private let count: Int

  init(_ strings: [String]) {
    count = strings.count
    unsafe pointers = .allocate(capacity: count + 1)
    for (index, string) in strings.enumerated() {
      unsafe (pointers + index).initialize(to: strdup(string))
    }
    unsafe (pointers + count).initialize(to: nil)
  }

  deinit {
    for index in 0..<count { unsafe free(pointers[index]) }
    unsafe pointers.deallocate()
  }

  /// Lends the array to functions that only read it.
  func withPointer<Value>(_ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Value) -> Value {
    unsafe UnsafeRawPointer(pointers).withMemoryRebound(
      to: UnsafePointer<CChar>?.self, capacity: count + 1
    ) { unsafe body($0) }
  }

  /// Lends the array to functions that are declared to write to it, as execve(2) is.
  func withMutablePointer<Value>(
    _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Value
  ) -> Value {
    unsafe body(pointers)
  }
}
