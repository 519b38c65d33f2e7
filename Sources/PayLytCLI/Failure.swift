import PayLytRPC

/// Why a command ends with another status than 0, for the person who ran it.
struct Failure: Error, CustomStringConvertible {
  /// The status to exit with.
  enum Status: Equatable {
    /// Something on this side, such as a file that cannot be read.
    case local
    /// The command line itself (`EX_USAGE`).
    case misuse
    /// What the server answered, or what the connection came to.
    case refused(StatusCode)

    var code: Int32 {
      switch self {
      case .local: 1
      case .misuse: 64
      case .refused(let code): 100 + code.rawValue
      }
    }
  }

  let description: String
  let status: Status

  init(_ description: String, _ status: Status = .local) {
    self.description = description
    self.status = status
  }

  static func misuse(_ description: String) -> Failure { Failure(description, .misuse) }
}
