import PayLytAPI
import PayLytRPC

/// `paylyt confirm-email`: shows the server that somebody reads the account's e-mails.
enum ConfirmCommand {
  static let options: [Words.Option] =
    Connection.options + [
      .init(name: "code", value: "CODE", help: "from an e-mail; without it, another one is sent")
    ]

  static func run(_ words: Words, _ console: Console) async throws {
    let connection = try Connection(words, console)
    let auth = AuthServiceClient(connection.channel)
    let code: String
    if let given = words["code"] {
      code = given
    } else {
      let options = try await connection.options(
        AuthServiceMethods.requestEmailConfirmation, words)
      _ = try await auth.requestEmailConfirmation(
        RequestEmailConfirmationRequest(requestID: Completion.requestID()), options: options)
      console.line("A code is on its way to your e-mail address.")
      code = try await Prompt.line("Code: ", console)
    }
    // Whoever has the code needs no session.
    _ = try await auth.confirmEmail(
      ConfirmEmailRequest(requestID: Completion.requestID(), code: code.trimmingSpaces),
      options: CallOptions(timeout: CLILimits.unaryTimeout))
    console.line("The e-mail address is confirmed.")
  }
}
