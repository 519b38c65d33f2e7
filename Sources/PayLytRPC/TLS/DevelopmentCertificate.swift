import COpenSSL

/// A self-signed certificate for this machine alone (`localhost`, 127.0.0.1, ::1), with its key.
///
/// For development and tests: nobody else trusts it, and it is made anew whenever it is needed.
public struct DevelopmentCertificate: Sendable {
  /// PEM: give it to clients as the authority to believe.
  public let certificate: String
  /// PEM, secret.
  public let privateKey: String

  /// Makes an EC P-256 key and a certificate for it that is valid for `days` from yesterday.
  ///
  /// - Throws: `TLSError` when OpenSSL refuses, which means that it has no memory or randomness.
  public init(days: Int = 30) throws(TLSError) {
    guard let key = unsafe paylyt_make_p256_key() else { throw TLSError(during: "make a key") }
    defer { unsafe EVP_PKEY_free(key) }
    guard let certificate = unsafe X509_new() else {
      throw TLSError(during: "make a certificate")
    }
    defer { unsafe X509_free(certificate) }
    guard unsafe Self.describe(certificate, key: key, days: days) else {
      throw TLSError(during: "make a certificate")
    }
    guard unsafe X509_sign(certificate, key, EVP_sha256()) > 0 else {
      throw TLSError(during: "sign a certificate")
    }
    self.certificate = try unsafe Self.text { unsafe PEM_write_bio_X509($0, certificate) }
    privateKey = try unsafe Self.text { bio in
      unsafe PEM_write_bio_PrivateKey(bio, key, nil, nil, 0, nil, nil)
    }
  }

  /// Writes both as files that only this user can read.
  ///
  /// - Throws: `SystemError` when a file cannot be written.
  public func write(certificateFile: String, keyFile: String) throws(SystemError) {
    try writePrivateFile(certificateFile, Array(certificate.utf8))
    try writePrivateFile(keyFile, Array(privateKey.utf8))
  }

  private static func describe(
    _ certificate: OpaquePointer, key: OpaquePointer, days: Int
  ) -> Bool {
    guard unsafe X509_set_version(certificate, 2) == 1,
      unsafe setSerial(certificate),
      unsafe X509_gmtime_adj(X509_getm_notBefore(certificate), -86_400) != nil,
      unsafe X509_gmtime_adj(X509_getm_notAfter(certificate), days * 86_400) != nil,
      unsafe X509_set_pubkey(certificate, key) == 1,
      let name = unsafe X509_get_subject_name(certificate)
    else { return false }
    let common = Array("localhost".utf8)
    let added = unsafe X509_NAME_add_entry_by_txt(
      name, "CN", MBSTRING_UTF8, common, Int32(common.count), -1, 0)
    guard added == 1, unsafe X509_set_issuer_name(certificate, name) == 1 else { return false }
    let extensions = [
      (NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1,IP:::1"),
      (NID_basic_constraints, "critical,CA:TRUE,pathlen:0"),
      (NID_key_usage, "critical,digitalSignature,keyCertSign"),
      (NID_ext_key_usage, "serverAuth,clientAuth"),
      (NID_subject_key_identifier, "hash"),
    ]
    return extensions.allSatisfy { kind, value in
      unsafe paylyt_add_extension(certificate, kind, value) == 1
    }
  }

  /// 127 random bits: clients tell certificates apart by their serial number (RFC 5280 §4.1.2.2).
  private static func setSerial(_ certificate: OpaquePointer) -> Bool {
    guard let number = unsafe BN_new() else { return false }
    defer { unsafe BN_free(number) }
    return unsafe BN_rand(number, 127, BN_RAND_TOP_ANY, BN_RAND_BOTTOM_ANY) == 1
      && BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate)) != nil
  }

  private static func text(_ write: (OpaquePointer) -> Int32) throws(TLSError) -> String {
    guard let bio = unsafe BIO_new(BIO_s_mem()) else { throw TLSError(during: "make a BIO") }
    defer { unsafe BIO_free_all(bio) }
    guard unsafe write(bio) == 1 else { throw TLSError(during: "write PEM") }
    var start: UnsafeMutablePointer<CChar>?
    let count = unsafe paylyt_memory_bytes(bio, &start)
    return unsafe String(
      decoding: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self)
  }
}
