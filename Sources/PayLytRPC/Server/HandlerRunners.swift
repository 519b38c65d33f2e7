/// The tasks that run the handlers of one server.
///
/// A task of its own would cost a call more than its messages do. So one task runs one handler
/// after the other as long as none of them waits; while one waits, another task goes on with the
/// next. What a handler sees of its task is the same: cancelling the call cancels the task, and a
/// task that was cancelled runs nothing else.
///
/// `@unchecked Sendable`: confined to the server's loop.
@safe final class HandlerRunners: @unchecked Sendable {
  /// One of the tasks.
  ///
  /// `@unchecked Sendable`: confined to the server's loop.
  final class Runner: @unchecked Sendable {
    fileprivate var task: Task<Void, Never>?
    private var isCancelled = false

    func cancel() {
      isCancelled = true
      task?.cancel()
    }

    fileprivate func started(_ task: Task<Void, Never>) {
      if isCancelled { task.cancel() }
      self.task = task
    }
  }

  private let loop: EventLoop
  /// Calls that wait for their handler, from `next` on.
  private var ready: [ServerCall?] = []
  private var next = 0
  private var idle: [UnsafeContinuation<Void, Never>] = unsafe []
  private var isOver = false

  init(loop: EventLoop) { self.loop = loop }

  /// The call's handler runs with the next `run`.
  func append(_ call: ServerCall) { ready.append(call) }

  /// Runs every handler that is ready, up to where it first waits.
  func run() {
    guard !ready.isEmpty else { return }
    while next < ready.count {
      if let runner = unsafe idle.popLast() {
        unsafe runner.resume()
        loop.drainJobs()
      } else {
        start()
      }
    }
    ready.removeAll(keepingCapacity: true)
    next = 0
  }

  /// Ends the tasks that have nothing to do; the others end with what they do.
  func end() {
    isOver = true
    while let runner = unsafe idle.popLast() { unsafe runner.resume() }
  }

  private func start() {
    let runner = Runner()
    loop.preconditionOnLoop()
    runner.started(
      Task.immediate(executorPreference: loop) { [self] in await serve(runner) })
  }

  nonisolated(nonsending) private func serve(_ runner: Runner) async {
    while !isOver {
      while next < ready.count, !Task.isCancelled {
        let call = ready[next].take()
        next += 1
        await call?.handle(runner)
      }
      guard !Task.isCancelled, unsafe idle.count < Limits.idleRunnersMax else { return }
      await unsafe withUnsafeContinuation { unsafe idle.append($0) }
    }
  }
}
