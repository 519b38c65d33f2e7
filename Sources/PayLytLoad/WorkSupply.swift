import Synchronization

/// Hands out the work of a work file. What is used up is handed out once.
final class WorkSupply: Sendable {
  /// One milestone of one escrow.
  struct Piece: Sendable, Hashable {
    let escrow: WorkFile.Escrow
    /// From 1.
    let milestone: Int
  }

  private struct Cursors {
    var front: Int
    var back: Int
  }

  let file: WorkFile
  /// Milestones of the escrow that has the most.
  private let depth: Int
  private let cursors: Mutex<Cursors>
  private let clients: [Int]
  private let freelancers: [Int]

  /// - Parameter first: how many pieces were used up by earlier runs.
  init(_ file: WorkFile, from first: Int = 0) {
    self.file = file
    depth = Int(file.escrows.map(\.milestones).max() ?? 0)
    clients = file.users.indices.filter { file.users[$0].isClient }
    freelancers = file.users.indices.filter { !file.users[$0].isClient }
    let total = file.escrows.count * depth
    cursors = Mutex(Cursors(front: min(first, total), back: total))
  }

  /// Where a next run has to begin: the `from` of its supply.
  var position: Int { cursors.withLock { $0.front } }

  /// The next piece to release; nil when the work is used up. First milestones of all escrows come
  /// before second ones, so that calls under way at once hit different escrows.
  func takeFirst() -> Piece? {
    cursors.withLock { cursors in
      while cursors.front < cursors.back {
        defer { cursors.front += 1 }
        if let piece = piece(at: cursors.front) { return piece }
      }
      return nil
    }
  }

  /// The next piece to submit, from the other end, whose freelancer signs in here.
  func takeLast() -> Piece? {
    cursors.withLock { cursors in
      while cursors.front < cursors.back {
        cursors.back -= 1
        if let piece = piece(at: cursors.back), piece.escrow.freelancer != nil { return piece }
      }
      return nil
    }
  }

  /// Some escrow, to look at; nil when there is none.
  func any(_ arrival: UInt64, seed: UInt64) -> WorkFile.Escrow? {
    guard !file.escrows.isEmpty else { return nil }
    let draw = Randomness.mixed(arrival &+ Randomness.mixed(~seed))
    return file.escrows[Int(draw % UInt64(file.escrows.count))]
  }

  /// Some client, as the number of a user; nil when there is none.
  func anyClient(_ arrival: UInt64) -> Int? {
    clients.isEmpty ? nil : clients[Int(arrival % UInt64(clients.count))]
  }

  /// Some freelancer, as the number of a user; nil when there is none.
  func anyFreelancer(_ arrival: UInt64) -> Int? {
    freelancers.isEmpty ? nil : freelancers[Int(arrival % UInt64(freelancers.count))]
  }

  private func piece(at position: Int) -> Piece? {
    let escrow = file.escrows[position % file.escrows.count]
    let milestone = position / file.escrows.count + 1
    return milestone <= Int(escrow.milestones) ? Piece(escrow: escrow, milestone: milestone) : nil
  }
}
