/// A file that the freelancer delivers for a milestone.
struct Deliverable: Hashable, Sendable {
  let id: UUID
  let escrow: UUID
  /// Of the milestone.
  let position: Int16
  let file: UUID
  let createdAt: Timestamp
}

/// A deliverable with its file, as reads see it.
struct DeliverableRow: Hashable, Sendable {
  let deliverable: Deliverable
  let file: StoredFile
}

/// Records a file that was taken in as a delivery.
struct AddDeliverable: Command {
  static let method = "DeliverableService/UploadDeliverable"
  let caller: Caller
  let request: RequestIdentity?
  let escrow: UUID
  let position: Int16
  let file: StoredFile

  func load(_ rows: Loader) {
    rows.want(Escrow.self, escrow)
    rows.want(Milestone.self, by: "escrow_id", .uuid(escrow))
    rows.want(Deliverable.self, by: "escrow_id", .uuid(escrow))
  }

  func decide(_ decision: Decision) throws -> DeliverableRow {
    let held = try decision.escrowCase(escrow, for: caller)
    guard held.escrow.isFreelancer(caller) else { throw Refusal.onlyTheFreelancer }
    try held.checkDelivery(position)
    try StoredFile.checkAge(of: file.createdAt, at: decision.now)
    let known = decision.rows(Deliverable.self, by: "escrow_id", .uuid(escrow))
    guard known.count(where: { $0.position == position }) < FileLimits.filesMax else {
      throw JobError.deliverablesFull
    }
    let deliverable = Deliverable(
      id: decision.newID(), escrow: escrow, position: position, file: file.id,
      createdAt: decision.now)
    decision.put(file)
    decision.put(deliverable)
    decision.record(
      "job.deliverable_added", subject: "escrows/\(escrow)", parties: held.escrow.parties)
    return DeliverableRow(deliverable: deliverable, file: file)
  }
}

extension EscrowCase {
  /// Whether the freelancer works on milestone `position`.
  func checkDelivery(_ position: Int16) throws(EscrowError) {
    let index = try index(of: position)
    try checkHolding("take deliveries")
    let state = milestones[index].state
    guard state.isOpen else { throw .milestoneNotOpen(position: position, state: state) }
  }
}
