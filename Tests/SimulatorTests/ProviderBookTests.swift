import Lightning
import PayLytCrypto
import PayLytHTTP
import PayLytRPC
import Testing

@testable import PayLytServer
@testable import SimulatorCore

@Suite("The books that providers show", .timeLimit(.minutes(2)))
struct ProviderBookTests {
  /// Every entry, over all pages.
  private static func read(
    _ book: some ProviderBook, _ direction: BookEntry.Direction, from: Timestamp,
    to: Timestamp? = nil
  ) async throws -> (entries: [BookEntry], pages: Int) {
    var entries: [BookEntry] = []
    var (page, pages): (String?, Int) = (nil, 0)
    repeat {
      let read = try await book.entries(
        direction, from: from, to: to ?? from.adding(seconds: 86_400), page: page)
      entries += read.entries
      page = read.next
      pages += 1
    } while page != nil && pages < 10
    return (entries, pages)
  }

  @Test("Bitnob's list has what was paid, with fees and what really arrived, page after page")
  func bitnob() async throws {
    try await Bench.with { bench in
      let count = Int(ProviderLimits.bookPage) + 3
      var hashes: Set<[UInt8]> = []
      for number in 1...count {
        let made = try await bench.provider.createInvoice(bench.order("in-\(number)"))
        // One stays unpaid.
        guard number < count else { break }
        let sat = number == 1 ? 5100 : 5000
        try await bench.turn("POST", "invoices/\(made.providerID)/pay", #"{"amount_sat":\#(sat)}"#)
        hashes.insert(made.invoice.paymentHash)
      }
      let payment = try await bench.payment()
      _ = try await bench.provider.sendPayment(payment)
      try await bench.arm(.holdPayment, "send_payment")
      _ = try await bench.provider.sendPayment(try await bench.payment("pay-held"))

      let start = bench.clock.now()
      let received = try await Self.read(bench.provider, .received, from: start)
      // The third one is empty.
      #expect(received.pages == 3)
      #expect(Set(received.entries.map(\.paymentHash)) == hashes)
      #expect(received.entries.allSatisfy { $0.at == start && $0.direction == .received })
      #expect(
        received.entries.reduce(0) { $0 + $1.amountMsat } == (5000 * Int64(count - 1) + 100) * 1000)
      #expect(received.entries.contains { $0.reference == "in-1" && $0.amountMsat == 5_100_000 })
      let sent = try await Self.read(bench.provider, .sent, from: start)
      #expect(sent.entries.map(\.paymentHash) == [payment.invoice.paymentHash])
      #expect(sent.entries.map(\.reference) == ["pay-1"])
      #expect(sent.entries.map(\.amountMsat) == [5_005_000])
      // Long before what is asked for, there is no need to read on.
      bench.clock.advance(seconds: 10 * 86_400)
      let later = try await Self.read(bench.provider, .received, from: bench.clock.now())
      #expect(later.pages == 1)
    }
  }

