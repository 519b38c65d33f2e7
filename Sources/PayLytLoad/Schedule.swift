import Synchronization

/// When calls are due.
///
/// Open loop: the moments are fixed before the run begins and nothing that the server does moves
/// them, so that a stall shows in every call that was due during it. Closed loop: a call is due
/// when the one before it on the same lane has ended.
final class Schedule: Sendable {
  struct Arrival: Sendable {
    let number: UInt64
    /// Nanoseconds from the start of the run.
    let due: UInt64
    /// Whether it belongs to the ramp-up, which the figures leave out.
    let isRampUp: Bool
  }

  enum Pace: Sendable, Equatable {
    case closed
    /// Calls a second.
    case open(rate: Int)
  }

  private let pace: Pace
  private let rampUp: UInt64
  private let length: UInt64
  private let next = Atomic<UInt64>(0)

  /// - Parameters:
  ///   - rampUp: nanoseconds in which the rate, or the number of lanes, grows from nothing.
  ///   - length: nanoseconds of the whole run, ramp-up included.
  init(_ pace: Pace, rampUp: UInt64, length: UInt64) {
    precondition(rampUp < length, "a run that is all ramp-up")
    self.pace = pace
    self.rampUp = rampUp
    self.length = length
  }

  /// The next arrival; nil when the run is over.
  ///
  /// - Parameter elapsed: nanoseconds since the start, for the closed loop.
  func take(elapsed: UInt64) -> Arrival? {
    let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
    let due =
      switch pace {
      case .closed: elapsed
      case .open(let rate): Self.due(number, rate: rate, rampUp: rampUp)
      }
    guard due < length else { return nil }
    return Arrival(number: number, due: due, isRampUp: due < rampUp)
  }

  /// When a lane of a closed loop begins.
  func start(ofLane lane: Int, of lanes: Int) -> UInt64 {
    switch pace {
    case .closed: rampUp / UInt64(lanes) * UInt64(lane)
    case .open: 0
    }
  }

  /// The moment of arrival `number`: during the ramp-up the rate grows in a straight line, so that
  /// `rate * t * t / (2 * rampUp)` calls were due after `t`; afterwards it is constant.
  static func due(_ number: UInt64, rate: Int, rampUp: UInt64) -> UInt64 {
    let ramp = Double(rampUp)
    let perNanosecond = Double(rate) / 1e9
    let inRamp = perNanosecond * ramp / 2
    let position = Double(number)
    if position < inRamp { return UInt64((2 * position * ramp / perNanosecond).squareRoot()) }
    return rampUp + UInt64((position - inRamp) / perNanosecond)
  }
}

/// A run that is asked to end early: what is under way is finished, nothing new begins.
public final class LoadStop: Sendable {
  private let flag = Atomic<Bool>(false)
  public init() {}
  public func request() { flag.store(true, ordering: .relaxed) }
  public var isRequested: Bool { flag.load(ordering: .relaxed) }
}
