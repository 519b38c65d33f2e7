import PayLytCrypto
import Testing

@testable import PayLytServer

extension ApiKey {
  static func fixture(
    _ credential: ApiKeyCredential = .secret, scopes: [String] = ["jobs.read"],
    expiresAt: Timestamp? = nil
  ) -> ApiKey {
    ApiKey(
      id: .entity(40), displayName: "Mobile backend", credential: credential, scopes: scopes,
      proof: credential == .certificate ? [] : [1, 2, 3],
      certificateName: credential == .certificate ? "spiffe://paylyt/mobile" : nil,
      creator: "users/\(UUID.entity(4))", expiresAt: expiresAt, at: .start)
  }
}

@Suite("API keys")
struct ApiKeyTests {
  private let store = MemoryStore()

  private func create(
    _ credential: ApiKeyCredential = .secret, id: UInt64 = 40, certificate: String? = nil
  ) -> CreateApiKey {
    CreateApiKey(
      caller: .admin, request: nil, id: .entity(id), displayName: "Mobile", credential: credential,
      scopes: ["jobs.read"], proof: [1], certificateName: certificate, expiresAt: nil)
  }

  private func rotate(_ overlapSeconds: Int64, etag: String = "") -> RotateApiKey {
    RotateApiKey(
      caller: .admin, request: nil, id: .entity(40), proof: [2], overlapSeconds: overlapSeconds,
      etag: etag)
  }

  private func revoke(etag: String = "") -> RevokeApiKey {
    RevokeApiKey(caller: .admin, request: nil, id: .entity(40), reason: "Lost.", etag: etag)
  }

