import CLinux

/// A moment: microseconds since 1970-01-01 UTC, PostgreSQL's own resolution.
struct Timestamp: Hashable, Sendable, Comparable {
  var microseconds: Int64

  static func < (a: Timestamp, b: Timestamp) -> Bool { a.microseconds < b.microseconds }

  func adding(seconds: Int64) -> Timestamp {
    Timestamp(microseconds: microseconds + seconds * 1_000_000)
  }

  func adding(milliseconds: Int64) -> Timestamp {
    Timestamp(microseconds: microseconds + milliseconds * 1000)
  }

  /// How long somebody waits who is told in seconds: `end` is over when so many have gone by.
  func wholeSeconds(until end: Timestamp) -> Int64 { end.seconds - seconds + 1 }

  /// Whole seconds since 1970, rounded down.
  var seconds: Int64 {
    let (quotient, remainder) = microseconds.quotientAndRemainder(dividingBy: 1_000_000)
    return remainder < 0 ? quotient - 1 : quotient
  }
}

/// Where time comes from. Nothing but the system clock below reads it.
protocol Clock: Sendable {
  func now() -> Timestamp
}

/// The machine's wall clock.
struct SystemClock: Clock {
  func now() -> Timestamp {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000)
  }
}
