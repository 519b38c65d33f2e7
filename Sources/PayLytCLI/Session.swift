import Glibc
import PayLytAPI
import PayLytJSON
import PayLytRPC

/// Who is signed in, and where: what `paylyt login` leaves behind for the commands after it.
struct SavedSession: Equatable, Sendable {
  let server: ServerTarget
  var session: Session

  init(server: ServerTarget, session: Session) {
    self.server = server
    self.session = session
  }

  /// Whether the access token may end before a call does.
  func isExpired(at now: Int64) -> Bool {
    (session.accessExpireTime?.seconds ?? 0) - CLILimits.expiryMarginSeconds <= now
  }

  // MARK: As a file

  init(text: [UInt8], _ schema: ProtoSchema) throws {
    let json = try JSONValue(text: text)
    guard let inner = json["session"], case .string(let address)? = json["server"] else {
      throw Failure("The file of tokens is not one of ours; log in again.")
    }
    var certificate: String?
    if case .string(let path)? = json["certificate"] { certificate = path }
    server = try ServerTarget(
      address, certificate: certificate, isPlaintext: json["plaintext"] == .bool(true))
    session = try Session(json: inner, schema)
  }

  func text(_ schema: ProtoSchema) throws -> [UInt8] {
    var members: [JSONValue.Member] = [.init("server", .string(server.address))]
    if let certificate = server.certificate {
      members.append(.init("certificate", .string(certificate)))
    }
    if server.isPlaintext { members.append(.init("plaintext", .bool(true))) }
    members.append(.init("session", try session.json(schema)))
    return Array((JSONValue.object(members).text(isIndented: true) + "\n").utf8)
  }
}

/// Where a server is, and how it is trusted.
struct ServerTarget: Equatable, Sendable {
  /// `host:port`.
  let address: String
  /// A PEM file of authorities; nil for those of the machine.
  let certificate: String?
  /// HTTP/2 in the clear, for this machine only.
  let isPlaintext: Bool
  private let host: String
  private let port: UInt16

  static let usualAddress = "127.0.0.1:50051"

  init(_ address: String, certificate: String?, isPlaintext: Bool) throws(Failure) {
    guard let colon = address.lastIndex(of: ":"), colon != address.startIndex,
      let port = UInt16(address[address.index(after: colon)...]), port > 0
    else { throw .misuse("\(address) is no host:port.") }
    let host = address[..<colon]
    self.host = String(host.hasPrefix("[") ? host.dropFirst().dropLast() : host)
    self.port = port
    self.address = address
    self.certificate = certificate
    self.isPlaintext = isPlaintext
    guard !isPlaintext || Self.isThisMachine(self.host) else {
      throw .misuse("--plaintext is for this machine only: tokens would cross the net readable.")
    }
  }

  /// Only by what is written, and no name but one: who answers to others, anybody may say.
  private static func isThisMachine(_ host: String) -> Bool {
    var four = in_addr()
    if unsafe inet_pton(AF_INET, host, &four) == 1 {
      return UInt32(bigEndian: four.s_addr) >> 24 == 127
    }
    var six = in6_addr()
    if unsafe inet_pton(AF_INET6, host, &six) == 1 {
      return unsafe withUnsafeBytes(of: six) { bytes in
        unsafe bytes.dropLast().allSatisfy { $0 == 0 } && bytes.last == 1
      }
    }
    return host == "localhost"
  }

  func channel() throws -> Channel {
    guard !isPlaintext else { return try Channel(host: host, port: port) }
    let trust = certificate.map { TLSContext.Trust.authorities(file: $0) } ?? .system
    let tls = try TLSContext.client(trust: trust)
    return try Channel(host: host, port: port, configuration: ChannelConfiguration(tls: tls))
  }
}
