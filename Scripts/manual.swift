// Writes the manual page from the command's own help.
//
// usage: hedgebook --experimental-dump-help | swift manual.swift VERSION > hedgebook.1
// The page is in the man(7) macros and carries no date: same help, same bytes.
import Foundation

struct Help: Decodable {
  let command: Command
}

struct Command: Decodable {
  let commandName: String
  let abstract: String?
  let discussion: String?
  let shouldDisplay: Bool?
  let subcommands: [Command]?
  let arguments: [Argument]?

  /// Subcommands that a reader is told of; `help` tells of itself.
  var shownSubcommands: [Command] {
    (subcommands ?? []).filter { $0.commandName != "help" && $0.shouldDisplay ?? true }
  }
  /// Arguments of its own: every command has the other two.
  var shownArguments: [Argument] {
    (arguments ?? []).filter { argument in
      argument.shouldDisplay ?? true
        && !["help", "version"].contains(argument.names?.last?.name)
    }
  }
}

struct Argument: Decodable {
  struct Name: Decodable {
    let kind: String
    let name: String
    var text: String { (kind == "long" ? "--" : "-") + name }
  }

  let kind: String
  let isOptional: Bool
  let isRepeating: Bool
  let shouldDisplay: Bool?
  let names: [Name]?
  let valueName: String?
  let defaultValue: String?
  let allValues: [String]?
  let abstract: String?

  var value: String { "\\fI\(escaped(valueName ?? "value"))\\fR" }

  /// How the argument stands in a synopsis.
  var synopsis: String {
    let name = "\\fB\(escaped((names ?? []).last?.text ?? ""))\\fR"
    var text =
      switch kind {
      case "positional": value
      case "option": "\(name) \(value)"
      default: name
      }
    if isRepeating { text += "\\&..." }
    return isOptional ? "[\(text)]" : text
  }

  /// How the argument stands at the head of its description.
  var heading: String {
    if kind == "positional" { return value }
    let all = (names ?? []).sorted { $0.text.count < $1.text.count }.map {
      "\\fB\(escaped($0.text))\\fR"
    }.joined(separator: ", ")
    return kind == "option" ? "\(all) \(value)" : all
  }

  var description: String {
    var text = abstract ?? ""
    if let allValues, !allValues.isEmpty, kind != "flag" {
      text += " One of \(allValues.joined(separator: ", "))."
    }
    if let defaultValue, kind != "flag" { text += " (default: \(defaultValue))" }
    return text
  }
}

/// Text that roff prints as it stands: hyphens can be copied, no line is read as a request.
func escaped(_ text: String) -> String {
  text.replacingOccurrences(of: "\\", with: "\\e").replacingOccurrences(of: "-", with: "\\-")
    .replacingOccurrences(of: "'", with: "\\(aq").replacingOccurrences(of: "’", with: "\\(cq")
}

var lines: [String] = []

func paragraph(_ text: String) {
  let text = escaped(text)
  lines.append(text.hasPrefix(".") ? "\\&\(text)" : text)
}

/// Prose of a discussion; what follows EXAMPLES is set as it stands.
func discussion(_ text: String) {
  var isExample = false
  for part in text.components(separatedBy: "\n") {
    if part == "EXAMPLES" {
      isExample = true
      lines += [".PP", "Examples:", ".PP", ".nf", ".RS 4"]
    } else if isExample {
      paragraph(part.trimmingCharacters(in: .whitespaces))
    } else if part.isEmpty {
      if lines.last != ".PP" { lines.append(".PP") }
    } else {
      paragraph(part)
    }
  }
  while lines.last == ".PP" { lines.removeLast() }
  if isExample { lines += [".RE", ".fi"] }
}

func section(_ command: Command, after names: [String]) {
  let names = names + [command.commandName]
  lines.append(".SS \(escaped(names.dropFirst().joined(separator: " ")))")
  if command.shownSubcommands.isEmpty {
    let words = names.map(escaped).joined(separator: " ")
    lines.append(
      "\\fB\(words)\\fR \(command.shownArguments.map(\.synopsis).joined(separator: " "))")
    lines.append(".PP")
  }
  paragraph(command.abstract ?? "")
  if let text = command.discussion, !text.isEmpty {
    lines.append(".PP")
    discussion(text)
  }
  for argument in command.shownArguments {
    lines += [".TP", argument.heading]
    paragraph(argument.description)
  }
  for subcommand in command.shownSubcommands { section(subcommand, after: names) }
}

guard CommandLine.arguments.count == 2 else {
  FileHandle.standardError.write(Data("usage: manual.swift VERSION < help.json\n".utf8))
  exit(64)
}
let input = FileHandle.standardInput.readDataToEndOfFile()
let root = try JSONDecoder().decode(Help.self, from: input).command
let version = escaped(CommandLine.arguments[1])

lines += [".TH HEDGEBOOK 1 \"\" \"Hedgebook \(version)\" \"User Commands\""]
lines += [".SH NAME", "hedgebook \\- \(escaped(root.abstract ?? ""))", ".SH SYNOPSIS"]
lines += [".B hedgebook", ".I command", "[\\fIoption\\fR...]"]
lines += [".SH DESCRIPTION"]
discussion(root.discussion ?? "")
lines += [".SH OPTIONS", ".TP", "\\fB\\-\\-version\\fR"]
paragraph("Print the version, and the commit when the build was told.")
lines += [".TP", "\\fB\\-h\\fR, \\fB\\-\\-help\\fR"]
paragraph("Print help, after a command that of the command.")
lines.append(".SH COMMANDS")
for command in root.shownSubcommands { section(command, after: [root.commandName]) }
lines.append(".SH EXIT STATUS")
for (status, meaning) in [
  ("0", "Done."), ("1", "The content or the data is at fault; every fault is printed."),
  ("64", "Wrong usage."), ("70", "A fault of the program itself."),
  ("74", "Input or output failed."),
] {
  lines += [".TP", "\\fB\(status)\\fR"]
  paragraph(meaning)
}
lines.append(".SH FILES")
for (file, meaning) in [
  ("Content/site.yml", "What holds for the whole site; the only file that must be there."),
  ("Content/", "Write-ups, lessons, glossary, pages, books and data."),
  ("Templates/", "The site's own look; what it lacks comes from the product's share/hedgebook."),
  ("schemas/", "JSON Schemas of the YAML files, for editors; hedgebook init writes them."),
] {
  lines += [".TP", "\\fI\(escaped(file))\\fR"]
  paragraph(meaning)
}
print(lines.joined(separator: "\n"))
