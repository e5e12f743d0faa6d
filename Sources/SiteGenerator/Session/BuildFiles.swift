import Synchronization

/// One build's view of a file system: every file is read once, so that all phases see the same bytes.
final class BuildFiles: FileSystem {
  private let base: any FileSystem
  private let contents = Mutex<[String: Result<[UInt8], any Error>]>([:])
  private let listings = Mutex<[String: Result<[String], any Error>]>([:])

  init(_ base: any FileSystem) {
    self.base = base
  }

  func read(_ path: String) throws -> [UInt8] {
    if let known = contents.withLock({ $0[path] }) { return try known.get() }
    let result = Result { try base.read(path) }
    // Two threads may have read the file at once: the first result counts for both.
    return try contents.withLock { contents in
      if let known = contents[path] { return known }
      contents[path] = result
      return result
    }.get()
  }

  func files(under folder: String) throws -> [String] {
    if let known = listings.withLock({ $0[folder] }) { return try known.get() }
    let result = Result { try base.files(under: folder) }
    return try listings.withLock { listings in
      if let known = listings[folder] { return known }
      listings[folder] = result
      return result
    }.get()
  }
}

/// What a build reads from: the site's files and the product's.
struct BuildInputs: Sendable {
  let site: any FileSystem
  let product: (any FileSystem)?
}