  @Test("a key is live until it expires or is revoked")
  func life() throws {
    let end = Timestamp.start.adding(seconds: 60)
    var key = ApiKey.fixture(expiresAt: end)
    #expect(key.isLive(at: .start))
    #expect(key.isLive(at: end.adding(milliseconds: -1)))
    #expect(!key.isLive(at: end))
    try key.revoke(at: .start)
    #expect(!key.isLive(at: .start))
    #expect(throws: ApiKeyError.ended) { try key.revoke(at: .start) }
    #expect(throws: ApiKeyError.ended) {
      try key.rotate(to: [9], overlapSeconds: 0, at: .start)
    }
  }

  @Test(
    "after a rotation the old proof is taken for the overlap and no longer", arguments: [0, 1, 60])
  func overlap(seconds: Int64) throws {
    var key = ApiKey.fixture()
    try key.rotate(to: [9], overlapSeconds: seconds, at: .start)
    let end = Timestamp.start.adding(seconds: seconds)
    #expect(
      key.proofs(at: end.adding(milliseconds: -1)) == (seconds > 0 ? [[9], [1, 2, 3]] : [[9]]))
    #expect(key.proofs(at: end) == [[9]])
    // A second rotation within the overlap ends the first one's.
    try key.rotate(to: [10], overlapSeconds: seconds, at: .start)
    #expect(key.proofs(at: .start) == (seconds > 0 ? [[10], [9]] : [[10]]))
  }

  @Test("what ended takes its old proof along")
  func revokedOverlap() throws {
    var key = ApiKey.fixture()
    try key.rotate(to: [9], overlapSeconds: 3600, at: .start)
    try key.revoke(at: .start)
    #expect(key.previous == nil)
  }

  @Test("a certificate is not rotated here")
  func certificate() {
    var key = ApiKey.fixture(.certificate)
    #expect(throws: ApiKeyError.notRotatable) {
      try key.rotate(to: [9], overlapSeconds: 0, at: .start)
    }
  }

  @Test("a certificate's name belongs to one key, others have none")
  func names() throws {
    try store.carryOut(create(.certificate, id: 40, certificate: "a.example"))
    let taken = store.refusal(of: create(.certificate, id: 41, certificate: "a.example"))
    #expect(taken?.reason == "CERTIFICATE_NAME_TAKEN")
    try store.carryOut(create(.certificate, id: 42, certificate: "b.example"))
    try store.carryOut(create(id: 43))
    try store.carryOut(create(id: 44))
    #expect(store.rows(ApiKey.self).count == 4)
  }

  @Test("what is done to a key that is not there, has changed or has ended is refused")
  func refused() throws {
    #expect(store.refusal(of: rotate(0))?.reason == "NOT_FOUND")
    #expect(store.refusal(of: revoke())?.reason == "NOT_FOUND")
    let created = try store.carryOut(create())
    let rotated = try store.carryOut(rotate(60, etag: created.etag))
    #expect(store.refusal(of: rotate(60, etag: created.etag))?.reason == "ETAG_MISMATCH")
    #expect(store.refusal(of: revoke(etag: created.etag))?.reason == "ETAG_MISMATCH")
    try store.carryOut(revoke(etag: rotated.etag))
    #expect(store.refusal(of: rotate(0))?.reason == "API_KEY_ENDED")
    #expect(store.refusal(of: revoke())?.reason == "API_KEY_ENDED")
    #expect(store.events.map(\.type) == ["api_key.created", "api_key.rotated", "api_key.revoked"])
    #expect(store.events.last?.reason == "Lost.")
  }

  @Test("its use is noted, and a use of nothing changes nothing")
  func use() throws {
    #expect(try !store.carryOut(NoteApiKeyUse(id: .entity(40))))
    let key = try store.carryOut(create())
    store.now = store.now.adding(seconds: 5)
    #expect(try store.carryOut(NoteApiKeyUse(id: key.id)))
    let used = store.row(ApiKey.self, key.id)
    #expect(used?.lastUsedAt == store.now)
    // Nobody who read it before is told that it has changed.
    #expect(used?.etag == key.etag)
  }

  @Test("texts of keys are read as they are written, and nothing else is")
  func texts() {
    let id = UUID.entity(40)
    let prefix = ApiKey.prefix(of: id)
    #expect(ApiKey.read(prefix)?.id == id)
    #expect(ApiKey.read(prefix)?.secret == nil)
    #expect(ApiKey.read(prefix + ".abc")?.secret == "abc")
    #expect(ApiKey.read(prefix + ".a.b")?.secret == "a.b")
    for text in [
      "", "plk_", "plk_.", "plk_AAAA.x", String(prefix.dropFirst()), prefix + "A", "\u{0}",
      prefix + "." + String(repeating: "a", count: 128), "PLK" + prefix.dropFirst(3), "plk_é",
    ] {
      #expect(ApiKey.read(text) == nil, "\(text)")
    }
  }
}

@Suite("Signed requests")
struct RequestSignatureTests {
  private let store = MemoryStore()
  private let secret = [UInt8](repeating: 7, count: 32)
  private static let path = "/paylyt.jobs.v1.JobService/GetJob"
  private static let nonce = "0123456789abcdef"

  /// A request, unsigned.
  private func request(
    path: String = path, timestamp: Int64 = Timestamp.start.seconds, nonce: String = nonce,
    signature: [UInt8] = [], authorization: String = "Bearer a", body: [UInt8] = [1, 2]
  ) -> RequestSignature {
    RequestSignature(
      path: path, timestamp: timestamp, nonce: nonce, signature: signature,
      authorization: authorization, body: body)
  }

  /// Each part of a request changed alone, after it was signed.
  private func tampered(_ signature: [UInt8]) -> [(String, RequestSignature)] {
    [
      ("path", request(path: Self.path + "s", signature: signature)),
      ("time", request(timestamp: Timestamp.start.seconds + 1, signature: signature)),
      ("nonce", request(nonce: Self.nonce + "0", signature: signature)),
      ("user", request(signature: signature, authorization: "Bearer b")),
      ("no user", request(signature: signature, authorization: "")),
      ("body", request(signature: signature, body: [1, 3])),
      ("no body", request(signature: signature, body: [])),
      ("no signature", request(signature: [])),
      ("a cut signature", request(signature: Array(signature.dropLast()))),
      ("a longer signature", request(signature: signature + [0])),
    ]
  }

