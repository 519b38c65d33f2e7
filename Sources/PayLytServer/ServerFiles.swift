import PayLytCrypto
import PayLytRPC

/// The files that a server needs: given, or made in its data directory for development.
struct ServerFiles: Sendable {
  let certificate: String
  let key: String
  let secrets: Secrets
  let detailKeys: DetailKeys
  let directory: String
  private let makesCertificate: Bool

  init(_ configuration: Configuration) throws {
    directory = configuration.dataDirectory
    makesCertificate = configuration.tls == nil
    (certificate, key) =
      configuration.tls ?? (directory + "/tls-certificate.pem", directory + "/tls-key.pem")
    try Files.makeDirectory(directory, mode: 0o755)
    let master = try configuration.masterSecret ?? Self.keptSecret(directory + "/secret")
    guard let secrets = Secrets(master: master, accepted: configuration.acceptedSecrets) else {
      throw CommandLineOptions.Misuse(description: "the secret is too short")
    }
    self.secrets = secrets
    detailKeys = try Self.detailKeys(configuration.detailKeys, derived: secrets.details)
  }

  /// Makes the certificate of a server that was given none, anew at each start: it never gets old,
  /// and nobody comes to rely on it.
  ///
  /// Only once nothing refuses the start any more: clients of a server that runs have its file.
  func makeCertificate() throws {
    guard makesCertificate else { return }
    try DevelopmentCertificate().write(certificateFile: certificate, keyFile: key)
  }

  private static func detailKeys(
    _ text: String?, derived: [[UInt8]]
  ) throws(CommandLineOptions.Misuse) -> DetailKeys {
    let keys =
      text.map { DetailKeys(text: $0, derived: derived) } ?? DetailKeys(derived: derived)
    guard let keys else {
      throw CommandLineOptions.Misuse(
        description: text == nil
          ? "the secret and the accepted one cannot be told apart; make another one"
          : "each line of --detail-keys-file is `secret`, or a number from 1 to 1000000000 "
            + "and 64 hex digits")
    }
    return keys
  }

  /// Made once: tokens stay good over a restart.
  private static func keptSecret(_ path: String) throws -> [UInt8] {
    if TextFile.exists(path) {
      guard let kept = Hex.decode(try TextFile.read(path).trimmed), kept.count == 32 else {
        throw CommandLineOptions.Misuse(description: "\(path) is damaged; remove it")
      }
      return kept
    }
    let made = SecureRandom.bytes(32)
    try writePrivateFile(path, Array(Hex.encode(made).utf8))
    return made
  }
}
