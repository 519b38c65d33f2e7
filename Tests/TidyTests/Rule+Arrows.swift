/// Which folder of the server may name the types of which other one.
extension Rule {
  /// What lies under the capabilities, and what each of these layers may name. Time and ids stand
  /// in the server's own folder, for everybody.
  private static let layers: [String: Set<String>] = [
    "Database": [],
    "Observability": [],
    "Commit": ["Database"],
    "Service": ["Commit", "Database", "Ledger", "Observability"],
    "Ledger": ["Commit", "Database", "Service"],
    "Providers": ["Observability"],
    "Timers": ["Commit", "Database", "Observability", "Service"],
    "Files": ["Commit", "Database", "Service", "Timers"],
  ]

  private static let capabilities: Set = [
    "Admin", "Audit", "Auth", "Beneficiaries", "Corrections", "Dashboard", "Disputes", "Escrow",
    "Events", "Exchange", "Identity", "Invoices", "Jobs", "Notifications", "Payouts",
    "ProviderAdmin",
    "Reconciliation", "Sandbox", "Wallets", "Webhooks", "WebhooksOut",
  ]

  /// Where everything is put together.
  private static let composition = "Commands"

  private struct Arrow: Hashable {
    let from: String
    let to: String
  }

  /// Every arrow beside the layers, with its reason.
  private static let exceptions: [Arrow: String] = [
    Arrow(from: "Admin", to: "Webhooks"):
      "an event that was given up is a dead letter, and is tried again or put away",
    Arrow(from: "Admin", to: "Payouts"):
      "a payout without an end is a dead letter, and is asked about again",
    Arrow(from: "Admin", to: "Audit"):
      "how long a change waits to be sealed is one of the figures of what stands still",
    Arrow(from: "Corrections", to: "Auth"):
      "users may be repaid, and a proposal waits as long as any that needs a second admin",
    Arrow(from: "Corrections", to: "Escrow"):
      "nobody corrects what their own escrow has lost",
    Arrow(from: "Corrections", to: "Invoices"):
      "an invoice concerns the sides of its escrow",
    Arrow(from: "Corrections", to: "Payouts"):
      "nobody corrects what their own payout has lost",
    Arrow(from: "Corrections", to: "Reconciliation"):
      "a difference of the books is what a correction may be about",
    Arrow(from: "Jobs", to: "Escrow"):
      "accepting terms opens the escrow in the same commit, and a job's state follows from it",
    Arrow(from: "Jobs", to: "Invoices"):
      "an escrow is not given up as long as one of its invoices can be paid",
    Arrow(from: "Jobs", to: "Exchange"):
      "what a job is worth is shown at the market's rate, never at an old one",
    Arrow(from: "Disputes", to: "Escrow"):
      "opening a dispute freezes the escrow's money, and its end divides it, in one commit",
    Arrow(from: "Escrow", to: "Invoices"):
      "funding makes an invoice and a payment settles it, in the escrow's own commit",
    Arrow(from: "Escrow", to: "Exchange"):
      "a release is paid in local currency at the freelancer's quote, in one commit",
    Arrow(from: "Escrow", to: "Webhooks"):
      "a payment and the event that told of it are finished in one commit",
    Arrow(from: "Invoices", to: "Escrow"):
      "who may see an escrow may see its invoices",
    Arrow(from: "Webhooks", to: "Escrow"):
      "an event that says paid becomes the command that receives the payment",
    Arrow(from: "Webhooks", to: "Invoices"):
      "a provider that names no amount means what the invoice asked for",
    Arrow(from: "Payouts", to: "Beneficiaries"):
      "a payout goes to a beneficiary, who must not be deleted in the same moment",
    Arrow(from: "Payouts", to: "Exchange"):
      "a quote that is only tried out has the market's amounts, and the provider is not asked",
    Arrow(from: "Payouts", to: "Auth"):
      "a batch of payouts is one caller's",
    Arrow(from: "Wallets", to: "Auth"):
      "an admin may name another's wallet",
    Arrow(from: "Identity", to: "Auth"):
      "users, their roles and tiers are the accounts that sign in",
    Arrow(from: "Identity", to: "Escrow"):
      "who is a party of an open escrow is not deleted",
    Arrow(from: "Identity", to: "Jobs"):
      "who has an open job is not deleted",
    Arrow(from: "Identity", to: "Payouts"):
      "whose payout is under way is not deleted",
    Arrow(from: "Identity", to: "Wallets"):
      "whose deposit is waited for is not deleted",
    Arrow(from: "Identity", to: "Beneficiaries"):
      "a deleted account's beneficiaries are deleted in its commit",
    Arrow(from: "Identity", to: "WebhooksOut"):
      "nothing is sent to the endpoints of an account from the commit on that deletes it",
    Arrow(from: "Events", to: "Audit"):
      "events are read in the order in which the audit log seals them",
    Arrow(from: "Events", to: "Notifications"):
      "the catalog says of each type of event whether people are told, and so has them all",
    Arrow(from: "WebhooksOut", to: "Events"):
      "endpoints are sent what a subscription would get",
    Arrow(from: "WebhooksOut", to: "Audit"):
      "a new endpoint begins where the sealed log ends",
    Arrow(from: "Dashboard", to: "Audit"):
      "activity is read in the order of the sealed log",
    Arrow(from: "Auth", to: "Notifications"):
      "a code's e-mail waits from the commit on that makes the code",
    Arrow(from: "Sandbox", to: "Auth"):
      "a fault hits the calls of whoever asked for it",
    Arrow(from: "Service", to: "Auth"):
      "page tokens and fingerprints are keyed with the server's secrets",
    Arrow(from: "Observability", to: "Auth"):
      "the line of a call names its caller",
  ]

