/// How a user wants to be told.
struct NotificationPreferences: Hashable, Sendable, Versioned {
  /// Raw values are stored and equal the API's.
  enum Mail: Int16, Sendable, CaseIterable {
    case none = 1
    case atOnce = 2
    case digest = 3
  }

  struct Choice: Hashable, Sendable {
    var isInApp: Bool
    var mail: Mail
  }

  /// The user's.
  let id: UUID
  private var choices: [NotificationKind: Choice]
  private(set) var version: Int64

  /// What a user has who never chose.
  init(user: UUID) {
    id = user
    choices = [:]
    version = 1
  }

  func choice(_ kind: NotificationKind) -> Choice {
    choices[kind] ?? Choice(isInApp: true, mail: .atOnce)
  }

  mutating func set(_ changes: [NotificationKind: Choice]) {
    choices.merge(changes) { $1 }
    version += 1
  }
}

extension NotificationPreferences {
  /// A byte for each kind that was chosen for, in the order of kinds: the kind in the upper four
  /// bits and what is chosen in the lower ones.
  var stored: [UInt8] {
    NotificationKind.allCases.compactMap { kind in
      choices[kind].map { choice in
        UInt8(kind.rawValue) << 4 | (choice.isInApp ? 8 : 0) | UInt8(choice.mail.rawValue)
      }
    }
  }

  /// - Returns: nil for bytes that `stored` never made.
  init?(user: UUID, stored: [UInt8], version: Int64) {
    self.init(user: user)
    for byte in stored {
      guard let kind = NotificationKind(rawValue: Int16(byte >> 4)),
        let mail = Mail(rawValue: Int16(byte & 7))
      else { return nil }
      choices[kind] = Choice(isInApp: byte & 8 != 0, mail: mail)
    }
    self.version = version
  }
}
