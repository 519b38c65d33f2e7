import Lightning
import PayLytAPI
import StandardAPI

extension PayLytAPI.PayoutMethod {
  init(_ method: PayoutMethod) {
    self =
      switch method {
      case .lightningAddress: .lightningAddress
      case .bolt11: .bolt11
      case .bank: .bank
      case .mobileMoney: .mobileMoney
      }
  }

  init(_ kind: RailAccount.Kind) {
    self =
      switch kind {
      case .bank: .bank
      case .mobileMoney: .mobileMoney
      }
  }
}

extension PayLytAPI.Beneficiary {
  init(_ beneficiary: Beneficiary) {
    self.init(
      name: "beneficiaries/\(beneficiary.id)", user: "users/\(beneficiary.user)",
      method: PayLytAPI.PayoutMethod(beneficiary.method), label: beneficiary.label,
      country: beneficiary.country, currency: beneficiary.currency.rawValue,
      masked: beneficiary.masked, createTime: ProtoTimestamp(beneficiary.createdAt),
      deleteTime: beneficiary.deletedAt.map { ProtoTimestamp($0) })
  }
}

extension PayoutDestination {
  /// In its canonical form.
  ///
  /// - Throws: INVALID_ARGUMENT with the field; never with the details.
  init(_ wire: PayLytAPI.Destination?) throws(Refusal) {
    switch wire?.destination {
    case .bankAccount(let account):
      self = .bank(try Self.account(account))
    case .mobileMoney(let account):
      self = .mobileMoney(try Self.account(account))
    case .lightningAddress(let text):
      self = .lightningAddress(
        try Self.lightningAddress(text, field: "destination.lightning_address"))
    case .paymentRequest(let text):
      self = .bolt11(try Self.invoice(text))
    case nil: throw .invalid("destination", "Say where to.")
    }
  }

  static func lightningAddress(_ text: String, field: String) throws(Refusal) -> String {
    guard text.utf8.count <= BeneficiaryLimits.addressCharactersMax else {
      throw .invalid(field, "At most \(BeneficiaryLimits.addressCharactersMax) characters.")
    }
    do {
      return try LightningAddress(text).description
    } catch {
      throw .invalid(field, "Expected `name@domain`.")
    }
  }

  private static func invoice(_ text: String) throws(Refusal) -> String {
    let field = "destination.payment_request"
    guard text.utf8.count <= BeneficiaryLimits.invoiceCharactersMax else {
      throw .invalid(field, "At most \(BeneficiaryLimits.invoiceCharactersMax) characters.")
    }
    do {
      let invoice = try BOLT11Invoice(text)
      guard let amount = invoice.amountMsat, amount % 1000 == 0 else {
        throw Refusal.invalid(field, "The invoice must ask for whole satoshis.")
      }
      return invoice.text
    } catch let refusal as Refusal {
      throw refusal
    } catch {
      throw .invalid(field, "This is no valid BOLT11 invoice.")
    }
  }

  private static func account(_ wire: BankAccount) throws(Refusal) -> RailAccount {
    let field = "destination.bank_account"
    return RailAccount(
      kind: .bank, country: try country(wire.country, field),
      institution: try digits(
        wire.bankCode, "\(field).bank_code", BeneficiaryLimits.bankCodeDigits),
      number: try digits(
        wire.accountNumber, "\(field).account_number", BeneficiaryLimits.accountDigits),
      holder: wire.accountName)
  }

  private static func account(_ wire: MobileMoneyAccount) throws(Refusal) -> RailAccount {
    let field = "destination.mobile_money"
    guard BeneficiaryLimits.networkCharacters.contains(wire.network.utf8.count),
      wire.network.utf8.allSatisfy({ (48...57).contains($0) || (65...90).contains($0) })
    else { throw .invalid("\(field).network", "Upper-case letters and digits, such as MPESA.") }
    return RailAccount(
      kind: .mobileMoney, country: try country(wire.country, field), institution: wire.network,
      number: try digits(
        wire.phoneNumber, "\(field).phone_number", BeneficiaryLimits.phoneDigits),
      holder: wire.accountName)
  }

  private static func country(_ text: String, _ field: String) throws(Refusal) -> String {
    guard text.utf8.count == 2, text.utf8.allSatisfy({ (65...90).contains($0) }) else {
      throw .invalid("\(field).country", "Two upper-case letters, such as NG.")
    }
    return text
  }

  private static func digits(
    _ text: String, _ field: String, _ count: ClosedRange<Int>
  ) throws(Refusal) -> String {
    guard count.contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else {
      throw .invalid(field, "\(count.lowerBound) to \(count.upperBound) digits.")
    }
    return text
  }
}

extension Corridor {
  init(_ corridor: RailCorridor) {
    self.init(
      country: corridor.country, currency: corridor.currency,
      methods: corridor.kinds.map { PayLytAPI.PayoutMethod($0) },
      minimumUnits: corridor.bounds.lowerBound, maximumUnits: corridor.bounds.upperBound)
  }
}

extension CreateBeneficiaryRequest: ChangeRequest {}
extension DeleteBeneficiaryRequest: ChangeRequest {}
