/// Why the private PostgreSQL is not there, with the way out.
enum ClusterError: Error, Equatable, CustomStringConvertible {
  /// No server binaries in `/usr/lib/postgresql/*/bin`, nor where PAYLYT_PG_BIN points to.
  case binariesMissing(searched: String)
  /// The data directory belongs to another major version, whose binaries are missing.
  case versionMissing(String)
  /// PostgreSQL refuses to run as root, and neither `postgres` nor `nobody` exists.
  case noUser
  /// The user that PostgreSQL runs as cannot enter `path`, which leads to the data directory.
  case notReachable(path: String, user: String)
  /// Another server runs in the directory.
  case inUse(directory: String, processID: Int32)
  case system(String)
  /// initdb or the server ended; `log` is the end of its log.
  case failed(String, log: String)

  var description: String {
    switch self {
    case .binariesMissing(let searched):
      "no PostgreSQL server in \(searched): apt-get install postgresql, or set PAYLYT_PG_BIN"
    case .versionMissing(let version):
      "the data directory was made by PostgreSQL \(version): apt-get install postgresql-\(version)"
    case .noUser:
      "PostgreSQL does not run as root, and there is no user postgres or nobody to run it as"
    case .notReachable(let path, let user):
      "PostgreSQL runs as user \(user), who cannot enter \(path): choose a data directory elsewhere"
    case .inUse(let directory, let processID):
      "another PostgreSQL (process \(processID)) runs in \(directory): stop it first"
    case .system(let reason): "cannot prepare the private PostgreSQL: \(reason)"
    case .failed(let what, let log): "\(what); its log ends with:\n\(log)"
    }
  }
}
