@testable import PayLytRPC

/// One door of the stack through which strangers' bytes come in. Each input must leave the process
/// alive; what is accepted must mean the same when it is written and read again.
public enum FuzzTarget: String, CaseIterable, Sendable {
  /// Length-prefixed messages, in pieces.
  case deframer
  /// The wire check, unpacking and packing, as several message types.
  case message
  /// Compressed messages.
  case inflate
  /// Header blocks as metadata and as request heads.
  case metadata
  case timeout
  case percent
  case base64
  /// JSON texts, and what they are as messages.
  case json
  /// Bodies and heads of gRPC-Web.
  case web
  /// Whole HTTP/2 connections, the machine alone: bytes in, calls answered, bytes out.
  case session
  /// What a server may send to a client.
  case client
  /// Whole connections to a server that runs, over a socket.
  case server

  /// Takes one input. Returns, or ends the process.
  public func run(_ bytes: [UInt8]) {
    switch self {
    case .deframer: FramingTargets.deframe(bytes)
    case .message: MessageTargets.read(bytes)
    case .inflate: FramingTargets.inflate(bytes)
    case .metadata: TextTargets.metadata(bytes)
    case .timeout: TextTargets.timeout(bytes)
    case .percent: TextTargets.percent(bytes)
    case .base64: TextTargets.base64(bytes)
    case .json: JSONTargets.read(bytes)
    case .web: WebTargets.read(bytes)
    case .session: SessionTarget.run(bytes, role: .server)
    case .client: SessionTarget.run(bytes, role: .client)
    case .server: ServerTarget.shared.run(bytes)
    }
  }
}
