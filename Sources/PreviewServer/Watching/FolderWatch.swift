import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Tells whether files below some folders have changed, by asking again and again.
///
/// Names, sizes, times, kinds and inode numbers are compared, not contents: a file that is replaced,
/// rewritten in place, renamed, made or removed counts, one that is only read does not. Entries whose
/// name begins with a dot are left out, as a build leaves them out. Polling works alike on every file
/// system, also on those of containers and networks that report no events.
///
/// Complexity: one system call for each file.
public final class FolderWatch {
  private let folders: [String]
  private var marks: [Mark]

  /// What is compared of one entry.
  private struct Mark: Equatable {
    var path: String
    var kind: UInt32
    var size: Int64
    var inode: UInt64
    var modified: Moment
    var changed: Moment
  }

  private struct Moment: Equatable {
    var seconds: Int
    var nanoseconds: Int
  }

  /// Looks at the folders for the first time; one that does not exist counts as empty.
  public init(folders: [String]) {
    self.folders = folders
    marks = Self.marks(below: folders)
  }

  /// Whether anything has changed since the last look.
  public func hasChanged() -> Bool {
    let now = Self.marks(below: folders)
    defer { marks = now }
    return now != marks
  }

  private static func marks(below folders: [String]) -> [Mark] {
    var marks: [Mark] = []
    for folder in folders { append(folder, to: &marks) }
    return marks
  }

  private static func append(_ folder: String, to marks: inout [Mark]) {
    // A folder that vanishes between two calls is a change that the next look sees.
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return }
    for name in names.sorted() where !name.hasPrefix(".") {
      let path = folder + "/" + name
      var status = stat()
      guard lstat(path, &status) == 0 else { continue }
      marks.append(mark(path, status))
      switch status.st_mode & S_IFMT {
      case S_IFDIR: append(path, to: &marks)
      // A link to a file of the site is read: what it leads to counts too.
      case S_IFLNK where stat(path, &status) == 0: marks.append(mark(path, status))
      default: break
      }
    }
  }

  private static func mark(_ path: String, _ status: stat) -> Mark {
    #if canImport(Darwin)
      let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
    #else
      let (modified, changed) = (status.st_mtim, status.st_ctim)
    #endif
    // The time of a folder changes with names that are left out.
    let isFolder = status.st_mode & S_IFMT == S_IFDIR
    return Mark(
      path: path, kind: UInt32(status.st_mode), size: isFolder ? 0 : Int64(status.st_size),
      inode: UInt64(status.st_ino),
      modified: isFolder
        ? Moment(seconds: 0, nanoseconds: 0)
        : Moment(seconds: modified.tv_sec, nanoseconds: modified.tv_nsec),
      changed: isFolder
        ? Moment(seconds: 0, nanoseconds: 0)
        : Moment(seconds: changed.tv_sec, nanoseconds: changed.tv_nsec))
  }
}
