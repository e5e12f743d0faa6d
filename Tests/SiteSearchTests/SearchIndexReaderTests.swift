import SiteSearch
import TestSupport
import Testing

@Suite struct SearchIndexReaderTests {
  @Test func aMissingFileIsNamed() throws {
    var index = try MemoryIndex(SamplePages.all)
    index.files["terms/0.js"] = nil
    let damaged = index
    #expect(throws: SearchIndexError.missingFile("terms/0.js")) { try damaged.urls("vix") }
    index.files["manifest.js"] = nil
    let empty = index
    #expect(throws: SearchIndexError.missingFile("manifest.js")) { try empty.urls("vix") }
  }

  @Test func aFileOfAnotherBuildIsRefused() throws {
    var index = try MemoryIndex(SamplePages.all)
    index.files["terms/0.js"] = try MemoryIndex([SamplePages.term]).files["terms/0.js"]
    let mixed = index
    #expect(throws: SearchIndexError.otherBuild("terms/0.js")) { try mixed.urls("vix") }
  }

  @Test func filesCutShortAreDamaged() throws {
    let index = try MemoryIndex(SamplePages.all)
    for path in ["manifest.js", "terms/0.js", "pages/0.js"] {
      let bytes = try #require(index.files[path])
      for length in stride(from: 0, to: bytes.count, by: 23) {
        var cut = index
        cut.files[path] = Array(bytes.prefix(length))
        let damaged = cut
        #expect(throws: SearchIndexError.damagedFile(path)) { try damaged.urls("vix") }
      }
    }
  }

  @Test func changedBytesNeverTrap() throws {
    let index = try MemoryIndex(SamplePages.all)
    var generator = SplitMix64(seed: 6)
    for path in ["manifest.js", "terms/0.js", "pages/0.js"] {
      let bytes = try #require(index.files[path])
      for _ in 0..<150 {
        var changed = index
        var copy = bytes
        copy[Int.random(in: 0..<bytes.count, using: &generator)] =
          UInt8.random(in: 32...126, using: &generator)
        changed.files[path] = copy
        do throws(SearchIndexError) {
          _ = try changed.urls("vix contango", kind: "daily", date: "2016")
        } catch {
          #expect(!error.description.isEmpty)
        }
      }
    }
  }

  @Test func bytesOfAnAnswerAreCounted() throws {
    let index = try MemoryIndex(SamplePages.all)
    let answer = try index.reader().answer(to: SearchQuery("vix "))
    let expected = ["manifest.js", "terms/0.js", "pages/0.js"].compactMap { index.files[$0]?.count }
    #expect(answer.bytesLoaded == expected.reduce(0, +))
  }
}
