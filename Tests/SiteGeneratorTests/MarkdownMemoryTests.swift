import Foundation
import Markdown
import ParallelMap
import TestSupport
import Testing

@testable import SiteGenerator

/// Documents take their memory from an arena of their thread; texts must not show it.
@Suite struct MarkdownMemoryTests {
  private static func html(_ markdown: String, directive: @escaping () -> String? = { nil })
    -> String
  {
    MarkdownRenderer(
      resolveLink: { $0.destination + "#x" },
      renderDirective: { _ in directive() }
    ).render(markdown).html
  }

  /// Texts with every construct, of very different lengths.
  private static func text(_ random: inout SplitMix64) -> String {
    let parts = [
      "# A heading\n\n", "A *word* and **more** `code` [link](/a/) ![image](/b.png).\n\n",
      "- one\n- two\n  1. three\n\n", "> quoted\n> again\n\n", "```\nlet a = 1 < 2\n```\n\n",
      "[r]: /c/ \"title\"\n\n[r] and <https://example.com/>\n\n", "***\n\n", "é \\* &copy; ✓\n\n",
    ]
    let count = [1, 7, 60, 900][Int.random(in: 0...3, using: &random)]
    return (0..<count).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
  }

  @Test func documentsOfManyThreadsDoNotTouch() throws {
    var random = SplitMix64(seed: 30)
    let texts = (0..<200).map { _ in Self.text(&random) }
    let alone = texts.map { Self.html($0) }
    let together = try parallelMap(texts, jobs: 8) { Self.html($0) }
    #expect(together == alone)
  }

  @Test func aDocumentRenderedWithinAnotherLeavesItWhole() {
    var random = SplitMix64(seed: 31)
    let inner = Self.text(&random)
    let innerHTML = Self.html(inner)
    let long = String(repeating: "word *and* [link](/a/)\n\n", count: 20_000)
    let outer = long + "```figure\nx\n```\n\n" + long + "```figure\ny\n```\n\nend\n"
    let within = Self.html(outer) { Self.html(inner) }
    #expect(within == Self.html(outer) { innerHTML })
    #expect(within.hasSuffix("<p>end</p>\n"))
  }

  #if os(Linux)
    /// Resident memory in bytes, from the kernel.
    private func residentBytes() throws -> Int {
      let text = try DiskFileSystem(root: URL(fileURLWithPath: "/proc/self")).read("statm")
      let fields = String(decoding: text, as: UTF8.self).split(separator: " ")
      return try #require(Int(fields[1])) * sysconf(Int32(_SC_PAGESIZE))
    }

    @Test func memoryOfADocumentIsGivenBack() throws {
      let long = String(repeating: "word *and* [link](/a/)\n\n", count: 40_000)
      let expected = Self.html(long)
      let before = try residentBytes()
      for _ in 0..<8 { #expect(Self.html(long) == expected) }
      // One such document takes more than 60 MB; eight that stayed would take 480.
      #expect(try residentBytes() - before < 200 << 20)
    }
  #endif
}
