import COpenSSL

/// Owns one `SSL_CTX`.
///
/// Configured once and then only read, by OpenSSL's own reference counting from any thread: that is
/// the proof for `@unchecked Sendable`.
@safe final class TLSSettings: @unchecked Sendable {
  let isServer: Bool
  /// The peer's certificate must bear the name that was called.
  let checksName: Bool
  private let raw: OpaquePointer

  init(isServer: Bool, checksName: Bool) throws(TLSError) {
    let raw = unsafe SSL_CTX_new(isServer ? TLS_server_method() : TLS_client_method())
    guard let raw = unsafe raw else { throw TLSError(during: "make a TLS context") }
    unsafe self.raw = raw
    self.isServer = isServer
    self.checksName = checksName
    guard unsafe paylyt_tls_harden(raw) == 1 else { throw TLSError(during: "set TLS 1.2") }
  }

  deinit { unsafe SSL_CTX_free(raw) }

  func show(_ credentials: TLSContext.Credentials) throws(TLSError) {
    let certificateFile = credentials.certificateFile
    let keyFile = credentials.keyFile
    guard unsafe SSL_CTX_use_certificate_chain_file(raw, certificateFile) == 1 else {
      throw TLSError(during: "read the certificate \(certificateFile)")
    }
    guard unsafe SSL_CTX_use_PrivateKey_file(raw, keyFile, SSL_FILETYPE_PEM) == 1 else {
      throw TLSError(during: "read the private key \(keyFile)")
    }
    guard unsafe SSL_CTX_check_private_key(raw) == 1 else {
      throw TLSError(during: "match the private key \(keyFile) with \(certificateFile)")
    }
  }

  /// Peers must show a certificate of an authority in `file`.
  func demandCertificate(of file: String) throws(TLSError) {
    guard unsafe paylyt_tls_demand_certificate(raw, file) == 1 else {
      throw TLSError(during: "read the authorities \(file)")
    }
  }

  func believe(_ trust: TLSContext.Trust) throws(TLSError) {
    switch trust {
    case .system:
      guard unsafe SSL_CTX_set_default_verify_paths(raw) == 1 else {
        throw TLSError(during: "find the machine's authorities")
      }
    case .authorities(let file):
      guard unsafe SSL_CTX_load_verify_file(raw, file) == 1 else {
        throw TLSError(during: "read the authorities \(file)")
      }
    case .pinned(let file): try believeOnly(file)
    }
    unsafe SSL_CTX_set_verify(raw, SSL_VERIFY_PEER, nil)
  }

  private func believeOnly(_ file: String) throws(TLSError) {
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

  /// When the certificate that is shown ends, in Unix time; nil when none is.
  var expirySeconds: Int64? {
    let seconds = unsafe paylyt_tls_expiry(raw)
    return seconds < 0 ? nil : seconds
  }

  func requireH2() { unsafe paylyt_tls_require_h2(raw) }

  func offerH2() throws(TLSError) {
    guard unsafe paylyt_tls_offer_h2(raw) == 1 else { throw TLSError(during: "offer h2") }
  }

  /// Lends the context to make a session; OpenSSL's session holds its own reference.
  func withRaw<Result>(_ body: (OpaquePointer) -> Result) -> Result { unsafe body(raw) }
}
