/// Where access tokens come from that somebody else got. They are never shown.
public enum TokenSource: Sendable {
  /// One for every user who has no password.
  case text(String)
  /// A file that holds one token, or `EMAIL TOKEN` in each line. It may be replaced during a run.
  case file(String)

  /// - Throws: `LoadError`, which names no token.
  func read() throws(LoadError) -> AccessTokens {
    switch self {
    case .text(let text): return try AccessTokens(text, from: "PAYLYT_TOKEN")
    case .file(let path): return try AccessTokens(LineFile.text(path), from: path)
    }
  }
}

/// Access tokens by user.
struct AccessTokens: Sendable, Equatable {
  private var shared: String?
  private var byEmail: [String: String] = [:]

  /// Reads lines of `TOKEN` or `EMAIL TOKEN`; `#` begins a comment.
  init(_ text: String, from source: String) throws(LoadError) {
    for line in text.split(whereSeparator: \.isNewline) {
      let words = line.prefix { $0 != "#" }.split { $0 == " " || $0 == "\t" }.map(String.init)
      guard let token = words.last else { continue }
      // Of what may stand in metadata (RFC 6750 §2.1), so that no line is sent that was cut.
      guard words.count <= 2, token.utf8.allSatisfy({ (0x21...0x7e).contains($0) }) else {
        throw LoadError("\(source): expected `TOKEN` or `EMAIL TOKEN` in each line")
      }
      if words.count == 2 {
        guard byEmail.updateValue(token, forKey: words[0]) == nil else {
          throw LoadError("\(source): \(words[0]) is there twice")
        }
      } else {
        guard shared == nil else {
          throw LoadError("\(source): of several tokens each needs the e-mail of its user")
        }
        shared = token
      }
    }
    guard shared != nil || !byEmail.isEmpty else { throw LoadError("\(source) holds no token") }
  }

  /// The token of a user; nil when their password counts.
  func token(of user: WorkFile.User) -> String? {
    byEmail[user.email] ?? (user.password == nil ? shared : nil)
  }

  /// The token of somebody who has no password.
  func token(named name: String) -> String? { byEmail[name] ?? shared }
}
