/// Latency over time as pictures: a drawing for documents, a line for terminals.
enum Chart {
  private static let width = 960.0
  private static let height = 420.0
  private static let margin = (left: 70.0, right: 70.0, top: 40.0, bottom: 40.0)

  /// p50, p99 and the maximum on a logarithmic scale, the answers a second as an area behind them,
  /// failures as marks. An SVG document.
  static func svg(_ timeline: Timeline, title: String) -> String {
    let scale = LogScale(timeline)
    let rates = timeline.intervals.map { rate($0, timeline) }
    let rateMax = max(rates.max() ?? 0, 1)
    var lines = [
      #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \#(Int(width)) \#(Int(height))" "#
        + #"font-family="sans-serif" font-size="12">"#,
      #"<rect width="100%" height="100%" fill="white"/>"#,
      text(title, x: margin.left, y: 20, anchor: "start"),
    ]
    lines += grid(scale, rateMax: rateMax, seconds: seconds(timeline))
    lines.append(area(rates.map { $0 / rateMax }))
    let series: [(String, String, (Histogram) -> UInt64)] = [
      ("max", "#c0392b", { $0.maximum }), ("p99", "#e67e22", { $0.value(permyriad: 9900) }),
      ("p50", "#2471a3", { $0.value(permyriad: 5000) }),
    ]
    for (index, (name, color, pick)) in series.enumerated() {
      lines.append(line(timeline, scale, color: color, pick))
      lines.append(
        text(name, x: width - margin.right - 40 * Double(index), y: 20, anchor: "end", color))
    }
    lines += failures(timeline)
    return (lines + ["</svg>", ""]).joined(separator: "\n")
  }

  /// One letter for each interval, taller for a higher p99, at most `columns` of them.
  static func sparkline(_ timeline: Timeline, columns: Int = 60) -> String {
    let letters = Array("▁▂▃▄▅▆▇█")
    var short = timeline.intervals.map { $0.latency }
    let group = max(1, (short.count + columns - 1) / columns)
    short = stride(from: 0, to: short.count, by: group).map { start in
      short[start..<min(start + group, short.count)].reduce(into: Histogram(precisionBits: 4)) {
        $0.merge($1)
      }
    }
    let values = short.map { $0.value(permyriad: 9900) }
    guard let highest = values.max(), highest > 0 else { return "" }
    return String(
      zip(values, short).map { value, histogram in
        guard histogram.count > 0 else { return " " }
        let step = value.multipliedFullWidth(by: UInt64(letters.count - 1))
        return letters[Int(highest.dividingFullWidth(step).quotient)]
      })
  }

  // MARK: Parts of the drawing

  /// From nanoseconds to a height, in whole powers of ten.
  private struct LogScale {
    let lowest: Double
    let highest: Double

    init(_ timeline: Timeline) {
      let values = timeline.intervals.flatMap { interval in
        interval.latency.count == 0
          ? [] : [interval.latency.value(permyriad: 5000), interval.latency.maximum]
      }
      lowest = LogScale.power(Double(values.min() ?? 1_000))
      highest = max(LogScale.power(Double(values.max() ?? 1_000)) + 1, lowest + 1)
    }

    /// The exponent of the power of ten that is not above `value`.
    private static func power(_ value: Double) -> Double {
      var exponent = 0.0
      var rest = max(value, 1)
      while rest >= 10 {
        rest /= 10
        exponent += 1
      }
      return exponent
    }

    func y(_ nanoseconds: UInt64) -> Double {
      let value = max(Double(nanoseconds), 1)
      // Between two powers of ten: log10 without a mathematics library, by halving the interval.
      var low = 0.0
      var high = 19.0
      for _ in 0..<24 {
        let middle = (low + high) / 2
        if LogScale.ten(to: middle) <= value { low = middle } else { high = middle }
      }
      let part = (low - lowest) / (highest - lowest)
      let inner = height - margin.top - margin.bottom
      return margin.top + inner * (1 - min(max(part, 0), 1))
    }

    static func ten(to exponent: Double) -> Double {
      var whole = 1.0
      var rest = exponent
      while rest >= 1 {
        whole *= 10
        rest -= 1
      }
      var root = 10.0
      for _ in 0..<24 {
        root = root.squareRoot()
        rest *= 2
        if rest >= 1 {
          whole *= root
          rest -= 1
        }
      }
      return whole
    }
  }

