import Testing

@testable import SiteGenerator

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct FileFailureTests {
  @Test(arguments: [
    (EACCES, "Permission denied. Check that you may write there, or choose another folder."),
    (ENOSPC, "No space left on device. Free some space and run the command again."),
    (ENOENT, "No such file or directory. Check that the folder exists."),
    (EISDIR, "Is a directory. Move away what is in the file’s place."),
    (EIO, "Input/output error. Check the path and the disk, and run the command again."),
  ])
  func everyReasonSaysWhatToDo(code: Int32, text: String) {
    #expect(FileFailure(path: "a/b", code: code).errorDescription == "a/b: \(text)")
  }
}
