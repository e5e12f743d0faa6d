public import Foundation

/// A path that is not read: no regular file, or one too large.
public struct FileRefusal: LocalizedError, Equatable, Sendable {
  /// Why it is not read.
  public enum Reason: Sendable {
    /// A folder, pipe, socket or device.
    case notAFile
    /// More than 1 GB.
    case tooLarge
  }

  /// The path.
  public let path: String
  /// Why it is not read.
  public let reason: Reason

  /// What is refused, as a sentence without its period.
  public var errorDescription: String? {
    switch reason {
    case .notAFile: "\(path) is a folder, pipe or device and not a file"
    case .tooLarge: "\(path) is larger than 1 GB"
    }
  }
}
