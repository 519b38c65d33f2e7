import CLinux
import PayLytRPC
import Synchronization

/// What tests have heard servers and commands refuse with: `make refusals` compares it with what
/// the protos declare.
public enum HeardRefusals {
  private static let kept = Mutex<Set<String>>([])

  /// Keeps that `method`, such as `EscrowService/FundEscrow`, has refused with `reason`.
  public static func keep(_ reason: String, of method: String) throws {
    let line = "\(method) \(reason)\n"
    guard kept.withLock({ $0.insert(line).inserted }) else { return }
    let number = unsafe paylyt_open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard number >= 0 else { throw SystemError("open \(path)") }
    let file = FileDescriptor(adopting: number)
    let bytes = Array(line.utf8)
    guard unsafe write(file.number, bytes, bytes.count) == bytes.count else {
      throw SystemError("write \(path)")
    }
  }

  private static let path: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(4).joined(separator: "/") + "/.build/refusals.txt"
  }()
}
