import PayLytHTTP

/// Who sends e-mails, and in whose name.
struct MailSettings: Sendable {
  let sender: MailSender
  let from: MailAddress
  /// Where links in e-mails lead, without a slash at the end; nil for none.
  var links: String?
}
