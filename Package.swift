// swift-tools-version: 6.2
import PackageDescription

/// Every target that we write by hand: Swift 6 mode, unsafe operations marked, no warning passes.
let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  // Exclusivity is proved at run time in every test build; in release it costs 8 % of a request.
  .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release)),
]

/// And in generated code, through which every call passes: an `async` function stays on its
/// caller's executor, so that a call which is on its loop need not ask whether it is.
let generated: [SwiftSetting] =
  house + [
    .enableUpcomingFeature("NonisolatedNonsendingByDefault")
  ]

/// Applied in this order, forward only (Sources/Schema).
let migrations = [
  "0001_ledger.sql", "0002_identity.sql", "0003_jobs.sql", "0004_escrow.sql", "0005_payouts.sql",
  "0006_webhooks.sql", "0007_audit.sql", "0008_exchange.sql",
  "0009_deposits.sql", "0010_general_ledger.sql", "0011_timers.sql", "0012_disputes.sql",
  "0013_beneficiaries.sql", "0014_admin.sql", "0015_reconciliation.sql",
  "0016_webhook_endpoints.sql", "0017_notifications.sql", "0018_sandbox.sql",
  "0019_hold_invoices.sql", "0020_general_labels.sql", "0021_provider_calls.sql",
  "0022_general_schedules.sql",
]

func system(_ name: String, pkgConfig: String?, apt package: String?) -> Target {
  .systemLibrary(
    name: name, path: "Sources/System/\(name)", pkgConfig: pkgConfig,
    providers: package.map { [.apt([$0])] } ?? [])
}

