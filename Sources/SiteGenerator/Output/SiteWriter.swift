public import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes files into a site's folder, each whole or not at all.
///
/// All files are written beside their destinations first and then moved in place, so that a full
/// disk leaves the site as it was. A symbolic link that leads out of the folder is refused.
public struct SiteWriter: Sendable {
  private let root: URL

  /// A path that leads out of the folder through a symbolic link.
  public struct OutsideRoot: LocalizedError, Equatable {
    /// The path that was to be written.
    public let path: String

    /// What is refused, and what to do.
    public var errorDescription: String? {
      "\(path) leads out of the site’s folder through a symbolic link; nothing was written. Replace "
        + "the link by a file or folder of the site."
    }
  }

  /// Creates a writer for the folder.
  public init(root: URL) {
    self.root = root.standardizedFileURL
  }

  /// Writes the files.
  ///
  /// - Parameter files: contents by path relative to the folder.
  /// - Throws: `OutsideRoot`, or the error of the system call that failed.
  public func write(_ files: [String: [UInt8]]) throws {
    let ordered = files.sorted { $0.key < $1.key }
    for (path, _) in ordered { try prepareFolder(of: path) }
    var staged: [(temporary: String, final: String)] = []
    do {
      for (path, bytes) in ordered {
        let final = root.path + "/" + path
        let temporary = final + ".hedgebook-new"
        staged.append((temporary, final))
        // What an earlier run left, or a link that someone put there.
        unlink(temporary)
        try StagingWriter.create(temporary, bytes)
      }
    } catch {
      for item in staged { unlink(item.temporary) }
      throw error
    }
    for (index, item) in staged.enumerated() where rename(item.temporary, item.final) != 0 {
      let failure = FileFailure(path: item.final, code: errno)
      for item in staged[index...] { unlink(item.temporary) }
      throw failure
    }
  }

  /// Writes a file that must not be there yet; one that is there stays as it is.
  ///
  /// - Throws: `OutsideRoot`, or the error of the system call that failed; nothing is then left.
  public func create(_ path: String, _ bytes: [UInt8]) throws {
    try prepareFolder(of: path)
    let final = root.path + "/" + path
    do {
      try StagingWriter.create(final, bytes)
    } catch let failure as FileFailure where failure.code != EEXIST {
      // What stands there is the beginning of this file.
      unlink(final)
      throw failure
    }
  }

  private func prepareFolder(of path: String) throws {
    let full = root.appendingPathComponent(path)
    let folder = full.deletingLastPathComponent()
    var existing = folder
    while !FileManager.default.fileExists(atPath: existing.path), existing.path != "/" {
      existing.deleteLastPathComponent()
    }
    try refuseOutside(existing.path, path)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var status = stat()
    guard lstat(full.path, &status) == 0 else { return }
    if status.st_mode & S_IFMT == S_IFLNK { throw OutsideRoot(path: path) }
    if status.st_mode & S_IFMT == S_IFDIR { throw FileFailure(path: full.path, code: EISDIR) }
  }

  private func refuseOutside(_ folder: String, _ path: String) throws {
    guard let base = resolved(root.path), let actual = resolved(folder) else {
      throw FileFailure(path: root.path, code: errno)
    }
    guard (actual + "/").hasPrefix(base.hasSuffix("/") ? base : base + "/") else {
      throw OutsideRoot(path: path)
    }
  }

  private func resolved(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }
}
