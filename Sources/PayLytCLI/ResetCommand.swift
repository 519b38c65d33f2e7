import PayLytAPI
import PayLytRPC

/// `paylyt reset-password`: for whoever has forgotten theirs.
enum ResetCommand {
  static let options: [Words.Option] =
    LoginCommands.options + [
      .init(name: "code", value: "CODE", help: "from an e-mail; without it, another one is sent")
    ]

  static func run(_ words: Words, _ console: Console) async throws {
    let connection = try Connection(words, console)
    let auth = AuthServiceClient(connection.channel)
    let options = CallOptions(timeout: CLILimits.unaryTimeout)
    let code: String
    if let given = words["code"] {
      code = given
    } else {
      let email = try await LoginCommands.email(words, console)
      _ = try await auth.requestPasswordReset(
        RequestPasswordResetRequest(requestID: Completion.requestID(), email: email),
        options: options)
      console.line("If \(Readable.printable(email)) has an account, a code is on its way to it.")
      code = try await Prompt.line("Code: ", console)
    }
    let password = try await Prompt.secret("New password: ", console)
    _ = try await auth.resetPassword(
      ResetPasswordRequest(
        requestID: Completion.requestID(), code: code.trimmingSpaces, newPassword: password),
      options: options)
    console.line("The password is set, and all sessions have ended: paylyt login signs in.")
  }
}

extension String {
  /// As people copy it.
  var trimmingSpaces: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
