import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads whole files with system calls; `Data` and `URL` take twice as long for a small file.
enum FileContents {
  /// The bytes of the file at a path.
  ///
  /// The size that the file system states is a hint only: a file that grows meanwhile, or one that
  /// states no size, is read to its end.
  static func read(_ path: String) throws -> [UInt8] {
    try read(path, flags: O_RDONLY | O_CLOEXEC)
  }

  /// The bytes of the file at a path; `nil` when the path's last part is a symbolic link.
  static func readUnlessLink(_ path: String) throws -> [UInt8]? {
    do {
      return try read(path, flags: O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    } catch is SymbolicLink {
      return nil
    }
  }

  /// The largest file that is read, 1 GB.
  private static let sizeLimit = 1 << 30

  /// A link where none was to be followed.
  private struct SymbolicLink: Error {}

  private static func read(_ path: String, flags: Int32) throws -> [UInt8] {
    // A named pipe would otherwise wait for a writer for ever.
    let descriptor = open(path, flags | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ELOOP, flags & O_NOFOLLOW != 0 { throw SymbolicLink() }
      throw failure(path)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FileRefusal(path: path, reason: .notAFile)
    }
    guard status.st_size <= sizeLimit else { throw FileRefusal(path: path, reason: .tooLarge) }
    var bytes: [UInt8] = []
    // One byte more than the size: what fills less has reached the end.
    var capacity = Int(status.st_size) + 1
    while true {
      let chunk = try chunk(descriptor, capacity, path)
      bytes = bytes.isEmpty ? chunk : bytes + chunk
      if chunk.count < capacity { return bytes }
      capacity = max(4096, bytes.count)
    }
  }

  /// Up to `capacity` bytes; fewer only at the end of the file.
  private static func chunk(_ descriptor: Int32, _ capacity: Int, _ path: String) throws -> [UInt8]
  {
    try [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      count = 0
      while count < capacity, let base = buffer.baseAddress {
        let got = systemRead(descriptor, base + count, capacity - count)
        if got == 0 { break }
        if got < 0, errno != EINTR { throw failure(path) }
        count += max(0, got)
      }
    }
  }

  private static func systemRead(
    _ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int
  ) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, buffer, count)
    #else
      Darwin.read(descriptor, buffer, count)
    #endif
  }

  /// Where a file stands in the place of a folder, there is no such file either.
  private static func failure(_ path: String) -> any Error {
    let code = errno
    guard code == ENOENT || code == ENOTDIR else {
      return FileRefusal(path: path, reason: .failed(code: code))
    }
    return CocoaError(.fileReadNoSuchFile, userInfo: [NSFilePathErrorKey: path])
  }
}
