/// Who may know whom.
extension Rule {
  static let borders = [shims, foundation, sql, apiTypes, ledgerWrites, unsafeWord, arrows, stale]

  // MARK: C libraries

  /// Each C library has one room. CLinux is the kernel: whoever opens a file is listed.
  private static let rooms: [String: [String]] = [
    "CLinux": [
      "Sources/PayLytRPC/EventLoop/", "Sources/PayLytServer/Database/Cluster/",
      "Sources/PayLytServer/Database/CStringArray.swift",
      "Sources/PayLytServer/Observability/Log.swift", "Sources/PayLytServer/Clock.swift",
      "Sources/PayLytServer/CommandLineOptions.swift", "Sources/PayLytServer/Main.swift",
      "Sources/PayLytServer/Configuration.swift",
      "Sources/PayLytServer/Server.swift", "Sources/PayLytServer/SimulatorProcess.swift",
      "Sources/PayLytServer/TextFile.swift", "Sources/PayLytServer/Commands/",
      "Sources/PayLytLoad/LoadFile.swift",
    ],
    "CNGHTTP2": ["Sources/PayLytRPC/HTTP2/"],
    "CZlib": ["Sources/PayLytRPC/Compression/"],
    "COpenSSL": ["Sources/PayLytRPC/TLS/", "Sources/PayLytCrypto/"],
    "CProtobufC": ["Sources/PayLytRPC/Message/", "Sources/Codegen/"],
    "CPluginAPI": ["Sources/Codegen/"],
    "CStandardAPI": [],
    "CPayLytAPI": [],
    "CPQ": ["Sources/PayLytServer/Database/"],
    "CCurl": ["Sources/PayLytHTTP/"],
    "CMicrohttpd": ["Sources/PayLytHTTP/"],
    "CSodium": ["Sources/PayLytCrypto/"],
    "CSecp256k1": ["Sources/Lightning/"],
    "CQREncode": ["Sources/Lightning/"],
  ]

  private static let shims = Rule(
    "each C library is imported in its own folder only",
    leak: { $0.adding("internal import CPQ\n", to: "Sources/PayLytServer/Escrow/Leak.swift") }
  ) { tree in
    tree.sources.flatMap { file in
      file.imports.sorted().compactMap { module in
        guard let rooms = rooms[module], !rooms.contains(where: { file.path.hasPrefix($0) })
        else { return nil }
        return "\(file.path) imports \(module)"
      }
    }
  }

  private static let foundationRooms = [
    "Sources/PayLytServer/Providers/", "Sources/PayLytServer/Auth/AccessToken.swift",
    "Sources/PayLytServer/Observability/Log.swift", "Sources/PayLytServer/Commands/",
    "Sources/Simulator/", "Sources/PayLytLoad/LoadReport.swift",
  ]

  private static let foundation = Rule(
    "JSON is the only use of Foundation, and Essentials are enough for it",
    leak: { $0.adding("import Foundation\n", to: "Sources/PayLytServer/Providers/Leak.swift") }
  ) { tree in
    tree.sources.filter { file in
      let isRoom = foundationRooms.contains { file.path.hasPrefix($0) }
      return file.imports.contains("Foundation")
        || file.imports.contains("FoundationEssentials") && !isRoom
    }.map { "\($0.path) imports Foundation" }
  }

  // MARK: SQL and messages

  private static let sql = Rule(
    "SQL stands in *Statements.swift, Database/ and Schema/ only",
    leak: {
      $0.adding(
        "let leak = \"SELECT 1 FROM escrow\"\n", to: "Sources/PayLytServer/Escrow/Leak.swift")
    }
  ) { tree in
    let words = ["SELECT ", "INSERT INTO ", "UPDATE ", "DELETE FROM ", "NOTIFY ", "CREATE TABLE "]
    return tree.sources.filter { file in
      let isRoom =
        file.fileName.hasSuffix("Statements.swift")
        || file.path.hasPrefix("Sources/PayLytServer/Database/")
        || file.path.hasPrefix("Sources/Schema/")
      return !isRoom && words.contains { file.uncommented.contains($0) }
    }.map { "\($0.path) holds SQL" }
  }

  /// Where wire messages are known although the name does not end in Service or Messages.
  private static let apiRooms = [
    // Requests and answers in general, for all services.
    "Sources/PayLytServer/Service/",
    // Composition and the commands of the binary.
    "Sources/PayLytServer/ServerLoop", "Sources/PayLytServer/Commands/",
    // Reads what is ordered together with what beneficiaries, corridors and rates say of it.
    "Sources/PayLytServer/Payouts/PayoutOrders.swift",
    // Its events carry the payout as it is then.
    "Sources/PayLytServer/Payouts/PayoutWorker.swift",
    // What a method refuses with is what its proto says.
    "Sources/PayLytServer/Observability/DeclaredRefusals.swift",
  ]

  private static let apiTypes = Rule(
    "only *Service.swift, *Messages.swift, composition and commands know wire messages",
    leak: { $0.adding("import PayLytAPI\n", to: "Sources/PayLytServer/Escrow/Escrow.swift") }
  ) { tree in
    tree.sources.filter { file in
      file.serverFolder != nil && file.imports.contains("PayLytAPI")
        && !file.fileName.hasSuffix("Service.swift") && !file.fileName.hasSuffix("Messages.swift")
        && !apiRooms.contains { file.path.hasPrefix($0) }
    }.map { "\($0.path) imports PayLytAPI" }
  }

  private static let ledgerWrites = Rule(
    "only Ledger/ makes transfers and changes accounts",
    leak: {
      $0.adding(
        "func leak(_ d: Decision, _ a: Account) { d.put(a) }\n",
        to: "Sources/PayLytServer/Escrow/Leak.swift")
    }
  ) { tree in
    tree.sources.flatMap { file -> [String] in
      guard let folder = file.serverFolder, folder != "Ledger" else { return [] }
      var found: [String] = []
      // ServiceStatements names every table once, to prepare its statements.
      if !file.names.isDisjoint(with: ["Account", "Transfer"]),
        file.fileName != "ServiceStatements.swift"
      {
        found.append("\(file.path) names a row of the ledger")
      }
      for table in ["ledger_account", "ledger_transfer"] {
        for verb in ["INSERT INTO ", "UPDATE ", "DELETE FROM ", "TRUNCATE "]
        where file.uncommented.contains(verb + table) {
          found.append("\(file.path) writes \(table)")
        }
      }
      return found
    }
  }

  private static let unsafeRooms = ["Database", "Observability", "Commands"]

  private static let unsafeWord = Rule(
    "no capability says unsafe",
    leak: {
      $0.adding("let leak = unsafe raw\n", to: "Sources/PayLytServer/Escrow/Escrow.swift")
    }
  ) { tree in
    tree.sources.filter { file in
      guard let folder = file.serverFolder, !folder.hasSuffix(".swift") else { return false }
      return !unsafeRooms.contains(folder) && file.names.contains("unsafe")
    }.map { "\($0.path) says unsafe" }
  }
}
