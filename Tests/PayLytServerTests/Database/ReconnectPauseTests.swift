import Testing

@testable import PayLytServer

@Suite("The pauses between attempts to connect")
struct ReconnectPauseTests {
  @Test("they double up to the maximum, and are shortened by up to half")
  func growth() {
    var pause = ReconnectPause(minimum: .milliseconds(20), maximum: .milliseconds(100))
    let full = (0..<5).map { _ in pause.next(jitter: 1) }
    #expect(full == [20, 40, 80, 100, 100].map { Duration.milliseconds($0) })
    #expect(pause.next(jitter: 0) == .milliseconds(50))
    for _ in 0..<1000 { #expect(pause.next(jitter: 1) == .milliseconds(100)) }
    pause.reset()
    #expect(pause.next(jitter: 1) == .milliseconds(20))
  }
}
