import Quant
import Testing

@testable import SiteGenerator

@Suite struct StructuredDataTests {
  @Test func nothingInItCanEndTheElement() throws {
    let data = StructuredData(
      headline: "A \"day\" </script><b>&\\\n",
      published: try #require(CalendarDate("2016-01-04")),
      modified: try #require(CalendarDate("2016-01-12")), language: "en", author: "A", site: "S",
      address: nil)
    #expect(
      data.html == """
        <script type="application/ld+json">{"@context":"https://schema.org","@type":"Article",\
        "headline":"A \\"day\\" \\u003c/script\\u003e\\u003cb\\u003e\\u0026\\\\ ",\
        "datePublished":"2016-01-04",\
        "dateModified":"2016-01-12","inLanguage":"en","isAccessibleForFree":true,\
        "author":{"@type":"Organization","name":"A"},"isPartOf":{"@type":"WebSite","name":"S"}}</script>
        """)
  }
}
