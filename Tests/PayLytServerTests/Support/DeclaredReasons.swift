import CLinux
import PayLytAPI
import PayLytRPC
import Synchronization
import Testing

@testable import PayLytServer

/// Refusals of commands, compared with what the protos declare.
enum DeclaredReasons {
  private static let methods: [String: MethodDescriptor] = {
    let all = PayLytAPIDescriptors.services.joined().map(\.method)
    return Dictionary(
      uniqueKeysWithValues: all.map {
        ("\($0.service.split(separator: ".").last ?? "")/\($0.method)", $0)
      })
  }()

  /// Runs `body`, which decides `command`, and fails the test when it refuses with what the proto
  /// of its method does not declare. Commands of the background work belong to no method; and what
  /// only stands behind a door that is shut is no reason of the protos (docs/ERRORS.md, Inside).
  static func checked<C: Command, Result>(
    _ command: C, _ body: () throws -> Result
  ) throws -> Result {
    do {
      return try body()
    } catch {
      check(error, of: command)
      throw error
    }
  }

  /// The same of an error that was thrown.
  static func check(_ error: any Error, of command: some Command) {
    guard let refusal = (error as? any RefusalConvertible)?.refusal,
      let method = methods[name(command)], Reason(name: refusal.reason) != nil
    else { return }
    let isDeclared = method.declares(refusal.reason, refusal.code)
    #expect(isDeclared, "\(method.method) refuses with \(refusal.reason), \(refusal.code)")
    keep("\(name(command)) \(refusal.reason)\n")
  }

  private static let kept = Mutex<Set<String>>([])

  /// For `make refusals`, which tells what no test has ever heard.
  private static func keep(_ line: String) {
    guard kept.withLock({ $0.insert(line).inserted }) else { return }
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
    let path = root.joined(separator: "/") + "/.build/refusals.txt"
    let number = unsafe paylyt_open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    let bytes = Array(line.utf8)
    let isWritten = unsafe write(number, bytes, bytes.count) == bytes.count
    close(number)
    #expect(isWritten, "\(path) cannot be written")
  }

  /// The method that the command is of; the same one pays out and replaces a failed payout.
  private static func name<C: Command>(_ command: C) -> String {
    let isReplacement = (command as? CreatePayout)?.replaces != nil
    return isReplacement ? "PayoutService/ReplaceDestination" : C.method
  }
}
