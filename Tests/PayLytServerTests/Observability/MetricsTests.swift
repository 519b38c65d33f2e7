import PayLytHTTP
import PayLytRPC
import Testing

@testable import PayLytServer

@Suite("Metrics")
struct MetricsTests {
  private let registry = MetricRegistry()
  private var page: MetricsPage { MetricsPage(registry: registry) }

  @Test("counters and gauges are written with their help, type and labels")
  func plain() {
    registry.counter("paylyt_a_total", "As.", [(name: "kind", value: "x")]).add(3)
    registry.counter("paylyt_a_total", "As.", [(name: "kind", value: "y")]).add()
    registry.gauge("paylyt_b", "Bs.").set(-4)
    registry.ask("paylyt_c", "Cs.") { 5 }
    #expect(
      page.text == """
        # HELP paylyt_a_total As.
        # TYPE paylyt_a_total counter
        paylyt_a_total{kind="x"} 3
        paylyt_a_total{kind="y"} 1
        # HELP paylyt_b Bs.
        # TYPE paylyt_b gauge
        paylyt_b -4
        # HELP paylyt_c Cs.
        # TYPE paylyt_c gauge
        paylyt_c 5

        """)
  }

  @Test("the loops of a server share the series of their workers")
  func workers() {
    let metrics = ServerMetrics(clock: ManualClock())
    for _ in 0..<2 { metrics.worker("payouts").succeeded() }
    let text = MetricsPage(registry: metrics.registry).text
    #expect(text.contains("paylyt_worker_steps_total{worker=\"payouts\"} 2\n"))
  }

  @Test("a histogram is cumulative, ends with all, and writes nanoseconds as seconds")
  func histogram() {
    let histogram = registry.histogram(
      "paylyt_d_seconds", "Ds.", [], Histogram(.nanoseconds, bounds: [1_000_000, 2_500_000_000]))
    for value: UInt64 in [1, 1_000_000, 1_000_001, 3_000_000_000] { histogram.record(value) }
    #expect(
      page.text.split(separator: "\n").dropFirst(2).map(String.init) == [
        #"paylyt_d_seconds_bucket{le="0.001"} 2"#, #"paylyt_d_seconds_bucket{le="2.5"} 3"#,
        #"paylyt_d_seconds_bucket{le="+Inf"} 4"#, "paylyt_d_seconds_sum 3.002000002",
        "paylyt_d_seconds_count 4",
      ])
  }

  @Test("bounds of counts are powers of two that reach the largest")
  func powers() {
    #expect(Histogram.ofCounts(upTo: 5).bounds == [1, 2, 4, 8])
    #expect(Histogram.ofCounts(upTo: 1).bounds == [1])
  }

  @Test("label values cannot break out of their quotes")
  func escaping() {
    registry.counter("paylyt_e_total", "A\nb\\\"", [(name: "l", value: "a\"b\\c\nd")]).add()
    #expect(
      page.text == #"# HELP paylyt_e_total A\nb\\""# + "\n# TYPE paylyt_e_total counter\n"
        + #"paylyt_e_total{l="a\"b\\c\nd"} 1"# + "\n")
  }

  @Test(
    "only a GET of the page's path is answered with it",
    arguments: [("GET", "/metrics", 200), ("POST", "/metrics", 405), ("GET", "/", 404)])
  func door(method: String, path: String, status: Int) {
    registry.gauge("paylyt_b", "Bs.").set(1)
    let response = page.answer(HTTPServerRequest(method: method, path: path))
    #expect(response.status == status)
    #expect((response.body == Array(page.text.utf8)) == (status == 200))
  }

  @Test("calls are counted by method and by how they ended")
  func requests() {
    let metrics = RequestMetrics(registry)
    let method = MethodDescriptor(
      service: "a.B", method: "C", kind: .unary, requestType: "a.Q", responseType: "a.R")
    metrics.begin(method)
    metrics.begin(method)
    metrics.end(method, .ok, nanoseconds: 50_000)
    let text = page.text
    #expect(text.contains(#"paylyt_rpc_running{service="a.B",method="C"} 1"#))
    #expect(text.contains(#"paylyt_rpc_total{service="a.B",method="C",code="OK"} 1"#))
    #expect(text.contains(#"paylyt_rpc_seconds_bucket{service="a.B",method="C",le="0.0001"} 1"#))
    metrics.end(method, .notFound, nanoseconds: 1)
    #expect(
      page.text.contains(#"paylyt_rpc_total{service="a.B",method="C",code="NOT_FOUND"} 1"#))
  }

  @Test("warnings and errors of the log are counted, whether or not they are written")
  func lines() {
    let log = Log(level: .error, clock: ManualClock(), sink: { _ in })
    let metrics = ServerMetrics(clock: ManualClock(), log: log)
    for _ in 0..<2 { log.warning("worker failed") }
    log.error("bug")
    log.info("rpc")
    let text = MetricsPage(registry: metrics.registry).text
    #expect(text.contains("paylyt_log_lines_total{level=\"warning\"} 2\n"))
    #expect(text.contains("paylyt_log_lines_total{level=\"error\"} 1\n"))
  }
}
