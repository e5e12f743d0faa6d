import MarketData
import TestSupport
import Testing

/// Gzip archives: what is unpacked, and what is said about those that are damaged or too large.
@Suite struct GzipArchiveTests {
  /// `date,value` and a row, packed by gzip.
  private static let archive: [UInt8] = [
    31, 139, 8, 0, 0, 0, 0, 0, 2, 255, 75, 73, 44, 73, 213, 41, 75, 204, 41, 77, 229, 50, 50, 48,
    52,
    211, 53, 48, 212, 53, 48, 209, 49, 50, 208, 51, 231, 2, 0, 239, 172, 201, 12, 27, 0, 0, 0,
  ]
  private static let content = "date,value\n2016-01-04,20.7\n"
  /// An archive of nothing.
  private static let empty: [UInt8] = [
    31, 139, 8, 0, 0, 0, 0, 0, 2, 255, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  ]
  private static let damaged =
    "x.gz: error: the gzip archive is damaged or cut short. Download the file again, or unpack it "
    + "with gunzip and import the content."

  private func unpacked(_ bytes: [UInt8], limit: Int = GzipArchive.contentLimit) -> String {
    do throws(Diagnostic) {
      return String(
        decoding: try GzipArchive.unpack(bytes, file: "x.gz", limit: limit), as: UTF8.self)
    } catch {
      return error.description
    }
  }

  @Test func archivesAreToldByTheirFirstBytes() {
    #expect(GzipArchive.isArchive(Self.archive))
    for bytes in [[], [31], [80, 75, 3, 4], Array(Self.content.utf8)] as [[UInt8]] {
      #expect(!GzipArchive.isArchive(bytes))
    }
  }

  @Test func oneMemberSeveralAndNoContent() {
    #expect(unpacked(Self.archive) == Self.content)
    #expect(unpacked(Self.archive + Self.empty + Self.archive) == Self.content + Self.content)
    #expect(unpacked(Self.empty).isEmpty)
  }

  @Test func anArchiveCutAnywhereIsDamaged() {
    for length in 0..<Self.archive.count {
      #expect(unpacked(Array(Self.archive.prefix(length))) == Self.damaged, "\(length)")
    }
  }

  @Test func whatIsNoArchiveOrIsFollowedByOtherBytesIsDamaged() {
    #expect(unpacked(Array(Self.content.utf8)) == Self.damaged)
    #expect(unpacked(Self.archive + [0]) == Self.damaged)
    #expect(unpacked(Self.archive + Array("x".utf8)) == Self.damaged)
  }

  @Test func aWrongChecksumIsDamaged() {
    var bytes = Self.archive
    bytes[bytes.count - 5] ^= 1
    #expect(unpacked(bytes) == Self.damaged)
  }

  @Test func contentBeyondTheLimitIsRefused() {
    #expect(unpacked(Self.archive, limit: 27) == Self.content)
    #expect(
      unpacked(Self.archive, limit: 26)
        == "x.gz: error: the gzip archive holds more than 26 bytes. Split the content into smaller "
        + "files.")
    #expect(unpacked(Self.archive + Self.archive, limit: 53).contains("more than 53 bytes"))
  }

  /// An archive may have a member every twenty bytes: each costs its own size, not that of the rest.
  @Test(.timeLimit(.minutes(1))) func manyMembersTakeLinearTime() {
    let many = Array(repeatElement(Self.empty, count: 20_000).joined())
    #expect(unpacked(many).isEmpty)
  }

  @Test func changedBytesNeverTrap() {
    var random = SplitMix64(seed: 11)
    for _ in 0..<500 {
      var bytes = Self.archive
      bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
      let text = unpacked(bytes, limit: 1 << 20)
      #expect(text == Self.damaged || !text.hasPrefix("x.gz: error") || text.contains("more than"))
    }
  }
}
