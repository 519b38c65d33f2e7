/// The life of one milestone. Raw values are stored and equal the API's.
enum MilestoneState: Int16, Sendable, CaseIterable {
  /// Next: funded, cancelled.
  case pending = 1
  /// Next: submitted, released, refunded, split.
  case funded = 2
  /// Next: revisionRequested, released, refunded, split.
  case submitted = 3
  /// Final.
  case released = 4
  /// Final.
  case refunded = 5
  /// Final.
  case cancelled = 6
  /// Next: submitted, released, refunded, split.
  case revisionRequested = 7
  /// Final: both got a part of what was held for it.
  case split = 9

  var isHeld: Bool {
    switch self {
    case .funded, .submitted, .revisionRequested: true
    case .pending, .released, .refunded, .cancelled, .split: false
    }
  }

  /// Whether it waits for the freelancer.
  var isOpen: Bool {
    switch self {
    case .funded, .revisionRequested: true
    case .pending, .submitted, .released, .refunded, .cancelled, .split: false
    }
  }
}

/// One step of the work and its share of the money.
struct Milestone: Hashable, Sendable {
  let id: UUID
  let escrow: UUID
  /// From 1.
  let position: Int16
  let title: String
  var amountMsat: Int64
  /// What of it is paid out.
  var releasedMsat: Int64
  var state: MilestoneState
  var deliveryNote: String
  var submittedAt: Timestamp?
  /// When the delivery counts as accepted; nil unless it waits for the client.
  var reviewUntil: Timestamp?
  /// Whether the client has prolonged this review; they may once.
  var isReviewProlonged: Bool
  /// How often the client has asked for a revision, and what they wrote last.
  var revisions: Int16
  var revisionNote: String
  /// What it is worth in what one side has proposed.
  var restatedMsat: Int64?

  /// What is still held for it.
  var restMsat: Int64 { amountMsat - releasedMsat }
}

/// What one side proposes to do beside what was agreed on. It is no milestone, and counts nowhere,
/// before both have agreed to it.
struct NewMilestone: Hashable, Sendable {
  /// One line.
  let title: String
  let amountMsat: Int64
}

extension Milestone {
  /// A new milestone that waits for money.
  init(opening id: UUID, escrow: UUID, position: Int16, title: String, amountMsat: Int64) {
    self.init(
      id: id, escrow: escrow, position: position, title: title, amountMsat: amountMsat,
      releasedMsat: 0, state: .pending, deliveryNote: "", submittedAt: nil, reviewUntil: nil,
      isReviewProlonged: false, revisions: 0, revisionNote: "", restatedMsat: nil)
  }
}
