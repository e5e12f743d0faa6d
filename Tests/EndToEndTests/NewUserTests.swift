import Foundation
import Testing

/// The README's first commands with the built program, and the mistakes of somebody who types them
/// for the first time: each says what to do.
@Suite(
  .serialized,
  .enabled(if: Command.program != nil, "the command was not built beside the tests"))
struct NewUserTests {
  private let temporary: TemporaryFolder
  private let command: Command

  init() throws {
    temporary = try TemporaryFolder()
    command = Command(folder: temporary.url)
  }

  /// A new site with the example, and the command in its folder.
  private func site() throws -> Command {
    let made = try command("init", "my-notes")
    #expect(made.status == 0 && made.error.isEmpty, "\(made)")
    return Command(folder: temporary("my-notes"))
  }

  @Test func theReadmesCommandsWork() throws {
    let made = try command("init", "my-notes")
    #expect(
      made.output.hasSuffix(
        " in my-notes. Content/site.yml explains each key.\n"
          + "Next: cd my-notes && hedgebook new report 2016-01-05 && hedgebook build\n"))
    let site = Command(folder: temporary("my-notes"))
    #expect(
      try site("new", "report", "2016-01-05")
        == Command.Outcome(
          status: 0,
          output: """
            Wrote Content/reports/2016-01-05.md, a draft of /daily/2016/01/05/.
            hedgebook build --drafts and hedgebook serve --drafts show it; remove its line \
            `draft: true` to publish it.

            """, error: ""))
    let without = try site("build")
    #expect(without.status == 0 && without.error.isEmpty)
    #expect(
      without.output.hasPrefix(
        "left out: Content/reports/2016-01-05.md, a draft; --drafts shows it\n"))
    let drafts = try site("build", "--drafts")
    #expect(drafts.status == 0 && drafts.error.isEmpty)
    #expect(!drafts.output.contains("left out"))
    #expect(try temporary.contents()["my-notes/Output/daily/2016/01/05/index.html"] != nil)
    let checked = try site("check")
    #expect(checked.status == 0 && checked.output.hasSuffix("nothing is broken.\n"), "\(checked)")
  }

  /// What `new report` says about a date, with its status.
  @Test(arguments: [
    (
      "2016-13-05", 64,
      "Error: 2016-13-05 is no date of the calendar. Write it as YYYY-MM-DD, such as 2016-01-05.\n"
    ),
    (
      "5.1.2016", 64,
      "Error: 5.1.2016 is no date of the calendar. Write it as YYYY-MM-DD, such as 2016-01-05.\n"
    ),
    (
      "2016-01-09", 1,
      "2016-01-09: error: there is no session on this date, it is a Saturday. "
        + "The nearest sessions are 2016-01-08 and 2016-01-11.\n"
    ),
    (
      "2016-01-18", 1,
      "2016-01-18: error: there is no session on this date, the exchange is closed: "
        + "Martin Luther King Jr. Day. The nearest sessions are 2016-01-15 and 2016-01-19.\n"
    ),
    (
      "2016-01-11", 1,
      "Content/data/market/spx.csv: error: the file ends on 2016-01-08, before 2016-01-11. "
        + "Bring the missing sessions in with `hedgebook import --id spx FILE`.\n"
        + "Content/site.yml: error: 2016-01-11 lies after the last write-up, 2016-01-08. "
        + "Write `to: 2016-01-11` there.\n"
    ),
    (
      "2015-12-31", 1,
      "Content/site.yml: error: 2015-12-31 lies before the first write-up, 2016-01-04. "
        + "Write `from: 2015-12-31` there.\n"
    ),
  ])
  func aDateWithoutDataSaysWhatToDo(date: String, status: Int32, error: String) throws {
    let outcome = try site()("new", "report", date)
    #expect(outcome.status == status)
    #expect(outcome.error.hasPrefix(error), "\(outcome.error)")
    #expect(outcome.output.isEmpty)
  }

  @Test func aFileThatIsThereIsLeftAsItIs() throws {
    let site = try site()
    #expect(try site("new", "report", "2016-01-05").status == 0)
    let before = try temporary.contents()
    #expect(
      try site("new", "report", "2016-01-05")
        == Command.Outcome(
          status: 1, output: "",
          error: """
            Content/reports/2016-01-05.md: error: the file is there already, and is left as it is. \
            Edit it, or remove it first.
            1 error; nothing was written.

            """))
    #expect(try temporary.contents() == before)
  }

  @Test func aFolderThatIsThereIsLeftAsItIs() throws {
    _ = try site()
    #expect(
      try command("init", "my-notes")
        == Command.Outcome(
          status: 74, output: "",
          error: """
            error: my-notes: the folder is not empty (.gitignore, Content, README.md, …). \
            Name a folder that does not exist yet, or an empty one.

            """))
  }

  /// The commonest mistake of all: the command is run beside the site.
  @Test(arguments: [
    ["build"], ["new", "report", "2016-01-05"], ["layers", "--date", "2016-01-05"],
  ])
  func theWrongFolderIsNamed(arguments: [String]) throws {
    _ = try site()
    let running = try command.start(arguments)
    let error = String(
      decoding: running.error.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    running.process.waitUntilExit()
    #expect(running.process.terminationStatus == 1)
    #expect(
      error.hasPrefix(
        "Content/site.yml: error: the file is missing. Go to the site’s folder or name it with "
          + "--source; `hedgebook init DIR` makes a new site.\n"), "\(error)")
  }

  @Test func aSiteThatWasNotBuiltCannotBeChecked() throws {
    #expect(
      try site()("check")
        == Command.Outcome(
          status: 74, output: "",
          error: "error: Output holds no HTML page. Build the site first: hedgebook build.\n"))
  }

  @Test(.timeLimit(.minutes(2))) func theSiteIsServedWithItsDraftsAndThePortIsTaken() throws {
    let site = try site()
    #expect(try site("new", "report", "2016-01-05").status == 0)
    let first = try site.start(["serve", "--port", "0", "--drafts"])
    defer { first.process.terminate() }
    let line = first.firstLine()
    let address = try #require(
      line.firstMatch(of: /^Preview at http:\/\/127\.0\.0\.1:(\d+)\/ \(Ctrl-C stops\)$/))
    #expect(
      try site("serve", "--port", String(address.1))
        == Command.Outcome(
          status: 74, output: "",
          error: "error: port \(address.1) is taken by another program. "
            + "Choose another with --port, or any free one with --port 0.\n"))
    // The line after the address says that the site was built; a draft left out would stand before it.
    #expect(first.firstLine().contains(" ms: "))
  }
}
