import COpenSSL

/// One side of one TLS connection: bytes in, bytes out. No I/O inside.
///
/// What arrives goes through `receive`, what leaves through `send`; the encrypted bytes wait in
/// `output` (the handshake's too) until they are written.
@safe final class TLSSession {
  private let raw: OpaquePointer
  private let wire: UnsafeMutablePointer<paylyt_wire>

  /// The handshake is over and both sides speak HTTP/2.
  private(set) var isEstablished = false
  /// The peer has said that it will send no more (close_notify).
  private(set) var isPeerDone = false

  /// - Parameter serverName: whom a client expects to meet; servers pass `nil`.
  init(_ context: TLSContext, serverName: String?) throws(TLSError) {
    let settings = context.settings
    guard let method = unsafe WireMethod.shared.raw, let bio = unsafe BIO_new(method) else {
      throw TLSError(during: "make a BIO")
    }
    guard let raw = unsafe settings.withRaw({ unsafe SSL_new($0) }) else {
      unsafe BIO_free_all(bio)
      throw TLSError(during: "make a TLS session")
    }
    unsafe self.raw = raw
    // The session takes over the BIO: one reference serves both directions.
    unsafe SSL_set_bio(raw, bio, bio)
    unsafe wire = paylyt_wire_of(raw)
    if settings.isServer {
      unsafe SSL_set_accept_state(raw)
    } else {
      unsafe SSL_set_connect_state(raw)
      if settings.checksName, let serverName {
        guard unsafe paylyt_tls_expect(raw, serverName) == 1 else {
          throw TLSError(during: "expect \(serverName)")
        }
      }
    }
  }

  deinit { unsafe SSL_free(raw) }

  /// A client's first flight.
  func start() throws(TLSError) { try shakeHands() }

  /// Decrypts what the peer has sent and hands over the plain bytes, piece by piece.
  ///
  /// - Parameter scratch: where a piece is decrypted to; a record (16 KiB) or more.
  func receive<Failure: Error>(
    _ bytes: UnsafeRawBufferPointer, scratch: UnsafeMutableRawBufferPointer,
    _ deliver: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws {
    unsafe wire.pointee.input = unsafe bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
    unsafe wire.pointee.input_length = bytes.count
    defer {
      unsafe wire.pointee.input = nil
      unsafe wire.pointee.input_length = 0
    }
    if !isEstablished { try shakeHands() }
    guard isEstablished else { return }
    while true {
      ERR_clear_error()
      let count = unsafe SSL_read(raw, scratch.baseAddress, Int32(clamping: scratch.count))
      if count > 0 {
        try unsafe deliver(UnsafeRawBufferPointer(rebasing: scratch[..<Int(count)]))
        continue
      }
      switch unsafe SSL_get_error(raw, count) {
      case SSL_ERROR_WANT_READ: return
      case SSL_ERROR_ZERO_RETURN:
        isPeerDone = true
        return
      default: throw TLSError(during: "read a TLS record")
      }
    }
  }

  /// Encrypts `bytes` into the output.
  func send(_ bytes: UnsafeRawBufferPointer) throws(TLSError) {
    var sent = 0
    while sent < bytes.count {
      ERR_clear_error()
      let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[sent...])
      let count = unsafe SSL_write(raw, rest.baseAddress, Int32(clamping: rest.count))
      // The wire takes whatever it is given, so nothing but a failure can stop a write.
      guard count > 0 else { throw TLSError(during: "write a TLS record") }
      sent += Int(count)
    }
  }

  /// Tells the peer that nothing follows (close_notify).
  func finish() {
    guard isEstablished else { return }
    unsafe SSL_shutdown(raw)
    ERR_clear_error()
  }

  /// Who the peer is, once the handshake is over; `nil` when it has shown no certificate.
  var peerIdentity: PeerIdentity? {
    guard isEstablished, let certificate = unsafe SSL_get1_peer_certificate(raw) else {
      return nil
    }
    defer { unsafe X509_free(certificate) }
    guard let bio = unsafe BIO_new(BIO_s_mem()) else { return nil }
    defer { unsafe BIO_free_all(bio) }
    guard unsafe paylyt_subject(certificate, bio) == 1 else { return nil }
    var text: UnsafeMutablePointer<CChar>?
    let count = unsafe paylyt_memory_bytes(bio, &text)
    let subject = unsafe String(
      decoding: UnsafeRawBufferPointer(start: text, count: count), as: UTF8.self)
    return unsafe PeerIdentity(
      subject: subject, dnsNames: Self.names(certificate, Int32(PAYLYT_NAME_DNS)),
      uris: Self.names(certificate, Int32(PAYLYT_NAME_URI)))
  }

  /// What the connection is protected by, once the handshake is over.
  var facts: TLSFacts? {
    guard isEstablished else { return nil }
    let remote = unsafe SSL_get1_peer_certificate(raw)
    defer { unsafe X509_free(remote) }
    return unsafe TLSFacts(
      cipher: String(cString: paylyt_tls_cipher(raw)),
      localCertificate: Self.bytes(of: SSL_get_certificate(raw)),
      remoteCertificate: Self.bytes(of: remote))
  }

  /// In DER; none for no certificate, or one that is larger than any should be.
  private static func bytes(of certificate: OpaquePointer?) -> [UInt8] {
    let capacity = Limits.certificateBytesMax
    return unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      let length = unsafe Int(
        paylyt_certificate_bytes(certificate, buffer.baseAddress, Int32(capacity)))
      count = length <= capacity ? length : 0
    }
  }

  /// The certificate's alternative names of one kind; malformed ones are left out.
  private static func names(_ certificate: OpaquePointer, _ kind: Int32) -> [String] {
    var names: [String] = []
    var text = [CChar](repeating: 0, count: Limits.certificateNameBytesMax)
    for index in 0..<Limits.certificateNamesMax {
      let count = unsafe paylyt_alternative_name(
        certificate, kind, Int32(index), &text, Int32(text.count))
      guard count != 0 else { break }
      guard count > 0 else { continue }
      names.append(String(decoding: text.prefix(Int(count)).map(UInt8.init), as: UTF8.self))
    }
    return names
  }

  var outputCount: Int { unsafe wire.pointee.output_length }

  /// Lends the encrypted bytes that wait to be written.
  func withOutput<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    unsafe body(
      UnsafeRawBufferPointer(start: wire.pointee.output, count: wire.pointee.output_length))
  }

  func outputWritten(_ count: Int) { unsafe paylyt_wire_sent(wire, count) }

  private func shakeHands() throws(TLSError) {
    ERR_clear_error()
    let code = unsafe SSL_do_handshake(raw)
    guard code != 1 else {
      guard unsafe paylyt_tls_agreed_h2(raw) == 1 else {
        throw TLSError("the peer does not speak h2 (ALPN)")
      }
      isEstablished = true
      return
    }
    guard unsafe SSL_get_error(raw, code) == SSL_ERROR_WANT_READ else {
      throw TLSError(during: "shake hands")
    }
  }
}

/// The kind of BIO that every session uses, made once.
///
/// `@unchecked Sendable`: never changed after it is made.
@safe private final class WireMethod: @unchecked Sendable {
  static let shared = WireMethod()
  let raw: OpaquePointer?
  private init() { unsafe raw = paylyt_wire_method() }
}
