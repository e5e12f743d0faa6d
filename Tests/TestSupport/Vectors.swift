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
    return URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Fixtures/Vectors", isDirectory: true)
  }

  /// The decoded cases of one set, for example `cases("bsm_spx")`.
  ///
  /// - Throws: when the file is missing, does not decode, or holds no case.
  public static func cases<Case: Decodable>(
    _ set: String, as type: Case.Type = Case.self
  ) throws -> [Case] {
    let data = try Data(contentsOf: folder.appendingPathComponent("\(set).json"))
    let cases = try JSONDecoder().decode(File<Case>.self, from: data).cases
    guard !cases.isEmpty else { throw EmptySet(set: set) }
    return cases
  }

  /// A vector file without cases, which would make its test vacuous.
  public struct EmptySet: Error {
    /// The set's name.
    public let set: String
  }
}
