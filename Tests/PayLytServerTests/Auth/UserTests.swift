import PayLytRPC
import Testing

@testable import PayLytServer

extension User {
  static func fixture(
    _ number: UInt64 = 1, email: String? = nil, roles: Roles = [.client]
  ) -> User {
    User(
      id: .entity(number), email: email ?? "user\(number)@example.org", passwordHash: "$argon2id$x",
      displayName: "User \(number)", roles: roles, createdAt: .start)
  }
}

@Suite("Wrong passwords")
struct UserTests {
  @Test(
    "after five free guesses each one locks for twice as long, up to about an hour",
    arguments: [
      (1, Int64(0)), (5, 0), (6, 30), (7, 60), (8, 120), (9, 240), (12, 1920), (13, 3840),
      (14, 3840), (1000, 3840),
    ])
  func lock(guesses: Int, seconds: Int64) {
    var user = User.fixture()
    for _ in 0..<guesses { user.failLogin(at: .start) }
    guard seconds > 0 else {
      #expect(user.password.lockedUntil == nil)
      #expect(user.password.lockedSeconds(at: .start) == nil)
      return
    }
    let end = Timestamp.start.adding(seconds: seconds)
    #expect(user.password.lockedUntil == end)
    #expect(user.password.lockedSeconds(at: .start) == seconds + 1)
    #expect(user.password.lockedSeconds(at: end.adding(milliseconds: -1)) == 2)
    #expect(user.password.lockedSeconds(at: end) == nil)
  }

  @Test("a right password forgets the wrong ones")
  func success() {
    var user = User.fixture()
    for _ in 0..<9 { user.failLogin(at: .start) }
    user.succeedLogin()
    #expect(user == .fixture())
  }

  @Test("a right guess among many at once does not pass the lock")
  func race() throws {
    let store = MemoryStore()
    store.put(User.fixture())
    for _ in 0..<6 { try store.carryOut(FailLogin(user: .entity(1))) }
    let refusal = store.refusal(of: OpenSession(user: .entity(1)))
    #expect(refusal?.reason == "LOGIN_THROTTLED")
    #expect(refusal?.code == .resourceExhausted)
    #expect(store.rows(Session.self).isEmpty)
    store.now = store.now.adding(seconds: 30)
    let opened = try store.carryOut(OpenSession(user: .entity(1)))
    #expect(opened.user.password == .none)
    #expect(store.rows(Session.self).count == 1)
  }

  @Test("a wrong password of nobody changes nothing")
  func nobody() throws {
    let store = MemoryStore()
    #expect(try store.carryOut(FailLogin(user: .entity(1))) == nil)
    #expect(store.refusal(of: OpenSession(user: .entity(1)))?.reason == "BAD_CREDENTIALS")
    #expect(store.contents.isEmpty)
  }

  @Test("an e-mail has one account")
  func register() throws {
    let store = MemoryStore()
    func command(_ email: String) -> Register {
      Register(
        caller: .system("auth"), request: nil, email: email, passwordHash: "$argon2id$x",
        displayName: "Ada", roles: [.client])
    }
    let user = try store.carryOut(command("ada@example.org"))
    #expect(user.email == "ada@example.org" && user.password == .none)
    let refusal = store.refusal(of: command("ada@example.org"))
    #expect(refusal?.reason == "EMAIL_TAKEN")
    #expect(refusal?.code == .alreadyExists)
    #expect(store.rows(User.self).count == 1)
    try store.carryOut(command("ben@example.org"))
    #expect(store.rows(User.self).count == 2)
  }
}
