import PayLytHTTP

/// The options that say who sends e-mails.
enum MailOptions {
  /// What means nothing without a server.
  private static let rest = [
    "mail-from", "mail-links", "smtp-user", "smtp-password", "smtp-password-file", "smtp-ca",
  ]

  /// - Returns: nil when nobody does.
  /// - Throws: `CommandLineOptions.Misuse`, `SystemError` for the password's file.
  static func read(
    _ options: CommandLineOptions
  ) throws -> (server: MailSender.Configuration, from: MailAddress, links: String?)? {
    guard let url = options["smtp-url"] else {
      try options.refuse(rest, "goes with --smtp-url")
      return nil
    }
    guard url.hasPrefix("smtp://") || url.hasPrefix("smtps://") else {
      throw CommandLineOptions.Misuse(
        description: "--smtp-url is smtp://host:port, with STARTTLS, or smtps://host:port")
    }
    guard let from = options["mail-from"].flatMap({ MailAddress($0) }) else {
      throw CommandLineOptions.Misuse(description: "--mail-from is an address: name@domain")
    }
    var server = MailSender.Configuration(url: url)
    server.user = options["smtp-user"]
    server.password = try options.secret("smtp-password").map {
      String(decoding: $0, as: UTF8.self)
    }
    server.certificateAuthorityFile = options["smtp-ca"]
    return (server, from, try links(options))
  }

  /// - Returns: without a slash at the end.
  private static func links(
    _ options: CommandLineOptions
  ) throws(CommandLineOptions.Misuse) -> String? {
    guard var url = options["mail-links"] else { return nil }
    while url.hasSuffix("/") { url.removeLast() }
    // It is put into e-mails as it is.
    guard url.hasPrefix("https://"), url.utf8.allSatisfy({ (33...126).contains($0) }),
      !url.contains("#")
    else { throw .init(description: "--mail-links is https://host/path, where your app is") }
    return url
  }
}
