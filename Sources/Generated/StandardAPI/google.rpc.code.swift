// Generated from google/rpc/code.proto by protoc-gen-paylyt. Do not edit.

public import PayLytRPC

public enum GoogleCode: WireEnum {
  case ok
  /// The caller gave up.
  case cancelled
  /// Nothing is known about the cause.
  case unknown
  /// The request is wrong, whatever state the system is in.
  case invalidArgument
  /// The time ran out; the change may have been made nevertheless.
  case deadlineExceeded
  case notFound
  case alreadyExists
  /// The caller is known and may not.
  case permissionDenied
  /// The caller is not known.
  case unauthenticated
  /// A quota or a limit is reached.
  case resourceExhausted
  /// The request is right, but not in the present state; sending it again does not help.
  case failedPrecondition
  /// Another call was in the way; start over.
  case aborted
  /// Past the end.
  case outOfRange
  case unimplemented
  /// An invariant is broken.
  case `internal`
  /// Not now; send the same again, with backoff.
  case unavailable
  case dataLoss
  /// A number that the proto of this build does not name.
  case unrecognized(Int32)

  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .ok
    case 1: self = .cancelled
    case 2: self = .unknown
    case 3: self = .invalidArgument
    case 4: self = .deadlineExceeded
    case 5: self = .notFound
    case 6: self = .alreadyExists
    case 7: self = .permissionDenied
    case 16: self = .unauthenticated
    case 8: self = .resourceExhausted
    case 9: self = .failedPrecondition
    case 10: self = .aborted
    case 11: self = .outOfRange
    case 12: self = .unimplemented
    case 13: self = .`internal`
    case 14: self = .unavailable
    case 15: self = .dataLoss
    default: self = .unrecognized(rawValue)
    }
  }

  public var rawValue: Int32 {
    switch self {
    case .ok: 0
    case .cancelled: 1
    case .unknown: 2
    case .invalidArgument: 3
    case .deadlineExceeded: 4
    case .notFound: 5
    case .alreadyExists: 6
    case .permissionDenied: 7
    case .unauthenticated: 16
    case .resourceExhausted: 8
    case .failedPrecondition: 9
    case .aborted: 10
    case .outOfRange: 11
    case .unimplemented: 12
    case .`internal`: 13
    case .unavailable: 14
    case .dataLoss: 15
    case .unrecognized(let number): number
    }
  }

  /// The values that the proto names.
  public static var allCases: [Self] { [.ok, .cancelled, .unknown, .invalidArgument, .deadlineExceeded, .notFound, .alreadyExists, .permissionDenied, .unauthenticated, .resourceExhausted, .failedPrecondition, .aborted, .outOfRange, .unimplemented, .`internal`, .unavailable, .dataLoss] }
}
