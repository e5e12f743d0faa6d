import Foundation
import Testing

@testable import SiteGenerator

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct FileRefusalTests {
  @Test(arguments: [
    (
      FileRefusal.Reason.notAFile,
      "a/b is a folder, pipe or device and not a file. Put a file in its place."
    ),
    (.tooLarge, "a/b is larger than 1 GB. Split the file."),
    (
      .failed(code: EACCES), "a/b cannot be read: Permission denied. Check that you may read it."
    ),
    (
      .name,
      "the name a/b is not UTF-8 or holds a character that is not seen. "
        + "Rename it with letters, digits and hyphens."
    ),
  ])
  func everyReasonSaysWhatToDo(reason: FileRefusal.Reason, text: String) {
    #expect(FileRefusal(path: "a/b", reason: reason).errorDescription == text)
  }

  /// Answers every question with one error.
  private struct FailingFiles: FileSystem {
    let error: any Error

    func read(_ path: String) throws -> [UInt8] { throw error }

    func files(under folder: String) throws -> [String] { [] }
  }

  @Test func whatCannotBeReadIsThere() {
    for reason in [FileRefusal.Reason.notAFile, .tooLarge, .failed(code: EACCES)] {
      let files = FailingFiles(error: FileRefusal(path: "a", reason: reason))
      #expect(files.exists("a"), "\(reason)")
    }
    #expect(FailingFiles(error: DiskFileSystem.OutsideRoot(path: "a")).exists("a"))
    #expect(!FailingFiles(error: CocoaError(.fileReadNoSuchFile)).exists("a"))
    #expect(!InMemoryFileSystem([:]).exists("a"))
  }

  @Test func aFileInThePlaceOfAFolderHoldsNothing() throws {
    let disk = DiskFileSystem(root: URL(fileURLWithPath: "/"))
    #expect(!disk.exists("dev/null/inner.md"))
    #expect(disk.exists("dev/null"))
  }
}
