/// The bounds of what is sent to users' servers.
enum WebhookOutLimits {
  static let endpointsPerUserMax: Int16 = 10
  static let urlCharactersMax = 2_000
  static let secretBytes = 32
  /// How long an endpoint has to answer.
  static let answerSeconds: Int64 = 15
  /// Bytes of an answer that are taken: its status says all, and nobody reads the rest.
  static let answerBytesMax = 64 * 1024
  /// Endpoints that one server sends to at the same time.
  static let endpointsAtOnce = 32
  /// Of them, those that did not answer well and in time when they were asked last, or never yet.
  static let slowEndpointsAtOnce = 16
  /// Of one user.
  static let endpointsOfUserAtOnce = 4
  /// On one host, which may serve many users.
  static let endpointsOfHostAtOnce = 8
  /// The part of the time for an answer within which it is prompt: two seconds of it.
  static let promptShare: Int64 = 8
  /// Endpoints with something to do that one look sees.
  static let candidatesMax: Int64 = 128
  /// How long a server has for an endpoint that it took, or for its next event there. Longer than
  /// an answer may take.
  static let leaseSeconds: Int64 = 30
  /// Events of one endpoint in one turn, and for how long a turn goes on: others want one too.
  static let turnDeliveries = 64
  static let turnSeconds: Int64 = 10
  /// The first pause after a failure, in seconds; each further one is four times as long.
  static let retrySeconds: Int64 = 5
  static let retrySecondsMax: Int64 = 6 * 3600
  /// How much a pause is shortened or prolonged at random, in thousandths: what failed together
  /// does not come back together.
  static let retryJitterThousandths: Int64 = 200
  /// With the pauses above, the last one comes after about three days.
  static let attemptsMax: Int32 = 19
  /// The longest pause of an endpoint that fails, before the next event is tried there.
  static let pauseSecondsMax: Int64 = 300
  /// Failures in a row without a pause of the whole endpoint.
  static let failuresQuiet: Int32 = 2
  /// Nothing could be delivered for so long, in at least so many attempts: it is disabled.
  static let failingSecondsMax: Int64 = 3 * 86_400
  static let failuresMax: Int32 = 10
  /// Characters of what is kept of a failure.
  static let errorCharactersMax = 200
  /// Deliveries that one request sends again.
  static let redeliveriesMax: Int64 = 500
  /// For how long a delivery is shown after its end: 30 days.
  static let keptSeconds: Int64 = 30 * 86_400
  /// Rows that one step of the sweeper removes or seals anew.
  static let sweptBatch: Int64 = 500
}

/// Where requests to users' servers may go.
struct WebhookPolicy: Sendable {
  /// For development and tests: addresses of the machine and of private networks, in the clear.
  var allowsPrivateAddresses = false
  /// A PEM file to trust instead of the machine's authorities.
  var certificateAuthorityFile: String?
  /// From the first byte that is sent to the last one of the answer.
  var answerSeconds = WebhookOutLimits.answerSeconds
}
