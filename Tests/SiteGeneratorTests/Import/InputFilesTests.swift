import Foundation
import MarketData
import SiteGenerator
import Testing

/// Files that a publisher names and that cannot be read: each message says what to do.
@Suite struct InputFilesTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("hedgebook-tests-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func removeFolder() {
    do {
      try FileManager.default.removeItem(at: folder)
    } catch {
      // The system clears its temporary folder.
    }
  }

  private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  private func problems(_ names: [String]) -> [String] {
    do {
      _ = try DataImport.InputFile.read(names.map(path))
      return []
    } catch let list as DiagnosticList {
      return list.items.map { $0.description.replacing(folder.path + "/", with: "") }
    } catch {
      return ["\(error)"]
    }
  }

  @Test func filesComeInTheirOrderAndArchivesUnpacked() throws {
    defer { removeFolder() }
    let archive: [UInt8] = [
      31, 139, 8, 0, 0, 0, 0, 0, 2, 255, 75, 73, 44, 73, 213, 41, 75, 204, 41, 77, 229, 50, 50, 48,
      52, 211, 53, 48, 212, 53, 48, 209, 49, 50, 208, 51, 231, 2, 0, 239, 172, 201, 12, 27, 0, 0, 0,
    ]
    try Data("b".utf8).write(to: folder.appendingPathComponent("b.csv"))
    try Data(archive).write(to: folder.appendingPathComponent("a.csv.gz"))
    let files = try DataImport.InputFile.read([path("b.csv"), path("a.csv.gz")])
    #expect(
      files.map { String(decoding: $0.bytes, as: UTF8.self) } == [
        "b", "date,value\n2016-01-04,20.7\n",
      ])
    #expect(files.map(\.name) == [path("b.csv"), path("a.csv.gz")])
  }

  @Test func everyFileThatCannotBeReadIsNamedAtOnce() throws {
    defer { removeFolder() }
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("inner"), withIntermediateDirectories: true)
    try Data([31, 139, 8, 0, 0]).write(to: folder.appendingPathComponent("cut.gz"))
    #expect(
      problems(["none.csv", "inner", "cut.gz"]) == [
        "cut.gz: error: the gzip archive is damaged or cut short. Download the file again, or unpack "
          + "it with gunzip and import the content.",
        "inner: error: it is not read: inner is a folder, pipe or device and not a file. Name the "
          + "files one by one, or with *.csv.",
        "none.csv: error: there is no such file. Check the path.",
      ])
  }

  /// The size is stated by the file system; nothing is written and nothing read.
  @Test func aFileOfMoreThanAGigabyteIsNotRead() throws {
    defer { removeFolder() }
    let url = folder.appendingPathComponent("huge.csv")
    try Data().write(to: url)
    let handle = try FileHandle(forWritingTo: url)
    try handle.truncate(atOffset: 1 << 30 + 1)
    try handle.close()
    #expect(
      problems(["huge.csv"]) == [
        "huge.csv: error: it is not read: huge.csv is larger than 1 GB. Split the file."
      ])
  }

  @Test func aLinkInALoopCannotBeRead() throws {
    defer { removeFolder() }
    try FileManager.default.createSymbolicLink(
      atPath: path("loop.csv"), withDestinationPath: path("loop.csv"))
    #expect(
      problems(["loop.csv"]) == [
        "loop.csv: error: the file cannot be read. Check that you may read it."
      ])
  }
}
