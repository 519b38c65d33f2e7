import PayLytRPC

/// The server that load is sent to.
public struct LoadTarget: Sendable {
  public enum Security: Sendable {
    /// HTTP/2 in the clear.
    case plaintext
    /// TLS with exactly the certificate in a PEM file.
    case pinned(file: String)
    /// TLS with the authorities in a PEM file.
    case authorities(file: String)
    /// TLS with the machine's own authorities.
    case system
  }

  let host: String
  let port: UInt16
  let security: Security
  /// The name that the certificate must bear, when it is not the host.
  let serverName: String?

  public init(host: String, port: UInt16, security: Security, serverName: String? = nil) {
    self.host = host
    self.port = port
    self.security = security
    self.serverName = serverName
  }

  var configuration: ChannelConfiguration {
    get throws {
      var configuration: ChannelConfiguration
      switch security {
      case .plaintext: configuration = ChannelConfiguration()
      case .pinned(let file):
        configuration = ChannelConfiguration(tls: try .client(trust: .pinned(file: file)))
      case .authorities(let file):
        configuration = ChannelConfiguration(tls: try .client(trust: .authorities(file: file)))
      case .system: configuration = ChannelConfiguration(tls: try .client(trust: .system))
      }
      configuration.serverName = serverName
      return configuration
    }
  }
}

/// The defaults of what nobody says.
public enum LoadDefaults {
  public static let inFlight = 64
  public static let connections = 4
  public static let loops = 1
  public static let seconds = 10
  public static let rampUpSeconds = 1
  public static let timeoutMilliseconds = 10_000
  public static let retries = 0
  public static let seed: UInt64 = 1
  public static let clients = 4
  public static let freelancers = 4
  public static let escrows = 100
  public static let milestones = 2
}

/// One run of load: what, how much, for how long, and where the results go.
public struct LoadPlan: Sendable {
  public enum Content: Sendable {
    /// Operations on the work file that `Preparation` wrote; nil for a mix that needs none, with a
    /// token.
    case mix(Mix, work: String?)
    /// The prepared calls of a file, in its order: once, or over and over.
    case calls(file: String, isRepeated: Bool)
  }

  public var target: LoadTarget
  public let content: Content
  /// Instead of passwords.
  public var tokens: TokenSource?
  /// Pieces of work, or calls of a file, that earlier runs have used up.
  public var workFrom = 0
  /// Calls a second, open loop; nil for a closed loop.
  public var rate: Int?
  public var inFlight = LoadDefaults.inFlight
  public var connections = LoadDefaults.connections
  public var loops = LoadDefaults.loops
  /// Of the whole run, ramp-up included; nil: until there is nothing more to send.
  public var seconds: Int? = LoadDefaults.seconds
  public var rampUpSeconds = LoadDefaults.rampUpSeconds
  /// How long one call may take, milliseconds.
  public var timeoutMilliseconds = LoadDefaults.timeoutMilliseconds
  /// How often a call is sent again when the answer says that waiting helps, or there is none.
  public var retries = LoadDefaults.retries
  public var seed = LoadDefaults.seed
  public var journal: String?
  public var json: String?
  public var svg: String?
  public var showsProgress = true

  public init(target: LoadTarget, _ content: Content) {
    self.target = target
    self.content = content
  }

  /// - Throws: `LoadError` for what is out of bounds.
  func check() throws(LoadError) {
    func bound(_ name: String, _ value: Int, _ range: ClosedRange<Int>) throws(LoadError) {
      guard range.contains(value) else {
        throw LoadError("\(name) is from \(range.lowerBound) to \(range.upperBound)")
      }
    }
    try bound("the number of calls in flight", inFlight, 1...LoadLimits.inFlightMax)
    try bound("the number of connections", connections, 1...LoadLimits.connectionsMax)
    try bound("the number of loops", loops, 1...LoadLimits.loopsMax)
    let secondsMax = seconds ?? LoadLimits.secondsMax
    try bound("the duration in seconds", secondsMax, 1...LoadLimits.secondsMax)
    try bound("the ramp-up in seconds", rampUpSeconds, 0...(secondsMax - 1))
    try bound("the number of retries", retries, 0...LoadLimits.retriesMax)
    try bound("the timeout in milliseconds", timeoutMilliseconds, 1...3_600_000)
    if let rate { try bound("the rate", rate, 1...LoadLimits.rateMax) }
    switch content {
    case .mix(let mix, let work): try check(mix, work)
    case .calls: break
    }
  }

  private func check(_ mix: Mix, _ work: String?) throws(LoadError) {
    guard work != nil || mix.weights.allSatisfy({ !$0.operation.needsWork }) else {
      let free = Operation.allCases.filter { !$0.needsWork }.map(\.rawValue)
      throw LoadError(
        "without a work file the mix is of \(free.joined(separator: " and ")) only: --work")
    }
    guard work != nil || tokens != nil else {
      throw LoadError("without a work file nobody is there: --work, or a token")
    }
  }

  var pace: Schedule.Pace { rate.map { .open(rate: $0) } ?? .closed }
}
