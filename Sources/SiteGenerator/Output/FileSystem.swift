public import Foundation
import MarketData
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where a build reads from: files addressed by paths relative to one root, with `/` separators.
public protocol FileSystem: Sendable {
  /// The bytes of one file.
  ///
  /// - Throws: when the file does not exist or cannot be read.
  func read(_ path: String) throws -> [UInt8]

  /// Paths of every regular file below a folder, sorted by bytes; empty when there is no folder.
  func files(under folder: String) throws -> [String]
}

extension FileSystem {
  /// Whether there is something at the path; what cannot be read is there, and says so when read.
  func exists(_ path: String) -> Bool {
    do {
      _ = try read(path)
      return true
    } catch is InMemoryFileSystem.NoSuchFile {
      return false
    } catch let error as CocoaError {
      return error.code != .fileReadNoSuchFile
    } catch {
      return true
    }
  }

  /// The bytes of a file of data.
  ///
  /// - Throws: `MarketHistoryLoader.FileFailure`, with a reason in words where the file is refused.
  func readData(_ path: String) throws -> [UInt8] {
    guard exists(path) else { throw MarketHistoryLoader.FileFailure.missing }
    do {
      return try read(path)
    } catch let refusal as FileRefusal {
      throw MarketHistoryLoader.FileFailure.unreadable(reason: refusal.why)
    } catch is DiskFileSystem.OutsideRoot {
      throw MarketHistoryLoader.FileFailure.unreadable(
        reason: "it is a symbolic link out of the site’s folder")
    }
  }
}

/// The file system of the machine below a root folder; symbolic links out of it are not followed.
public struct DiskFileSystem: FileSystem {
  /// The folder that paths are relative to.
  public let root: URL
  /// The root without symbolic links, with a closing slash.
  private let resolvedRoot: String
  private let folders = Folders()

  /// Creates a view of the folder.
  public init(root: URL) {
    self.root = root.standardizedFileURL
    var path = self.root.path
    if let resolved = realpath(path, nil) {
      path = String(cString: resolved)
      free(resolved)
    }
    resolvedRoot = path.hasSuffix("/") ? path : path + "/"
  }

  /// The bytes of one file.
  ///
  /// Where a folder leads is looked up once for all its files.
  ///
  /// - Throws: `OutsideRoot` when a symbolic link leads out of the root; errors of the file system.
  public func read(_ path: String) throws -> [UInt8] {
    let full = root.path + "/" + path
    if isInside(folderOf: full), let bytes = try FileContents.readUnlessLink(full) {
      return bytes
    }
    if let resolved = realpath(full, nil) {
      defer { free(resolved) }
      guard String(cString: resolved).hasPrefix(resolvedRoot) else {
        throw OutsideRoot(path: path)
      }
    }
    return try FileContents.read(full)
  }

  private func isInside(folderOf path: String) -> Bool {
    guard let slash = path.utf8.lastIndex(of: 0x2F) else { return false }
    let folder = String(path[..<slash])
    if let known = folders.known.withLock({ $0[folder] }) { return known }
    var isInside = false
    if let resolved = realpath(folder, nil) {
      isInside = (String(cString: resolved) + "/").hasPrefix(resolvedRoot)
      free(resolved)
    }
    folders.known.withLock { $0[folder] = isInside }
    return isInside
  }

  /// Whether folders lead into the root, by path.
  private final class Folders: Sendable {
    let known = Mutex<[String: Bool]>([:])
  }

  /// A path that leads out of the root folder.
  public struct OutsideRoot: LocalizedError, Equatable, CustomStringConvertible {
    /// The path asked for.
    public let path: String

    /// What was refused.
    public var description: String { "\(path) leads out of the site’s folder" }

    /// What was refused, and what to do.
    public var errorDescription: String? {
      "\(description). Replace the symbolic link by the file or folder itself."
    }
  }

  /// Paths of every regular file below a folder, sorted by bytes; hidden files are left out.
  public func files(under folder: String) throws -> [String] {
    let base = root.appendingPathComponent(folder)
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: base.path, isDirectory: &isFolder),
      isFolder.boolValue
    else { return [] }
    return try list(base.path, prefix: folder).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
  }

  private func list(_ path: String, prefix: String) throws -> [String] {
    var found: [String] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: path)
    where !name.hasPrefix(".") {
      let full = path + "/" + name
      let relative = prefix.isEmpty ? name : prefix + "/" + name
      // `attributesOfItem` would also look up the names of owner and group, once a file.
      var status = stat()
      guard lstat(full, &status) == 0 else {
        // Bytes that are no text are listed as U+FFFD, under which nothing is found.
        if name.unicodeScalars.contains("\u{FFFD}") {
          throw FileRefusal(path: relative, reason: .name)
        }
        continue
      }
      // A line end in a name would break every message about the file in two.
      if name.contains("."), name.unicodeScalars.contains(where: ShownScalar.isUnseen) {
        throw FileRefusal(path: relative, reason: .name)
      }
      if status.st_mode & S_IFMT == S_IFDIR {
        found += try list(full, prefix: relative)
      } else if status.st_mode & S_IFMT == S_IFREG {
        found.append(relative)
      }
    }
    return found
  }
}

/// Files held in memory, for tests and for embedding.
public struct InMemoryFileSystem: FileSystem {
  /// Contents by path.
  public var contents: [String: [UInt8]]

  /// Creates a file system from texts by path.
  public init(_ texts: [String: String]) {
    contents = texts.mapValues { Array($0.utf8) }
  }

  /// A path that names no file.
  public struct NoSuchFile: Error {
    /// The path asked for.
    public let path: String
  }

  /// The bytes of one file.
  public func read(_ path: String) throws -> [UInt8] {
    guard let bytes = contents[path] else { throw NoSuchFile(path: path) }
    return bytes
  }

  /// Paths of every file below a folder, sorted.
  public func files(under folder: String) throws -> [String] {
    contents.keys.filter { folder.isEmpty || $0.hasPrefix(folder + "/") }.sorted()
  }
}
