package io.semascope.corpus;

import io.semascope.corpus.DocumentCollector.Draft;
import io.semascope.job.JobContext;
import io.semascope.problem.ProblemReport;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// A text from the clipboard on its way to becoming documents.
///
/// @param name what its documents are called and numbered after (`pasted-1`, `pasted-1:3`), unique in the workspace
/// @param text as pasted
public record PastedText(String name, String text) {
  private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\r|\\n");
  // Atomic, so that CR and LF of one line end are never taken for two.
  private static final Pattern BLANK_LINES =
      Pattern.compile("(?>\\r\\n|\\r|\\n)(?:[^\\S\\r\\n]*(?>\\r\\n|\\r|\\n))+");

  /// What becomes a document of its own.
  public enum Split {
    WHOLE,
    LINES,
    /// Blocks between blank lines.
    PARAGRAPHS
  }

  /// With the first name that no document has.
  ///
  /// @param taken ids of the documents there are
  public static PastedText named(Set<String> taken, String text) {
    int number = 1;
    while (taken.contains("pasted-" + number) || taken.contains("pasted-" + number + ":1")) {
      number++;
    }
    return new PastedText("pasted-" + number, text);
  }

  /// Cuts the text into documents; blank pieces are skipped and counted in the notes. Counts documents in the meter's current stage. Throws
  /// `CorpusUnreadable` when nothing is left, and for a lone surrogate or NUL character.
  public CorpusContents documents(Split split, JobContext context) {
    DocumentCollector.requireSound(text, "the clipboard");
    List<String> pieces =
        switch (split) {
          case WHOLE -> List.of(text);
          case LINES -> LINE_END.splitAsStream(text).toList();
          case PARAGRAPHS -> BLANK_LINES.splitAsStream(text).map(String::strip).toList();
        };
    DocumentCollector collector = new DocumentCollector(context);
    int number = 0;
    for (String piece : pieces) {
      number++;
      String id = split == Split.WHOLE ? name : name + ":" + number;
      collector.add(new Draft(id, "", piece, "", ""));
    }
    CorpusContents contents = collector.contents();
    if (contents.documents().isEmpty()) {
      throw new CorpusUnreadable(
          new ProblemReport(
              "The pasted text cannot be used.",
              "It has %,d characters, but none to read.".formatted(text.length()),
              "Copy some text and paste it again."));
    }
    return contents;
  }
}
