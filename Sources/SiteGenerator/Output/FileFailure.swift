import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file or folder that could not be written, with the reason of the operating system.
struct FileFailure: LocalizedError, CustomStringConvertible, Equatable {
  /// The path.
  let path: String
  /// The error number of the system call.
  let code: Int32

  /// What failed, such as `/site/Content: Permission denied`.
  var description: String { "\(path): \(String(cString: strerror(code)))" }

  /// What failed, and what to do.
  var errorDescription: String? { "\(description). \(remedy)" }

  private var remedy: String {
    switch code {
    case EACCES, EPERM, EROFS: "Check that you may write there, or choose another folder."
    case ENOSPC, EDQUOT: "Free some space and run the command again."
    case ENOENT, ENOTDIR: "Check that the folder exists."
    case EISDIR, EEXIST: "Move away what is in the file’s place."
    default: "Check the path and the disk, and run the command again."
    }
  }
}