let package = Package(
  name: "PayLyt",
  products: [
    .library(name: "PayLytRPC", targets: ["PayLytRPC"]),
    .library(name: "PayLytAPI", targets: ["PayLytAPI"]),
    .executable(name: "paylyt", targets: ["PayLytServer"]),
    .executable(name: "paylyt-simulator", targets: ["Simulator"]),
    .executable(name: "protoc-gen-paylyt", targets: ["Codegen"]),
    .executable(name: "interop-server", targets: ["InteropServer"]),
    .executable(name: "bench-server", targets: ["BenchServer"]),
    .executable(name: "paylyt-story", targets: ["paylyt-story"]),
  ],
  targets: [
    // The C libraries of the machine, each imported in one folder only (Tests/TidyTests).
    system("CLinux", pkgConfig: nil, apt: nil),
    system("CZlib", pkgConfig: "zlib", apt: "zlib1g-dev"),
    system("CNGHTTP2", pkgConfig: "libnghttp2", apt: "libnghttp2-dev"),
    system("COpenSSL", pkgConfig: "openssl", apt: "libssl-dev"),
    system("CProtobufC", pkgConfig: "libprotobuf-c", apt: "libprotobuf-c-dev"),
    system("CPQ", pkgConfig: "libpq", apt: "libpq-dev"),
    system("CCurl", pkgConfig: "libcurl", apt: "libcurl4-openssl-dev"),
    system("CMicrohttpd", pkgConfig: "libmicrohttpd", apt: "libmicrohttpd-dev"),
    system("CSodium", pkgConfig: "libsodium", apt: "libsodium-dev"),
    system("CSecp256k1", pkgConfig: "libsecp256k1", apt: "libsecp256k1-dev"),
    system("CQREncode", pkgConfig: "libqrencode", apt: "libqrencode-dev"),

    // Generated, never edited: `make generate` writes them, `make check` proves it.
    .target(name: "CPluginAPI", dependencies: ["CProtobufC"], path: "Sources/Generated/CPluginAPI"),
    .target(
      name: "CStandardAPI", dependencies: ["CProtobufC"], path: "Sources/Generated/CStandardAPI"),
    .target(
      name: "StandardAPI", dependencies: ["PayLytRPC", "CStandardAPI", "CProtobufC"],
      path: "Sources/Generated/StandardAPI", swiftSettings: generated),
    .target(
      name: "CPayLytAPI", dependencies: ["CProtobufC", "CStandardAPI"],
      path: "Sources/Generated/CPayLytAPI"),
    .target(
      name: "PayLytAPI", dependencies: ["PayLytRPC", "StandardAPI", "CPayLytAPI", "CProtobufC"],
      path: "Sources/Generated/PayLytAPI", swiftSettings: generated),

    // LND's wire contract, for the adapter and for the simulator that plays the node.
    .target(name: "CLNDAPI", dependencies: ["CProtobufC"], path: "Sources/Generated/CLNDAPI"),
    .target(
      name: "LNDAPI", dependencies: ["PayLytRPC", "CLNDAPI", "CProtobufC"],
      path: "Sources/Generated/LNDAPI", swiftSettings: generated),

    .target(
      name: "CInteropAPI", dependencies: ["CProtobufC"], path: "Sources/Generated/CInteropAPI"),
    .target(
      name: "InteropAPI", dependencies: ["PayLytRPC", "CInteropAPI", "CProtobufC"],
      path: "Sources/Generated/InteropAPI", swiftSettings: generated),
    .target(name: "CBenchAPI", dependencies: ["CProtobufC"], path: "Sources/Generated/CBenchAPI"),
    .target(
      name: "BenchAPI", dependencies: ["PayLytRPC", "CBenchAPI", "CProtobufC"],
      path: "Sources/Generated/BenchAPI", swiftSettings: generated),

    // The gRPC stack: knows no money and no SQL.
    .target(
      name: "PayLytRPC", dependencies: ["CLinux", "CNGHTTP2", "COpenSSL", "CProtobufC", "CZlib"],
      swiftSettings: house),
    .target(
      name: "PayLytRPCServices", dependencies: ["PayLytRPC", "StandardAPI"], swiftSettings: house),
    .executableTarget(
      name: "Codegen", dependencies: ["CPluginAPI", "CProtobufC"], swiftSettings: house),

    // For others to prove and measure the stack from outside (docs/INTEROP.md).
    .executableTarget(
      name: "InteropServer",
      dependencies: ["InteropAPI", "PayLytRPC", "PayLytRPCServices", "StandardAPI"],
      swiftSettings: house),
    .executableTarget(
      name: "BenchServer", dependencies: ["BenchAPI", "PayLytRPC"], swiftSettings: generated),

    // Well-kept C libraries in Swift clothes, shared by the server and the simulator.
    .target(name: "PayLytCrypto", dependencies: ["COpenSSL", "CSodium"], swiftSettings: house),
    .target(
      name: "Lightning", dependencies: ["CSecp256k1", "CQREncode", "PayLytCrypto"],
      swiftSettings: house),
    .target(
      name: "PayLytJSON", dependencies: ["PayLytCrypto", "PayLytRPC"], swiftSettings: house),
    .target(
      name: "PayLytHTTP", dependencies: ["CCurl", "CMicrohttpd", "PayLytRPC"],
      swiftSettings: house),

    .target(
      name: "Schema", path: "Sources/Schema",
      resources: migrations.map { .embedInCode($0) }, swiftSettings: house),
    .target(
      name: "PayLytLoad",
      dependencies: [
        "CLinux", "PayLytAPI", "PayLytJSON", "PayLytRPC", "PayLytRPCServices", "StandardAPI",
      ],
      swiftSettings: house),
    // What people type: the part of `paylyt` that speaks to a server.
    .target(
      name: "PayLytCLI",
      dependencies: [
        "Lightning", "PayLytAPI", "PayLytJSON", "PayLytRPC", "PayLytRPCServices", "StandardAPI",
      ],
      swiftSettings: house),
    .executableTarget(
      name: "PayLytServer",
      dependencies: [
        "CPQ", "CLinux", "LNDAPI", "Lightning", "PayLytAPI", "PayLytCLI", "PayLytCrypto",
        "PayLytHTTP", "PayLytJSON", "PayLytLoad", "PayLytRPC", "PayLytRPCServices", "Schema",
        "StandardAPI",
      ],
      swiftSettings: house),
    .target(
      name: "SimulatorCore",
      dependencies: ["LNDAPI", "Lightning", "PayLytCrypto", "PayLytHTTP", "PayLytRPC"],
      path: "Sources/Simulator/Core", swiftSettings: house),
    .executableTarget(
      name: "Simulator", dependencies: ["PayLytRPC", "SimulatorCore"],
      path: "Sources/Simulator/Command", swiftSettings: house),

    // What others can build with the typed client.
    .executableTarget(
      name: "paylyt-story",
      dependencies: ["PayLytAPI", "PayLytRPC", "PayLytRPCServices", "StandardAPI"],
      path: "examples/swift/story", swiftSettings: house),

    // Every door for strangers' bytes as a function: for `make fuzz`, and for the test that replays
    // what it has found.
    .target(
      name: "FuzzTargets", dependencies: ["PayLytJSON", "PayLytRPC", "StandardAPI", "TestAPI"],
      path: "Fuzz/Targets", swiftSettings: house),

    // Tests, one target for each area.
    .testTarget(
      name: "PayLytCryptoTests", dependencies: ["PayLytCrypto"], swiftSettings: house),
    .testTarget(
      name: "LightningTests", dependencies: ["Lightning", "PayLytCrypto"], swiftSettings: house),
    .testTarget(
      name: "PayLytRPCTests",
      dependencies: [
        "CLinux", "FuzzTargets", "InteropAPI", "InteropServer", "PayLytRPC", "PayLytRPCServices",
        "StandardAPI", "TestAPI",
      ],
      swiftSettings: house),
    .testTarget(
      name: "PayLytServerTests",
      dependencies: [
        "PayLytServer", "CLinux", "Lightning", "PayLytAPI", "PayLytCrypto", "PayLytHTTP",
        "PayLytRPC", "PayLytRPCServices", "RefusalSupport", "Schema", "SimulatorCore",
        "StandardAPI",
      ],
      swiftSettings: house),
    .testTarget(
      name: "SimulationTests",
      dependencies: [
        "PayLytServer", "CLinux", "CPQ", "Lightning", "PayLytAPI", "PayLytCrypto", "PayLytRPC",
        "RefusalSupport", "Schema",
      ],
      swiftSettings: house),
    .testTarget(name: "PayLytLoadTests", dependencies: ["PayLytLoad"], swiftSettings: house),
    .testTarget(
      name: "PayLytJSONTests",
      dependencies: ["PayLytAPI", "PayLytJSON", "PayLytRPC", "StandardAPI", "TestAPI"],
      exclude: ["python"], swiftSettings: house),
    .testTarget(
      name: "PayLytCLITests",
      dependencies: [
        "PayLytAPI", "PayLytCLI", "PayLytJSON", "PayLytRPC", "PayLytRPCServices", "PayLytServer",
        "StandardAPI",
      ],
      swiftSettings: house),
    // Takes getaddrinfo's place in the test program.
    .target(name: "CSilentNames", path: "Tests/Support/SilentNames"),
    .testTarget(
      name: "PayLytHTTPTests", dependencies: ["CSilentNames", "PayLytHTTP", "PayLytRPC"],
      swiftSettings: house),
    .testTarget(
      name: "SimulatorTests",
      dependencies: [
        "Lightning", "PayLytCrypto", "PayLytHTTP", "PayLytRPC", "PayLytServer", "Simulator",
        "SimulatorCore",
      ],
      swiftSettings: house),

    // What methods declare to refuse with, and which of it the tests have heard.
    .target(
      name: "RefusalSupport", dependencies: ["CLinux", "PayLytAPI", "PayLytRPC"],
      path: "Tests/Support/Refusals", swiftSettings: house),

    // The built programs as real processes, for everything that crosses a process boundary.
    .target(
      name: "EndToEndSupport",
      dependencies: [
        "CLinux", "PayLytAPI", "PayLytCrypto", "PayLytHTTP", "PayLytRPC", "RefusalSupport",
        "StandardAPI",
      ],
      path: "Tests/Support/EndToEnd", swiftSettings: house),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "EndToEndSupport", "PayLytServer", "Simulator", "PayLytAPI", "PayLytCrypto", "PayLytHTTP",
        "PayLytRPC", "PayLytRPCServices", "StandardAPI", "paylyt-story",
      ],
      swiftSettings: house),
    .testTarget(
      name: "ContractTests", dependencies: ["EndToEndSupport", "PayLytServer", "Simulator"],
      exclude: ["python"], swiftSettings: house),

    // What the tests of the generator and of messages generate from their own protos.
    .target(
      name: "CTestAPI", dependencies: ["CProtobufC", "CStandardAPI"],
      path: "Tests/Generated/CTestAPI"),
    .target(
      name: "TestAPI", dependencies: ["PayLytRPC", "StandardAPI", "CTestAPI", "CProtobufC"],
      path: "Tests/Generated/TestAPI", swiftSettings: generated),
    .testTarget(
      name: "CodegenTests", dependencies: ["Codegen", "PayLytRPC", "StandardAPI", "TestAPI"],
      exclude: ["Protos", "Golden", "python"], swiftSettings: house),

    // Borders, style and documents, by reading the tree.
    .testTarget(name: "TidyTests", swiftSettings: house),
  ]
)
