public import Foundation

/// Why a new site is not made, with what to do about it.
public enum StarterRefusal: LocalizedError, Equatable, Sendable {
  /// The folder holds files.
  case notEmpty(folder: String, entries: [String])
  /// The path is a file.
  case notAFolder(path: String)
  /// The product's own files were not found.
  case noProduct
  /// The product's files lack those of new sites.
  case incompleteProduct(folder: String)

  /// What is refused, and what to do.
  public var errorDescription: String? {
    switch self {
    case .notEmpty(let folder, let entries):
      "\(folder): the folder is not empty (\(entries.prefix(3).joined(separator: ", "))"
        + "\(entries.count > 3 ? ", …" : "")). Name a folder that does not exist yet, or an empty one."
    case .notAFolder(let path):
      "\(path): the path is a file. Name a folder that does not exist yet, or an empty one."
    case .noProduct:
      "the files that a new site begins with were not found. Name the folder that holds "
        + "Templates/ with --product, or install Hedgebook with make install."
    case .incompleteProduct(let folder):
      "the product’s folder holds no \(folder). Install Hedgebook again with make install, or name "
        + "another folder with --product."
    }
  }
}
