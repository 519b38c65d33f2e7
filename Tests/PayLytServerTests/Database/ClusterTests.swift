import CLinux
import Testing

@testable import PayLytServer

@Suite("The private cluster")
struct ClusterTests {
  @Test("it keeps its data over stop and kill, and removes what a dead server left behind")
  func lifeCycle() throws {
    let directory = try TestCluster.temporaryDirectory()
    defer { #expect(throws: Never.self) { try Files.remove(directory) } }
    let cluster = try PrivateCluster.start(in: directory + "/deeper/pg")
    try cluster.createDatabase("it's \"quoted\"")
    #expect(try cluster.hasDatabase("it's \"quoted\""))
    #expect(try !cluster.hasDatabase("other"))
    cluster.stop()
    #expect(throws: ClusterError.self) { try cluster.execute("SELECT 1") }
    try cluster.start()
    #expect(try cluster.hasDatabase("it's \"quoted\""))
    cluster.kill()
    // A stale pid file with the number of a process that lives: this one.
    let pidFile = directory + "/deeper/pg/data/postmaster.pid"
    try Files.write("\(getpid())\n\(directory)/deeper/pg/data\n", to: pidFile)
    try cluster.start()
    #expect(try cluster.hasDatabase("it's \"quoted\""))
    cluster.stop()
  }

  @Test("it is durable and reachable by its socket alone")
  func settings() async throws {
    let directory = try TestCluster.temporaryDirectory()
    defer { #expect(throws: Never.self) { try Files.remove(directory) } }
    let cluster = try PrivateCluster.start(in: directory)
    let setting = Statement<String>(
      "setting", "SELECT current_setting($1)", parameters: [.text], columns: [.text]
    ) { (row) throws(DatabaseError) in try row.text(0) }
    try await withDatabase(cluster.conninfo(), statements: [setting.definition]) { database in
      for (name, value) in [
        ("fsync", "on"), ("full_page_writes", "on"), ("data_checksums", "on"),
        ("listen_addresses", ""), ("synchronous_commit", "on"), ("server_encoding", "UTF8"),
      ] {
        let found = try await database.query(setting, [.text(name)])
        #expect(found == [value])
      }
    }
    cluster.stop()
  }

  @Test("a path that is too long for a socket gets its socket elsewhere")
  func longPath() throws {
    let directory = try TestCluster.temporaryDirectory()
    defer { #expect(throws: Never.self) { try Files.remove(directory) } }
    let long = directory + "/" + String(repeating: "long/", count: 25) + "pg"
    let cluster = try PrivateCluster.start(in: long)
    #expect(try cluster.execute("SELECT 1") == 1)
    cluster.stop()
  }

  @Test("missing binaries are named with the package that has them")
  func binariesMissing() {
    #expect(throws: ClusterError.binariesMissing(searched: "/nowhere/*/bin")) {
      try PostgresBinaries.find(chosen: nil, version: nil, root: "/nowhere")
    }
    #expect(throws: ClusterError.binariesMissing(searched: "/nowhere")) {
      try PostgresBinaries.find(chosen: "/nowhere", version: nil)
    }
    #expect(throws: ClusterError.versionMissing("9")) {
      try PostgresBinaries.find(chosen: nil, version: "9")
    }
    #expect("\(ClusterError.versionMissing("9"))".contains("apt-get install postgresql-9"))
    #expect("\(ClusterError.binariesMissing(searched: "x"))".contains("apt-get install postgresql"))
  }

  @Test("a second server in the same directory is refused")
  func refusedTwice() throws {
    let directory = try TestCluster.temporaryDirectory()
    defer { #expect(throws: Never.self) { try Files.remove(directory) } }
    let cluster = try PrivateCluster.start(in: directory)
    let layout = try ClusterDirectory(directory)
    let error = #expect(throws: ClusterError.self) {
      try layout.clearStaleServer(waitMilliseconds: 50)
    }
    guard case .inUse = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(try cluster.execute("SELECT 1") == 1)
    cluster.stop()
  }
}
