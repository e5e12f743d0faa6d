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

  /// What is refused, without a period.
  public var what: String {
    switch reason {
    case .notAFile: "\(path) is a folder, pipe or device and not a file"
    case .tooLarge: "\(path) is larger than 1 GB"
    }
  }

  /// What to do about it, as a sentence.
  public var remedy: String {
    switch reason {
    case .notAFile: "Name the files one by one, or with *.csv."
    case .tooLarge: "Split the file."
    }
  }

  /// What is refused, and what to do.
  public var errorDescription: String? { "\(what). \(remedy)" }
}
