/// Why somebody was not let in.
enum AuthError: Error, Equatable {
  case emailTaken
  case badCredentials
  case loginThrottled(seconds: Int64)
  case registrationsThrottled(seconds: Int64)
  case rateLimited(seconds: Int64)
  case tokenMissing
  case tokenInvalid
  case tokenExpired
  case tokenRevoked
  case tokenReused
  case badPin
  case pinNotSet
  case pinThrottled(seconds: Int64)
  case accountFrozen
  case badCode
  case mailsThrottled(seconds: Int64)
  case mailUnsupported
  case pinHeld(seconds: Int64)
  case pinReplaced(seconds: Int64)
  case emailConfirmed
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
    case .registrationsThrottled(let seconds):
      Refusal(
        .resourceExhausted, reason: "REGISTRATIONS_THROTTLED",
        message: "Too many accounts were opened from here. Try again in \(seconds) seconds.",
        retrySeconds: seconds)
    case .rateLimited(let seconds):
      Refusal(
        .resourceExhausted, reason: "RATE_LIMITED",
        message: "You ask the payment provider too often. Try again in \(seconds) seconds.",
        retrySeconds: seconds)
    case .tokenMissing:
      Refusal(
        .unauthenticated, reason: "TOKEN_MISSING",
        message: "Send a user's access token as metadata `authorization: Bearer …`.")
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
    case .badPin:
      Refusal(.permissionDenied, reason: "BAD_PIN", message: "The transaction PIN is wrong.")
    case .pinNotSet:
      Refusal(
        .failedPrecondition, reason: "PIN_NOT_SET",
        message: "There is no transaction PIN. Set one with SetTransactionPin.")
    case .pinThrottled(let seconds):
      Refusal(
        .resourceExhausted, reason: "PIN_THROTTLED",
        message: "Too many wrong PINs. Try again in \(seconds) seconds.", retrySeconds: seconds)
    case .accountFrozen:
      Refusal(
        .permissionDenied, reason: "ACCOUNT_FROZEN",
        message: "The account is stopped. Only reading is possible; ask the operator.")
    case .badCode:
      Refusal(
        .unauthenticated, reason: "BAD_CODE",
        message: "The code is wrong, was used or has expired. The latest e-mail has the one that "
          + "is good; else ask for another.")
    case .mailsThrottled(let seconds):
      Refusal(
        .resourceExhausted, reason: "MAILS_THROTTLED",
        message: "Too many e-mails were asked for from here. Try again in \(seconds) seconds.",
        retrySeconds: seconds)
    case .mailUnsupported:
      Refusal(
        .failedPrecondition, reason: "MAIL_UNSUPPORTED",
        message: "This server sends no e-mails. Ask the operator.")
    case .emailConfirmed:
      Refusal(
        .failedPrecondition, reason: "EMAIL_CONFIRMED",
        message: "The e-mail address is confirmed already.")
    case .pinReplaced(let seconds):
      Refusal(
        .permissionDenied, reason: "PIN_HELD",
        message: "The PIN was replaced without the old one. Try again in \(seconds) seconds.",
        retrySeconds: seconds)
    case .pinHeld(let seconds):
      Refusal(
        .permissionDenied, reason: "PIN_HELD",
        message: "The password was reset a short while ago. Send the token of StepUp, or try again "
          + "in \(seconds) seconds.", retrySeconds: seconds)
    }
  }
}

/// Why an account cannot be changed.
enum AccountError: Error, Equatable {
  case deleted
  case ownAccount
}

extension AccountError: RefusalConvertible {
  var refusal: Refusal {
    switch self {
    case .deleted:
      Refusal(
        .failedPrecondition, reason: "ACCOUNT_DELETED", message: "The account was deleted.")
    case .ownAccount:
      Refusal(
        .permissionDenied, reason: "OWN_ACCOUNT", message: "Nobody decides this about themselves.")
    }
  }
}
