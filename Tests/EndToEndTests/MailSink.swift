import EndToEndSupport
import FoundationEssentials
import PayLytRPC

/// An SMTP server in a process of its own, which speaks TLS and asks who sends.
struct MailSink: Sendable {
  struct Mail: Decodable, Sendable {
    let recipients: [String]
    let subject: String
    let messageID: String
    let sender: String
    let isEncrypted: Bool
    let isKnown: Bool
    let defects: [String]
    let text: String
  }

  static let user = "paylyt"
  static let password = "the sink's password"

  let url: String
  let certificate: String
  private let process: ChildProgram

  static func start(
    in directory: TemporaryDirectory, speaksTLS: Bool = true, greeting: String? = nil
  ) async throws -> MailSink {
    let name = "\(directory.path)/sink-\(UInt64.random(in: 0 ... .max))"
    let (certificate, key) = (name + ".pem", name + ".key")
    try DevelopmentCertificate().write(certificateFile: certificate, keyFile: key)
    let tls = ["--certificate", certificate, "--key", key]
    let command =
      Place.python + [
        "-B", Place.repository + "/Tests/Support/python/mail_sink.py", "--user", user,
        "--password", password,
      ] + (speaksTLS ? tls : []) + (greeting.map { ["--greeting", $0] } ?? [])
    let process = try await ChildProgram.start(
      command[0], Array(command.dropFirst()), log: name + ".log")
    let marker = "listening on "
    var port: Substring?
    try await eventually("the sink listens") {
      guard process.end == nil else { throw Failure("no sink:\n\(process.printed)") }
      port = process.printed.split(separator: "\n").first { $0.hasPrefix(marker) }?
        .dropFirst(marker.count)
      return port != nil
    }
    return MailSink(
      url: "smtp://localhost:\(port ?? "")", certificate: certificate, process: process)
  }

  /// What was taken, in order.
  var mails: [Mail] {
    process.printed.split(separator: "\n").filter { $0.hasPrefix("{") }.compactMap { line in
      try? JSONDecoder().decode(Mail.self, from: Data(line.utf8))
    }
  }

  func mails(to address: String) -> [Mail] { mails.filter { $0.recipients == [address] } }
}
