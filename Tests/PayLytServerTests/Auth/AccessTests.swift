import PayLytAPI
import Testing

@testable import PayLytServer

@Suite("Who may call what")
struct AccessTests {
  private static let table = Access.table(of: PayLytAPIDescriptors.services)
  private static let roles: [Roles] = [
    [], .client, .freelancer, .admin, [.client, .freelancer], [.client, .freelancer, .admin],
  ]

  @Test("every method of ours has a line, with a permission that is known")
  func complete() {
    let ours = PayLytAPIDescriptors.services.joined().filter {
      $0.method.service.hasPrefix("paylyt.")
    }
    #expect(Self.table.count == ours.count && !ours.isEmpty)
    for line in Self.table {
      #expect(Permissions.isKnown(line.permission), "\(line.method)")
      #expect(!line.roles.isEmpty || line.permission == Permissions.public, "\(line.method)")
    }
  }

  @Test("no permission is left that no method asks for, but the proxy's")
  func used() {
    let asked = Set(Self.table.map(\.permission))
    #expect(Set(Permissions.roles.keys).subtracting(asked).isEmpty)
    #expect(!asked.contains(Permissions.proxy))
  }

  @Test(
    "a user may what one of their roles may, and look after the own session with none",
    arguments: Permissions.roles.keys.sorted())
  func users(permission: String) {
    for roles in Self.roles {
      let isOwn = permission == Permissions.session
      let may = isOwn || !(Permissions.roles[permission] ?? []).isDisjoint(with: roles)
      let refusal = Access.refusal(of: .init(roles: roles, scopes: nil), for: permission)
      #expect((refusal == nil) == may, "\(roles)")
      if let refusal {
        #expect(refusal.code == .permissionDenied && refusal.reason == "SCOPE_MISSING")
      }
    }
  }

  @Test(
    "a service for a user may what both may, but a session looks after itself",
    arguments: Permissions.roles.keys.sorted())
  func proxies(permission: String) {
    for roles in Self.roles {
      let userMay = Access.refusal(of: .init(roles: roles, scopes: nil), for: permission) == nil
      let with = Access.Grant(roles: roles, scopes: [permission, Permissions.proxy])
      let without = Access.Grant(roles: roles, scopes: [Permissions.proxy])
      #expect((Access.refusal(of: with, for: permission) == nil) == userMay, "\(roles)")
      let isOwn = permission == Permissions.session
      #expect(
        (Access.refusal(of: without, for: permission) == nil) == (userMay && isOwn), "\(roles)")
    }
  }

  @Test("a service alone may what admins may, but for what a person answers for")
  func alone() {
    for permission in Permissions.roles.keys {
      let admins = Permissions.roles[permission]?.contains(.admin) ?? false
      let isOfPersons = Permissions.ofPersons.contains(permission)
      #expect(Permissions.servesAlone(permission) == (admins && !isOfPersons), "\(permission)")
    }
    for permission in [Permissions.public, Permissions.proxy, "no.such", ""] {
      #expect(!Permissions.servesAlone(permission))
    }
    #expect(Permissions.ofPersons.isSubset(of: Permissions.roles.keys))
  }

  @Test("a service alone looks, and changes nothing of people's but what can be taken back")
  func changedAlone() {
    let alone = Permissions.roles.keys.filter(Permissions.servesAlone)
    #expect(
      Set(alone.filter { !$0.hasSuffix(".read") }) == [
        "admin.pause", "admin.replay", "escrow.freeze", "events.subscribe", "ledger.write",
        "mails.write", "notifications.write", "providers.reconcile", "sandbox.use", "users.list",
        "wallets.freeze",
      ])
  }

  @Test(
    "a permission that nobody has heard of is nobody's", arguments: ["", "no.such", "auth.proxy"])
  func unknown(permission: String) {
    let everything = Access.Grant(roles: [.client, .freelancer, .admin], scopes: nil)
    #expect(Access.refusal(of: everything, for: permission) != nil)
    let service = Access.Grant(roles: [.admin, .service], scopes: [permission])
    #expect(Access.refusal(of: service, for: permission) != nil)
  }

  @Test("whose account is stopped can look and sign out, and do nothing else")
  func frozen() {
    for permission in Permissions.roles.keys {
      let isLooking =
        permission.hasSuffix(".read") || permission == "events.subscribe"
        || permission == Permissions.session
      #expect(Permissions.isForFrozen(permission) == isLooking, "\(permission)")
    }
    // What a reader's permission lets in changes nothing.
    for line in Self.table where line.permission.hasSuffix(".read") {
      #expect(!line.options.isMoneyMoving, "\(line.method)")
    }
  }

  @Test("the API reference says of each method who may call it, as the table does")
  func reference() throws {
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
    let folder = root.joined(separator: "/") + "/docs/api/"
    for line in Self.table {
      let package = line.method.split(separator: "/")[0].split(separator: ".").dropLast()
      let page = try TextFile.read(folder + package.joined(separator: ".") + ".md")
      let section = try #require(
        page.split(separator: "`/\(line.method)`\n").dropFirst().first, "\(line.method)")
      let said = section.split(separator: "\n### ").first?.split(separator: "\n")
        .first { $0.hasPrefix("Who may call: ") }
      let alone = line.servesAlone ? " or alone" : ""
      let scope =
        line.permission == Permissions.session ? "" : ", with the scope `\(line.permission)`"
      let expected =
        line.permission == Permissions.public
        ? "anybody, without a token"
        : line.roles.joined(separator: ", ") + "; a service for one of them\(alone)\(scope)"
      #expect(said.map(String.init) == "Who may call: \(expected).", "\(line.method)")
    }
  }

  @Test("the table is printed with each method once, and who may call it")
  func printed() {
    let lines = AdminCommand.permissions.split(separator: "\n").map(String.init)
    #expect(lines.count == Self.table.count + 1)
    #expect(lines.first?.hasPrefix("METHOD") == true)
    for (line, access) in zip(lines.dropFirst(), Self.table) {
      let words = line.split(separator: " ").map(String.init)
      #expect(words.first == access.method && words.dropFirst().first == access.permission)
      for role in access.roles { #expect(words.contains(role), "\(line)") }
      #expect(line.contains("moves money") == access.options.isMoneyMoving)
      #expect(line.last != " ")
    }
  }
}

