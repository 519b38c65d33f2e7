import PayLytAPI
import PayLytRPC
import StandardAPI

extension ProtoTimestamp {
  init(_ time: Timestamp) {
    let seconds = time.seconds
    self.init(
      seconds: seconds, nanos: Int32((time.microseconds - seconds * 1_000_000) * 1000))
  }
}

extension Timestamp {
  /// - Throws: INVALID_ARGUMENT for a moment outside the years 1 to 9999.
  init(_ wire: ProtoTimestamp?, field: String) throws(Refusal) {
    guard let wire else { throw .invalid(field, "Say when.") }
    guard (-62_135_596_800...253_402_300_799).contains(wire.seconds),
      (0...999_999_999).contains(wire.nanos)
    else { throw .invalid(field, "This is no valid moment.") }
    self.init(microseconds: wire.seconds * 1_000_000 + Int64(wire.nanos) / 1000)
  }
}

extension PayLytAPI.Money {
  init(_ money: Money) { self.init(asset: money.asset.rawValue, units: money.units) }

  static func msat(_ units: Int64) -> PayLytAPI.Money { PayLytAPI.Money(.msat(units)) }
}

/// Reads amounts from requests.
enum Amounts {
  /// A Bitcoin amount in whole satoshis, as millisatoshis.
  ///
  /// - Throws: INVALID_ARGUMENT unless it is in `1...satsMax` satoshis.
  static func wholeSats(
    _ money: PayLytAPI.Money?, field: String, satsMax: Int64
  ) throws(Refusal) -> Int64 {
    guard let money else { throw .invalid(field, "Say how much.") }
    guard money.asset == Asset.btc.rawValue else {
      throw .invalid("\(field).asset", "Only BTC is accepted here.")
    }
    guard money.units % 1000 == 0 else {
      throw .invalid("\(field).units", "Whole satoshis only: a multiple of 1000 millisatoshis.")
    }
    guard (1...satsMax).contains(money.units / 1000) else {
      throw .invalid("\(field).units", "Between 1 and \(satsMax) satoshis.")
    }
    return money.units
  }
}

extension Amounts {
  /// One side's part of a division, in millisatoshis; unset is nothing.
  ///
  /// - Throws: INVALID_ARGUMENT unless it is BTC and not negative.
  static func part(_ money: PayLytAPI.Money?, field: String) throws(Refusal) -> Int64 {
    guard let money else { return 0 }
    guard money.asset == Asset.btc.rawValue else {
      throw .invalid("\(field).asset", "Only BTC is accepted here.")
    }
    guard money.units >= 0 else { throw .invalid("\(field).units", "Not negative.") }
    return money.units
  }
}

/// Checks texts of requests.
enum Texts {
  /// - Throws: INVALID_ARGUMENT unless `text` has between 1 and `maximum` characters that are not
  ///   all white space, or none where `mayBeEmpty`.
  static func check(
    _ text: String, field: String, maximum: Int, mayBeEmpty: Bool = false
  ) throws(Refusal) -> String {
    // Bytes first: counting the characters of a long text costs more than its bytes do.
    guard text.utf8.count <= maximum * 4, text.count <= maximum else {
      throw .invalid(field, "At most \(maximum) characters.")
    }
    guard mayBeEmpty || text.contains(where: { !$0.isWhitespace }) else {
      throw .invalid(field, "This must not be empty.")
    }
    return text
  }

  /// The same for a text that may be left out.
  static func checkOptional(
    _ text: String, field: String, maximum: Int
  ) throws(Refusal) -> String {
    text.isEmpty ? text : try check(text, field: field, maximum: maximum)
  }
}

extension WireMessage {
  /// The same as `checkFields` where a refusal has room for one field: the first one.
  func checkFirstField() throws(Refusal) {
    var violations = FieldViolations()
    checkFields(&violations)
    if let first = violations.found.first { throw .invalid(first.fieldPath, first.reason) }
  }
}
