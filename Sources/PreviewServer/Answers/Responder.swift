/// Answers requests from files in memory; it knows no socket, no disk and no clock.
struct Responder: Sendable {
  let hosts: HostPolicy

  /// The answer to a request, or what it waits for.
  enum Answer: Equatable {
    case now(PreviewResponse)
    /// The page that asks wants to hear when another state than this one is shown.
    case whenNot(shown: String)
  }

  /// Answers a request in a given state of the site.
  func answer(_ request: PreviewRequest, in state: PreviewState) -> Answer {
    guard request.hosts.count == 1 else {
      return .now(.text(400, "A request must name its host once."))
    }
    guard hosts.accepts(request.hosts) else { return .now(Self.wrongHost) }
    guard request.method == "GET" || request.method == "HEAD" else {
      return .now(
        .text(405, "The preview answers GET and HEAD only.", [.init("Allow", "GET, HEAD")]))
    }
    let target: RequestTarget
    do {
      target = try RequestTarget(request.target)
    } catch {
      return .now(error.response)
    }
    if target.path.hasPrefix(LiveReload.folder) { return own(target, request, state) }
    return .now(Self.validated(site(target, state), request))
  }

  private static let wrongHost = PreviewResponse.text(
    421, "The preview answers to localhost only. Open it under the address that was printed.")

  /// The server's own files.
  private func own(
    _ target: RequestTarget, _ request: PreviewRequest, _ state: PreviewState
  ) -> Answer {
    switch target.path {
    case LiveReload.scriptPath:
      return .now(Self.validated(Self.script(LiveReload.script), request))
    case LiveReload.waitPath:
      guard request.method == "GET", let shown = LiveReload.shown(inQuery: target.query),
        shown == state.shown
      else { return .now(Self.script(LiveReload.changed)) }
      return .whenNot(shown: shown)
    case FaultPage.stylePath:
      let style = PreviewResponse(
        status: 200, fields: [.init("Content-Type", MediaType.of(target.path))],
        body: Array(FaultPage.style.utf8))
      return .now(Self.validated(style, request))
    default:
      return .now(.text(404, "The preview has no such file."))
    }
  }

  /// A script of the server.
  static func script(_ text: String) -> PreviewResponse {
    PreviewResponse(
      status: 200, fields: [.init("Content-Type", MediaType.of(LiveReload.scriptPath))],
      body: Array(text.utf8))
  }

  private func site(_ target: RequestTarget, _ state: PreviewState) -> PreviewResponse {
    let place = state.place(of: target.path)
    if let faults = state.faults, isPage(target.path, place) {
      return PreviewResponse(
        status: 500,
        fields: [
          .init("Content-Type", MediaType.of("index.html")),
          .init("Content-Security-Policy", FaultPage.policy),
        ], body: FaultPage(faults: faults, shown: state.shown).html)
    }
    switch place {
    case .file(let path):
      return file(path, status: 200, state)
    case .folder:
      // A path of this server: `//host` was refused before.
      let location = target.sentPath + "/" + target.query
      return .text(307, "Moved to \(location)", [.init("Location", location)])
    case .nothing:
      guard state.files["404.html"] != nil else {
        return .text(404, "The site has no such page or file.")
      }
      return file("404.html", status: 404, state)
    }
  }

  /// Whether a page would be shown; other files stay available while the site cannot be built.
  private func isPage(_ path: String, _ place: PreviewState.Place) -> Bool {
    switch place {
    case .file(let file): file.hasSuffix(".html")
    case .folder: true
    case .nothing: !(path.split(separator: "/").last ?? "").contains(".") || path.hasSuffix(".html")
    }
  }

  private func file(_ path: String, status: Int, _ state: PreviewState) -> PreviewResponse {
    var body = state.files[path] ?? []
    if path.hasSuffix(".html") { body = LiveReload.adding(to: body, shown: state.shown) }
    return PreviewResponse(
      status: status, fields: [.init("Content-Type", MediaType.of(path))], body: body)
  }

  /// Adds the tag of a body, or leaves the body out when the client has it.
  private static func validated(
    _ response: PreviewResponse, _ request: PreviewRequest
  ) -> PreviewResponse {
    guard response.status == 200 else { return response }
    let tag = EntityTag.of(response.body)
    var response = response
    if let known = request.knownTag, EntityTag.isListed(tag, in: known) {
      response = PreviewResponse(status: 304)
    }
    response.fields.append(.init("ETag", tag))
    return response
  }
}
