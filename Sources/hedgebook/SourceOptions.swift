import ArgumentParser
import Foundation
import SiteGenerator

/// Where a command reads the site from.
struct SourceOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The site's folder, which holds Content/.", valueName: "dir"))
  var source = "."

  @Option(
    help: ArgumentHelp(
      "The folder whose Templates/ fill in what the site lacks.", valueName: "dir"))
  var product: String?

  var fileSystem: DiskFileSystem {
    DiskFileSystem(root: URL(fileURLWithPath: source, isDirectory: true))
  }

  /// The product's own files: named, or found above the executable (a checkout) or beside it
  /// (`share/hedgebook`, an installation).
  var productFileSystem: DiskFileSystem? { Self.productFileSystem(named: product) }

  /// The product's own files, looked for as `productFileSystem` says when no folder is named.
  static func productFileSystem(named product: String?) -> DiskFileSystem? {
    if let product { return DiskFileSystem(root: URL(fileURLWithPath: product, isDirectory: true)) }
    guard let executable = Bundle.main.executableURL?.resolvingSymlinksInPath() else { return nil }
    var folder = executable.deletingLastPathComponent()
    while folder.path != "/" {
      for candidate in [folder, folder.appendingPathComponent("share/hedgebook")] {
        let layout = candidate.appendingPathComponent("Templates/base.mustache")
        if FileManager.default.fileExists(atPath: layout.path) {
          return DiskFileSystem(root: candidate)
        }
      }
      folder.deleteLastPathComponent()
    }
    return nil
  }
}
