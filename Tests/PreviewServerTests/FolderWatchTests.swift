import Foundation
import Testing

@testable import PreviewServer

@Suite final class FolderWatchTests {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("watch-\(UUID().uuidString)", isDirectory: true)

  init() throws {
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("sub"), withIntermediateDirectories: true)
    try write("sub/a.md", "one")
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  private func write(_ path: String, _ text: String) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent(path))
  }

  private func watch() -> FolderWatch { FolderWatch(folders: [folder.path]) }

  @Test func nothingHasChangedAtFirst() throws {
    let watch = watch()
    #expect(!watch.hasChanged())
    _ = try Data(contentsOf: folder.appendingPathComponent("sub/a.md"))
    #expect(!watch.hasChanged())
  }

  @Test func everyKindOfChangeIsSeenOnce() throws {
    let manager = FileManager.default
    let changes: [(String, (URL) throws -> Void)] = [
      ("longer", { try Data("longer".utf8).write(to: $0.appendingPathComponent("sub/a.md")) }),
      (
        "in place",
        { url in
          let handle = try FileHandle(forWritingTo: url.appendingPathComponent("sub/a.md"))
          try handle.write(contentsOf: Data("LONGER".utf8))
          try handle.close()
        }
      ),
      ("added", { try Data("x".utf8).write(to: $0.appendingPathComponent("b.md")) }),
      (
        "renamed",
        { url in
          try manager.moveItem(
            at: url.appendingPathComponent("b.md"), to: url.appendingPathComponent("c.md"))
        }
      ),
      (
        "folder",
        { url in
          try manager.createDirectory(
            at: url.appendingPathComponent("new"), withIntermediateDirectories: false)
        }
      ),
      (
        "linked",
        { url in
          try manager.createSymbolicLink(
            at: url.appendingPathComponent("link"),
            withDestinationURL: url.appendingPathComponent("c.md"))
        }
      ),
      ("removed", { try manager.removeItem(at: $0.appendingPathComponent("sub")) }),
    ]
    let watch = watch()
    for (name, change) in changes {
      // The clock of a file system may be coarse.
      pause(milliseconds: 20)
      try change(folder)
      #expect(watch.hasChanged(), "\(name)")
      #expect(!watch.hasChanged(), "\(name)")
    }
  }

  @Test func hiddenFilesDoNotCount() throws {
    let watch = watch()
    try write(".swap", "x")
    #expect(!watch.hasChanged())
  }

  @Test func aFolderMayComeLater() throws {
    let later = folder.appendingPathComponent("later")
    let watch = FolderWatch(folders: [later.path])
    #expect(!watch.hasChanged())
    try FileManager.default.createDirectory(at: later, withIntermediateDirectories: false)
    try write("later/x.md", "x")
    #expect(watch.hasChanged())
  }
}
