internal import CLinux

/// Where the machine's own PostgreSQL server is.
struct PostgresBinaries: Sendable, Equatable {
  /// The directory with `postgres` and `initdb`.
  let directory: String

  /// Where Debian keeps them: one directory for each major version.
  static let debianRoot = "/usr/lib/postgresql"

  /// - Parameters:
  ///   - chosen: the directory that the operator chose (PAYLYT_PG_BIN), or nil.
  ///   - version: the major version of an existing data directory; nil takes the newest.
  /// - Throws: `.binariesMissing`, `.versionMissing`.
  static func find(
    chosen: String?, version: String?, root: String = debianRoot
  ) throws(ClusterError) -> PostgresBinaries {
    if let chosen {
      guard isComplete(chosen) else { throw .binariesMissing(searched: chosen) }
      return PostgresBinaries(directory: chosen)
    }
    let versions = Files.names(in: root).compactMap(Int.init).filter {
      isComplete("\(root)/\($0)/bin")
    }
    if let version {
      guard let major = Int(version), versions.contains(major) else {
        throw .versionMissing(version)
      }
      return PostgresBinaries(directory: "\(root)/\(major)/bin")
    }
    guard let newest = versions.max() else { throw .binariesMissing(searched: "\(root)/*/bin") }
    return PostgresBinaries(directory: "\(root)/\(newest)/bin")
  }

  var postgres: String { directory + "/postgres" }
  var initdb: String { directory + "/initdb" }

  private static func isComplete(_ directory: String) -> Bool {
    ["postgres", "initdb"].allSatisfy { unsafe access("\(directory)/\($0)", X_OK) == 0 }
  }
}
