import MarketData

/// An Atom feed by RFC 4287: what each element must hold, and that its links lead somewhere.
struct AtomRule {
  private let feed: FeedFiles.Document
  private let index: SiteIndex

  init(_ feed: FeedFiles.Document, _ index: SiteIndex) {
    self.feed = feed
    self.index = index
  }

  private var outline: XMLOutline { feed.outline }

  func check(_ findings: inout Findings) {
    let hasAuthor = child("author", of: 0) != nil
    let entries = children("entry", of: 0)
    required(["id", "title", "updated"], of: 0, &findings)
    links(of: 0, &findings)
    ownAddress(&findings)
    var ids: Set<String> = []
    for entry in entries {
      required(["id", "title", "updated"], of: entry, &findings)
      if !hasAuthor, child("author", of: entry) == nil {
        report(
          entry, "the entry has no <author>, and the feed has none either",
          "Name the author of the feed.", &findings)
      }
      if child("content", of: entry) == nil, alternates(of: entry).isEmpty {
        report(
          entry, "the entry has neither <content> nor a link to its page",
          "Add a <link> to the page.", &findings)
      }
      if let id = child("id", of: entry), !ids.insert(outline.words(in: id)).inserted {
        report(
          id, "the id `\(outline.words(in: id))` is that of two entries",
          "Give every entry an id of its own.", &findings)
      }
      links(of: entry, &findings)
    }
  }

  private func required(_ names: [String], of parent: Int, _ findings: inout Findings) {
    let kind = outline.tags[parent].name
    for name in names {
      let found = children(name, of: parent)
      guard let element = found.first, !outline.words(in: element).isEmpty else {
        report(parent, "the \(kind) has no <\(name)>", "Add it, with words.", &findings)
        continue
      }
      if found.count > 1 {
        report(found[1], "the \(kind) has a second <\(name)>", "Leave one of them out.", &findings)
      }
      let words = outline.words(in: element)
      if name == "updated", !Timestamp.isValid(words) {
        report(
          element, "`\(words)` is not a date and time of RFC 3339",
          "Write it as 2016-01-06T16:15:00-05:00.", &findings)
      }
    }
    for author in children("author", of: parent) {
      let name = child("name", of: author)
      guard name.map({ outline.words(in: $0).isEmpty }) ?? true else { continue }
      report(author, "the author has no <name>", "Add it, with words.", &findings)
    }
  }

  /// A feed that says where the site is published links absolutely.
  private func links(of parent: Int, _ findings: inout Findings) {
    for link in children("link", of: parent) {
      let address = outline.tags[link]["href"] ?? ""
      if index.baseURL != nil, !SiteAddress.isElsewhere(address) {
        report(
          link, "the link `\(address)` is not absolute",
          "Begin it with the address of the site.", &findings)
      } else if address.isEmpty
        || index.destination(of: address, from: feed.path) == .nowhere
      {
        report(
          link, "the link `\(address)` leads to no file of the site",
          "Correct it or add the page.", &findings)
      }
    }
    let kinds = alternates(of: parent).map { outline.tags[$0] }
      .map { [$0["type"] ?? "", $0["hreflang"] ?? ""] }
    if Set(kinds).count < kinds.count {
      report(
        parent, "two links lead to the same kind of page",
        "Keep one link for each type and language.", &findings)
    }
  }

  private func ownAddress(_ findings: inout Findings) {
    guard let base = index.baseURL else { return }
    let own = children("link", of: 0).filter { outline.tags[$0]["rel"] == "self" }
    guard let link = own.first else {
      return report(
        0, "the feed does not say its own address",
        "Add <link rel=\"self\" href=\"\(base)\(feed.path)\"/>.", &findings)
    }
    let address = outline.tags[link]["href"] ?? ""
    if address != base + feed.path {
      report(
        link, "the feed’s own address is \(base)\(feed.path), not `\(address)`",
        "Correct the link.", &findings)
    }
  }

  private func alternates(of parent: Int) -> [Int] {
    children("link", of: parent).filter { (outline.tags[$0]["rel"] ?? "alternate") == "alternate" }
  }

  private func children(_ name: String, of parent: Int) -> [Int] {
    let depth = outline.tags[parent].depth + 1
    return outline.inside(parent).filter {
      outline.tags[$0].depth == depth && outline.tags[$0].name == name
    }
  }

  private func child(_ name: String, of parent: Int) -> Int? { children(name, of: parent).first }

  private func report(
    _ element: Int, _ message: String, _ remedy: String, _ findings: inout Findings
  ) {
    findings.add(.atomFeed, at: outline.tags[element].location, message, remedy)
  }
}
