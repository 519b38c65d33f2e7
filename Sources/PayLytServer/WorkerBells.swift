/// What wakes the workers that others nudge: one of each for the whole server. Any loop rings them,
/// and the one loop that works hears them.
struct WorkerBells: Sendable {
  let payouts = Bell()
  let events = Bell()
  let timers = Bell()
  let reconciliation = Bell()

  /// Something that had failed is tried again.
  func ringForReplays() {
    for bell in [events, timers, payouts] { bell.ring() }
  }
}
