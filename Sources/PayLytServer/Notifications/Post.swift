import PayLytHTTP

/// Who sends e-mails, and in whose name.
struct Post: Sendable {
  let sender: MailSender
  let from: MailAddress
}
