/// Why somebody was not let in.
enum AuthError: Error, Equatable {
  case emailTaken
  case badCredentials
  case loginThrottled(seconds: Int64)
  case tokenMissing
  case tokenInvalid
  case tokenExpired
  case tokenRevoked
  case tokenReused
}

extension AuthError: RefusalConvertible {
  var refusal: Refusal {
    switch self {
    case .emailTaken:
      Refusal(
        .alreadyExists, reason: "EMAIL_TAKEN", message: "There is an account with this e-mail.")
    case .badCredentials:
      Refusal(
        .unauthenticated, reason: "BAD_CREDENTIALS", message: "E-mail or password is wrong.")
    case .loginThrottled(let seconds):
      Refusal(
        .resourceExhausted, reason: "LOGIN_THROTTLED",
        message: "Too many wrong passwords. Try again in \(seconds) seconds.",
        retrySeconds: seconds)
    case .tokenMissing:
      Refusal(
        .unauthenticated, reason: "TOKEN_MISSING",
        message: "Send the access token as metadata `authorization: Bearer …`.")
    case .tokenInvalid:
      Refusal(.unauthenticated, reason: "TOKEN_INVALID", message: "The token is not one of ours.")
    case .tokenExpired:
      Refusal(
        .unauthenticated, reason: "TOKEN_EXPIRED",
        message: "The token has expired. Refresh the session.")
    case .tokenRevoked:
      Refusal(
        .unauthenticated, reason: "TOKEN_REVOKED", message: "The session has ended. Sign in again.")
    case .tokenReused:
      Refusal(
        .unauthenticated, reason: "TOKEN_REUSED",
        message: "This refresh token was used before, so the session was ended. Sign in again.")
    }
  }
}
