/// What goes wrong in a simulation. A test expects each of them in a few stories.
enum Fault: String, CaseIterable {
  case lostBeforeCommit = "a connection is lost before COMMIT"
  case lostDuringCommit = "a connection is lost with COMMIT on its way"
  case lostAfterCommit = "a connection is lost after COMMIT, before its answer"
  case serializationFailure = "the database finds no order for a transaction"
  case deadlock = "the database ends a transaction that others wait for in a circle"
  case lostRead = "a read gets no answer"
  case requestAgain = "a request is sent again"
  case requestAtOnce = "a request is sent again while it is under way"
  case requestsReordered = "what was sent later happens first"
  case otherContent = "a request id comes with another content"
  case webhookAgain = "a webhook is delivered again"
  case webhooksReordered = "a later webhook is delivered first"
  case providerRefuses = "the provider turns a call away"
  case providerForgets = "a call to the provider times out, and did not happen"
  case providerKeepsSilent = "a call to the provider times out, and happened"
  case clockJumps = "hours pass at once"
  case clockIsOff = "the clock of a server is off"
  case clockGoesBack = "the clock of a server goes back"
  case crashBeforeCommit = "a server crashes before COMMIT"
  case crashDuringCommit = "a server crashes while COMMIT is under way"
  case crashAtProvider = "a server crashes while it calls the provider"

  /// What a bad end of an exchange is.
  init?(_ kind: Network.Exchange.Kind, _ fate: Fate) {
    switch (kind, fate) {
    case (_, .done), (.pause, _): return nil
    case (.load, .lostBefore), (.load, .lostAfter): self = .lostBeforeCommit
    case (.load, .refused): self = .deadlock
    case (.commit, .refused): self = .serializationFailure
    case (.commit, .lostBefore): self = .lostDuringCommit
    case (.commit, .lostAfter): self = .lostAfterCommit
    case (.read, _): self = .lostRead
    case (.provider, .refused): self = .providerRefuses
    case (.provider, .lostBefore): self = .providerForgets
    case (.provider, .lostAfter): self = .providerKeepsSilent
    }
  }

  /// What a crash is while an exchange is under way.
  init?(crashDuring kind: Network.Exchange.Kind) {
    switch kind {
    case .load: self = .crashBeforeCommit
    case .commit: self = .crashDuringCommit
    case .provider: self = .crashAtProvider
    case .read, .pause: return nil
    }
  }
}
