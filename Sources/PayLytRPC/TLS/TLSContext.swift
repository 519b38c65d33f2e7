import COpenSSL

/// The identity and the trust of one side of TLS, shared by its connections.
///
/// TLS 1.2 and 1.3, ALPN `h2` required. Configured once and then only read, by OpenSSL's own
/// reference counting from any thread: that is the proof for `@unchecked Sendable`.
@safe public final class TLSContext: @unchecked Sendable {
  /// Whose certificates a client believes.
  public enum Trust: Sendable {
    /// The machine's own authorities.
    case system
    /// The authorities in a PEM file.
    case authorities(file: String)
    /// Exactly the one certificate in a PEM file, whatever name it bears.
    case pinned(file: String)
  }

  let isServer: Bool
  let checksName: Bool
  private let raw: OpaquePointer

  private init(isServer: Bool, checksName: Bool) throws(TLSError) {
    let raw = unsafe SSL_CTX_new(isServer ? TLS_server_method() : TLS_client_method())
    guard let raw = unsafe raw else { throw TLSError(during: "make a TLS context") }
    unsafe self.raw = raw
    self.isServer = isServer
    self.checksName = checksName
    guard unsafe paylyt_tls_harden(raw) == 1 else { throw TLSError(during: "set TLS 1.2") }
  }

  deinit { unsafe SSL_CTX_free(raw) }

  /// A server that shows the chain of `certificateFile` (PEM, leaf first) and owns `keyFile`.
  ///
  /// - Throws: `TLSError` when a file cannot be read or the two do not belong together.
  public static func server(
    certificateFile: String, keyFile: String
  ) throws(TLSError) -> TLSContext {
    let context = try TLSContext(isServer: true, checksName: false)
    let raw = unsafe context.raw
    guard unsafe SSL_CTX_use_certificate_chain_file(raw, certificateFile) == 1 else {
      throw TLSError(during: "read the certificate \(certificateFile)")
    }
    guard unsafe SSL_CTX_use_PrivateKey_file(raw, keyFile, SSL_FILETYPE_PEM) == 1 else {
      throw TLSError(during: "read the private key \(keyFile)")
    }
    guard unsafe SSL_CTX_check_private_key(raw) == 1 else {
      throw TLSError(during: "match the private key \(keyFile) with \(certificateFile)")
    }
    unsafe paylyt_tls_require_h2(raw)
    return context
  }

  /// A client that believes `trust` and checks that the certificate names the host it calls.
  ///
  /// - Throws: `TLSError` when a file cannot be read.
  public static func client(trust: Trust) throws(TLSError) -> TLSContext {
    let context: TLSContext
    switch trust {
    case .system:
      context = try TLSContext(isServer: false, checksName: true)
      guard unsafe SSL_CTX_set_default_verify_paths(context.raw) == 1 else {
        throw TLSError(during: "find the machine's authorities")
      }
    case .authorities(let file):
      context = try TLSContext(isServer: false, checksName: true)
      guard unsafe SSL_CTX_load_verify_file(context.raw, file) == 1 else {
        throw TLSError(during: "read the authorities \(file)")
      }
    case .pinned(let file):
      context = try TLSContext(isServer: false, checksName: false)
      try context.trustOnly(file)
    }
    unsafe SSL_CTX_set_verify(context.raw, SSL_VERIFY_PEER, nil)
    guard unsafe paylyt_tls_offer_h2(context.raw) == 1 else {
      throw TLSError(during: "offer h2")
    }
    return context
  }

  private func trustOnly(_ file: String) throws(TLSError) {
    guard let bio = unsafe BIO_new_file(file, "r") else {
      throw TLSError(during: "read the certificate \(file)")
    }
    defer { unsafe BIO_free_all(bio) }
    guard let certificate = unsafe PEM_read_bio_X509(bio, nil, nil, nil) else {
      throw TLSError(during: "read the certificate \(file)")
    }
    // The store takes a reference of its own.
    defer { unsafe X509_free(certificate) }
    guard unsafe paylyt_tls_trust_only(raw, certificate) == 1 else {
      throw TLSError(during: "trust the certificate \(file)")
    }
  }

  /// Lends the context to make a session; OpenSSL's session holds its own reference.
  func withRaw<Result>(_ body: (OpaquePointer) -> Result) -> Result { unsafe body(raw) }
}
