import Foundation
import ParallelMap

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes many small files below a new folder, creating each directory once.
struct StagingWriter: Sendable {
  let root: String

  func write(_ files: [OutputFile], jobs: Int) throws {
    var folders: Set<String> = [""]
    for file in files {
      var path = Self.folder(of: file.path)
      while folders.insert(path).inserted { path = Self.folder(of: path) }
    }
    // A page's own folder is made together with the page: on most disks that takes longest.
    let parents = Set(folders.map(Self.folder))
    for folder in parents.sorted() { try makeFolder(folder) }
    _ = try parallelMap(files, jobs: jobs) { file in
      let folder = Self.folder(of: file.path)
      if !parents.contains(folder) { try makeFolder(folder) }
      try Self.write(file.bytes, to: root + "/" + file.path, flags: O_TRUNC)
      return true
    }
  }

  /// Makes a folder, and those above it that are not there.
  static func makeFolders(_ folder: URL) throws {
    if mkdir(folder.path, 0o755) == 0 || errno == EEXIST { return }
    let code = errno
    let parent = folder.deletingLastPathComponent()
    guard code == ENOENT, parent.path != folder.path else {
      throw FileFailure(path: folder.path, code: code)
    }
    try makeFolders(parent)
    guard mkdir(folder.path, 0o755) == 0 || errno == EEXIST else {
      throw FileFailure(path: folder.path, code: errno)
    }
  }

  private func makeFolder(_ folder: String) throws {
    let path = folder.isEmpty ? root : root + "/" + folder
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
      throw FileFailure(path: path, code: errno)
    }
  }

  /// The path without its last part.
  private static func folder(of path: String) -> String {
    path.utf8.lastIndex(of: 0x2F).map { String(path[..<$0]) } ?? ""
  }

  /// Writes a file that must not be there yet: no link is followed.
  static func create(_ path: String, _ bytes: [UInt8]) throws {
    try write(bytes, to: path, flags: O_EXCL | O_NOFOLLOW)
  }

  private static func write(_ bytes: [UInt8], to path: String, flags: Int32) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | flags, 0o644)
    guard descriptor >= 0 else { throw FileFailure(path: path, code: errno) }
    var isOpen = true
    defer { if isOpen { close(descriptor) } }
    try bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count, let base = buffer.baseAddress {
        #if canImport(Glibc)
          let written = Glibc.write(descriptor, base + offset, buffer.count - offset)
        #else
          let written = Darwin.write(descriptor, base + offset, buffer.count - offset)
        #endif
        guard written > 0 else { throw FileFailure(path: path, code: errno) }
        offset += written
      }
    }
    // Some disks of the network say only now that they are full.
    isOpen = false
    guard close(descriptor) == 0 else { throw FileFailure(path: path, code: errno) }
  }
}
