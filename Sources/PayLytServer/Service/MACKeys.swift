import PayLytCrypto

/// Authenticate under the latest of several keys, and take what was authenticated under any.
struct MACKeys: Sendable {
  let latest: [UInt8]
  /// Those of the other secrets while one replaces another.
  var accepted: [[UInt8]] = []

  /// Whether `mac` is what one of the keys makes.
  func accept<MAC: Sequence<UInt8>>(_ mac: MAC, madeBy make: (_ key: [UInt8]) -> [UInt8]) -> Bool {
    let given = Array(mac)
    return ([latest] + accepted).contains { constantTimeEquals(make($0), given) }
  }
}
