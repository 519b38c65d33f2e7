@testable import PayLytServer

extension Planner {
  mutating func register() -> Operation? {
    guard knowledge.users.count < 8 else { return nil }
    // A few addresses: some are taken.
    let email = "user\(draw.number(1...12))@example.org"
    let isAdmin = knowledge.admins.count < 2
    return Operation(number, "register \(email)", judgesRefusals: false) { _, request in
      Register(
        caller: .system("auth"), request: request, email: email, passwordHash: "x",
        displayName: email, roles: isAdmin ? [.client, .admin] : [.client, .freelancer])
    } answer: {
      [$0.id]
    } learn: { knowledge, ids in
      knowledge.users += ids
      if isAdmin, knowledge.admins.count < 2 { knowledge.admins += ids }
    }
  }

  mutating func openSession() -> Operation? {
    guard let user = draw.one(of: knowledge.users) else { return nil }
    return Operation(number, "sign in \(user)", isRepeatable: false) { _, _ in
      OpenSession(user: user)
    } answer: {
      [$0.session.id]
    } learn: { knowledge, ids in
      knowledge.sessions += ids.map { .init(id: $0, user: user, generation: 1) }
    }
  }

  mutating func failLogin() -> Operation? {
    guard let user = draw.one(of: knowledge.users) else { return nil }
    let isSignedIn = draw.chance(50)
    let caller = isSignedIn ? caller(user) : .system("auth")
    return Operation(number, "guess the password of \(user)", isRepeatable: false) { _, _ in
      FailLogin(caller: caller, user: user, isSignedIn: isSignedIn)
    }
  }

  mutating func refreshSession() -> Operation? {
    guard let session = draw.one(of: knowledge.sessions) else { return nil }
    return Operation(number, "refresh \(session.id)", isRepeatable: false) { _, _ in
      RefreshSession(session: session.id, generation: session.generation)
    } learn: { knowledge, _ in
      for index in knowledge.sessions.indices where knowledge.sessions[index].id == session.id {
        knowledge.sessions[index].generation = session.generation + 1
      }
    }
  }

  mutating func endSession() -> Operation? {
    guard let session = draw.one(of: knowledge.sessions) else { return nil }
    let caller = caller(session.user)
    return Operation(number, "sign out \(session.id)", isRepeatable: false) { _, _ in
      EndSession(caller: caller, session: session.id)
    } learn: { knowledge, _ in
      knowledge.sessions.removeAll { $0.id == session.id }
    }
  }

  mutating func startConsumer() -> Operation? {
    guard let user = draw.one(of: knowledge.users) else { return nil }
    let name = "consumer-\(draw.number(1...2))"
    let caller = caller(user)
    return Operation(number, "\(name) begins", isRepeatable: false) { _, _ in
      StartConsumer(caller: caller, owner: user, name: name, position: 0)
    } answer: {
      [$0.id, $0.holder]
    } learn: { knowledge, ids in
      knowledge.consumers.append(.init(id: ids[0], owner: user, holder: ids[1]))
    }
  }

  mutating func moveConsumer() -> Operation? {
    guard let consumer = draw.one(of: knowledge.consumers) else { return nil }
    let position = draw.number(0...100)
    let caller = caller(consumer.owner)
    return Operation(number, "consumer at \(position)", isRepeatable: false) { _, _ in
      MoveConsumer(
        caller: caller, consumer: consumer.id, holder: consumer.holder, position: position)
    }
  }
}
