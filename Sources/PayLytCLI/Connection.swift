import PayLytAPI
import PayLytJSON
import PayLytRPC

/// A channel to the server that is meant, and the token to show there.
struct Connection {
  static let options: [Words.Option] = [
    .init(
      name: "server", value: "HOST:PORT",
      help: "the server; else PAYLYT_SERVER, else where you are signed in"),
    .init(
      name: "ca", value: "FILE",
      help: "whose certificates are believed (PEM); else PAYLYT_CA, else the machine's"),
    .init(name: "plaintext", value: nil, help: "without TLS, on this machine only"),
  ]

  let target: ServerTarget
  let channel: Channel
  private let console: Console
  private let store: SessionStore

  init(_ words: Words, _ console: Console) throws {
    self.console = console
    store = try SessionStore(console)
    target = try Self.target(words, console, saved: try store.load()?.server)
    channel = try target.channel()
  }

  static func target(
    _ words: Words, _ console: Console, saved: ServerTarget?
  ) throws(Failure) -> ServerTarget {
    let address = words["server"] ?? console.environment("PAYLYT_SERVER")
    let certificate = words["ca"] ?? console.environment("PAYLYT_CA")
    if let saved, address == nil || address == saved.address {
      return try ServerTarget(
        saved.address, certificate: certificate ?? saved.certificate,
        isPlaintext: words.isSet("plaintext") || saved.isPlaintext && certificate == nil)
    }
    return try ServerTarget(
      address ?? ServerTarget.usualAddress, certificate: certificate,
      isPlaintext: words.isSet("plaintext"))
  }

  /// The access token for this server, renewed when it has expired. A token is shown to the server
  /// that gave it and to no other.
  ///
  /// - Returns: nil when nobody is signed in there.
  func token() async throws -> String? {
    if let token = console.environment("PAYLYT_TOKEN"), !token.isEmpty { return token }
    guard let saved = try store.load(), saved.server.address == target.address else { return nil }
    guard saved.isExpired(at: console.now()) else { return saved.session.accessToken }
    return try await store.alone {
      // Another process may have been faster.
      guard var current = try store.load(), current.server.address == target.address else {
        return nil
      }
      guard current.isExpired(at: console.now()) else { return current.session.accessToken }
      current.session = try await AuthServiceClient(channel).refreshSession(
        RefreshSessionRequest(refreshToken: current.session.refreshToken),
        options: CallOptions(timeout: CLILimits.unaryTimeout))
      try store.save(current)
      return current.session.accessToken
    }
  }

  /// What goes with a call: the token where the method wants one, and what the words say.
  func options(_ method: MethodDescriptor, _ words: Words) async throws -> CallOptions {
    let isStream = method.kind == .serverStreaming || method.kind == .bidirectional
    var options = CallOptions(
      timeout: try words.duration("deadline") ?? (isStream ? nil : CLILimits.unaryTimeout))
    for pair in words.all("metadata") {
      guard let equals = pair.firstIndex(of: "=") else {
        throw Failure.misuse("--metadata takes name=value.")
      }
      let name = pair[..<equals].lowercased()
      do throws(MetadataError) {
        try options.metadata.add(name, String(pair[pair.index(after: equals)...]))
      } catch {
        throw Failure.misuse("--metadata \(name) cannot be sent: \(error)")
      }
    }
    guard !["", "public"].contains(method.options.permission) else { return options }
    guard let token = try await token() else {
      throw Failure(
        "\(method.method) is for those who are signed in at \(target.address): paylyt login.",
        .refused(.unauthenticated))
    }
    try options.metadata.add("authorization", "Bearer \(token)")
    return options
  }
}
