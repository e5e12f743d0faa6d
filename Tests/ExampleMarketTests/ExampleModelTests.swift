import ExampleMarket
import Foundation
import Quant
import Testing

@Suite struct ExampleModelTests {
  @Test func twoRunsAreEqual() throws {
    let first = try ExampleModel(ExampleContent.history()).files
    let second = try ExampleModel(ExampleContent.history()).files
    #expect(first == second)
    #expect(first.map(\.path) == first.map(\.path).sorted())
  }

  /// The committed files are what the model makes of the committed inputs, byte for byte.
  ///
  /// After a change to the model: `swift run -c release example-market Content`.
  @Test func committedFilesAreTheModels() throws {
    for file in try ExampleContent.model.get().files {
      let committed = try ExampleContent.text(file.path)
      let isEqual = Data(committed.utf8) == Data(file.text.utf8)
      #expect(isEqual, "\(file.path) differs from the model")
    }
  }

  @Test func noOtherBookIsCommitted() throws {
    let folder = ExampleContent.folder.appendingPathComponent("books/example")
    let committed = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".csv") }.sorted()
    let made = try ExampleContent.model.get().books.map { "\($0.date).csv" }
    #expect(committed == made)
  }

  @Test func everyModelledFileIsDeclaredAsModelled() throws {
    let blocks = try ExampleContent.text("data/sources.yml").components(separatedBy: "\n  - id: ")
    for file in try ExampleContent.model.get().files where file.path.hasPrefix("data/") {
      let path = file.path.dropFirst("data/".count)
      let block = try #require(blocks.first { $0.contains("file: \(path)\n") }, "\(path)")
      #expect(block.contains("\n    kind: modelled\n"), "\(path)")
    }
  }

  @Test func everyBookFileDeclaresItsKind() throws {
    #expect(try ExampleContent.text("books/example/book.yml").contains("\nkind: modelled\n"))
  }
}
