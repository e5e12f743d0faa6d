import Foundation
import MarketData
import TestSupport
import Testing

/// The seeds of the fuzz targets: one small file of every kind, recognised by its content.
struct FuzzSeedTests {
  private static func seeds(of target: String) throws -> [[UInt8]] {
    let folder = try Repository.root().appendingPathComponent("Tests/Fuzz/Seeds/\(target)")
    return try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil
    ).map { [UInt8](try Data(contentsOf: $0)) }
  }

  @Test(arguments: FileKind.allCases)
  func everyKindHasASeedThatIsRecognised(_ kind: FileKind) throws {
    let seeds = try Self.seeds(of: kind.rawValue)
    #expect(!seeds.isEmpty)
    for seed in seeds { #expect(FileRecogniser.kind(of: seed) == kind) }
  }

  @Test func theOtherTargetsHaveSeeds() throws {
    for target in ["recognise", "xml", "gzip"] { #expect(!(try Self.seeds(of: target)).isEmpty) }
  }
}
