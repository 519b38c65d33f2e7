import PayLytRPC
import Synchronization

/// How many calls each method answered, how, and how fast.
final class RequestMetrics: Sendable {
  private struct Method: Sendable {
    let running: Gauge
    let duration: Histogram
    /// One for each status that occurred.
    var answered: [StatusCode: Counter] = [:]
    /// One for each reason that the method's proto does not declare.
    var undeclared: [String: Counter] = [:]
  }

  private let registry: MetricRegistry
  private let methods = Mutex<[String: Method]>([:])

  init(_ registry: MetricRegistry) { self.registry = registry }

  func begin(_ method: MethodDescriptor) {
    change(method) { $0.running.add(1) }
  }

  func end(_ method: MethodDescriptor, _ code: StatusCode, nanoseconds: UInt64) {
    change(method) { figures in
      figures.running.add(-1)
      figures.duration.record(nanoseconds)
      let counter = figures.answered[code] ?? makeCounter(method, code)
      figures.answered[code] = counter
      counter.add()
    }
  }

  func countUndeclared(_ method: MethodDescriptor, _ reason: String) {
    change(method) { figures in
      let counter =
        figures.undeclared[reason]
        ?? registry.counter(
          "paylyt_undeclared_refusals_total", "Refusals that the method's proto does not declare.",
          labels(method) + [(name: "reason", value: reason)])
      figures.undeclared[reason] = counter
      counter.add()
    }
  }

  private func change(_ method: MethodDescriptor, _ body: (inout Method) -> Void) {
    methods.withLock { methods in
      let path = method.path
      var figures = methods[path] ?? make(method)
      body(&figures)
      methods[path] = figures
    }
  }

  private func makeCounter(_ method: MethodDescriptor, _ code: StatusCode) -> Counter {
    registry.counter(
      "paylyt_rpc_total", "Calls answered.", labels(method) + [(name: "code", value: "\(code)")])
  }

  private func make(_ method: MethodDescriptor) -> Method {
    Method(
      running: registry.gauge("paylyt_rpc_running", "Calls that are not answered.", labels(method)),
      duration: registry.histogram(
        "paylyt_rpc_seconds", "From a call's first handler to its status.", labels(method),
        .ofDurations()))
  }

  private func labels(_ method: MethodDescriptor) -> MetricRegistry.Labels {
    [(name: "service", value: method.service), (name: "method", value: method.method)]
  }
}
