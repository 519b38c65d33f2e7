import PayLytHTTP

/// The registry in the Prometheus text format, version 0.0.4.
struct MetricsPage: Sendable {
  static let path = "/metrics"
  static let contentType = "text/plain; version=0.0.4; charset=utf-8"

  let registry: MetricRegistry

  func answer(_ request: HTTPServerRequest) -> HTTPServerResponse {
    guard request.path == Self.path else { return .text(404, "There is nothing here.") }
    guard request.method == "GET" else { return .text(405, "GET only.") }
    return HTTPServerResponse(
      status: 200, headers: ["content-type": Self.contentType], body: Array(text.utf8))
  }

  var text: String {
    var page = ""
    for family in registry.families {
      page += "# HELP \(family.name) \(Self.escaped(family.help, quotes: false))\n"
      page += "# TYPE \(family.name) \(family.series[0].reading.typeName)\n"
      for series in family.series { Self.write(series, of: family.name, to: &page) }
    }
    return page
  }

  private static func write(
    _ series: MetricRegistry.Series, of name: String, to page: inout String
  ) {
    let labels = series.labels
    switch series.reading {
    case .counter(let counter): page += "\(name)\(list(labels)) \(counter.current)\n"
    case .gauge(let gauge): page += "\(name)\(list(labels)) \(gauge.current)\n"
    case .asked(let read): page += "\(name)\(list(labels)) \(read())\n"
    case .histogram(let histogram):
      let (cumulative, count, sum) = histogram.current
      for (bound, below) in zip(histogram.bounds, cumulative) {
        let end = (name: "le", value: number(bound, histogram.unit))
        page += "\(name)_bucket\(list(labels + [end])) \(below)\n"
      }
      page += "\(name)_bucket\(list(labels + [(name: "le", value: "+Inf")])) \(count)\n"
      page += "\(name)_sum\(list(labels)) \(number(sum, histogram.unit))\n"
      page += "\(name)_count\(list(labels)) \(count)\n"
    }
  }

  private static func list(_ labels: MetricRegistry.Labels) -> String {
    guard !labels.isEmpty else { return "" }
    let all = labels.map { "\($0.name)=\"\(escaped($0.value, quotes: true))\"" }
    return "{\(all.joined(separator: ","))}"
  }

  private static func number(_ value: UInt64, _ unit: Histogram.Unit) -> String {
    switch unit {
    case .plain: return String(value)
    case .nanoseconds:
      let (whole, rest) = value.quotientAndRemainder(dividingBy: 1_000_000_000)
      guard rest > 0 else { return String(whole) }
      var digits = String(rest)
      digits = String(repeating: "0", count: 9 - digits.count) + digits
      while digits.hasSuffix("0") { digits.removeLast() }
      return "\(whole).\(digits)"
    }
  }

  /// What the format asks for: backslash and line feed, and in label values the quote.
  private static func escaped(_ text: String, quotes: Bool) -> String {
    var result = ""
    for character in text.unicodeScalars {
      switch character {
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\"" where quotes: result += "\\\""
      case _: result.unicodeScalars.append(character)
      }
    }
    return result
  }
}
