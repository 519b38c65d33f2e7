import CLinux

/// Owns one descriptor of the kernel; `close` runs exactly once, when this value dies.
public struct FileDescriptor: ~Copyable, Sendable {
  /// The kernel's number, lent for system calls. Never closed by the borrower.
  public let number: Int32

  public init(adopting number: Int32) {
    precondition(number >= 0, "a failed call has no descriptor to own")
    self.number = number
  }

  deinit { _ = CLinux.close(number) }
}

/// A system call that failed: which one, and the kernel's reason.
public struct SystemError: Error, Equatable, CustomStringConvertible {
  public let call: String
  public let code: Int32

  public init(_ call: String, code: Int32) {
    self.call = call
    self.code = code
  }

  /// The failure of the call that just returned: its reason is still in `errno`.
  public init(_ call: String) {
    self.init(call, code: paylyt_errno())
  }

  public var description: String {
    "\(call): \(unsafe String(cString: strerror(code)))"
  }
}
