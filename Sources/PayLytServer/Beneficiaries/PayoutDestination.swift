/// How money reaches somebody. Raw values are stored and equal the API's.
enum PayoutMethod: Int16, Sendable, CaseIterable {
  case lightningAddress = 1
  case bolt11 = 2
  case bank = 3
  case mobileMoney = 4

  /// Whether it is paid out in local currency, by a payout rail.
  var isRail: Bool {
    switch self {
    case .lightningAddress, .bolt11: false
    case .bank, .mobileMoney: true
    }
  }
}

/// The details of where a payout goes. They are secrets: printing one by accident prints its mask.
enum PayoutDestination: Hashable, Sendable {
  /// In its canonical form.
  case lightningAddress(String)
  case bolt11(String)
  case bank(RailAccount)
  case mobileMoney(RailAccount)

  var method: PayoutMethod {
    switch self {
    case .lightningAddress: .lightningAddress
    case .bolt11: .bolt11
    case .bank: .bank
    case .mobileMoney: .mobileMoney
    }
  }

  /// Of a bank or mobile money.
  var account: RailAccount? {
    switch self {
    case .lightningAddress, .bolt11: nil
    case .bank(let account), .mobileMoney(let account): account
    }
  }

  /// What may be shown: enough for its owner to know it again.
  var masked: String {
    switch self {
    case .lightningAddress(let address):
      let parts = address.split(separator: "@", maxSplits: 1)
      guard parts.count == 2, let first = parts[0].first else { return Self.dots }
      return "\(first)\(Self.dots)@\(parts[1])"
    case .bolt11(let invoice): return "\(invoice.prefix(4))\(Self.dots)\(invoice.suffix(4))"
    case .bank(let account), .mobileMoney(let account):
      return "\(account.institution) \(Self.dots)\(account.number.suffix(4))"
    }
  }

  private static let dots = "••••"
}

extension PayoutDestination: CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  var description: String { masked }
  var debugDescription: String { masked }
  var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// How a destination is written before it is sealed: a version, the method, and its texts, each
/// with its length in two bytes.
extension PayoutDestination {
  private static let version: UInt8 = 1

  var encoded: [UInt8] {
    let texts: [String] =
      switch self {
      case .lightningAddress(let text), .bolt11(let text): [text]
      case .bank(let account), .mobileMoney(let account):
        [account.country, account.institution, account.number, account.holder]
      }
    return texts.reduce(into: [Self.version, UInt8(method.rawValue)]) { bytes, text in
      let text = Array(text.utf8)
      precondition(text.count <= UInt16.max, "a detail is too long to be kept")
      bytes += UInt16(text.count).bigEndianBytes + text
    }
  }

  /// - Returns: nil for bytes that `encoded` never made.
  init?(encoded bytes: [UInt8]) {
    guard bytes.count >= 2, bytes[0] == Self.version,
      let method = PayoutMethod(rawValue: Int16(bytes[1]))
    else { return nil }
    var texts: [String] = []
    var rest = bytes[2...]
    while !rest.isEmpty {
      guard rest.count >= 2 else { return nil }
      let count = Int(UInt16(bigEndianBytes: rest.prefix(2)))
      rest = rest.dropFirst(2)
      guard rest.count >= count, let text = String(validating: rest.prefix(count), as: UTF8.self)
      else { return nil }
      texts.append(text)
      rest = rest.dropFirst(count)
    }
    switch (method, texts.count) {
    case (.lightningAddress, 1): self = .lightningAddress(texts[0])
    case (.bolt11, 1): self = .bolt11(texts[0])
    case (.bank, 4): self = .bank(RailAccount(.bank, texts))
    case (.mobileMoney, 4): self = .mobileMoney(RailAccount(.mobileMoney, texts))
    case (.lightningAddress, _), (.bolt11, _), (.bank, _), (.mobileMoney, _): return nil
    }
  }
}

extension RailAccount {
  fileprivate init(_ kind: Kind, _ texts: [String]) {
    self.init(
      kind: kind, country: texts[0], institution: texts[1], number: texts[2], holder: texts[3])
  }
}

/// The bounds of beneficiaries.
enum BeneficiaryLimits {
  /// Of one user, without deleted ones; also in the schema.
  static let perUserMax: Int16 = 100
  static let addressCharactersMax = 320
  static let invoiceCharactersMax = 4096
  static let accountDigits: ClosedRange<Int> = 6...20
  static let bankCodeDigits: ClosedRange<Int> = 2...12
  static let phoneDigits: ClosedRange<Int> = 8...15
  static let networkCharacters: ClosedRange<Int> = 2...20
  /// Beneficiaries that are sealed anew or wiped in one step.
  static let keepingBatch: Int64 = 50
  /// For how long the provider's corridors are believed, in seconds.
  static let corridorCacheSeconds: Int64 = 600
}
