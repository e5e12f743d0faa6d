import Foundation
import TestSupport
import Testing

/// What the program can do at all: nothing in its sources asks another computer or starts a program.
@Suite struct SupplyTests {
  /// Sources by path below `Sources/`.
  private static func sources() throws -> [String: String] {
    let folder = try Repository.root().appendingPathComponent("Sources")
    var texts: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    where path.hasSuffix(".swift") || path.hasSuffix(".c") || path.hasSuffix(".h") {
      texts[path] = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
    }
    return texts
  }

  @Test(arguments: [
    "FoundationNetworking", "URLSession", "contentsOf: URL(string", "import Network", "Process()",
    "posix_spawn", "popen(", "execv", "dlopen(",
  ])
  func nothingFetchesAndNothingStartsPrograms(name: String) throws {
    let holders = try Self.sources().filter { $0.value.contains(name) }.keys.sorted()
    #expect(holders.isEmpty, "\(name) in \(holders)")
  }

  /// The preview listens; whatever builds or checks a site knows no sockets.
  @Test func onlyThePreviewKnowsSockets() throws {
    let holders = try Self.sources().filter { $0.value.contains("import NIO") }.keys
    #expect(!holders.isEmpty)
    #expect(holders.allSatisfy { $0.hasPrefix("PreviewServer/") }, "\(holders.sorted())")
  }

  /// A document type is refused before the library reads a document (`XMLScannerTests`).
  @Test func theLibraryReadsXMLWithoutTheNetwork() throws {
    let readers = try Self.sources().filter { $0.value.contains("xmlCtxtReadMemory(") }
    #expect(readers.count == 1)
    for (path, text) in readers { #expect(text.contains("XML_PARSE_NONET"), "\(path)") }
  }
}
