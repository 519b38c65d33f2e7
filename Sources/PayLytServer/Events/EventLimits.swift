/// The bounds of the event log's readers.
enum EventLimits {
  /// Positions that one read looks at.
  static let readMax = 256
  /// Bytes of payloads that one read takes into memory, unless its first event is longer: a stream
  /// holds them for as long as its client does not read.
  static let readBytesMax: Int64 = 256 << 10
  /// Reads of one page of a list that finds little.
  static let pageReadsMax = 20
  /// Types of one filter.
  static let typesMax = 32
  static let typeCharactersMax = 64
  static let subjectCharactersMax = 200
  /// How long a stream waits for news before it looks for itself.
  static let pollSeconds: Int64 = 5
  /// How often a quiet stream says how far it has come, and looks whether its session lives.
  static let heartbeatSeconds: Int64 = 15
  /// How often a busy consumer's position is stored, and whether it was taken over is looked up.
  static let upkeepMilliseconds: Int64 = 200
  /// Consumers of one user or service; also in the schema.
  static let consumersPerOwnerMax: Int16 = 100
  /// For how long a consumer that nobody uses keeps its place: 400 days.
  static let consumerKeptSeconds: Int64 = 400 * 86_400
  static let inFlightMax: Int32 = 1000
  static let inFlightDefault: Int32 = 100
  static let acknowledgeSecondsMax: Int32 = 600
  static let acknowledgeSecondsDefault: Int32 = 30
  /// The longest pause between two deliveries of an event that nobody acknowledges: an hour.
  static let redeliverySecondsMax: Int64 = 3600
  /// How often the log has a line with the latency of deliveries, if there were any.
  static let latencyReportSeconds: Int64 = 60
}
