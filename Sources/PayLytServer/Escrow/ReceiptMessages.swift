import PayLytAPI
import PayLytCrypto
import StandardAPI

extension PayLytAPI.Receipt {
  /// The receipt, signed so that it can be checked without us (docs/RECEIPTS.md).
  init(_ receipt: Receipt, key: Ed25519.SigningKey) {
    self.init(
      name: "escrows/\(receipt.escrow)/receipts/\(receipt.id)",
      kind: receipt.kind == .release ? .release : .refund,
      client: "users/\(receipt.client)", freelancer: "users/\(receipt.freelancer)",
      gross: .msat(receipt.grossMsat), fee: .msat(receipt.feeMsat),
      net: .msat(receipt.grossMsat - receipt.feeMsat),
      ledgerTransaction: receipt.transaction.description,
      issueTime: ProtoTimestamp(receipt.issuedAt), lines: receipt.lines)
    parts = receipt.parts.map { ReceiptPart($0) }
    escrow = "escrows/\(receipt.escrow)"
    signature = key.sign(wireBytes)
    keyID = ReceiptKey(key).keyID
  }
}

extension ReceiptPart {
  init(_ part: PayeePart) {
    self.init(user: "users/\(part.user)", amount: .msat(part.amountMsat))
  }
}

extension ReceiptKey {
  init(_ key: Ed25519.SigningKey) {
    let bytes = key.verifyKey.bytes
    self.init(keyID: Hex.encode(SHA256.hash(bytes).prefix(8)), publicKey: bytes)
  }
}
