import Synchronization
import Testing

@testable import PayLytServer

@Suite("Values made side by side, taken in order", .timeLimit(.minutes(1)))
struct OrderedWindowTests {
  @Test("whatever is filled first, values are taken in the order of their places")
  func ordered() async throws {
    let window = OrderedWindow<Int>(size: 4)
    for place in 1...4 { #expect(try await window.open() == Int64(place)) }
    for place in [3, 1, 4, 2] { window.fill(Int64(place), with: place * 10) }
    window.finish()
    for place in 1...4 { #expect(try await window.next() == place * 10) }
    #expect(try await window.next() == nil)
  }

  @Test("no more places are open than there is room for", arguments: [1, 7])
  func bounded(size: Int) async throws {
    let window = OrderedWindow<Int>(size: size)
    let counts = Counts()
    try await withThrowingTaskGroup { group in
      group.addTask {
        try await withThrowingDiscardingTaskGroup { items in
          for value in 0..<200 {
            let place = try await window.open()
            // The taker counts a value right after it took it.
            #expect(counts.open() <= size + 1)
            items.addTask {
              if value % 3 == 0 { await Task.yield() }
              window.fill(place, with: value)
            }
          }
        }
        window.finish()
      }
      group.addTask {
        var expected = 0
        while let value = try await window.next() {
          counts.take()
          #expect(value == expected)
          expected += 1
        }
        #expect(expected == 200)
      }
      try await group.waitForAll()
    }
  }

  /// Places that are open or filled.
  private final class Counts: Sendable {
    private let count = Mutex(0)

    func open() -> Int {
      count.withLock { count in
        count += 1
        return count
      }
    }

    func take() { count.withLock { $0 -= 1 } }
  }

  @Test("whoever waits is woken when it is cancelled", arguments: [false, true])
  func cancelled(isTaker: Bool) async throws {
    let window = OrderedWindow<Int>(size: 1)
    if !isTaker { _ = try await window.open() }
    let task = Task {
      if isTaker { _ = try await window.next() } else { _ = try await window.open() }
    }
    try await Task.sleep(for: .milliseconds(20))
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }
}
