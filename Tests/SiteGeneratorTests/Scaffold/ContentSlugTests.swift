import Testing

@testable import SiteGenerator

@Suite struct ContentSlugTests {
  @Test(arguments: [
    "a", "vix", "what-a-roll-costs", "layer-2", "a1", String(repeating: "a", count: 80),
  ])
  func goodSlugsHaveNoFault(slug: String) {
    #expect(ContentSlug.fault(of: slug) == nil)
  }

  @Test(arguments: [
    ("", "`` does not begin with a lowercase letter", "my-page"),
    ("Vega", "`Vega` does not begin with a lowercase letter", "vega"),
    ("2-layers", "`2-layers` does not begin with a lowercase letter", "layers"),
    ("-a", "`-a` does not begin with a lowercase letter", "a"),
    ("../x", "`../x` does not begin with a lowercase letter", "x"),
    ("a b", "`a b` is no slug", "a-b"), ("a/b", "`a/b` is no slug", "a-b"),
    ("a--b", "`a--b` is no slug", "a-b"), ("a-", "`a-` is no slug", "a"),
    ("über", "`über` does not begin with a lowercase letter", "ber"),
    ("aB", "`aB` is no slug", "ab"), ("a_b", "`a_b` is no slug", "a-b"),
  ])
  func badSlugsAreNamedWithABetterOne(slug: String, what: String, better: String) throws {
    let fault = try #require(ContentSlug.fault(of: slug))
    #expect(fault.what == what)
    #expect(
      fault.remedy == "Use lowercase letters, digits and single hyphens, such as `\(better)`.")
    #expect(ContentSlug.fault(of: better) == nil)
  }

  @Test func theNameOfAFileIsNoSlug() throws {
    let fault = try #require(ContentSlug.fault(of: "vega.md"))
    #expect(fault.what == "`vega.md` is the name of a file")
    #expect(fault.remedy == "Leave out `.md`: `vega`.")
  }

  @Test func aLongSlugIsRefused() throws {
    let fault = try #require(ContentSlug.fault(of: String(repeating: "a", count: 81)))
    #expect(fault.what == "the slug has more than 80 characters")
    #expect(fault.remedy == "Choose a shorter one; it is part of the address.")
  }

  @Test func aTitleIsMadeOfTheWords() {
    #expect(ContentSlug.title(of: "what-a-roll-costs") == "What a roll costs")
    #expect(ContentSlug.title(of: "vix") == "Vix")
  }
}
