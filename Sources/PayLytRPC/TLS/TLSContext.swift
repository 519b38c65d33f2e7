import COpenSSL
import Synchronization

/// The identity and the trust of one side of TLS, shared by its connections.
///
/// TLS 1.2 and 1.3, ALPN `h2` required. Usable from any thread.
public final class TLSContext: Sendable {
  /// Whose certificates are believed.
  public enum Trust: Sendable {
    /// The machine's own authorities.
    case system
    /// The authorities in a PEM file.
    case authorities(file: String)
    /// Exactly the one certificate in a PEM file, whatever name it bears.
    case pinned(file: String)
  }

  /// A certificate chain (PEM, leaf first) and its private key.
  public struct Credentials: Sendable {
    public var certificateFile: String
    public var keyFile: String

    public init(certificateFile: String, keyFile: String) {
      self.certificateFile = certificateFile
      self.keyFile = keyFile
    }
  }

  private enum Recipe {
    case server(Credentials, clientAuthorities: String?)
    case client(Trust, Credentials?)
  }

  private let recipe: Recipe
  private let current: Mutex<TLSSettings>

  private init(_ recipe: Recipe) throws(TLSError) {
    self.recipe = recipe
    current = Mutex(try Self.make(recipe))
  }

  /// Gives OpenSSL, for the whole process, memory that keeps idle connections small. It works only
  /// before anything has used OpenSSL, which other libraries do too: call it first of all.
  ///
  /// - Returns: whether it works.
  @discardableResult
  public static func prepareMemory() -> Bool { TLSMemory.isUsed }

  /// A server that shows `certificateFile` (PEM, leaf first) and owns `keyFile`.
  ///
  /// - Parameter clientAuthorities: a PEM file of authorities; clients must then show a certificate
  ///   of one of them, and the handlers see whose (`ServerContext.peerIdentity`).
  /// - Throws: `TLSError` when a file cannot be read or the two do not belong together.
  public static func server(
    certificateFile: String, keyFile: String, clientAuthorities: String? = nil
  ) throws(TLSError) -> TLSContext {
    let credentials = Credentials(certificateFile: certificateFile, keyFile: keyFile)
    return try TLSContext(.server(credentials, clientAuthorities: clientAuthorities))
  }

  /// A client that believes `trust` and checks that the certificate names the host it calls.
  ///
  /// - Parameter credentials: what it shows to a server that asks for it.
  /// - Throws: `TLSError` when a file cannot be read.
  public static func client(
    trust: Trust, credentials: Credentials? = nil
  ) throws(TLSError) -> TLSContext {
    try TLSContext(.client(trust, credentials))
  }

  /// Reads the files again, for connections that are made from now on; open ones go on as they are.
  ///
  /// - Throws: `TLSError` when a file cannot be used; everything then stays as it was.
  public func reload() throws(TLSError) {
    let fresh = try Self.make(recipe)
    current.withLock { $0 = fresh }
  }

  /// When the certificate that new connections are shown ends, in Unix time; nil when they are
  /// shown none.
  public var expirySeconds: Int64? { settings.expirySeconds }

  var settings: TLSSettings { current.withLock { $0 } }

  private static func make(_ recipe: Recipe) throws(TLSError) -> TLSSettings {
    switch recipe {
    case .server(let credentials, let authorities):
      let settings = try TLSSettings(isServer: true, checksName: false)
      try settings.show(credentials)
      if let authorities { try settings.demandCertificate(of: authorities) }
      settings.requireH2()
      return settings
    case .client(let trust, let credentials):
      let settings = try TLSSettings(isServer: false, checksName: !trust.isPinned)
      try settings.believe(trust)
      if let credentials { try settings.show(credentials) }
      try settings.offerH2()
      return settings
    }
  }
}

extension TLSContext.Trust {
  fileprivate var isPinned: Bool {
    switch self {
    case .system, .authorities: false
    case .pinned: true
    }
  }
}
