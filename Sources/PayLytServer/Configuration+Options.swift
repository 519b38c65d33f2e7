/// What `paylyt serve` takes, with connections apart (`ConnectionOptions`). docs/OPERATIONS.md says
/// more of each.
extension Configuration {
  static let options: [CommandOption] =
    [
      .toggle("production", "refuses what is made up for development"),
      .option(
        "database", "CONNINFO", "libpq connection string; several hosts work",
        default: "a private PostgreSQL"),
      .option(
        "data-dir", "DIR", "private PostgreSQL, secret, certificate, simulator's log",
        default: "/var/tmp/paylyt-<uid>"),
      .option(
        "pg-bin", "DIR", "where postgres and initdb are, for the private PostgreSQL",
        default: "where Debian puts them"),
      .option("loops", "N", "event loops, one for each core it may use; 1 to 64", default: "1"),
      .option("log-level", "LEVEL", "debug, info, warning or error", default: "info"),
      .option("ready-file", "FILE", "where to write, as JSON, which addresses are served"),
    ] + listeners + secrets + providers + simulation + money + userWebhooks + mail

  private static let listeners: [CommandOption] = [
    .option("listen", "ADDRESS:PORT", "gRPC over TLS", default: "127.0.0.1:50051"),
    .option(
      "plaintext-listen", "ADDRESS:PORT", "gRPC in the clear; `none` turns it off",
      default: "127.0.0.1:50052, in production none"),
    .option(
      "webhook-listen", "ADDRESS:PORT", "HTTP for the provider's webhooks",
      default: "127.0.0.1:50080"),
    .option(
      "metrics-listen", "ADDRESS:PORT", "metrics for Prometheus, in the clear", default: "none"),
    .option("channelz-listen", "ADDRESS:PORT", "grpc.channelz.v1, in the clear", default: "none"),
    .option(
      "tls-certificate", "FILE", "PEM, leaf first", default: "self-signed, made at each start"),
    .option("tls-key", "FILE", "PEM; goes with the certificate"),
    .option(
      "tls-client-ca", "FILE", "PEM of authorities; clients must show a certificate of one",
      default: "any client"),
  ]

  private static let secrets: [CommandOption] = [
    .option(
      "secret", "HEX", "at least 32 bytes; all keys are derived from it",
      default: "made once, kept in the data directory"),
    .option("secret-file", "FILE", "the file that holds it"),
    .option("accepted-secret", "HEX", "another one whose tokens are good too", default: "none"),
    .option("accepted-secret-file", "FILE", "the file that holds it"),
    .option(
      "detail-keys", "LINES", "keys of details at rest: a number and 32 bytes in hex in each line",
      default: "derived from the secret"),
    .option("detail-keys-file", "FILE", "the file that holds them"),
  ]

  private static let providers: [CommandOption] = [
    .option("provider-url", "URL", "the provider's address, without a slash at the end"),
    .option("provider-client-id", "ID", "who we are there"),
    .option("provider-client-secret", "TEXT", "signs our requests"),
    .option("provider-client-secret-file", "FILE", "the file that holds it"),
    .option("provider-customer-id", "ID", "for whom we act there", default: "ourselves"),
    .option(
      "provider-callback-url", "URL", "where it tells what becomes of payouts",
      default: "where its webhooks go"),
    .option("webhook-secret", "TEXT", "checks the provider's signature"),
    .option("webhook-secret-file", "FILE", "the file that holds it"),
    .option(
      "previous-webhook-secret", "TEXT", "accepted too, while it is replaced", default: "none"),
    .option("previous-webhook-secret-file", "FILE", "the file that holds it"),
    .option("webhook-signature", "KIND", "sha512 or sha256", default: "sha512"),
    .option(
      "network", "NAME", "the chain that our money is on: bc, tb, tbs or bcrt", default: "bc"),
    .option(
      "lnd-address", "HOST:PORT", "our own LND node", default: "Lightning is the provider's"),
    .option("lnd-tls-certificate", "FILE", "the node's tls.cert: it and no other is believed"),
    .option("lnd-macaroon-file", "FILE", "the macaroon that says what we may do"),
  ]

  private static let simulation: [CommandOption] = [
    .toggle("with-simulator", "starts paylyt-simulator as the provider"),
    .option(
      "simulator-pays-after-ms", "N", "it pays each invoice by itself after that; 0 to 3600000",
      default: "0: never"),
    .toggle("simulator-lnd", "it plays an LND node, too, and Lightning goes over that"),
    .toggle("sandbox", "lets time pass, invoices be paid and calls fail; not in production"),
  ]

  private static let money: [CommandOption] = [
    .option(
      "fx-spread-bps", "N", "what the platform keeps of a conversion, basis points; 0 to 1000",
      default: "50"),
    .option(
      "fx-quote-seconds", "N", "for how long a conversion's rate is locked; 5 to 900", default: "30"
    ),
    .option(
      "fx-exposure-limits", "LIST", "how long or short we may be, minor units: NGN=500000000,USD=1",
      default: "none"),
    .option(
      "approval-limit-sats", "N", "what one admin may decide alone", default: "1000000"),
    .option(
      "step-up-above-sats", "N", "payouts, transfers and releases above it need the PIN",
      default: "never"),
    .option(
      "daily-funding-sats", "LIST", "what a user may fund in a day, for each tier: 1000,5000,none",
      default: "none"),
    .option(
      "daily-payout-sats", "LIST", "what a user may pay out in a day, for each tier",
      default: "none"),
  ]

  private static let userWebhooks: [CommandOption] = [
    .toggle(
      "webhooks-to-private-addresses", "users' webhooks may go to private networks, in the clear"),
    .option(
      "webhooks-ca", "FILE", "PEM of the authorities of users' webhook endpoints",
      default: "the machine's"),
  ]

  private static let mail: [CommandOption] = [
    .option(
      "smtp-url", "URL", "who sends e-mails: smtp://host:587 (STARTTLS) or smtps://host:465",
      default: "no e-mails"),
    .option("smtp-user", "NAME", "user name at the SMTP server", default: "nobody"),
    .option("smtp-password", "TEXT", "its password"),
    .option("smtp-password-file", "FILE", "the file that holds it"),
    .option("smtp-ca", "FILE", "PEM of the authorities of that server", default: "the machine's"),
    .option("mail-from", "ADDRESS", "the sender of e-mails; goes with --smtp-url"),
    .option(
      "mail-links", "URL",
      "where links in e-mails lead: URL/reset-password#CODE and …/confirm-email#CODE",
      default: "e-mails tell codes alone"),
  ]
}
