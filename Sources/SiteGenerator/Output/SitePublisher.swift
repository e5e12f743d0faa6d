public import Foundation
import MarketData

/// Puts a finished site in place: writes a staging folder beside the destination, then swaps it in.
///
/// Until the swap, the destination is untouched; a failed build therefore leaves the last good
/// site. Entries of the destination whose name begins with a dot (`.gitignore`, `.git`) survive.
public struct SitePublisher: Sendable {
  /// The file that marks a folder as written by Hedgebook.
  public static let marker = ".hedgebook"

  /// The folder to publish to.
  public let destination: URL
  /// Whether a folder that Hedgebook did not write may be replaced.
  public let force: Bool

  /// Creates a publisher.
  public init(destination: URL, force: Bool) {
    self.destination = destination.standardizedFileURL
    self.force = force
  }

  /// Why a folder is refused as destination, with what to do about it.
  public struct Refusal: Error, CustomStringConvertible, Equatable {
    /// What, and the remedy.
    public let description: String
  }

  /// Checks that the destination may be replaced.
  ///
  /// - Parameter source: the site's source folder, which the destination must not contain.
  /// - Throws: `Refusal` when the destination is the home folder, the source folder or a parent of
  ///   either, lies in the content, or holds files that Hedgebook did not write.
  public func check(source: URL) throws {
    let target = destination.path
    let home = FileManager.default.homeDirectoryForCurrentUser
    let content = ["Content", "Templates"].map { source.appendingPathComponent($0) }
    if Self.contains(destination, home) || Self.contains(destination, source)
      || content.contains(where: { Self.contains($0, destination) })
    {
      throw Refusal(
        description: "\(target): the output folder would replace the site's own source or a system "
          + "folder. Choose another folder with --output.")
    }
    let entries: [String]
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: target, isDirectory: &isFolder) else { return }
    guard isFolder.boolValue else {
      throw Refusal(
        description: "\(target): the output path is a file. Choose a folder with --output.")
    }
    entries = try FileManager.default.contentsOfDirectory(atPath: target)
    let visible = entries.filter { !$0.hasPrefix(".") }
    guard !visible.isEmpty, !entries.contains(Self.marker), !force else { return }
    throw Refusal(
      description: "\(target): the folder holds files that Hedgebook did not write "
        + "(\(visible.sorted().prefix(3).joined(separator: ", "))). Empty it, choose another with "
        + "--output, or replace it with --force.")
  }

  /// Whether a folder is another or lies above it, symbolic links followed.
  private static func contains(_ folder: URL, _ other: URL) -> Bool {
    let outer = folder.resolvingSymlinksInPath().standardizedFileURL.path
    let inner = other.resolvingSymlinksInPath().standardizedFileURL.path
    return outer == "/" || inner == outer || inner.hasPrefix(outer + "/")
  }

  /// Writes the files to a staging folder and swaps it in.
  ///
  /// Two builds of one site take turns: the second replaces the first as a whole. What an
  /// interrupted build left beside the destination is removed.
  ///
  /// - Throws: an error of the file system; the destination is then as it was before.
  public func publish(_ files: [OutputFile], jobs: Int) throws {
    let manager = FileManager.default
    let parent = destination.deletingLastPathComponent()
    let name = destination.lastPathComponent
    try StagingWriter.makeFolders(parent)
    let turn = try FolderLock(parent.path)
    defer { withExtendedLifetime(turn) {} }
    let staging = parent.appendingPathComponent(".\(name).staging", isDirectory: true)
    let retired = parent.appendingPathComponent(".\(name).retired", isDirectory: true)
    defer { removeIfPresent(staging) }
    removeIfPresent(staging)
    try StagingWriter(root: staging.path).write(
      files + [OutputFile(path: Self.marker, text: "Written by hedgebook; safe to delete.\n")],
      jobs: jobs)

    let hadDestination = manager.fileExists(atPath: destination.path)
    if hadDestination {
      try carryOver(into: staging)
      removeIfPresent(retired)
      try manager.moveItem(at: destination, to: retired)
    }
    do {
      try manager.moveItem(at: staging, to: destination)
    } catch {
      if hadDestination { try manager.moveItem(at: retired, to: destination) }
      throw error
    }
    removeIfPresent(retired)
  }

  private func carryOver(into staging: URL) throws {
    let manager = FileManager.default
    for name in try manager.contentsOfDirectory(atPath: destination.path)
    where name.hasPrefix(".") && name != Self.marker {
      let target = staging.appendingPathComponent(name)
      guard !manager.fileExists(atPath: target.path) else { continue }
      try manager.copyItem(at: destination.appendingPathComponent(name), to: target)
    }
  }

  private func removeIfPresent(_ url: URL) {
    guard FileManager.default.fileExists(atPath: url.path) else { return }
    do {
      try FileManager.default.removeItem(at: url)
    } catch {
      // A leftover staging folder is harmless and the next build removes it.
    }
  }
}
