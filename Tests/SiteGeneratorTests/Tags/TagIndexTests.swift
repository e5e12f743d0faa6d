import Testing

@testable import SiteGenerator

@Suite struct TagIndexTests {
  private func page(
    _ name: String, _ kind: ListedPage.Kind = .lesson, tags: [String] = [], terms: [String] = []
  ) -> TaggedPage {
    TaggedPage(
      page: ListedPage(kind: kind, path: PagePath("\(name)/"), title: name), tags: tags,
      terms: terms)
  }

  private func related(_ name: String, in pages: [TaggedPage]) -> [String] {
    (TagIndex(pages).related[PagePath("\(name)/")] ?? []).map(\.title)
  }

  @Test func aSharedTagRelatesAndATermAloneDoesNot() {
    let pages = [
      page("a", tags: ["x"], terms: ["t", "u"]), page("b", tags: ["x"]), page("c", terms: ["t"]),
      page("d", terms: ["t", "u"]), page("e", tags: ["y"]),
    ]
    #expect(related("a", in: pages) == ["b", "d"])
    #expect(related("c", in: pages) == [])
    // Two terms in common, and no tag of its own.
    #expect(related("d", in: pages) == [])
    #expect(related("e", in: pages) == [])
  }

  /// More in common comes first; then lessons, terms, write-ups, each by address.
  @Test func theNearestComeFirstAndTiesHaveAnOrder() {
    let pages = [
      page("w", .writeUp, tags: ["x"]), page("t", .term, tags: ["x"]), page("b", tags: ["x"]),
      page("a", tags: ["x"]), page("n", .writeUp, tags: ["x", "y"]),
      page("self", tags: ["x", "y"]),
    ]
    #expect(related("self", in: pages) == ["n", "a", "b", "t"])
    #expect(related("self", in: pages.reversed()) == ["n", "a", "b", "t"])
  }

  @Test func atMostFourAreShown() {
    let pages = (0..<9).map { page("p\($0)", tags: ["x"]) }
    #expect(related("p8", in: pages) == ["p0", "p1", "p2", "p3"])
  }

  /// A tag of every page says nothing about two of them.
  @Test func whatTooManyShareRelatesNothing() {
    let few = (0..<TagIndex.widest).map { page("p\($0)", tags: ["x"]) }
    #expect(related("p0", in: few).count == 4)
    #expect(related("p0", in: few + [page("more", tags: ["x"])]) == [])
    #expect(TagIndex(few + [page("more", tags: ["x"])]).pages["x"]?.count == TagIndex.widest + 1)
  }

  @Test func anEmptyIndexHasNothing() {
    #expect(TagIndex().names.isEmpty && TagIndex().related.isEmpty)
  }

  @Test func theTermsOfATextAreThoseItLinksTo() {
    var prose = Prose(
      markdown: "A [b](/glossary/on-balance-volume/) and [c](/glossary/vega/#x), [d](/lessons/a/).",
      file: "a.md", line: 1)
    #expect(prose.linkedTerms == ["on-balance-volume", "vega"])
    prose.markdown = "No link."
    #expect(prose.linkedTerms == [])
  }
}
