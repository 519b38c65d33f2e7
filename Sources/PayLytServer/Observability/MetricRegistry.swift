import Synchronization

/// All figures of a server, by name: asked for by the parts, read by the metrics page.
///
/// Names follow the Prometheus conventions: `paylyt_` first, the unit last, `_total` for counters.
/// Labels hold methods, states and names of our own parts, never what a caller chooses, so the page
/// has a bounded length.
final class MetricRegistry: Sendable {
  typealias Labels = [(name: String, value: String)]

  enum Reading: Sendable {
    case counter(Counter)
    case gauge(Gauge)
    case histogram(Histogram)
    /// Asked for when the page is.
    case asked(@Sendable () -> Int64)

    var typeName: String {
      switch self {
      case .counter: "counter"
      case .gauge, .asked: "gauge"
      case .histogram: "histogram"
      }
    }
  }

  struct Series: Sendable {
    let labels: Labels
    let reading: Reading
  }

  struct Family: Sendable {
    let name: String
    let help: String
    var series: [Series]
  }

  private let state = Mutex<[Family]>([])

  /// In the order in which they were first asked for.
  var families: [Family] { state.withLock { $0 } }

  @discardableResult
  func counter(
    _ name: String, _ help: String, _ labels: Labels = [], _ counter: Counter = Counter()
  ) -> Counter {
    add(.counter(counter), name, help, labels)
    return counter
  }

  func gauge(_ name: String, _ help: String, _ labels: Labels = []) -> Gauge {
    let gauge = Gauge()
    add(.gauge(gauge), name, help, labels)
    return gauge
  }

  func histogram(
    _ name: String, _ help: String, _ labels: Labels = [], _ histogram: Histogram
  ) -> Histogram {
    add(.histogram(histogram), name, help, labels)
    return histogram
  }

  func ask(
    _ name: String, _ help: String, _ labels: Labels = [],
    _ read: @escaping @Sendable () -> Int64
  ) {
    add(.asked(read), name, help, labels)
  }

  private func add(_ reading: Reading, _ name: String, _ help: String, _ labels: Labels) {
    state.withLock { families in
      let series = Series(labels: labels, reading: reading)
      guard let index = families.firstIndex(where: { $0.name == name }) else {
        families.append(Family(name: name, help: help, series: [series]))
        return
      }
      let isNew = families[index].series.allSatisfy { other in
        !other.labels.elementsEqual(labels, by: ==)
      }
      precondition(isNew, "\(name) has two series with the same labels")
      precondition(
        families[index].series[0].reading.typeName == reading.typeName, "\(name) has two types")
      families[index].series.append(series)
    }
  }
}
