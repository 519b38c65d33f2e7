import CLinux
import PayLytRPC
import Synchronization

/// Ports that nobody listens on, each given out once. They lie below the range from which the
/// kernel takes ports for outgoing connections, so that none of those takes one before it is used.
public enum FreePort {
  private static let first: UInt16 = 15_000
  private static let count: UInt16 = 17_000
  private static let next = Mutex(UInt16(truncatingIfNeeded: getpid() % 17_000))

  public static func take() throws -> UInt16 {
    for _ in 0..<count {
      let port = next.withLock { next in
        next = (next + 1) % count
        return first + next
      }
      if isFree(port) { return port }
    }
    throw Failure("no port is free")
  }

  /// Without SO_REUSEPORT, so that a listener who uses it is noticed.
  private static func isFree(_ port: UInt16) -> Bool {
    let number = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard number >= 0 else { return false }
    let file = FileDescriptor(adopting: number)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr = in_addr(s_addr: UInt32(0x7f00_0001).bigEndian)
    let code = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        unsafe bind(file.number, pointer, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    return code == 0
  }
}
