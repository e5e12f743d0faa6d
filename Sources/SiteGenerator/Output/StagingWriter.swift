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
      var path = Substring(file.path)
      while let slash = path.lastIndex(of: "/") {
        path = path[..<slash]
        guard folders.insert(String(path)).inserted else { break }
      }
    }
    for folder in folders.sorted() {
      let path = folder.isEmpty ? root : root + "/" + folder
      guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
        throw Failure(path: path, code: errno)
      }
    }
    _ = try parallelMap(files, jobs: jobs) { file in
      try writeFile(file)
      return true
    }
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
