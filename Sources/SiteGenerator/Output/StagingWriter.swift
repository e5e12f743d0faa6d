import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes many small files below a new folder, creating each directory once.
struct StagingWriter: Sendable {
  /// A system call that failed.
  struct Failure: Error, CustomStringConvertible {
    let path: String
    let code: Int32
    var description: String { "\(path): \(String(cString: strerror(code)))" }
  }

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
      try writeFile(file)
      return true
    }
  }

  private func makeFolder(_ folder: String) throws {
    let path = folder.isEmpty ? root : root + "/" + folder
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
      throw Failure(path: path, code: errno)
    }
  }

  /// The path without its last part.
  private static func folder(of path: String) -> String {
    path.utf8.lastIndex(of: 0x2F).map { String(path[..<$0]) } ?? ""
  }

  private func writeFile(_ file: OutputFile) throws {
    let path = root + "/" + file.path
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { throw Failure(path: path, code: errno) }
    defer { close(descriptor) }
    try file.bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count, let base = buffer.baseAddress {
        #if canImport(Glibc)
          let written = Glibc.write(descriptor, base + offset, buffer.count - offset)
        #else
          let written = Darwin.write(descriptor, base + offset, buffer.count - offset)
        #endif
        guard written > 0 else { throw Failure(path: path, code: errno) }
        offset += written
      }
    }
  }
}
