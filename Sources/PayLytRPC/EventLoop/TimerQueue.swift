/// Names one scheduled timer; cancelling a timer that fired or was cancelled does nothing.
public struct TimerID: Hashable, Sendable {
  fileprivate let sequence: UInt64
}

/// The timers of one loop: a binary heap by due time, ties in the order they were scheduled.
///
/// Cancelled timers leave their heap slot behind until they surface or until they outnumber the
/// live ones, so both schedule and cancel stay logarithmic and memory stays proportional to use.
struct TimerQueue {
  private struct Slot {
    var due: UInt64
    var sequence: UInt64
  }

  private var heap: [Slot] = []
  private var actions: [UInt64: () -> Void] = [:]
  private var nextSequence: UInt64 = 0

  var count: Int { actions.count }

  mutating func schedule(at due: UInt64, _ action: @escaping () -> Void) -> TimerID {
    precondition(actions.count < Limits.timersMax, "a timer leak: \(actions.count) are pending")
    nextSequence += 1
    actions[nextSequence] = action
    heap.append(Slot(due: due, sequence: nextSequence))
    siftUp(from: heap.count - 1)
    return TimerID(sequence: nextSequence)
  }

  mutating func cancel(_ timer: TimerID) {
    guard actions.removeValue(forKey: timer.sequence) != nil else { return }
    if heap.count > 64, heap.count > 2 * actions.count { dropCancelled() }
  }

  /// When the next live timer is due, in the loop's nanoseconds.
  mutating func nextDue() -> UInt64? {
    while let first = heap.first, actions[first.sequence] == nil { removeFirst() }
    return heap.first?.due
  }

  /// The action of the next timer that is due at `now`, taken out of the queue.
  mutating func popDue(at now: UInt64) -> (() -> Void)? {
    guard let due = nextDue(), due <= now, let first = heap.first else { return nil }
    removeFirst()
    return actions.removeValue(forKey: first.sequence)
  }

  private mutating func dropCancelled() {
    heap = heap.filter { actions[$0.sequence] != nil }.sorted(by: Self.isBefore)
  }

  private static func isBefore(_ a: Slot, _ b: Slot) -> Bool {
    a.due != b.due ? a.due < b.due : a.sequence < b.sequence
  }

  private mutating func removeFirst() {
    heap.swapAt(0, heap.count - 1)
    heap.removeLast()
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
        if Self.isBefore(heap[child], heap[least]) { least = child }
      }
      guard least != parent else { return }
      heap.swapAt(parent, least)
      parent = least
    }
  }

  private mutating func siftUp(from index: Int) {
    var child = index
    while child > 0 {
      let parent = (child - 1) / 2
      guard Self.isBefore(heap[child], heap[parent]) else { return }
      heap.swapAt(child, parent)
      child = parent
    }
  }
}
