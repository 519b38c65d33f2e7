import Glibc
import PayLytRPC

/// A self-signed certificate and its key, in files that go away with it.
final class CertificateFiles: Sendable {
  let certificate: String
  let key: String

  init() throws {
    let name = "\(Fixture.temporaryDirectory)/paylyt-tls-\(UInt64.random(in: 0...UInt64.max))"
    certificate = "\(name).crt"
    key = "\(name).key"
    try DevelopmentCertificate().write(certificateFile: certificate, keyFile: key)
  }

  /// Puts copies of the other files in the place of these.
  func replace(by other: CertificateFiles) throws {
    for (file, source) in [(certificate, other.certificate), (key, other.key)] {
      removeFile(file)
      guard unsafe link(source, file) == 0 else { throw SystemError("link") }
    }
  }

  /// Leaves the key without its beginning.
  func damage() {
    removeFile(key)
    let file = unsafe open(key, O_WRONLY | O_CREAT, 0o600)
    close(file)
  }

  deinit {
    removeFile(certificate)
    removeFile(key)
  }
}
