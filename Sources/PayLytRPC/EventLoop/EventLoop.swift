import CLinux
import Synchronization

/// One thread, one epoll set, and every task that prefers it: an RPC never leaves this thread.
///
/// The whole loop runs inside a job of its own executor. That is what lets a handler start inline
/// (`Task.immediate` with an executor preference falls back to the global pool when the caller is
/// no job of that executor) and resume here after each suspension, with no hop per call.
///
/// One tick: wait for readiness, run the handlers, run the timers that are due, run the tasks that
/// became ready, then the end-of-tick actions (where connections write all they have at once).
///
/// `@unchecked Sendable`: everything in `inbox` is behind its mutex, `wake` is immutable, and the
/// rest is touched on the loop's thread only, which each entry point checks.
public final class EventLoop: TaskExecutor, @unchecked Sendable {
  /// What a descriptor is watched for.
  public struct Interest: OptionSet, Sendable {
    public let rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }
    public static let read = Interest(rawValue: EPOLLIN.rawValue)
    public static let write = Interest(rawValue: EPOLLOUT.rawValue)
  }

  /// What the kernel reported. `hangup` includes errors: the next read or write names the reason.
  public struct Readiness: Sendable {
    public let isReadable: Bool
    public let isWritable: Bool
    public let isHangup: Bool
  }

  /// Names one watched descriptor. It does not own the descriptor.
  public struct Watch: Hashable, Sendable {
    fileprivate let slot: UInt32
    fileprivate let generation: UInt32
    fileprivate let descriptor: Int32
  }

  private struct Inbox {
    var jobs: [UnownedJob] = []
    var work: [@Sendable () -> Void] = []
    var isStopping = false
  }

  private struct Watcher {
    var generation: UInt32 = 0
    var handler: ((Readiness) -> Void)?
  }

  private static let wakeKey = UInt64.max

  public let name: String
  private let poll: FileDescriptor
  private let wake: FileDescriptor
  private let inbox = Mutex(Inbox())
  private let ended: Latch
  private let thread = Atomic<Int32>(0)

  private var localJobs: [UnownedJob] = []
  private var watchers: [Watcher] = []
  private var freeSlots: [UInt32] = []
  private var timers = TimerQueue()
  private var tickActions: [() -> Void] = []
  /// As `now`, unchecked: for what happens often and is on the loop in any case.
  private(set) var tickNanoseconds: UInt64 = 0
  private var ready = [paylyt_ready](
    repeating: paylyt_ready(key: 0, events: 0), count: Limits.pollEventsMax)

  /// Starts a loop on a thread of its own; it runs until `stop()`.
  ///
  /// - Throws: `SystemError` when the kernel refuses a descriptor or a thread.
  public static func start(named name: String) throws(SystemError) -> EventLoop {
    let loop = try EventLoop(name: name)
    try startThread(named: name) {
      loop.thread.store(paylyt_thread_id(), ordering: .relaxed)
      _ = Task(executorPreference: loop) { loop.runForever() }
      // The loop is the one job here. The inbox is left to it: a job taken out in the same batch
      // would wait behind a job that never ends.
      loop.drainJobs()
      loop.ended.open()
    }
    return loop
  }

  private init(name: String) throws(SystemError) {
    self.name = name
    ended = try Latch()
    let poll = epoll_create1(Int32(EPOLL_CLOEXEC))
    guard poll >= 0 else { throw SystemError("epoll_create1") }
    self.poll = FileDescriptor(adopting: poll)
    let wake = eventfd(0, Int32(EFD_CLOEXEC) | Int32(EFD_NONBLOCK))
    guard wake >= 0 else { throw SystemError("eventfd") }
    self.wake = FileDescriptor(adopting: wake)
    guard paylyt_epoll_control(poll, EPOLL_CTL_ADD, wake, EPOLLIN.rawValue, Self.wakeKey) == 0
    else { throw SystemError("epoll_ctl") }
  }

  // MARK: From any thread

  /// Whether the caller runs on this loop's thread.
  public var isCurrent: Bool { thread.load(ordering: .relaxed) == paylyt_thread_id() }

  /// Runs `work` on the loop: soon, never inline.
  public func execute(_ work: @escaping @Sendable () -> Void) {
    let needsWake = inbox.withLock { inbox in
      precondition(inbox.work.count < Limits.loopInboxMax, "loop \(name) hangs")
      inbox.work.append(work)
      return inbox.jobs.isEmpty && inbox.work.count == 1
    }
    if needsWake { signal() }
  }

  public func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    if isCurrent {
      localJobs.append(job)
      return
    }
    let needsWake = inbox.withLock { inbox in
      inbox.jobs.append(job)
      return inbox.work.isEmpty && inbox.jobs.count == 1
    }
    if needsWake { signal() }
  }

  /// Starts `operation` as a task of this loop: inline up to its first suspension when the caller
  /// already is on the loop, else as soon as the loop wakes.
  @discardableResult
  public func spawn(_ operation: @escaping @Sendable () async -> Void) -> Task<Void, Never> {
    guard isCurrent else { return Task(executorPreference: self, operation: operation) }
    return Task.immediate(executorPreference: self, operation: operation)
  }

  /// Runs `operation` on the loop and waits for its result.
  public func run<Success: Sendable>(
    _ operation: @escaping @Sendable () async throws -> Success
  ) async throws -> Success {
    try await withTaskExecutorPreference(self, operation: operation)
  }

  /// Asks the loop to end after the current tick; work that waits is still run once.
  public func stop() {
    inbox.withLock { $0.isStopping = true }
    signal()
  }

  /// Waits for the loop's thread to end. Never from the loop itself.
  public func join() {
    precondition(!isCurrent, "a loop cannot wait for itself")
    ended.wait()
  }

  // MARK: On the loop only

  /// Nanoseconds of the monotonic clock at the start of this tick.
  public var now: UInt64 {
    preconditionOnLoop()
    return tickNanoseconds
  }

  /// Calls `handler` whenever `descriptor` is ready (level-triggered) until `unwatch`.
  public func watch(
    _ descriptor: Int32, for interest: Interest, _ handler: @escaping (Readiness) -> Void
  ) throws(SystemError) -> Watch {
    preconditionOnLoop()
    let slot: UInt32
    if let free = freeSlots.popLast() {
      slot = free
    } else {
      slot = UInt32(watchers.count)
      watchers.append(Watcher())
    }
    watchers[Int(slot)].handler = handler
    let watch = Watch(
      slot: slot, generation: watchers[Int(slot)].generation, descriptor: descriptor)
    guard control(EPOLL_CTL_ADD, watch, interest) == 0 else {
      let error = SystemError("epoll_ctl")
      release(slot)
      throw error
    }
    return watch
  }

  /// Changes what a descriptor is watched for; an empty interest still reports hang-ups.
  public func update(_ watch: Watch, for interest: Interest) {
    preconditionOnLoop()
    precondition(isLive(watch), "the watch has ended")
    let result = control(EPOLL_CTL_MOD, watch, interest)
    precondition(result == 0, "epoll_ctl on a descriptor that was closed before its watch")
  }

  /// Ends a watch. Call it before the descriptor is closed; ending it twice does nothing.
  public func unwatch(_ watch: Watch) {
    preconditionOnLoop()
    guard isLive(watch) else { return }
    _ = control(EPOLL_CTL_DEL, watch, [])
    release(watch.slot)
  }

  /// Calls `action` once, `delay` from the start of this tick.
  public func schedule(after delay: Duration, _ action: @escaping () -> Void) -> TimerID {
    preconditionOnLoop()
    return timers.schedule(at: now &+ delay.wholeNanoseconds, action)
  }

  public func cancel(_ timer: TimerID) {
    preconditionOnLoop()
    timers.cancel(timer)
  }

  /// Calls `action` once when this tick has run everything else.
  public func atEndOfTick(_ action: @escaping () -> Void) {
    preconditionOnLoop()
    tickActions.append(action)
  }

  public func preconditionOnLoop() {
    precondition(isCurrent, "loop \(name) is confined to its own thread")
  }

  // MARK: The loop

  private func runForever() {
    tickNanoseconds = monotonicNanoseconds()
    while true {
      drainInbox()
      drainJobs()
      runTickActions()
      if inbox.withLock({ $0.isStopping }) { return }
      poll(timeoutMilliseconds: pollTimeout())
      runTimers()
    }
  }

  private func pollTimeout() -> Int32 {
    guard localJobs.isEmpty, tickActions.isEmpty else { return 0 }
    guard let due = timers.nextDue() else { return -1 }
    let now = monotonicNanoseconds()
    guard due > now else { return 0 }
    return Int32(min((due - now + 999_999) / 1_000_000, UInt64(Int32.max)))
  }

  private func poll(timeoutMilliseconds: Int32) {
    let count = unsafe paylyt_epoll_wait(
      poll.number, &ready, Int32(Limits.pollEventsMax), timeoutMilliseconds)
    tickNanoseconds = monotonicNanoseconds()
    // EINTR is the only failure a correct call can have; the next tick polls again.
    guard count > 0 else { return }
    for index in 0..<Int(count) { dispatch(ready[index].key, events: ready[index].events) }
  }

  private func dispatch(_ key: UInt64, events: UInt32) {
    guard key != Self.wakeKey else {
      var count: UInt64 = 0
      _ = unsafe read(wake.number, &count, 8)
      return
    }
    let slot = Int(key & 0xffff_ffff)
    // An earlier handler of this tick may have ended the watch, and the slot may be reused.
    guard watchers[slot].generation == UInt32(key >> 32), let handler = watchers[slot].handler
    else { return }
    handler(
      Readiness(
        isReadable: events & EPOLLIN.rawValue != 0,
        isWritable: events & EPOLLOUT.rawValue != 0,
        isHangup: events & (EPOLLHUP.rawValue | EPOLLERR.rawValue) != 0))
    drainJobs()
  }

  private func runTimers() {
    // Bounded by the timers that were pending when the tick began: one that re-arms itself with no
    // delay waits for the next tick.
    var remaining = timers.count
    while remaining > 0, let action = timers.popDue(at: tickNanoseconds) {
      remaining -= 1
      action()
      drainJobs()
    }
  }

  private func runTickActions() {
    guard !tickActions.isEmpty else { return }
    // What these actions bring about waits for the next tick, which comes at once: a stream that
    // always has more to write must not keep the loop from reading.
    let actions = tickActions
    tickActions.removeAll(keepingCapacity: true)
    for action in actions { action() }
    drainJobs()
  }

  private func drainInbox() {
    let (jobs, work) = inbox.withLock { inbox in
      let taken = (inbox.jobs, inbox.work)
      inbox.jobs = []
      inbox.work = []
      return taken
    }
    localJobs.append(contentsOf: jobs)
    for item in work { item() }
  }

  /// Runs ready tasks. Each is taken out before it runs, because a job may drain again (nested).
  /// Bounded, so that tasks that wake each other forever leave room for reads and timers.
  func drainJobs() {
    var rounds = 0
    while !localJobs.isEmpty, rounds < Limits.jobRoundsMax {
      rounds += 1
      let jobs = localJobs
      localJobs = []
      for job in jobs { unsafe job.runSynchronously(on: asUnownedTaskExecutor()) }
    }
  }

  private func control(_ operation: Int32, _ watch: Watch, _ interest: Interest) -> Int32 {
    let key = UInt64(watch.generation) << 32 | UInt64(watch.slot)
    return paylyt_epoll_control(poll.number, operation, watch.descriptor, interest.rawValue, key)
  }

  private func isLive(_ watch: Watch) -> Bool {
    watchers[Int(watch.slot)].generation == watch.generation
  }

  private func release(_ slot: UInt32) {
    watchers[Int(slot)].handler = nil
    watchers[Int(slot)].generation &+= 1
    freeSlots.append(slot)
  }

  private func signal() {
    var one: UInt64 = 1
    _ = unsafe write(wake.number, &one, 8)
  }
}

/// Nanoseconds of CLOCK_MONOTONIC: for durations, never for dates.
public func monotonicNanoseconds() -> UInt64 {
  var time = timespec()
  unsafe clock_gettime(CLOCK_MONOTONIC, &time)
  return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}

extension Duration {
  /// The duration in nanoseconds, clamped to what the loop can wait for; negative becomes 0.
  var wholeNanoseconds: UInt64 {
    let (seconds, attoseconds) = components
    guard seconds >= 0, attoseconds >= 0 else { return 0 }
    // Half of what 64 bits hold: the loop adds it to its clock.
    let most = UInt64(Int64.max)
    let (product, overflow) = UInt64(seconds).multipliedReportingOverflow(by: 1_000_000_000)
    guard !overflow, product < most else { return most }
    return min(product + UInt64(attoseconds / 1_000_000_000), most)
  }
}
