import Foundation
import TestSupport
import Testing

/// A folder of reference vectors that cannot be compared fails, and says which file and why.
@Suite struct VectorFolderTests {
  private struct Case: Decodable {
    let id: String
  }

  /// What reading the set `one` says when its file holds `text`, or when there is no file.
  private func message(file text: String?) throws -> String? {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("vectors-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
    let file = folder.appendingPathComponent("one.json")
    if let text { try Data(text.utf8).write(to: file) }
    let error = #expect(throws: Vectors.Unusable.self) {
      try Vectors.cases("one", as: Case.self, in: folder)
    }
    #expect(error?.path == file.path)
    return error?.description
  }

  @Test func aMissingFileIsNamed() throws {
    let message = try #require(try message(file: nil))
    #expect(message.hasSuffix("/one.json is missing"), "\(message)")
  }

  @Test func aSetWithoutCasesIsNamed() throws {
    let message = try #require(try message(file: #"{"cases": [], "count": 0}"#))
    #expect(
      message.hasSuffix("/one.json holds no case, so there is nothing to compare"), "\(message)")
  }

  @Test(arguments: ["", "[]", #"{"cases": [{"id": 5}]}"#, #"{"count": 1}"#])
  func aFileOfAnotherShapeIsNamed(text: String) throws {
    let message = try #require(try message(file: text))
    #expect(
      message.contains("/one.json does not follow the schema of this set: "), "\(message)")
  }

  @Test func unknownKeysOtherOrderAndWholeNumbersAreRead() throws {
    struct Row: Decodable, Equatable {
      let level: Double
      let count: Int
      let note: String?
    }
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("vectors-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
    let text = #"{"new": null, "cases": [{"x": [1], "count": 2.0, "note": null, "level": 3}]}"#
    try Data(text.utf8).write(to: folder.appendingPathComponent("one.json"))
    let rows = try Vectors.cases("one", as: Row.self, in: folder)
    #expect(rows == [Row(level: 3, count: 2, note: nil)])
  }
}
