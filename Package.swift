// swift-tools-version: 6.2
import PackageDescription

// The commit that `hedgebook --version` names; `make` passes it, and a tarball has none.
let commit = Context.environment["HEDGEBOOK_COMMIT"].flatMap { text in
  text.isEmpty || !text.allSatisfy { $0.isHexDigit || $0 == "+" } ? nil : text
}

// One-way graph: a target imports only what is named here (ARCHITECTURE.md, "Rooms").
let package = Package(
  name: "hedgebook",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "hedgebook", targets: ["hedgebook"]),
    .library(name: "Quant", targets: ["Quant"]),
    .library(name: "ALVH", targets: ["ALVH"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CCMark", pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),

    .target(
      name: "CBuildInfo", exclude: ["README.md"],
      cSettings: commit.map { [.define("HEDGEBOOK_COMMIT", to: "\"\($0)\"")] } ?? []),
    .target(name: "ParallelMap", exclude: ["README.md"]),
    .target(name: "TextDistance", exclude: ["README.md"]),
    .target(name: "Quant", exclude: ["README.md"]),
    .target(name: "ALVH", dependencies: ["Quant"], exclude: ["README.md"]),
    .target(
      name: "MarketData", dependencies: ["CLibXML2", "CZlib", "Quant", "TextDistance"],
      exclude: ["README.md"]),
    .target(name: "SVGCharts", dependencies: ["Quant"], exclude: ["README.md"]),
    .target(name: "TeXMath", dependencies: ["TextDistance"], exclude: ["README.md"]),
    .target(name: "CDocumentArena", dependencies: ["CCMark"], exclude: ["README.md"]),
    .target(name: "Markdown", dependencies: ["CCMark", "CDocumentArena"], exclude: ["README.md"]),
    .target(
      name: "ProseChecks", dependencies: ["Quant", "SVGCharts", "TextDistance"],
      exclude: ["README.md"]),
    .target(name: "SiteSearch", exclude: ["README.md"]),
    .target(
      name: "DecisionArchive",
      dependencies: ["ALVH", "Quant", .product(name: "Crypto", package: "swift-crypto")],
      exclude: ["README.md"]),
    .target(
      name: "SiteGenerator",
      dependencies: [
        "ALVH", "DecisionArchive", "Markdown", "MarketData", "ParallelMap", "ProseChecks", "Quant",
        "SVGCharts", "SiteSearch",
        "TeXMath", "TextDistance",
        .product(name: "Mustache", package: "swift-mustache"), "Yams",
      ],
      exclude: ["README.md"]),
    .target(
      name: "SiteAudit", dependencies: ["MarketData", "ParallelMap", "Quant", "SVGCharts"],
      exclude: ["README.md"]),
    .target(name: "DiagnosticReports", dependencies: ["MarketData"], exclude: ["README.md"]),
    .target(
      name: "PreviewServer",
      dependencies: [
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ],
      exclude: ["README.md"]),
    .target(name: "ExampleMarket", dependencies: ["Quant"], exclude: ["README.md"]),
    .executableTarget(
      name: "hedgebook",
      dependencies: [
        "ALVH", "CBuildInfo", "DiagnosticReports", "MarketData", "PreviewServer", "Quant",
        "SiteAudit",
        "SiteGenerator",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["README.md"]),
    .executableTarget(
      name: "example-market",
      dependencies: [
        "ExampleMarket", "MarketData", "Quant",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["README.md"]),

    .executableTarget(
      name: "analytics-benchmark", dependencies: ["ALVH", "Quant"], path: "Benchmarks/Analytics"),
    .executableTarget(
      name: "figure-benchmark", dependencies: ["SVGCharts"], path: "Benchmarks/Drawing"),
    .executableTarget(
      name: "search-benchmark", dependencies: ["SiteSearch", "TestSupport"],
      path: "Benchmarks/Search",
      exclude: ["README.md", "measure.py", "oracle.py", "page.html", "run.sh"]),
    .executableTarget(
      name: "reader-benchmark", dependencies: ["MarketData"], path: "Benchmarks/Readers"),

    .target(name: "TestSupport", path: "Tests/TestSupport", exclude: ["README.md"]),
    .testTarget(name: "QuantTests", dependencies: ["Quant", "TestSupport"]),
    .testTarget(name: "ALVHTests", dependencies: ["ALVH", "Quant", "TestSupport"]),
    .testTarget(name: "MarketDataTests", dependencies: ["MarketData", "Quant", "TestSupport"]),
    .testTarget(
      name: "SVGChartsTests", dependencies: ["SVGCharts", "Quant", "TestSupport"],
      exclude: ["Snapshots"]),
    .testTarget(name: "TeXMathTests", dependencies: ["TeXMath", "TestSupport"]),
    .testTarget(name: "MarkdownTests", dependencies: ["Markdown", "TestSupport"]),
    .testTarget(name: "ProseChecksTests", dependencies: ["ProseChecks", "Quant", "TestSupport"]),
    .testTarget(name: "SiteSearchTests", dependencies: ["SiteSearch", "TestSupport"]),
    .testTarget(
      name: "DecisionArchiveTests", dependencies: ["DecisionArchive", "ALVH", "Quant"]),
    .testTarget(
      name: "ExampleMarketTests", dependencies: ["ExampleMarket", "Quant", "TestSupport"]),
    .testTarget(
      name: "SiteGeneratorTests",
      dependencies: [
        "SiteGenerator", "ALVH", "Markdown", "MarketData", "ParallelMap", "ProseChecks", "Quant",
        "SVGCharts", "SiteAudit", "TestSupport", "TextDistance",
      ]),
    .testTarget(name: "SiteAuditTests", dependencies: ["SiteAudit", "MarketData"]),
    .testTarget(
      name: "DiagnosticReportsTests", dependencies: ["DiagnosticReports", "MarketData"]),
    .testTarget(name: "PreviewServerTests", dependencies: ["PreviewServer"]),
    .testTarget(
      name: "ExampleSiteTests",
      dependencies: [
        "SiteGenerator", "ALVH", "MarketData", "Quant", "SiteAudit", "SiteSearch", "TestSupport",
      ]),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "SiteGenerator", "ALVH", "MarketData", "Quant", "SiteAudit", "SiteSearch", "TestSupport",
        "Yams",
      ],
      exclude: ["Sites", "InvalidSites"]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    // Only while developing: a release must build with compilers that warn of more.
    .treatAllWarnings(as: .error, .when(configuration: .debug)),
  ]
}

// A run under a sanitizer needs some tests only (Scripts/check/sanitize.sh): without the targets that
// they do not use, it is built in half the time.
if let tests = Context.environment["HEDGEBOOK_TESTS"] {
  var needed: Set<String> = []
  var open = tests.split(separator: " ").map(String.init)
  while let name = open.popLast() {
    guard needed.insert(name).inserted,
      let target = package.targets.first(where: { $0.name == name })
    else { continue }
    for case .byNameItem(let other, _) in target.dependencies { open.append(other) }
  }
  package.targets.removeAll { !needed.contains($0.name) }
  package.products = []
}
