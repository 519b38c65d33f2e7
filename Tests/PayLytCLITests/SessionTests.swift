import Glibc
import PayLytAPI
import PayLytJSON
import PayLytRPC
import StandardAPI
import Testing

@testable import PayLytCLI

@Suite("Tokens that are kept")
struct SessionTests {
  private static func withFolder(_ body: (String) async throws -> Void) async throws {
    var template = Array("/tmp/paylyt-cli-XXXXXX".utf8CString)
    try #require(unsafe mkdtemp(&template) != nil)
    let path = String(
      decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer {
      for name in ["paylyt/session.json", "paylyt/lock", "paylyt", ""] {
        _ = unsafe remove("\(path)/\(name)")
      }
    }
    try await body(path)
  }

  private static func session(_ server: ServerTarget) -> SavedSession {
    SavedSession(
      server: server,
      session: Session(
        user: User(name: "users/1", email: "ada@example.com", roles: [.client]),
        accessToken: "secret", accessExpireTime: ProtoTimestamp(seconds: 2_000_000),
        refreshToken: "once", refreshExpireTime: ProtoTimestamp(seconds: 3_000_000)))
  }

  @Test("they are read as they were written, by their owner alone, and go away")
  func kept() async throws {
    try await Self.withFolder { folder in
      let console = Paper().console(["XDG_CONFIG_HOME": folder])
      let store = try SessionStore(console)
      #expect(try store.load() == nil)
      let saved = Self.session(
        try ServerTarget("127.0.0.1:50051", certificate: "/a.pem", isPlaintext: false))
      try store.save(saved)
      #expect(try store.load() == saved)
      var status = stat()
      #expect(unsafe stat(folder + "/paylyt/session.json", &status) == 0)
      #expect(status.st_mode & 0o777 == 0o600)
      #expect(unsafe stat(folder + "/paylyt", &status) == 0)
      #expect(status.st_mode & 0o777 == 0o700)
      try store.remove()
      #expect(try store.load() == nil)
      try store.remove()
    }
  }

  @Test("a token goes to the server that gave it and to no other")
  func otherServer() async throws {
    try await Self.withFolder { folder in
      let console = Paper().console(["XDG_CONFIG_HOME": folder])
      let here = try ServerTarget("127.0.0.1:50052", certificate: nil, isPlaintext: true)
      try SessionStore(console).save(Self.session(here))
      let same = try Connection(Words([], Connection.options), console)
      #expect(same.target == here)
      #expect(try await same.token() == "secret")
      let other = try Connection(
        Words(["--server", "127.0.0.1:50053", "--plaintext"], Connection.options), console)
      #expect(try await other.token() == nil)
    }
  }

  @Test("a token that ends while a call is made counts as expired")
  func expiry() throws {
    let saved = Self.session(
      try ServerTarget("127.0.0.1:1", certificate: nil, isPlaintext: true))
    #expect(!saved.isExpired(at: 1_999_000))
    #expect(saved.isExpired(at: 2_000_000 - CLILimits.expiryMarginSeconds))
  }

  @Test("only one process at a time renews them")
  func alone() async throws {
    try await Self.withFolder { folder in
      let store = try SessionStore(Paper().console(["XDG_CONFIG_HOME": folder]))
      let order = try await store.alone {
        // flock locks open files, so that a second opening stands for another process.
        let second = unsafe open(folder + "/paylyt/lock", O_RDWR)
        defer { close(second) }
        return flock(second, LOCK_EX | LOCK_NB)
      }
      #expect(order == -1)
    }
  }

  @Test(
    "a file that is not ours is nobody's, so that one can sign in and out",
    arguments: [
      "", "{", "{}", #"{"server": "127.0.0.1:1"}"#, String(repeating: "x", count: 1 << 20),
    ])
  func damaged(text: String) async throws {
    try await Self.withFolder { folder in
      let paper = Paper()
      let console = paper.console(["XDG_CONFIG_HOME": folder])
      let store = try SessionStore(console)
      let target = try ServerTarget("127.0.0.1:1", certificate: nil, isPlaintext: true)
      try store.save(Self.session(target))
      let path = folder + "/paylyt/session.json"
      try writePrivateFile(path, Array(text.utf8))
      #expect(try store.load() == nil)
      let connection = try Connection(Words([], Connection.options), console)
      #expect(connection.target.address == ServerTarget.usualAddress)
      #expect(try await connection.token() == nil)
      try await LoginCommands.logOut(Words([], LoginCommands.options), console)
      #expect(paper.output == "Nobody is signed in.\n")
      #expect(unsafe access(path, F_OK) != 0)
    }
  }

  @Test("whoever signs out forgets the tokens, also when there is no server or no trust any more")
  func unreachable() async throws {
    try await Self.withFolder { folder in
      let paper = Paper()
      let console = paper.console(["XDG_CONFIG_HOME": folder, "PAYLYT_TOKEN": "another one"])
      let store = try SessionStore(console)
      for target in [
        try ServerTarget("127.0.0.1:1", certificate: nil, isPlaintext: true),
        try ServerTarget("127.0.0.1:1", certificate: folder + "/gone.pem", isPlaintext: false),
      ] {
        try store.save(Self.session(target))
        try await LoginCommands.logOut(Words([], LoginCommands.options), console)
        #expect(try store.load() == nil)
      }
      #expect(paper.output == "Signed out.\nSigned out.\n")
      #expect(paper.diagnostics.contains("The session goes on at 127.0.0.1:1"))
    }
  }

  @Test(
    "only this machine is spoken to in the clear, and a name is not one because it looks like it",
    arguments: [
      ("127.0.0.1:1", true), ("127.8.9.10:1", true), ("localhost:1", true), ("[::1]:1", true),
      ("[0:0:0:0:0:0:0:1]:1", true), ("127.evil.example:1", false), ("127.0.0.1.example:1", false),
      ("127.:1", false), ("128.0.0.1:1", false), ("10.127.0.1:1", false), ("[::2]:1", false),
      ("[2001:db8::1]:1", false), ("localhost.example:1", false), ("127.0.0.256:1", false),
    ])
  func plaintext(address: String, isHere: Bool) throws {
    guard isHere else {
      #expect(throws: Failure.self) {
        try ServerTarget(address, certificate: nil, isPlaintext: true)
      }
      #expect(try ServerTarget(address, certificate: nil, isPlaintext: false).address == address)
      return
    }
    #expect(try ServerTarget(address, certificate: nil, isPlaintext: true).isPlaintext)
  }

  @Test("text that is not ours is no session", arguments: ["", "{", "{}"])
  func foreign(text: String) {
    #expect(throws: (any Error).self) {
      try SavedSession(text: Array(text.utf8), Catalog.shared.schema)
    }
  }
}
