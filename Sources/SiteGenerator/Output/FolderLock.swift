import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The turn to change what is in a folder; another program that asks waits until it is given back.
///
/// The system gives it back when the program ends, however it ends, and nothing is left on the disk.
/// Disks that know no locks give no turns: there the last one to write wins.
final class FolderLock {
  private let descriptor: Int32

  /// Waits for the turn.
  ///
  /// - Throws: `FileFailure` when the folder cannot be opened.
  init(_ folder: String) throws {
    descriptor = open(folder, O_RDONLY | O_CLOEXEC | O_DIRECTORY)
    guard descriptor >= 0 else { throw FileFailure(path: folder, code: errno) }
    while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
  }

  deinit {
    close(descriptor)
  }
}
