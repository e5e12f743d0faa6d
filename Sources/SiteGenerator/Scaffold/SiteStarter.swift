public import Foundation

/// Makes a new site: all of its files at once, in a folder that holds nothing yet.
///
/// The files come from `Templates/starter` of the product, the schemas for editors from
/// `Templates/schemas`. Same product, same bytes: neither the clock nor the folder's name goes in.
public struct SiteStarter: Sendable {
  private let product: any FileSystem

  /// Creates a starter.
  ///
  /// - Throws: `StarterRefusal.noProduct` without the product's files.
  public init(product: (any FileSystem)?) throws {
    guard let product else { throw StarterRefusal.noProduct }
    self.product = product
  }

  /// The files of a new site, contents by path.
  ///
  /// - Throws: `StarterRefusal.incompleteProduct`, or an error of the file system.
  public func files(_ kind: StarterKind) throws -> [OutputFile] {
    var files: [OutputFile] = []
    for (folder, target) in [(kind.folder, ""), ("Templates/schemas", "schemas/")] {
      let paths = try product.files(under: folder)
      guard !paths.isEmpty else { throw StarterRefusal.incompleteProduct(folder: folder) }
      for path in paths {
        let name = String(path.dropFirst(folder.count + 1))
        files.append(
          OutputFile(
            path: name == "gitignore" ? ".gitignore" : target + name, bytes: try product.read(path))
        )
      }
    }
    return files.sorted { $0.path < $1.path }
  }

  /// Writes a new site into a folder.
  ///
  /// The files are written to a staging folder first. A folder that does not exist appears whole, by
  /// one renaming; into an empty one that is there, perhaps with hidden entries such as `.git`, they
  /// are moved, and a failure takes back what was moved. Nothing is ever overwritten.
  ///
  /// - Returns: the paths written, sorted.
  /// - Throws: `StarterRefusal`, or an error of the file system; the folder is then as it was.
  @discardableResult
  public func create(_ kind: StarterKind, at folder: URL) throws -> [String] {
    let isThere = try Self.isThere(folder)
    let folder = folder.standardizedFileURL
    let files = try files(kind)
    let token = String(ProcessInfo.processInfo.processIdentifier)
    let name = isThere ? ".hedgebook-init-\(token)" : ".\(folder.lastPathComponent).init-\(token)"
    let parent = isThere ? folder : folder.deletingLastPathComponent()
    try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
    let staging = parent.appendingPathComponent(name, isDirectory: true)
    defer { Self.remove(staging) }
    try StagingWriter(root: staging.path).write(files, jobs: 1)
    if isThere {
      try Self.move(from: staging, into: folder)
    } else {
      try FileManager.default.moveItem(at: staging, to: folder)
    }
    return files.map(\.path)
  }

  /// Whether the folder exists already; one that holds visible entries is refused.
  private static func isThere(_ folder: URL) throws -> Bool {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder) else {
      return false
    }
    guard isFolder.boolValue else { throw StarterRefusal.notAFolder(path: folder.relativePath) }
    let entries = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    // A folder under version control may be there with nothing in it but what begins with a dot.
    let visible = entries.filter { !$0.hasPrefix(".") || $0 == ".gitignore" }
    guard visible.isEmpty else {
      throw StarterRefusal.notEmpty(folder: folder.relativePath, entries: visible)
    }
    return true
  }

  private static func move(from staging: URL, into folder: URL) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: staging.path).sorted()
    var moved: [URL] = []
    do {
      for name in names {
        let target = folder.appendingPathComponent(name)
        try FileManager.default.moveItem(at: staging.appendingPathComponent(name), to: target)
        moved.append(target)
      }
    } catch {
      for target in moved { remove(target) }
      throw error
    }
  }

  private static func remove(_ url: URL) {
    guard FileManager.default.fileExists(atPath: url.path) else { return }
    do {
      try FileManager.default.removeItem(at: url)
    } catch {
      // What is left over is hidden and harmless.
    }
  }
}
