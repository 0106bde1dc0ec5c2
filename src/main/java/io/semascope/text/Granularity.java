package io.semascope.text;

/// How finely a document is cut before each piece gets its own vector.
public sealed interface Granularity {
  /// The name used in files, on the command line and in labels: `document`, `paragraph`, `sentence`, `word` or `window:N/M`.
  String key();

  /// The whole document is one unit.
  record WholeDocument() implements Granularity {
    @Override
    public String key() {
      return "document";
    }
  }

  /// A block of text between empty lines.
  record Paragraph() implements Granularity {
    @Override
    public String key() {
      return "paragraph";
    }
  }

  record Sentence() implements Granularity {
    @Override
    public String key() {
      return "sentence";
    }
  }

  record Word() implements Granularity {
    @Override
    public String key() {
      return "word";
    }
  }

  /// A sliding window measured in tokens of the model.
  ///
  /// @param tokens longest window in tokens, special tokens and prompt included, at least 8
  /// @param overlap tokens shared by two windows in a row, at least 0 and less than half of `tokens`
  record TokenWindow(int tokens, int overlap) implements Granularity {
    public TokenWindow {
      if (tokens < 8 || overlap < 0 || overlap * 2 >= tokens) {
        throw new IllegalArgumentException(
            "a window needs at least 8 tokens and an overlap under half of them: "
                + tokens
                + "/"
                + overlap);
      }
    }

    @Override
    public String key() {
      return "window:" + tokens + "/" + overlap;
    }
  }

  /// Reads a `key()` back. Throws `IllegalArgumentException` for anything else.
  static Granularity parse(String key) {
    return switch (key) {
      case "document" -> new WholeDocument();
      case "paragraph" -> new Paragraph();
      case "sentence" -> new Sentence();
      case "word" -> new Word();
      default -> parseWindow(key);
    };
  }

  private static Granularity parseWindow(String key) {
    var match = java.util.regex.Pattern.compile("window:(\\d{1,6})/(\\d{1,6})").matcher(key);
    if (!match.matches()) {
      throw new IllegalArgumentException(
          "not document, paragraph, sentence, word or window:N/M: " + key);
    }
    return new TokenWindow(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
  }
}