  @Test("what is listed without the time of its payment belongs to each span that it may be in")
  func undated() async throws {
    let loop = try EventLoop.start(named: "undated")
    let made = Bench.TestClock().now()
    let hash = String(repeating: "ab", count: 32)
    let server = try await HTTPServer.start(on: loop) { request in
      let item =
        #"{"payment_hash":"\#(hash)","status":"paid","amount_sat":5,"created_at":\#(made.seconds)}"#
      let items = Self.page(request) == 1 ? item : ""
      return .json(200, Array(#"{"data":{"invoices":[\#(items)]}}"#.utf8))
    }
    try await Bench.with(adapter: { $0.port = server.port }) { bench in
      let age = ProviderLimits.bookAgeSeconds
      for (after, at) in [(-60, made), (3600, made.adding(seconds: 3600)), (age + 1, made)] {
        let from = made.adding(seconds: after)
        let read = try await Self.read(bench.provider, .received, from: from)
        #expect(read.entries.map(\.at) == [at], "\(after) seconds later")
      }
    }
    await server.stop()
    loop.stop()
    loop.join()
  }

  private static func page(_ request: HTTPServerRequest) -> Int? {
    request.query.first { $0.name == "page" }.flatMap { Int($0.value) }
  }

  @Test("a page that is shorter than was asked for is not the last one")
  func shortPages() async throws {
    let loop = try EventLoop.start(named: "short")
    let made = Bench.TestClock().now().seconds
    let server = try await HTTPServer.start(on: loop) { request in
      guard let page = Self.page(request) else {
        return .json(404, Array(#"{"success":false,"message":"none"}"#.utf8))
      }
      let items = (1...2).map { number in
        #"{"payment_hash":"\#(String(repeating: "\(page)\(number)", count: 32))","#
          + #""status":"paid","amount_sat":5,"created_at":\#(made)}"#
      }
      let shown = page > 3 ? "" : items.joined(separator: ",")
      return .json(200, Array(#"{"data":{"invoices":[\#(shown)]}}"#.utf8))
    }
    try await Bench.with(adapter: { $0.port = server.port }) { bench in
      let read = try await Self.read(bench.provider, .received, from: bench.clock.now())
      #expect(Set(read.entries.map(\.paymentHash)).count == 6 && read.pages == 4)
      let last = [UInt8](repeating: 0x32, count: 32)
      let sent = try await bench.provider.payment(reference: "forgotten", paymentHash: last)
      #expect(sent?.state == .succeeded(feeMsat: 0, preimage: []))
    }
    await server.stop()
    loop.stop()
    loop.join()
  }

  @Test("a list that cannot be had or read says nothing", arguments: [FaultKind.down, .error500])
  func unreadable(kind: FaultKind) async throws {
    try await Bench.with { bench in
      try await bench.arm(kind, "list_invoices", count: ProviderLimits.readAttemptsMax)
      let error = await failure { () throws(ProviderError) in
        try await bench.provider.entries(
          .received, from: bench.clock.now(), to: bench.clock.now(), page: nil)
      }
      #expect(error?.kind == "unavailable")
    }
  }

  @Test("a node's lists have what was settled and what arrived, and nothing of the provider's")
  func node() async throws {
    try await LNDTests.with { desk in
      let count = Int(ProviderLimits.bookPage) + 2
      var hashes: Set<[UInt8]> = []
      for number in 1...count {
        let made = try await desk.provider.createInvoice(
          InvoiceOrder(
            amountMsat: 42_000, memo: "", expirySeconds: 600, reference: "ref-\(number)"))
        guard number < count else { break }
        try await desk.turn("POST", "invoices/\(made.providerID)/pay")
        hashes.insert(made.invoice.paymentHash)
      }
      let held = SHA256.hash([UInt8](repeating: 5, count: 32))
      let hold = try await desk.provider.createHoldInvoice(
        InvoiceOrder(amountMsat: 42_000, memo: "", expirySeconds: 600, reference: "hold"),
        paymentHash: held)
      try await desk.turn("POST", "invoices/\(hold.providerID)/pay")
      let order = try await desk.order()
      _ = try await desk.provider.sendPayment(order)
      _ = try await desk.provider.sendPayment(
        try await desk.order(reference: "too dear", maxFeeMsat: 0))

      let start = desk.clock.now()
      let received = try await Self.read(desk.provider, .received, from: start)
      #expect(received.pages == 2)
      #expect(Set(received.entries.map(\.paymentHash)) == hashes)
      #expect(received.entries.count == hashes.count)
      #expect(received.entries.allSatisfy { $0.amountMsat == 42_000 && $0.at == start })
      let sent = try await Self.read(desk.provider, .sent, from: start)
      #expect(sent.entries.map(\.paymentHash) == [order.invoice.paymentHash])
      #expect(sent.entries.map(\.amountMsat) == [50_050_000])
      desk.clock.advance(seconds: 10 * 86_400)
      let later = try await Self.read(desk.provider, .received, from: desk.clock.now())
      #expect(later.entries.isEmpty && later.pages == 1)
      // What was made after the end of what is asked for is not listed.
      let early = try await Self.read(
        desk.provider, .received, from: start, to: start.adding(seconds: -10))
      #expect(early.entries.isEmpty && early.pages == 1)
    }
  }

  /// Of a payment that was under way while its hour was compared, no run ever heard.
  @Test("a node's payment belongs to the span in which it arrived, however long before it began")
  func held() async throws {
    try await LNDTests.with { desk in
      let began = desk.clock.now()
      let order = try await desk.order()
      let hash = order.invoice.paymentHash
      try await desk.arm("send_payment", "hold_payment")
      let sending = Task(executorPreference: desk.loop) {
        try await desk.provider.sendPayment(order)
      }
      for _ in 0..<200 {
        let found = try await desk.provider.payment(reference: "pay-1", paymentHash: hash)
        if found != nil { break }
      }
      desk.clock.advance(seconds: 1200)
      try await desk.turn("POST", "payments/lnd-\(Hex.encode(hash))/settle")
      _ = try await sending.value
      let arrived = desk.clock.now()
      let sent = try await Self.read(desk.provider, .sent, from: began.adding(seconds: 600))
      #expect(sent.entries.map(\.paymentHash) == [hash] && sent.entries.map(\.at) == [arrived])
    }
  }
}
