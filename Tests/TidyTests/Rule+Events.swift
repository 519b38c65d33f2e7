/// Every event that a decision records is told to people, or is named among the silent ones.
extension Rule {
  static let events = [eventsAreSorted, eventsExist]

  private static let catalog = "Sources/PayLytServer/Notifications/NotificationCatalog.swift"

  /// Names that are made up of a state: what they come to.
  private static let computed = [
    #"payout.\(payout.state)"#: [
      "payout.submitted", "payout.unknown", "payout.succeeded", "payout.failed", "payout.reversed",
    ],
    #"dead_letter.\(Self.outcome)"#: ["dead_letter.replayed", "dead_letter.discarded"],
    #"reconciliation.\(run.state)"#: ["reconciliation.done", "reconciliation.failed"],
  ]

  private static let eventsAreSorted = Rule(
    "every event is in the notification catalog, or on its list of silent ones",
    leak: {
      $0.adding(
        "let leak = decision.record(\"escrow.leaked\", subject: \"escrows/1\", parties: [])\n",
        to: "Sources/PayLytServer/Escrow/FreezeEscrow.swift")
    }
  ) { tree in
    let known = Set(names(in: catalogText(tree)))
    return recorded(in: tree).flatMap { path, name in
      let types = name.contains("(") ? computed[name] : [name]
      guard let types else { return ["\(path): what does \(name) come to?"] }
      return types.filter { !known.contains($0) }
        .map { "\(path): nobody says whether people are told of \($0)" }
    }
  }

  private static let eventsExist = Rule(
    "the notification catalog names no event that is never recorded",
    leak: {
      $0.removing("\"escrow.frozen\"", from: "Sources/PayLytServer/Escrow/FreezeEscrow.swift")
    }
  ) { tree in
    let all = Set(recorded(in: tree).flatMap { computed[$0.name] ?? [$0.name] })
    return names(in: catalogText(tree)).filter { !all.contains($0) }
      .map { "\(catalog): \($0) never happens" }
  }

  private static func catalogText(_ tree: SourceTree) -> String {
    tree.sources.first { $0.path == catalog }?.uncommented ?? ""
  }

  /// The literals of this form in files that record events, but for the paths of fields.
  private static func recorded(in tree: SourceTree) -> [(path: String, name: String)] {
    tree.sources.filter { file in
      file.serverFolder != nil && file.path != catalog
        && (file.uncommented.contains("decision.record(")
          || file.uncommented.contains("record(") && file.uncommented.contains("subject:")
          || file.uncommented.contains("static let event = "))
    }.flatMap { file in
      names(in: file.uncommented).map { (path: file.path, name: $0) }
    }
  }

  private static func names(in text: String) -> [String] {
    text.matches(of: /"([a-z_]+\.(?:[a-z_]+|\\\([a-zA-Z.]+\)))"/).filter { match in
      let before = String(text[..<match.range.lowerBound].suffix(40).filter { !$0.isWhitespace })
      return !before.hasSuffix(".invalid(") && !before.hasSuffix("field:")
    }.map { String($0.output.1) }
  }
}
