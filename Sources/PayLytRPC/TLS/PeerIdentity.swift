/// Who the other side of a connection is, as an authority that this side trusts has certified.
public final class PeerIdentity: Sendable, Equatable {
  /// The certificate's subject (RFC 4514), such as `CN=payments,O=Acme`.
  public let subject: String
  /// The DNS names of the certificate's subject alternative names.
  public let dnsNames: [String]
  /// The URIs of those names, such as `spiffe://acme.example/payments`.
  public let uris: [String]

  init(subject: String, dnsNames: [String], uris: [String]) {
    self.subject = subject
    self.dnsNames = dnsNames
    self.uris = uris
  }

  public static func == (a: PeerIdentity, b: PeerIdentity) -> Bool {
    a.subject == b.subject && a.dnsNames == b.dnsNames && a.uris == b.uris
  }
}
