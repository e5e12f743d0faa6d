/// The script that shows a page anew when the site has changed.
///
/// A page's policy allows scripts of its own site and no connections. The script therefore asks by
/// loading another script, which the server holds back until there is something to say: the policy
/// of the page stays as it will be when published.
enum LiveReload {
  /// The folder that the server keeps for itself; no page of a site can lie there.
  static let folder = "-/"
  static let scriptPath = "-/reload.js"
  static let waitPath = "-/changed.js"

  static let script = """
    // Added by the preview; not part of the site.
    "use strict";
    (function () {
      var shown = document.currentScript.dataset.shown;
      var address = new URL("changed.js", document.currentScript.src);
      var leaving = false;
      function ask() {
        var script = document.createElement("script");
        address.search = "?shown=" + encodeURIComponent(shown) + "&t=" + Date.now();
        script.src = address.href;
        script.onload = function () { script.remove(); if (!leaving) { ask(); } };
        script.onerror = function () { script.remove(); setTimeout(ask, 1000); };
        document.head.append(script);
      }
      addEventListener("preview-changed", function () { leaving = true; location.reload(); });
      if (document.readyState === "complete") { ask(); } else { addEventListener("load", ask); }
    })();

    """

  /// The answer to a page that shows an older version.
  static let changed = "dispatchEvent(new Event(\"preview-changed\"));\n"
  /// The answer when nothing has changed for a while.
  static let unchanged = "// Nothing has changed.\n"

  /// A page with the script in its head; `shown` names the version of the site.
  static func adding(to html: [UInt8], shown: String) -> [UInt8] {
    let tag = Array(
      "<script defer=\"\" src=\"/\(scriptPath)\" data-shown=\"\(shown)\"></script>\n".utf8)
    guard let place = position(of: Array("</head>".utf8), in: html) else { return html + tag }
    return Array(html[..<place]) + tag + Array(html[place...])
  }

  /// Where the first occurrence of a pattern begins.
  private static func position(of pattern: [UInt8], in bytes: [UInt8]) -> Int? {
    guard bytes.count >= pattern.count else { return nil }
    return (0...(bytes.count - pattern.count)).first { start in
      bytes[start] == pattern[0] && bytes[start..<(start + pattern.count)].elementsEqual(pattern)
    }
  }

  /// The version that a waiting page shows, from its query.
  static func shown(inQuery query: String) -> String? {
    query.dropFirst().split(separator: "&").first { $0.hasPrefix("shown=") }
      .map { String($0.dropFirst("shown=".count)) }
  }
}
