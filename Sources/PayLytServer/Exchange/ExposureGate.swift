/// Where conversions of a currency queue whose exposure is limited: whoever has its lock sees what
/// all others have left in the pools. The migration makes one for each currency.
struct ExposureGate: Hashable, Sendable {
  let id: UUID
  /// How often it was opened; nothing counts on it.
  let passages: Int64

  /// `00000000-0000-7000-8000-0000000a0000`, with the number of the asset for the a.
  static func id(of currency: Asset) -> UUID {
    UUID(high: 0x7000, low: 0x8000_0000_0000_0000 | UInt64(currency.number) << 16)
  }
}
