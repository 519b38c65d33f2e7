import CLinux
import Glibc

func environment(_ name: String) -> String? {
  unsafe getenv(name).map { unsafe String(cString: $0) }
}

func removeFile(_ path: String) { _ = unsafe unlink(path) }

/// Runs a program to its end.
///
/// - Returns: its exit code and what it printed on both outputs.
func runProgram(_ path: String, _ arguments: [String]) -> (code: Int32, output: String) {
  var ends: [Int32] = [0, 0]
  guard unsafe pipe2(&ends, O_CLOEXEC) == 0 else { return (-1, "pipe failed") }
  var actions = unsafe posix_spawn_file_actions_t()
  unsafe posix_spawn_file_actions_init(&actions)
  unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
  unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], 2)
  unsafe posix_spawn_file_actions_addclose(&actions, ends[0])
  var texts = unsafe ([path] + arguments).map { unsafe strdup($0) }
  unsafe texts.append(nil)
  var child = pid_t()
  let code = unsafe posix_spawnp(&child, path, &actions, nil, texts, environ)
  unsafe posix_spawn_file_actions_destroy(&actions)
  for index in unsafe texts.indices { unsafe free(texts[index]) }
  close(ends[1])
  defer { close(ends[0]) }
  guard code == 0 else { return (-1, "\(path) cannot be started: \(code)") }
  var output: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 4096)
  while true {
    let count = unsafe read(ends[0], &buffer, buffer.count)
    guard count > 0 else { break }
    output += buffer[..<count]
  }
  var status: Int32 = 0
  unsafe waitpid(child, &status, 0)
  let isExit = status & 0x7f == 0
  return (isExit ? (status >> 8) & 0xff : -status, String(decoding: output, as: UTF8.self))
}