  @Test("an HMAC fits its request and no other, under its secret and no other")
  func hmac() {
    let signature = HMAC.sha256(key: secret, message: request().signed)
    #expect(request(signature: signature).fitsHMAC([secret]))
    #expect(request(signature: signature).fitsHMAC([[9], secret]))
    #expect(!request(signature: signature).fitsHMAC([[9]]))
    #expect(!request(signature: signature).fitsHMAC([]))
    for (what, changed) in tampered(signature) { #expect(!changed.fitsHMAC([secret]), "\(what)") }
  }

  @Test("an Ed25519 signature fits its request and no other, under its key and no other")
  func ed25519() throws {
    let key = try #require(Ed25519.SigningKey(seed: secret))
    let other = try #require(Ed25519.SigningKey(seed: [UInt8](repeating: 8, count: 32)))
    let signature = key.sign(request().signed)
    let good = request(signature: signature)
    #expect(good.fitsEd25519([key.verifyKey.bytes]))
    #expect(good.fitsEd25519([other.verifyKey.bytes, key.verifyKey.bytes]))
    #expect(!good.fitsEd25519([other.verifyKey.bytes]))
    #expect(!good.fitsEd25519([]))
    #expect(!good.fitsEd25519([[1, 2, 3]]))
    for (what, changed) in tampered(signature) {
      #expect(!changed.fitsEd25519([key.verifyKey.bytes]), "\(what)")
    }
  }

  @Test(
    "a clock may be five minutes off, either way",
    arguments: [
      (Int64(0), true), (300, true), (-300, true), (301, false), (-301, false),
      (Int64.max / 2, false), (Int64.min / 2, false),
    ])
  func skew(seconds: Int64, isTimely: Bool) {
    #expect(request(timestamp: Timestamp.start.seconds + seconds).isTimely(at: .start) == isTimely)
  }

  @Test(
    "a nonce is 16 to 64 visible characters",
    arguments: [
      ("", false), ("0123456789abcde", false), ("0123456789abcdef", true),
      (String(repeating: "~", count: 64), true), (String(repeating: "~", count: 65), false),
      ("0123456789 abcdef", false), ("0123456789\u{7f}abcdef", false), ("0123456789äbcdef", false),
    ])
  func nonces(nonce: String, isGood: Bool) {
    #expect(request(nonce: nonce).hasGoodNonce == isGood)
  }

  @Test("a nonce is taken once for a key, until its timestamp is too old")
  func once() throws {
    let nonce = request().nonce(of: .entity(40))
    try store.carryOut(SpendNonce(nonce: nonce))
    #expect(store.refusal(of: SpendNonce(nonce: nonce))?.reason == "REQUEST_REPLAYED")
    // The same words of another key, and other words of this one.
    try store.carryOut(SpendNonce(nonce: request().nonce(of: .entity(41))))
    try store.carryOut(SpendNonce(nonce: request(nonce: Self.nonce + "0").nonce(of: .entity(40))))
    // It is forgotten only when its timestamp is refused by itself.
    #expect(!request().isTimely(at: nonce.expiresAt))
  }

  @Test("on two servers at once, a nonce is taken once")
  func twoServers() async throws {
    let conninfo = try await TestCluster.freshDatabase()
    try await withEngine(conninfo, stripe: 0) { first in
      try await withEngine(conninfo, stripe: 1) { second in
        for number in UInt64(0)..<5 {
          let nonce = RequestNonce(id: .entity(number), expiresAt: .start)
          let started = [first, second].map { $0.start(SpendNonce(nonce: nonce)) }
          var reasons: [String?] = []
          for task in started {
            do {
              _ = try await task.value
              reasons.append(nil)
            } catch let refusal as Refusal {
              reasons.append(refusal.reason)
            }
          }
          #expect(reasons.contains(nil) && reasons.contains("REQUEST_REPLAYED"))
        }
        #expect(first.bugs.isEmpty && second.bugs.isEmpty)
      }
    }
  }
}