  private static func x(_ index: Double, of count: Int) -> Double {
    let inner = width - margin.left - margin.right
    return margin.left + inner * (count > 1 ? index / Double(count - 1) : 0.5)
  }

  private static func line(
    _ timeline: Timeline, _ scale: LogScale, color: String, _ pick: (Histogram) -> UInt64
  ) -> String {
    let count = timeline.intervals.count
    let points = timeline.intervals.enumerated().filter { $0.element.latency.count > 0 }.map {
      "\(round(x(Double($0.offset), of: count))),\(round(scale.y(pick($0.element.latency))))"
    }
    return #"<polyline fill="none" stroke="\#(color)" stroke-width="1.5" points=""#
      + points.joined(separator: " ") + #""/>"#
  }

  private static func area(_ parts: [Double]) -> String {
    let bottom = height - margin.bottom
    let inner = bottom - margin.top
    let points = parts.enumerated().map {
      "\(round(x(Double($0.offset), of: parts.count))),\(round(bottom - inner * $0.element))"
    }
    let start = "\(round(x(0, of: parts.count))),\(bottom)"
    let end = "\(round(x(Double(parts.count - 1), of: parts.count))),\(bottom)"
    return #"<polygon fill='#eaecee' points=""#
      + ([start] + points + [end]).joined(separator: " ") + #""/>"#
  }

  private static func failures(_ timeline: Timeline) -> [String] {
    timeline.intervals.enumerated().filter { $0.element.failures > 0 }.map {
      let x = round(x(Double($0.offset), of: timeline.intervals.count))
      return #"<circle cx="\#(x)" cy="\#(height - margin.bottom)" r="3" fill='#c0392b'>"#
        + "<title>\($0.element.failures) failures</title></circle>"
    }
  }

  private static func grid(_ scale: LogScale, rateMax: Double, seconds: Double) -> [String] {
    var lines: [String] = []
    var exponent = scale.lowest
    while exponent <= scale.highest {
      let value = UInt64(LogScale.ten(to: exponent))
      let y = round(scale.y(value))
      lines.append(
        #"<line x1="\#(margin.left)" x2="\#(width - margin.right)" y1="\#(y)" y2="\#(y)" "#
          + "stroke='#d5d8dc'/>")
      lines.append(text(Texts.duration(value), x: margin.left - 6, y: y + 4, anchor: "end"))
      exponent += 1
    }
    let bottom = height - margin.bottom
    lines.append(text("0 s", x: margin.left, y: bottom + 18, anchor: "middle"))
    lines.append(
      text("\(Int(seconds)) s", x: width - margin.right, y: bottom + 18, anchor: "middle"))
    lines.append(
      text("\(Int(rateMax))/s", x: width - margin.right + 6, y: margin.top + 4, anchor: "start"))
    return lines
  }

  private static func text(
    _ text: String, x: Double, y: Double, anchor: String, _ color: String = "#333"
  ) -> String {
    let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    return #"<text x="\#(round(x))" y="\#(round(y))" text-anchor="\#(anchor)" fill="\#(color)">"#
      + escaped + "</text>"
  }

  private static func rate(_ interval: Timeline.Interval, _ timeline: Timeline) -> Double {
    Double(interval.latency.count) * 1e9 / Double(timeline.width)
  }

  private static func seconds(_ timeline: Timeline) -> Double {
    Double(timeline.intervals.count) * Double(timeline.width) / 1e9
  }

  private static func round(_ value: Double) -> Double { (value * 10).rounded() / 10 }
}

/// Figures as people read them.
enum Texts {
  /// Three digits and a unit: `850 µs`, `12.4 ms`, `1.30 s`.
  static func duration(_ nanoseconds: UInt64) -> String {
    let units: [(String, UInt64)] = [("s", 1_000_000_000), ("ms", 1_000_000), ("µs", 1_000)]
    for (unit, size) in units where nanoseconds >= size {
      return "\(decimal(Double(nanoseconds) / Double(size))) \(unit)"
    }
    return "\(nanoseconds) ns"
  }

  /// Three digits that count.
  static func decimal(_ value: Double) -> String {
    let places = value >= 100 ? 0 : value >= 10 ? 1 : 2
    let factor = [1, 10, 100][places]
    let scaled = Int((value * Double(factor)).rounded())
    guard places > 0 else { return "\(scaled)" }
    let fraction = "\(scaled % factor)"
    let zeros = String(repeating: "0", count: places - fraction.count)
    return "\(scaled / factor).\(zeros)\(fraction)"
  }

  static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  static func aligned(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
