import Synchronization

/// The numbers by which what is open can be asked for: unique in the process, never used again.
enum EntityNumber {
  private static let last = Atomic<Int64>(0)

  static func next() -> Int64 { last.wrappingAdd(1, ordering: .relaxed).newValue }
}
