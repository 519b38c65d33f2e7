import Testing

@testable import PayLytServer

@Suite("The pauses between attempts to connect")
struct BackoffTests {
  @Test("they double up to the maximum, and are shortened by up to half")
  func growth() {
    var backoff = Backoff(minimum: .milliseconds(20), maximum: .milliseconds(100))
    let full = (0..<5).map { _ in backoff.next(jitter: 1) }
    #expect(full == [20, 40, 80, 100, 100].map { Duration.milliseconds($0) })
    #expect(backoff.next(jitter: 0) == .milliseconds(50))
    for _ in 0..<1000 { #expect(backoff.next(jitter: 1) == .milliseconds(100)) }
    backoff.reset()
    #expect(backoff.next(jitter: 1) == .milliseconds(20))
  }
}
