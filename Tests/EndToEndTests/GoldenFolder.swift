import Foundation

/// A folder of accepted files that a build is compared with, file by file.
///
/// A file without a golden one is recorded and counts as a difference, so that the run fails and the
/// recorded file is read before it is accepted. With `HEDGEBOOK_RECORD=1` in the environment files
/// that differ are recorded as well.
struct GoldenFolder {
  let folder: URL

  /// One sentence for each file that is new, differs or is no longer written; sorted by path.
  func differences(from files: [String: [UInt8]]) throws -> [String] {
    var differences: [String] = []
    for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
      let url = folder.appendingPathComponent(path)
      guard FileManager.default.fileExists(atPath: url.path) else {
        try record(bytes, at: url)
        differences.append("\(path): recorded; read it and run the test again")
        continue
      }
      let accepted = [UInt8](try Data(contentsOf: url))
      guard accepted != bytes else { continue }
      differences.append("\(path): \(Self.firstDifference(accepted, bytes))")
      if isRecording { try record(bytes, at: url) }
    }
    for path in try acceptedPaths() where files[path] == nil {
      differences.append("\(path): accepted, but no longer written")
    }
    return differences
  }

  private var isRecording: Bool {
    ProcessInfo.processInfo.environment["HEDGEBOOK_RECORD"] == "1"
  }

  private func record(_ bytes: [UInt8], at url: URL) throws {
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  private func acceptedPaths() throws -> [String] {
    guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
    let prefix = folder.standardizedFileURL.path + "/"
    let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var paths: [String] = []
    while let url = walk?.nextObject() as? URL {
      guard !url.hasDirectoryPath else { continue }
      paths.append(String(url.standardizedFileURL.path.dropFirst(prefix.count)))
    }
    return paths.sorted()
  }

  /// The first line in which two texts differ, with both readings.
  static func firstDifference(_ accepted: [UInt8], _ computed: [UInt8]) -> String {
    let left = accepted.split(separator: 0x0A, omittingEmptySubsequences: false)
    let right = computed.split(separator: 0x0A, omittingEmptySubsequences: false)
    let shared = min(left.count, right.count)
    guard let line = (0..<shared).first(where: { left[$0] != right[$0] }) else {
      return "\(left.count) lines were accepted, \(right.count) are written"
    }
    return "line \(line + 1) differs\n  accepted: \(excerpt(left[line], unlike: right[line]))"
      + "\n  written:  \(excerpt(right[line], unlike: left[line]))"
  }

  /// The part of a line around the first byte in which it is unlike another.
  private static func excerpt(_ line: ArraySlice<UInt8>, unlike other: ArraySlice<UInt8>) -> String
  {
    let same = zip(line, other).prefix { $0 == $1 }.count
    let start = max(0, same - 40)
    return String(decoding: line.dropFirst(start).prefix(160), as: UTF8.self)
  }
}
