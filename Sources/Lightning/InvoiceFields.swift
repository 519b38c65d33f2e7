/// One hop of a private route to the payee (BOLT 11 `r`).
public struct RouteHop: Sendable, Equatable {
  public let node: NodeID
  public let shortChannelID: UInt64
  public let feeBaseMsat: UInt32
  public let feeProportionalMillionths: UInt32
  public let cltvExpiryDelta: UInt16

  static let byteCount = 51

  public init(
    node: NodeID, shortChannelID: UInt64, feeBaseMsat: UInt32, feeProportionalMillionths: UInt32,
    cltvExpiryDelta: UInt16
  ) {
    self.node = node
    self.shortChannelID = shortChannelID
    self.feeBaseMsat = feeBaseMsat
    self.feeProportionalMillionths = feeProportionalMillionths
    self.cltvExpiryDelta = cltvExpiryDelta
  }

  /// - Returns: nil unless there are 51 bytes that begin with a node.
  init?(bytes: [UInt8]) {
    guard bytes.count == Self.byteCount, let node = NodeID(bytes: Array(bytes[..<33])) else {
      return nil
    }
    self.node = node
    shortChannelID = Self.bigEndian(bytes[33..<41])
    feeBaseMsat = UInt32(Self.bigEndian(bytes[41..<45]))
    feeProportionalMillionths = UInt32(Self.bigEndian(bytes[45..<49]))
    cltvExpiryDelta = UInt16(Self.bigEndian(bytes[49..<51]))
  }

  var bytes: [UInt8] {
    node.bytes + Self.bytes(shortChannelID, 8) + Self.bytes(UInt64(feeBaseMsat), 4)
      + Self.bytes(UInt64(feeProportionalMillionths), 4) + Self.bytes(UInt64(cltvExpiryDelta), 2)
  }

  private static func bigEndian(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static func bytes(_ number: UInt64, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> UInt64(8 * (count - 1 - $0))) }
  }
}

/// Where to pay on the chain instead (BOLT 11 `f`).
public enum FallbackAddress: Sendable, Equatable {
  /// HASH160 of a public key, 20 bytes.
  case publicKeyHash([UInt8])
  /// HASH160 of a script, 20 bytes.
  case scriptHash([UInt8])
  /// A witness program of 2 to 40 bytes, of version `0...16` (BIP 141).
  case witness(version: UInt8, program: [UInt8])

  private static let publicKeyHashVersion: UInt8 = 17
  private static let scriptHashVersion: UInt8 = 18

  enum Reading: Equatable {
    case address(FallbackAddress)
    /// A version of the future, which a reader skips.
    case unknown
    case malformed
  }

  static func read(_ words: ArraySlice<UInt8>) -> Reading {
    guard let version = words.first else { return .malformed }
    guard version <= scriptHashVersion else { return .unknown }
    guard let program = FiveBit.bytes(of: words.dropFirst()) else { return .malformed }
    switch version {
    case publicKeyHashVersion:
      return program.count == 20 ? .address(.publicKeyHash(program)) : .malformed
    case scriptHashVersion:
      return program.count == 20 ? .address(.scriptHash(program)) : .malformed
    case 0:
      let isKnown = program.count == 20 || program.count == 32
      return isKnown ? .address(.witness(version: 0, program: program)) : .malformed
    default:
      let isProgram = (2...40).contains(program.count)
      return isProgram ? .address(.witness(version: version, program: program)) : .malformed
    }
  }

  var words: [UInt8] {
    switch self {
    case .publicKeyHash(let hash): [Self.publicKeyHashVersion] + FiveBit.words(of: hash)
    case .scriptHash(let hash): [Self.scriptHashVersion] + FiveBit.words(of: hash)
    case .witness(let version, let program): [version] + FiveBit.words(of: program)
    }
  }
}

/// What an invoice is for: exactly one of the fields `d` and `h`.
public enum InvoiceDescription: Sendable, Equatable {
  /// At most `Limits.descriptionBytesMax` bytes of UTF-8.
  case text(String)
  /// SHA-256 of a text that travels another way (LNURL metadata).
  case hash([UInt8])
}
