import PayLytAPI
import PayLytRPC
import Synchronization
import Testing

@testable import PayLytServer

@Suite("Refusals, and what the protos declare")
struct DeclaredRefusalsTests {
  @Test(
    "a method refuses with its own reasons and the common ones, each with its status",
    arguments: [
      ("QUOTE_MISMATCH", StatusCode.failedPrecondition, true),
      ("NOT_FOUND", .notFound, true),
      ("TOKEN_MISSING", .unauthenticated, true),
      ("QUOTE_MISMATCH", .aborted, false),
      ("NOT_FOUND", .permissionDenied, false),
      ("EMAIL_TAKEN", .alreadyExists, false),
      ("REASON_UNSPECIFIED", .unknown, false),
      ("NO_SUCH_REASON", .aborted, false),
      ("", .aborted, false),
    ])
  func declared(reason: String, code: StatusCode, isDeclared: Bool) {
    #expect(EscrowServiceMethods.releaseEscrow.declares(reason, code) == isDeclared)
  }

  @Test("contracts of other people declare nothing, and are not asked")
  func foreign() {
    let method = MethodDescriptor(
      service: "grpc.health.v1.Health", method: "Check", kind: .unary, requestType: "a.Q",
      responseType: "a.R")
    #expect(method.declares("ANYTHING", .aborted))
  }

  @Test("one that is not declared is an error in the log and in the figures; another is neither")
  func reported() throws {
    let registry = MetricRegistry()
    let lines = Mutex<[String]>([])
    let log = Log(level: .info, clock: ManualClock()) { line in
      lines.withLock { $0.append(String(decoding: line, as: UTF8.self)) }
    }
    let requests = RequestLog(log: log, metrics: RequestMetrics(registry))
    let method = EscrowServiceMethods.releaseEscrow
    requests.check("ESCROW_FROZEN", .failedPrecondition, of: method)
    #expect(lines.withLock { $0 } == [])
    for _ in 1...2 { requests.check("EMAIL_TAKEN", .alreadyExists, of: method) }
    let said = lines.withLock { $0 }
    #expect(said.count == 2)
    #expect(said.allSatisfy { $0.contains(#""message":"refusal is not declared""#) })
    #expect(said.allSatisfy { $0.contains(#""reason":"EMAIL_TAKEN""#) })
    let page = MetricsPage(registry: registry).text
    let labels =
      #"service="paylyt.escrow.v1.EscrowService",method="ReleaseEscrow",reason="EMAIL_TAKEN""#
    #expect(page.contains("paylyt_undeclared_refusals_total{\(labels)} 2"))
    #expect(!page.contains("ESCROW_FROZEN"))
  }

  @Test("every reason has its name and status, and is found by its name")
  func reasons() {
    let all = Reason.allCases.filter { $0 != .reasonUnspecified }
    #expect(all.count > 100)
    for reason in all {
      #expect(Reason(name: reason.name) == reason)
      #expect(reason.status != .ok && reason.status != .unknown)
    }
    #expect(Reason.escrowFrozen.name == "ESCROW_FROZEN")
    #expect(Reason.escrowFrozen.status == .failedPrecondition)
    #expect(!Reason.escrowFrozen.isCommon && Reason.notFound.isCommon)
    #expect(!Reason.escrowFrozen.isRetryable && Reason.contention.isRetryable)
    #expect(Reason(name: "NO_SUCH_REASON") == nil)
    #expect(Reason(rawValue: 77_777).status == .unknown)
  }

  @Test(
    "a refusal names a delay when nothing but waiting helps, whatever its status",
    arguments: [
      ("OVERLOADED", 1), ("ESCROW_CHANGED", 1), ("RATE_UNAVAILABLE", 1), ("LOGIN_THROTTLED", 7),
      ("ETAG_MISMATCH", nil), ("CONSUMER_TAKEN_OVER", nil), ("BATCH_TOO_LONG", nil),
      ("INSUFFICIENT_FUNDS", nil), ("STEP_UP_REQUIRED", nil),
    ] as [(String, Int64?)])
  func delay(reason: String, seconds: Int64?) throws {
    let status = try #require(Reason(name: reason)).status
    let refusal = Refusal(
      status, reason: reason, message: "No.", retrySeconds: seconds == 7 ? 7 : nil)
    #expect(refusal.rpcError.retryDelay == seconds.map { .seconds($0) })
  }

  @Test("no refusal that is kept with its request's key tells to send the same again")
  func retryableIsNotKept() {
    for reason in Reason.allCases where reason.isRetryable {
      #expect(!Refusal(reason.status, reason: reason.name, message: "").isLasting, "\(reason)")
    }
  }

  @Test("what a method declares are reasons, and none that is common")
  func methods() {
    for method in PayLytAPIDescriptors.services.joined().map(\.method) {
      for name in method.options.refusals {
        #expect(Reason(name: name)?.isCommon == false, "\(method.path): \(name)")
      }
    }
  }
}
