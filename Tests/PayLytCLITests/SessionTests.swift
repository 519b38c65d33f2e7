import Glibc
import PayLytAPI
import PayLytJSON
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

  @Test("a file that is not ours is refused, not taken for nobody", arguments: ["", "{", "{}"])
  func foreign(text: String) {
    #expect(throws: (any Error).self) {
      try SavedSession(text: Array(text.utf8), Catalog.shared.schema)
    }
  }
}