@Suite("The throttle of addresses")
struct AddressThrottleTests {
  private let throttle = AddressThrottle()

  private func isOpen(_ address: String, at now: Timestamp) -> Bool {
    do {
      try throttle.check(address, at: now)
      return true
    } catch {
      #expect(error.refusal.reason == "LOGIN_THROTTLED")
      #expect((error.refusal.retrySeconds ?? 0) > 0)
      return false
    }
  }

  @Test("an address may fail so often, then once in a while")
  func bucket() {
    for _ in 0..<AuthLimits.addressFailuresFree {
      #expect(isOpen("192.0.2.1", at: .start))
      throttle.fail("192.0.2.1", at: .start)
    }
    #expect(!isOpen("192.0.2.1", at: .start))
    #expect(isOpen("192.0.2.2", at: .start))
    let later = Timestamp.start.adding(seconds: AuthLimits.addressFailureSeconds)
    #expect(isOpen("192.0.2.1", at: later))
    throttle.fail("192.0.2.1", at: later)
    #expect(!isOpen("192.0.2.1", at: later))
  }

  @Test("however often it fails, it is let in again after one pause")
  func bounded() {
    for _ in 0..<10 * AuthLimits.addressFailuresFree { throttle.fail("192.0.2.1", at: .start) }
    #expect(!isOpen("192.0.2.1", at: .start))
    let later = Timestamp.start.adding(seconds: 2 * AuthLimits.addressFailureSeconds)
    #expect(isOpen("192.0.2.1", at: later))
  }

  /// Whether an attempt was good; nil when it was not let in.
  private func attempt(_ isGood: Bool) async throws -> Bool? {
    do {
      return try await throttle.attempt("192.0.2.1", at: .start) { isGood }
    } catch AuthError.loginThrottled {
      return nil
    }
  }

  @Test("an attempt counts while nobody knows how it ends; a good one costs nothing")
  func underWay() async throws {
    for _ in 1..<AuthLimits.addressFailuresFree { #expect(try await attempt(false) == false) }
    var beside: Bool? = false
    #expect(
      try await throttle.attempt("192.0.2.1", at: .start) {
        beside = try await attempt(true)
        return true
      })
    #expect(beside == nil)
    await #expect(throws: CancellationError.self) {
      _ = try await throttle.attempt("192.0.2.1", at: .start) { throw CancellationError() }
    }
    #expect(try await attempt(true) == true)
    #expect(try await attempt(false) == false)
    #expect(try await attempt(true) == nil)
  }

  @Test("a good attempt that took long gives nothing back of what came after it")
  func late() async throws {
    let later = Timestamp.start.adding(seconds: 100 * AuthLimits.addressFailureSeconds)
    _ = try await throttle.attempt("192.0.2.1", at: .start) {
      for _ in 0..<AuthLimits.addressFailuresFree { throttle.fail("192.0.2.1", at: later) }
      return true
    }
    #expect(!isOpen("192.0.2.1", at: later))
  }

  @Test(
    "what one person has of addresses counts as one",
    arguments: [
      ("127.0.0.1:5000", "127.0.0.1"), ("[2001:db8:1:2:3:4:5:6]:80", "2001:db8:1:2::/64"),
      ("[2001:db8:1:2::1]:80", "2001:db8:1:2::/64"), ("[::1]:80", "0:0:0:0::/64"),
      ("[2001:db8::7]:80", "2001:db8:0:0::/64"), ("[::ffff:192.0.2.1]:80", "192.0.2.1"),
      ("unix", "unix"), ("", ""),
    ])
  func groups(peer: String, group: String) {
    #expect(AddressThrottle.address(ofPeer: peer) == group)
  }

  @Test(
    "an address counts as one however it is written",
    arguments: [
      ("192.0.2.1", "192.0.2.1"), ("::ffff:192.0.2.1", "192.0.2.1"),
      ("::FFFF:C000:0201", "192.0.2.1"), ("2001:DB8::1", "2001:db8:0:0::/64"),
      ("2001:0db8:0000:0000:ffff::", "2001:db8:0:0::/64"),
    ])
  func spellings(address: String, group: String) {
    #expect(AddressThrottle.group(address) == group)
  }

  @Test(
    "what is not one address is none",
    arguments: [
      "", " ", "192.0.2.1:5001", "[2001:db8::1]", "192.0.2.1, 192.0.2.2", "256.0.0.1", "example",
      "2001:db8:::1", "192.0.2.1\n",
    ])
  func noAddress(text: String) {
    #expect(AddressThrottle.group(text) == nil)
  }

  @Test("there are never more addresses than it may remember")
  func many() {
    for number in 0...AuthLimits.addressesMax { throttle.fail("a\(number)", at: .start) }
    #expect(throttle.count == AuthLimits.addressesMax)
    // All of them are over: there is room again.
    let later = Timestamp.start.adding(seconds: AuthLimits.addressFailureSeconds)
    throttle.fail("new", at: later)
    #expect(throttle.count == 1)
  }
}
