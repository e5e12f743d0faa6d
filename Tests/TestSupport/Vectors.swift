public import Foundation

/// Reference vectors: one JSON file per set, with a list of cases.
///
/// Read from the folder named by the environment variable `HEDGEBOOK_VECTORS` when it is set, else
/// from `Tests/Fixtures/Vectors`.
public enum Vectors {
  private struct File<Case: Decodable>: Decodable {
    let cases: [Case]
  }

  /// The folder the sets are read from.
  public static var folder: URL {
    if let path = ProcessInfo.processInfo.environment["HEDGEBOOK_VECTORS"], !path.isEmpty {
      return URL(fileURLWithPath: path, isDirectory: true)
    }
    return fixtures
  }

  /// The project's own folder, whatever the environment says.
  public static var fixtures: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Fixtures/Vectors", isDirectory: true)
  }

  /// The decoded cases of one set, for example `cases("bsm_spx")`.
  ///
  /// - Throws: ``Unusable`` when the file is missing, does not decode, or holds no case.
  public static func cases<Case: Decodable>(
    _ set: String, as type: Case.Type = Case.self, in folder: URL = Vectors.folder
  ) throws -> [Case] {
    let file = folder.appendingPathComponent("\(set).json")
    func unusable(_ reason: String) -> Unusable { Unusable(path: file.path, reason: reason) }
    guard FileManager.default.fileExists(atPath: file.path) else {
      throw unusable("is missing")
    }
    let cases: [Case]
    do {
      cases = try JSONDecoder().decode(File<Case>.self, from: Data(contentsOf: file)).cases
    } catch {
      throw unusable("does not follow the schema of this set: \(error)")
    }
    guard !cases.isEmpty else { throw unusable("holds no case, so there is nothing to compare") }
    return cases
  }

  /// A vector file that would make its test fail or pass for no reason.
  public struct Unusable: Error, CustomStringConvertible {
    /// The file.
    public let path: String
    /// What is wrong with it, as the end of a sentence that begins with the path.
    public let reason: String

    /// One plain sentence without a full stop.
    public var description: String { "the vector file \(path) \(reason)" }
  }
}
