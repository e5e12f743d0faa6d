import Foundation
import Testing

@testable import Markdown

@Suite struct TableTests {
  private static let opening =
    "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Table\">\n<table>\n"

  /// The cells of each row with their tags, without the rest.
  private func rows(_ markdown: String) throws -> [[String]] {
    let markup = html(markdown)
    _ = try MarkupCheck(markup)
    return markup.split(separator: "<tr>\n").dropFirst().map { row in
      row.split(separator: "\n").prefix { $0 != "</tr>" }.map(String.init)
    }
  }

  @Test func aTableHasHeadersOfColumnsAndScrollsInABox() {
    #expect(
      html("| a | b |\n|---|--:|\n| 1 | 2 |\n") == Self.opening
        + "<thead>\n<tr>\n<th scope=\"col\">a</th>\n<th scope=\"col\" class=\"n\">b</th>\n</tr>\n"
        + "</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td class=\"n\">2</td>\n</tr>\n</tbody>\n"
        + "</table>\n</div>\n")
  }

  @Test func everyTableHasANameOfItsOwn() {
    let markup = html("| a |\n|---|\n\nb\n\n| c |\n|---|\n\nd\n\n| e |\n|---|\n")
    for name in ["Table", "Table 2", "Table 3"] {
      #expect(markup.components(separatedBy: "aria-label=\"\(name)\"").count == 2, "\(name)")
    }
  }

  @Test func aHeaderAloneIsATable() {
    #expect(
      html("| a |\n|---|\n") == Self.opening
        + "<thead>\n<tr>\n<th scope=\"col\">a</th>\n</tr>\n</thead>\n</table>\n</div>\n")
  }

  @Test func alignmentIsAClass() throws {
    #expect(
      try rows("a|b|c|d\n:-|:-:|-:|-\n1|2|3|4")[1] == [
        "<td>1</td>", "<td class=\"c\">2</td>", "<td class=\"n\">3</td>", "<td>4</td>",
      ])
  }

  @Test func cellsHoldInlineMarkup() throws {
    #expect(
      try rows("| *a* | `b` |\n|-|-|\n| [c][r] | **d** ~~e~~ \\*f |\n\n[r]: /x\n")[1] == [
        "<td><a href=\"/x\">c</a></td>", "<td><strong>d</strong> <del>e</del> *f</td>",
      ])
  }

  @Test func anEscapedPipeIsPartOfACellAlsoInCode() throws {
    #expect(
      try rows("| a | b |\n|-|-|\n| x \\| y | `p \\| q` |\n")[1] == [
        "<td>x | y</td>", "<td><code>p | q</code></td>",
      ])
  }

  @Test func aPipeInCodeThatIsNotEscapedEndsTheCell() throws {
    #expect(try rows("a|b\n-|-\n`p | q`\n")[1] == ["<td>`p</td>", "<td>q`</td>"])
  }

  @Test func marksAtACellsEndStay() throws {
    #expect(
      try rows("| C # | a \\ |\n|-|-|\n| # | ## b ## |\n")
        == [
          ["<th scope=\"col\">C #</th>", "<th scope=\"col\">a \\</th>"],
          ["<td>#</td>", "<td>## b ##</td>"],
        ])
  }

  @Test func emptyCellsStay() throws {
    #expect(try rows("| | b |\n|-|-|\n|  |  |\n")[1] == ["<td></td>", "<td></td>"])
  }

  @Test func shortRowsAreFilledAndLongOnesCutWithAProblem() throws {
    let text = "| a | b |\n|---|--:|\n| 1 |\n| 1 | 2 | 3 |\n"
    #expect(
      try rows(text).dropFirst() == [
        ["<td>1</td>", "<td class=\"n\"></td>"], ["<td>1</td>", "<td class=\"n\">2</td>"],
      ])
    #expect(
      problems(text) == [
        "3:1: warning: the row has too few cells: 1 cell in a table of 2 columns. "
          + "Write the missing cells, empty ones as `|  |`.",
        "4:1: error: the row has too many cells: 3 cells in a table of 2 columns. "
          + "Write a pipe that belongs to a cell as `\\|`, or add a column to the header row.",
      ])
  }

  @Test func textAboveTheHeaderStaysAParagraph() {
    let markup = html("text\nmore\n| a |\n|---|\n| 1 |\n\nafter\n")
    #expect(markup.hasPrefix("<p>text\nmore</p>\n<div"))
    #expect(markup.hasSuffix("</div>\n<p>after</p>\n"))
  }

  @Test func aTableEndsAtABlankLineOrAnotherBlock() throws {
    for end in ["\nafter", "> quote", "- item", "# heading", "---", "```\ncode\n```", "***"] {
      #expect(try rows("|a|\n|-|\n|1|\n\(end)\n").count == 2, "\(end)")
    }
    #expect(html("|a|\n|-|\n|1|\n---\n").hasSuffix("</div>\n<hr />\n"))
  }

  @Test func linesThatAreNoTable() throws {
    for text in [
      "a\n---", "a | b\n- | -", "|a|b|\n|-|", "|a|\n|x|", "|-|", "a|b\n\n-|-", "a|b\n-|:",
      "    |a|\n    |-|", "```\n|a|\n|-|\n```", "|a|\n|-:-|",
    ] {
      #expect(try MarkupCheck(html(text)).all("table").isEmpty, "\(text)")
    }
  }

  @Test func tablesStandInQuotationsListsAndFootnotes() throws {
    for text in [
      "> |a|b|\n> |-|-|\n> |1|2|\n", "- |a|b|\n  |-|-|\n  |1|2|\n",
      "1. x\n\n   a|b\n   -|-\n   1|2\n",
      "> - > a|b\n>   > -|-\n>   > 1|2\n", "x[^1]\n\n[^1]: y\n\n    |a|b|\n    |-|-|\n    |1|2|\n",
      "x[^1]\n\n[^1]: |a|b|\n    |-|-|\n    |1|2|\n",
    ] {
      let check = try MarkupCheck(html(text))
      #expect(check.all("th").count == 2 && check.all("td").count == 2, "\(text) \(html(text))")
      #expect(check.all("h6").isEmpty && problems(text).isEmpty)
    }
  }

  @Test func aRowOutsideTheQuotationIsNotInTheTable() {
    let markup = html("> |a|\n> |-|\n> |1|\n|2|\n")
    #expect(markup.contains("<td>1</td>") && markup.hasSuffix("</blockquote>\n<p>|2|</p>\n"))
    #expect(html("> |a|\n|-|\n").contains("<table") == false)
  }

  @Test func twoTablesOfATextAreKeptApart() throws {
    let check = try MarkupCheck(html("|a|\n|-|\n|1|\n\n|b|c|\n|-|-|\n|2|3|\n"))
    #expect(check.all("table").count == 2 && check.all("th").count == 3)
  }

  @Test func problemsInCellsHaveTheirPlace() {
    #expect(
      problems("text\n\n> | a | é \\| [x](javascript:y) |\n> |---|---|\n").map {
        $0.prefix { $0 != " " }
      } == ["3:14:"])
  }
}
