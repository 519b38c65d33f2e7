import Glibc
import PayLytAPI
import PayLytRPC
import PayLytRPCServices
import StandardAPI

/// The whole story of an escrow, told with the typed client: from the job to the last release.
///
///     swift run paylyt-story 127.0.0.1:50051 /var/tmp/paylyt-0/tls-certificate.pem
///
/// Address and certificate are what `make run` prints. The invoice is paid by whoever has a wallet;
/// the provider simulator does it by itself with
/// `make run ARGS='--with-simulator --simulator-pays-after-ms 500'`.
@main
struct Story {
  static func main() async throws {
    guard CommandLine.arguments.count == 3,
      let colon = CommandLine.arguments[1].lastIndex(of: ":"),
      let port = UInt16(CommandLine.arguments[1][colon...].dropFirst())
    else {
      print("paylyt-story HOST:PORT CERTIFICATE")
      exit(64)
    }
    let trust = TLSContext.Trust.authorities(file: CommandLine.arguments[2])
    let channel = try Channel(
      host: String(CommandLine.arguments[1][..<colon]), port: port,
      configuration: ChannelConfiguration(tls: try TLSContext.client(trust: trust)))

    let client = try await Person.register("Clara", .client, on: channel)
    let freelancer = try await Person.register("Femi", .freelancer, on: channel)
    let escrow = try await agree(client, freelancer)
    let held = try await fund(client, escrow)
    try await refused(freelancer, escrow)
    try await release(client, freelancer, held)
  }

  /// A job with two milestones is posted, read and accepted.
  ///
  /// - Returns: the name of its escrow.
  private static func agree(
    _ client: Person, _ freelancer: Person
  ) async throws -> String {
    let request = CreateJobRequest(
      requestID: newID(), title: "A logo for a bakery",
      description: "Two drafts, then the final files.",
      milestones: [
        MilestoneTerms(title: "Drafts", amount: sats(20_000)),
        MilestoneTerms(title: "Final files", amount: sats(30_000)),
      ],
      localCurrency: "NGN",
      deadline: ProtoTimestamp(seconds: Int64(time(nil)) + 14 * 24 * 3600))
    let posted = try await client.jobs.createJob(request, options: client.options)
    // Posting again with the same request id makes no second job.
    let again = try await client.jobs.createJob(request, options: client.options)
    guard again.name == posted.name else { throw Unexpected("there are two jobs") }
    print("posted    \(posted.name): \(text(posted.amount))")

    // Whoever accepts says which terms: those that they have read.
    let seen = try await freelancer.jobs.getJob(
      GetJobRequest(name: posted.name), options: freelancer.options)
    let accepted = try await freelancer.jobs.acceptTerms(
      AcceptTermsRequest(requestID: newID(), name: seen.name, termsSha256: seen.termsSha256),
      options: freelancer.options)
    print("accepted  \(accepted.escrow)")
    return accepted.escrow
  }

  /// Asks for the invoice and watches until the money is held.
  private static func fund(_ client: Person, _ name: String) async throws -> Escrow {
    let funding = try await client.escrows.fundEscrow(
      FundEscrowRequest(requestID: newID(), name: name), options: client.options)
    print("invoice   \(funding.paymentRequest.prefix(48))…")
    var options = client.options
    options.timeout = .seconds(600)
    let changes = try await client.escrows.watchEscrow(
      WatchEscrowRequest(name: name), options: options)
    for try await change in changes {
      print("          \(change.state)")
      if change.state == .paidLocked { return change }
    }
    throw Unexpected("the escrow ended before it was paid")
  }

  /// What must not be possible is not: the freelancer cannot release the client's money.
  private static func refused(_ freelancer: Person, _ name: String) async throws {
    do throws(RPCError) {
      _ = try await freelancer.escrows.releaseEscrow(
        ReleaseEscrowRequest(requestID: newID(), name: name), options: freelancer.options)
    } catch {
      guard error.code == .permissionDenied else { throw error }
      return print("refused   \(error.errorInfo?.reason ?? ""): \(error.message)")
    }
    throw Unexpected("the freelancer released the client's money")
  }

  /// The first milestone is delivered and paid, then the rest.
  private static func release(
    _ client: Person, _ freelancer: Person, _ held: Escrow
  ) async throws {
    guard let first = held.milestones.first?.name else { throw Unexpected("no milestone") }
    _ = try await freelancer.escrows.submitMilestone(
      SubmitMilestoneRequest(
        requestID: newID(), name: first, deliveryNote: "https://example.com/drafts"),
      options: freelancer.options)
    print("delivered \(first)")
    let part = try await client.escrows.releaseMilestone(
      ReleaseMilestoneRequest(requestID: newID(), name: first), options: client.options)
    print("released  \(text(part.released)), \(text(part.available)) still held")
    let whole = try await client.escrows.releaseEscrow(
      ReleaseEscrowRequest(requestID: newID(), name: held.name), options: client.options)
    guard whole.state == .released else { throw Unexpected("it is \(whole.state)") }
    print("released  \(text(whole.released)), of which \(text(whole.feeTaken)) fee")
    let receipts = try await client.escrows.listReceipts(
      ListReceiptsRequest(parent: held.name), options: client.options
    ).receipts
    for receipt in receipts {
      print("receipt   \(receipt.lines.joined(separator: ", ")): \(text(receipt.net)) net")
    }
    let gross = receipts.reduce(0) { $0 + ($1.gross?.units ?? 0) }
    guard gross == held.amount?.units else { throw Unexpected("the receipts say \(gross)") }
  }

  private static func sats(_ amount: Int64) -> Money { Money(asset: "BTC", units: amount * 1000) }

  private static func text(_ money: Money?) -> String { "\((money?.units ?? 0) / 1000) sat" }
}

/// Somebody who is signed in: a client for each service, and the token that goes with each call.
struct Person: Sendable {
  let jobs: JobServiceClient
  let escrows: EscrowServiceClient
  let options: CallOptions

  static func register(
    _ name: String, _ role: Role, on channel: Channel
  ) async throws -> Person {
    let session = try await AuthServiceClient(channel).register(
      RegisterRequest(
        requestID: newID(), email: "\(name.lowercased())-\(newID())@example.com",
        password: "a long enough password", displayName: name, roles: [role]),
      options: CallOptions(timeout: .seconds(30)))
    var options = CallOptions(timeout: .seconds(30))
    try options.metadata.add("authorization", "Bearer \(session.accessToken)")
    print("signed in \(session.user?.name ?? "")")
    return Person(
      jobs: JobServiceClient(channel), escrows: EscrowServiceClient(channel), options: options)
  }
}

/// The story took another turn than it should.
struct Unexpected: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

/// A request id: the same one sent again never does a thing twice. A random UUID (RFC 9562 §5.4).
func newID() -> String {
  var bytes = (0..<16).map { _ in UInt8.random(in: 0...255) }
  bytes[6] = bytes[6] & 0x0f | 0x40
  bytes[8] = bytes[8] & 0x3f | 0x80
  let digits = bytes.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }
  return [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { digits[$0].joined() }
    .joined(separator: "-")
}
