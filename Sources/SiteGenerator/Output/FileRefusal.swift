public import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A path that is not read: no regular file, one too large, or one with a name that cannot be shown.
public struct FileRefusal: LocalizedError, Equatable, Sendable {
  /// Why it is not read.
  public enum Reason: Sendable, Equatable {
    /// A folder, pipe, socket or device.
    case notAFile
    /// More than 1 GB.
    case tooLarge
    /// The operating system's error number says why.
    case failed(code: Int32)
    /// A name that is not UTF-8, or that holds characters which cannot be seen.
    case name
  }

  /// The path.
  public let path: String
  /// Why it is not read.
  public let reason: Reason

  /// Why, after "cannot be read:".
  var why: String {
    switch reason {
    case .notAFile: "it is a folder, pipe or device and not a file"
    case .tooLarge: "it is larger than 1 GB"
    case .failed(let code): String(cString: strerror(code))
    case .name: "its name is not UTF-8 or holds a character that is not seen"
    }
  }

  /// What is refused, without a period.
  public var what: String {
    switch reason {
    case .notAFile: "\(path) is a folder, pipe or device and not a file"
    case .tooLarge: "\(path) is larger than 1 GB"
    case .failed(let code): "\(path) cannot be read: \(String(cString: strerror(code)))"
    case .name:
      "the name \(ShownScalar.shortened(path)) is not UTF-8 or holds a character that is not seen"
    }
  }

  /// What to do about it, as a sentence.
  public var remedy: String {
    switch reason {
    case .notAFile: "Put a file in its place."
    case .tooLarge: "Split the file."
    case .failed: "Check that you may read it."
    case .name: "Rename it with letters, digits and hyphens."
    }
  }

  /// What is refused, and what to do.
  public var errorDescription: String? { "\(what). \(remedy)" }
}
