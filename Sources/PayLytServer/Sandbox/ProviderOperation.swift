/// What of the provider can fail, and how: `provider/SendPayment` as a fault's method.
enum ProviderOperation: String, Sendable, CaseIterable {
  case createInvoice = "CreateInvoice"
  case getInvoice = "GetInvoice"
  case sendPayment = "SendPayment"
  case getPayment = "GetPayment"
  case quotePayout = "QuotePayout"
  case initializePayout = "InitializePayout"
  case finalizePayout = "FinalizePayout"
  case getPayout = "GetPayout"
  /// What it tells us of its own accord.
  case webhook = "Webhook"

  private static let prefix = "provider/"

  init?(method: String) {
    guard method.hasPrefix(Self.prefix) else { return nil }
    self.init(rawValue: String(method.dropFirst(Self.prefix.count)))
  }

  var method: String { Self.prefix + rawValue }

  /// A read can only stay unanswered; and only what pays can be taken and then fail.
  var kinds: [SandboxFault.Kind] {
    switch self {
    case .createInvoice, .quotePayout, .initializePayout: [.refuse, .loseAnswer, .delay, .timeOut]
    case .sendPayment, .finalizePayout: [.refuse, .loseAnswer, .delay, .timeOut, .fail]
    case .getInvoice, .getPayment, .getPayout: [.delay, .timeOut]
    case .webhook: [.loseAnswer, .delay, .duplicate]
    }
  }
}
