import CLinux

/// Counts what threads are told: each `post` lets one `wait` end.
///
/// `@unchecked Sendable`: the calls behind it are made for many threads (sem_overview(7)), and the
/// memory is freed when nobody can call any more.
@safe final class Semaphore: @unchecked Sendable {
  private let raw: UnsafeMutablePointer<sem_t>

  init() {
    unsafe raw = .allocate(capacity: 1)
    let code = unsafe sem_init(raw, 0, 0)
    precondition(code == 0, "a semaphore of one process begins at zero")
  }

  deinit {
    unsafe sem_destroy(raw)
    unsafe raw.deallocate()
  }

  func post() {
    let code = unsafe sem_post(raw)
    precondition(code == 0, "more was told than anybody can count")
  }

  func wait() { unsafe paylyt_semaphore_wait(raw) }

  /// - Returns: whether there was a post in time.
  func wait(atMost duration: Duration) -> Bool {
    unsafe paylyt_semaphore_wait_for(raw, Int64(duration.wholeNanoseconds)) == 1
  }
}
