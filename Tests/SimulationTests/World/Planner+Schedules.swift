@testable import PayLytServer

/// What is to be posted later, by the bookkeeper; and what the worker does about it.
extension Planner {
  mutating func createSchedule() -> Operation? {
    guard let caller = bookkeeper else { return nil }
    let id = "s\(number)"
    let list = (1...draw.number(1...2)).map { (id: "\(id)-\($0)", moves: moves(2)) }
    let dueAt = now.adding(seconds: draw.number(-20...900))
    let drafts = list.map { terms($0.id, $0.moves) }
    return Operation(number, "schedule \(list.count) transactions") { _, request in
      CreateSchedule(
        caller: caller, request: request, name: Self.name(id), dueAt: dueAt, list: drafts,
        countsWhenDue: false, place: nil)
    } effect: { model, _, now in
      model.books.schedule(id, list, at: dueAt, now: now)
    }
  }

  /// Mostly one that is due.
  private mutating func schedule(isDue: Bool) -> String? {
    let (books, now) = (model.books, now)
    let open = books.schedules.filter { !$0.value.isOver }.keys.sorted()
    return draw.one(of: isDue ? open.filter { books.isDue($0, at: now) } : open)
  }

  mutating func cancelSchedule() -> Operation? {
    guard let caller = bookkeeper, let id = schedule(isDue: false) else { return nil }
    return Operation(number, "cancel schedule \(id)") { _, request in
      CancelSchedule(caller: caller, request: request, name: Self.name(id), reason: "")
    } effect: { model, _, _ in
      model.books.cancel(id)
    }
  }

  mutating func executeSchedule() -> Operation? {
    guard let id = schedule(isDue: draw.chance(90)) else { return nil }
    return Operation(number, "schedule \(id) is due", isRepeatable: false, mayBeIdle: true) {
      server, _ in
      ExecuteSchedule(name: Self.name(id), releasedUpTo: try await server.releaseHolds())
    } answer: {
      $0.map { [$0.id] } ?? []
    } effect: { model, _, now in
      model.books.execute(id, at: now)
    }
  }

  /// Whatever the reason was: from then on it is over.
  mutating func refuseSchedule() -> Operation? {
    guard let id = schedule(isDue: true) else { return nil }
    return timer("schedule \(id) cannot be carried out") {
      RefuseSchedule(
        name: Self.name(id),
        refusal: ScheduleRefusal(code: 9, reason: "INSUFFICIENT_FUNDS", message: "", field: ""))
    } answer: {
      $0 != nil
    } effect: { model, now in
      model.books.refuse(id, at: now)
    }
  }
}
