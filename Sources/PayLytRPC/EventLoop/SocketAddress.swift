import CLinux

/// A numeric address and port of TCP, or the path of a unix socket: where a listener is bound,
/// where a connection goes.
public struct SocketAddress: Sendable, Equatable, CustomStringConvertible {
  /// Without brackets: `127.0.0.1`, `::1`; the path of a unix socket, which has port 0.
  public let host: String
  public let port: UInt16
  let kernel: paylyt_address

  /// - Parameter host: a numeric address, or `localhost` for 127.0.0.1. No name server is asked.
  public init(host: String, port: UInt16) throws(SystemError) {
    let numeric = host == "localhost" ? "127.0.0.1" : host
    let found = Self.lookUp(numeric, port: port, isNumeric: true)
    guard let address = found.first else { throw SystemError("inet_pton", code: EINVAL) }
    self = address
  }

  /// - Parameter unixPath: at most 107 bytes. A listener makes the file, replaces one that nobody
  ///   listens on any more, and removes it at its end; who may connect is for the folder's rights.
  public init(unixPath: String) throws(SystemError) {
    var address = paylyt_address()
    guard unsafe paylyt_unix_address(unixPath, &address) == 0 else {
      throw SystemError("unix socket \(unixPath)", code: ENAMETOOLONG)
    }
    host = unixPath
    port = 0
    kernel = address
  }

  /// The numeric address in network order: 4 bytes or 16; none for a unix socket.
  public var bytes: [UInt8] {
    var kernel = kernel
    return unsafe [UInt8](unsafeUninitializedCapacity: 16) { buffer, count in
      count = unsafe Int(paylyt_address_bytes(&kernel, buffer.baseAddress))
    }
  }

  /// The part of the address that one person has, in network order: all 4 bytes of an IPv4 one,
  /// also where it is mapped into IPv6 (RFC 4291 §2.5.5.2); the /64 of an IPv6 one, from which its
  /// owner may take as many as they like. `nil` of a unix socket.
  public var network: [UInt8]? {
    let bytes = bytes
    let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff]
    guard bytes.count == 16 else { return bytes.isEmpty ? nil : bytes }
    return Array(bytes.starts(with: mapped) ? bytes.suffix(4) : bytes.prefix(8))
  }

  /// The path of a unix socket.
  public var unixPath: String? { kernel.storage.ss_family == sa_family_t(AF_UNIX) ? host : nil }

  init?(kernel: paylyt_address) {
    var kernel = kernel
    let texts = unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 96) {
      buffer -> (String, String)? in
      guard let host = buffer.baseAddress else { return nil }
      let port = unsafe host + 64
      let code = unsafe paylyt_format_address(&kernel, host, 64, port, 32)
      guard code == 0 else { return nil }
      return unsafe (String(cString: host), String(cString: port))
    }
    guard let texts, let port = UInt16(texts.1) else { return nil }
    host = texts.0
    self.port = port
    self.kernel = kernel
  }

  /// Every address of a name, in the order of preference. Blocks while a name server is asked:
  /// never on a loop.
  static func lookUp(_ host: String, port: UInt16, isNumeric: Bool) -> [SocketAddress] {
    var found = [paylyt_address](repeating: paylyt_address(), count: Limits.addressesMax)
    let count = unsafe paylyt_resolve(
      host, String(port), isNumeric ? 1 : 0, &found, Int32(Limits.addressesMax))
    guard count > 0 else { return [] }
    return found.prefix(Int(count)).compactMap(SocketAddress.init(kernel:))
  }

  public var description: String {
    if let unixPath { return "unix:\(unixPath)" }
    return host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
  }

  public static func == (a: SocketAddress, b: SocketAddress) -> Bool {
    a.host == b.host && a.port == b.port
  }
}
