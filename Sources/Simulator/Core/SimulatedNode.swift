import Lightning
import PayLytCrypto

/// A Lightning node that can make invoices and prove that it was paid.
struct SimulatedNode: Sendable {
  let key: NodeKey
  private let seed: [UInt8]
  private var minted: UInt64 = 0

  init(key: NodeKey, seed: [UInt8]) {
    self.key = key
    self.seed = seed
  }

  /// A node whose key comes from the seed and a role, so that each role has its own.
  init(role: String, seed: [UInt8]) {
    let own = SHA256.hash(Array("node/\(role)/".utf8) + seed)
    // One digest in 2¹²⁸ is no key; then its own digest is.
    guard let key = NodeKey(secret: own) ?? NodeKey(secret: SHA256.hash(own)) else {
      preconditionFailure("two digests in a row are no keys")
    }
    self.init(key: key, seed: own)
  }

  struct Minted {
    let invoice: BOLT11Invoice
    let preimage: [UInt8]
  }

  /// An invoice that nobody has seen before.
  ///
  /// - Parameter now: seconds since 1970.
  mutating func mint(
    network: Network, amountMsat: Int64, purpose: InvoiceDescription, expirySeconds: Int64,
    now: Int64
  ) throws(BOLT11Error) -> Minted {
    let preimage = SHA256.hash(Array("preimage/\(minted + 1)/".utf8) + seed)
    let invoice = try sign(
      SHA256.hash(preimage), network: network, amountMsat: amountMsat, purpose: purpose,
      expirySeconds: expirySeconds, now: now)
    return Minted(invoice: invoice, preimage: preimage)
  }

  /// An invoice over a hash that somebody else chose.
  mutating func sign(
    _ paymentHash: [UInt8], network: Network, amountMsat: Int64, purpose: InvoiceDescription,
    expirySeconds: Int64, now: Int64
  ) throws(BOLT11Error) -> BOLT11Invoice {
    minted += 1
    var draft = InvoiceDraft(
      network: network, amountMsat: amountMsat, timestamp: now, paymentHash: paymentHash,
      paymentSecret: SHA256.hash(Array("secret/\(minted)/".utf8) + seed), purpose: purpose)
    draft.expirySeconds = expirySeconds
    draft.minFinalCLTVExpiryDelta = 18
    return try draft.signed(by: key)
  }
}
