import MarketData
import Testing

/// What is said of a file that no reader accepts.
@Suite struct UnknownFileTests {
  private func refusal(_ text: String) -> String? {
    do {
      _ = try FileRecogniser.read(Array(text.utf8), file: "x.csv")
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test func theFirstLineAndTheNearestFormatAreShown() {
    #expect(
      refusal("Day,Open,High,Low,Close,Adj Close,Volume\n1,2,3,4,5,6,7\n")
        == "x.csv:1:1: error: no known format has the first line "
        + "\"Day,Open,High,Low,Close,Adj Close,Volume\". The nearest known format is yahoo-ohlcv: "
        + "Date,Open,High,Low,Close,Adj Close,Volume. Export the file again in a known format, or "
        + "name its kind with --kind.")
  }

  @Test func aLongFirstLineIsCut() {
    let line = String(repeating: "abcdefghi ", count: 30)
    let text = refusal(line + "\n")
    let shown = String(repeating: "abcdefghi ", count: 4)
    #expect(text?.contains("the first line \"\(shown)...\". The nearest") == true)
  }

  @Test func aFileBeyondTheLimitIsNotRead() {
    let bytes = [UInt8](repeating: 0x0A, count: 256 << 20 | 1)
    do {
      _ = try FileRecogniser.read(bytes, file: "x.csv")
      Issue.record("the file was read")
    } catch {
      #expect("\(error)" == "x.csv: error: the file is larger than 256 MB. Split it.")
    }
  }

  @Test func anEmptyFileIsSaidToBeEmpty() {
    #expect(
      refusal("") == "x.csv:1:1: error: the file is empty. "
        + "Add the header line and the rows, or remove the file from the sources.")
  }
}
