/// The files of a built site: which there are, and how one is read.
struct SiteFolder: Sendable {
  /// All paths below the site's folder, with `/` separators.
  let paths: Set<String>
  /// The bytes of a file among the paths.
  let read: @Sendable (String) throws -> [UInt8]
}
