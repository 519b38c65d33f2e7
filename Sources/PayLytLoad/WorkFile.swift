import PayLytRPC

/// What a run works on: who signs in, and which escrows are funded and wait to be released.
///
/// ```
/// paylyt-work 1
/// user client ada@example.com a-password-without-spaces
/// user freelancer femi@example.com another-password
/// user client olu@example.com -
/// escrow 0190c7a0-… 0 1 2
/// ```
/// Users are numbered from 0 in their order; those without a password (`-`) sign in with an access
/// token. An escrow names its client, its freelancer (`-` when
/// the freelancer is nobody who signs in here) and how many milestones it has.
struct WorkFile: Sendable {
  static let header = "paylyt-work 1"

  struct User: Sendable, Hashable {
    let isClient: Bool
    let email: String
    /// nil: an access token signs them in.
    let password: String?
  }

  struct Escrow: Sendable, Hashable {
    let id: Identifier
    let client: UInt16
    let freelancer: UInt16?
    let milestones: UInt8
  }

  private(set) var users: [User] = []
  private(set) var escrows: [Escrow] = []
  private var isOpened = false

  init() {}

  /// One client and nothing to do: for a run of what needs no work, with an access token.
  static let oneClient: WorkFile = {
    var file = WorkFile()
    file.isOpened = true
    file.users = [User(isClient: true, email: "the user of the token", password: nil)]
    return file
  }()

  init(path: String) throws(LoadError) {
    try LineFile.read(path) { (line) throws(LoadError) in try add(line) }
    guard isOpened else { throw LoadError("\(path) is no work file") }
  }

  mutating func add(_ line: String) throws(LoadError) {
    guard isOpened else {
      guard line == Self.header else { throw LoadError("a work file begins with \(Self.header)") }
      return isOpened = true
    }
    let words = line.split(separator: " ")
    switch (words.first, words.count) {
    case (nil, _): break
    case ("user", 4) where words[1] == "client" || words[1] == "freelancer":
      guard users.count < LoadLimits.usersMax else {
        throw LoadError("more than \(LoadLimits.usersMax) users")
      }
      users.append(
        User(
          isClient: words[1] == "client", email: String(words[2]),
          password: words[3] == "-" ? nil : String(words[3])))
    case ("escrow", 5): try addEscrow(words)
    default:
      throw LoadError("expected `user ROLE EMAIL PASSWORD` or `escrow ID CLIENT FREELANCER N`")
    }
  }

  private mutating func addEscrow(_ words: [Substring]) throws(LoadError) {
    guard let id = Identifier(words[1]) else { throw LoadError("\(words[1]) is no UUID") }
    guard let client = UInt16(words[2]), isUser(client, aClient: true) else {
      throw LoadError("there is no client \(words[2])")
    }
    var freelancer: UInt16?
    if words[3] != "-" {
      guard let number = UInt16(words[3]), isUser(number, aClient: false) else {
        throw LoadError("there is no freelancer \(words[3])")
      }
      freelancer = number
    }
    guard let milestones = UInt8(words[4]), milestones > 0 else {
      throw LoadError("an escrow has 1 to 255 milestones")
    }
    guard escrows.count < LoadLimits.escrowsMax else {
      throw LoadError("more than \(LoadLimits.escrowsMax) escrows")
    }
    escrows.append(
      Escrow(id: id, client: client, freelancer: freelancer, milestones: milestones))
  }

  private func isUser(_ number: UInt16, aClient: Bool) -> Bool {
    Int(number) < users.count && users[Int(number)].isClient == aClient
  }

  static func line(_ user: User) -> String {
    "user \(user.isClient ? "client" : "freelancer") \(user.email) \(user.password ?? "-")\n"
  }

  static func line(_ escrow: Escrow) -> String {
    "escrow \(escrow.id) \(escrow.client) \(escrow.freelancer.map { "\($0)" } ?? "-") "
      + "\(escrow.milestones)\n"
  }
}
