import Schema

/// `paylyt migrate`: brings a database to the schema of this binary. A server does the same when it
/// starts; this is for doing it beforehand, with other rights.
enum MigrateCommand {
  static let usage = CommandUsage(
    command: "migrate",
    summary: "Brings a database to this version's schema, and says what it did.",
    options: [.option("database", "CONNINFO", "libpq connection string", isNeeded: true)],
    examples: ["migrate --database 'host=/run/postgresql dbname=paylyt user=paylyt_owner'"])

  static func run(_ arguments: [String]) async throws {
    let options = try CommandLineOptions(arguments, known: usage.options)
    guard let database = options["database"] else {
      throw CommandLineOptions.Misuse(description: "name the database with --database")
    }
    let applied = try await Migrator(conninfo: database, migrations: migrations).run()
    for name in applied { Output.line("applied \(name)") }
    Output.line(applied.isEmpty ? "nothing to do" : "done")
  }
}
