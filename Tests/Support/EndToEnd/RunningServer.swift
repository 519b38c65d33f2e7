import CLinux
import FoundationEssentials
public import PayLytRPC
import RefusalSupport
import Synchronization

/// The built `paylyt serve` as a process of its own, on ports of its own.
public final class RunningServer: Sendable {
  /// Where it can be reached, as its ready file says.
  public struct Addresses: Decodable, Sendable {
    public let grpc: String
    public let plaintext: String?
    public let webhook: String
    public let metrics: String?
    public let channelz: String?
    public let certificate: String
    public let database: String
    public let simulator: String?
  }

  /// What a test knows and a stranger does not: the secret behind tokens and receipts.
  public static let masterSecret = [UInt8](repeating: 0x5a, count: 32)

  public let addresses: Addresses
  public let process: ChildProgram

  private init(_ addresses: Addresses, _ process: ChildProgram) {
    self.addresses = addresses
    self.process = process
  }

  /// Starts it with `arguments` and waits until it serves.
  ///
  /// - Parameter dataDirectory: kept between two servers, it is what a restart finds.
  public static func start(
    _ arguments: [String], environment: [String: String] = [:], dataDirectory: String
  ) async throws -> RunningServer {
    let ready = dataDirectory + ".ready"
    _ = unsafe unlink(ready)
    let usual = [
      "serve", "--data-dir", dataDirectory, "--ready-file", ready, "--listen", "127.0.0.1:0",
      "--plaintext-listen", "127.0.0.1:0", "--metrics-listen", "127.0.0.1:0",
      "--channelz-listen", "127.0.0.1:0", "--log-level", "debug",
    ]
    var environment = environment
    environment["PAYLYT_SECRET"] = String(repeating: "5a", count: masterSecret.count)
    let process = try await ChildProgram.start(
      try Place.program("paylyt"), usual + arguments, environment: environment,
      log: dataDirectory + ".log")
    var addresses: Addresses?
    try await eventually("the server is ready", within: .seconds(120)) {
      guard process.end == nil else { throw Failure("no server:\n\(process.printed.suffix(4000))") }
      addresses = try readText(ready).map {
        try JSONDecoder().decode(Addresses.self, from: Data($0.utf8))
      }
      return addresses != nil
    }
    guard let addresses else { throw Failure("the server has no addresses") }
    return RunningServer(addresses, process)
  }

  /// Asks it to stop, as an operator does.
  ///
  /// - Throws: unless it ends with 0 and leaves nothing running that it had started.
  public func stop() async throws {
    let own = process.processID.map(Processes.descendants) ?? []
    process.signal(SIGTERM)
    let end = try await process.waitForEnd()
    guard end == .exited(0) else {
      throw Failure("the server ended with \(end):\n\(process.printed.suffix(4000))")
    }
    try RefusalLog.check(readText(process.log) ?? "")
    let left = own.filter { Processes.isRunning($0) }
    guard left.isEmpty else { throw Failure("still running: \(left)") }
  }

  /// Loss of power, for this process.
  public func kill() async throws {
    process.signal(SIGKILL)
    _ = try await process.waitForEnd()
    try RefusalLog.check(readText(process.log) ?? "")
  }

  /// A channel to it, over TLS with its certificate as the only one that is believed.
  public func channel() throws -> Channel {
    let trust = TLSContext.Trust.authorities(file: addresses.certificate)
    return try Self.channel(
      to: addresses.grpc, ChannelConfiguration(tls: try TLSContext.client(trust: trust)))
  }

  /// A channel to its second port, in the clear.
  public func plaintextChannel() throws -> Channel {
    guard let address = addresses.plaintext else { throw Failure("there is no plaintext port") }
    return try Self.channel(to: address, ChannelConfiguration())
  }

  /// A channel to one of its addresses, as `addresses` names them.
  public static func channel(
    to address: String, _ configuration: ChannelConfiguration
  ) throws -> Channel {
    guard let colon = address.lastIndex(of: ":"),
      let port = UInt16(address[address.index(after: colon)...])
    else { throw Failure("\(address) is no address") }
    return try Channel(
      host: String(address[..<colon]), port: port, configuration: configuration)
  }
}

/// The machine's processes, from /proc.
public enum Processes {
  /// Children, their children, and so on.
  public static func descendants(of pid: Int32) -> [Int32] {
    var parents: [Int32: [Int32]] = [:]
    for process in all { parents[parent(of: process) ?? 0, default: []].append(process) }
    var found: [Int32] = []
    var rest = parents[pid] ?? []
    while let next = rest.popLast() {
      found.append(next)
      rest += parents[next] ?? []
    }
    return found
  }

  /// Whether it is there and no zombie.
  public static func isRunning(_ pid: Int32) -> Bool {
    guard let fields = fields(of: pid), let state = fields.first else { return false }
    return state != "Z"
  }

  private static var all: [Int32] {
    guard let directory = unsafe opendir("/proc") else { return [] }
    defer { unsafe closedir(directory) }
    var found: [Int32] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe String(cString: UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self))
      }
      if let pid = Int32(name) { found.append(pid) }
    }
    return found
  }

  private static func parent(of pid: Int32) -> Int32? {
    fields(of: pid).flatMap { $0.count > 1 ? Int32($0[1]) : nil }
  }

  /// State, parent and the rest of `/proc/<pid>/stat`; the name before them may hold anything.
  private static func fields(of pid: Int32) -> [Substring]? {
    guard let text = readText("/proc/\(pid)/stat"), let end = text.lastIndex(of: ")") else {
      return nil
    }
    return text[text.index(after: end)...].split(separator: " ")
  }
}