  static let arrows = Rule(
    "capabilities and layers name only what the table allows",
    leak: {
      $0.adding("let leak: Payout? = nil\n", to: "Sources/PayLytServer/Escrow/Escrow.swift")
    }
  ) { tree in
    uses(in: tree).filter { use in
      !isAllowed(use.arrow) && exceptions[use.arrow] == nil
    }.map { "\($0.path): \($0.arrow.from) names \($0.name) of \($0.arrow.to)" }
  }

  static let stale = Rule(
    "every exception in the table is one that is used",
    leak: { tree in
      tree.files.filter { $0.serverFolder == "Observability" }.reduce(tree) {
        $0.removing("Principal", from: $1.path)
      }
    }
  ) { tree in
    let used = Set(uses(in: tree).map(\.arrow))
    return exceptions.keys.filter { !used.contains($0) }
      .map { "nothing in \($0.from) names \($0.to) any more" }.sorted()
  }

  private struct Use {
    let path: String
    let arrow: Arrow
    let name: String
  }

  private static func isAllowed(_ arrow: Arrow) -> Bool {
    if let allowed = layers[arrow.from] { return allowed.contains(arrow.to) }
    // A folder that no table knows may name nothing: whoever adds one says what it is.
    return capabilities.contains(arrow.from) && layers[arrow.to] != nil
  }

  private static func uses(in tree: SourceTree) -> [Use] {
    let files = tree.sources.filter {
      $0.serverFolder.map { !$0.hasSuffix(".swift") && $0 != composition } ?? false
    }
    var owner: [String: String] = [:]
    for file in files {
      for name in file.declaredTypes { owner[name] = file.serverFolder }
    }
    var inner: [String: Set<String>] = [:]
    for file in files { inner[file.serverFolder ?? "", default: []].formUnion(file.innerTypes) }
    return files.flatMap { file -> [Use] in
      guard let folder = file.serverFolder else { return [] }
      return file.names.sorted().compactMap { name in
        guard let to = owner[name], to != folder, inner[folder]?.contains(name) != true else {
          return nil
        }
        return Use(path: file.path, arrow: Arrow(from: folder, to: to), name: name)
      }
    }
  }
}
