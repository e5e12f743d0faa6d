import MarketData

/// What builds of one site leave for the next, so that only what changed is made again.
///
/// Pass the same session to `SiteBuilder.build(timings:session:)` again and again. Files are read anew
/// each time and compared by their bytes; parsed files, decisions, templates and pages are used again
/// when all that they were made from is the same. The files and the faults of a build are those of a
/// build without a session, byte for byte.
///
/// Nothing is written to disk. A session serves one build at a time.
public final class BuildSession {
  let content = ContentMemory()
  let templates = Memo<TemplateLibrary>()
  let assets = Memo<SiteAssets>()
  let analysis = Memo<SiteAssembly.Analysis>()
  let pages = PageMemory()

  /// Creates a session that knows nothing yet.
  public init() {}
}
