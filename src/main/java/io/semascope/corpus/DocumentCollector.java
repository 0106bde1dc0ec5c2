package io.semascope.corpus;

import io.semascope.job.JobContext;
import io.semascope.problem.ProblemReport;
import io.semascope.text.Document;
import io.semascope.text.TextBoundary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Turns what a reader finds into documents that keep every promise: texts that say something, sound Unicode, ids and titles that can be used.
final class DocumentCollector {
  /// Most documents and UTF-16 units of one import: more would not fit a workspace that stays fluid.
  static final int MOST_DOCUMENTS = 2_000_000;

  static final long MOST_CHARS = 1L << 29;

  private static final int LONGEST_ID_CHARS = 400;
  private static final int LONGEST_TITLE_CHARS = 120;
  private static final int SNIPPET_CHARS = 60;
  private static final int HEAD_CHARS = 4096;
  private static final Pattern CHUNK_SUFFIX = Pattern.compile("#(?=[pswt]\\d+$)");
  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\p{Cntrl}\\s\\u0085\\u2028\\u2029]+");

  private final JobContext context;
  private final List<Document> documents = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private final Map<String, Integer> lastNumbers = new HashMap<>();
  private final Tally blank = new Tally();
  private final Tally repeated = new Tally();
  private final Tally renamed = new Tally();
  private final Tally shortened = new Tally();
  private long chars;

  DocumentCollector(JobContext context) {
    this.context = context;
  }

  /// @param id wanted; made unique
  /// @param title shown on the map; the first words of the text when blank
  /// @param category may be empty
  /// @param source the file and row, for people
  record Draft(String id, String title, String text, String category, String source) {}

  /// Takes a document, or counts it as skipped when its text is blank. Throws `CorpusUnreadable` for broken Unicode and when a limit is passed.
  void add(Draft draft) {
    context.cancellation().check();
    if (draft.text().codePoints().allMatch(DocumentCollector::isBlank)) {
      blank.count(draft.source());
      return;
    }
    requireSound(draft.text(), draft.source());
    requireSound(String.join("\n", draft.id(), draft.title(), draft.category()), draft.source());
    chars += draft.text().length();
    requireRoom();
    documents.add(
        new Document(
            uniqueId(draft),
            title(draft),
            draft.text(),
            onOneLine(draft.category()),
            draft.source()));
    context.meter().advance(documents.size());
  }

  void note(String sentence) {
    if (!notes.contains(sentence)) {
      notes.add(sentence);
    }
  }

  boolean isEmpty() {
    return documents.isEmpty();
  }

  CorpusContents contents() {
    List<String> all = new ArrayList<>(notes);
    blank.sentence("blank text was skipped", "blank texts were skipped").ifPresent(all::add);
    repeated
        .sentence(
            "id had been used before and was numbered",
            "ids had been used before and were numbered")
        .ifPresent(all::add);
    renamed
        .sentence(
            "id could not be used as it is and was changed",
            "ids could not be used as they are and were changed")
        .ifPresent(all::add);
    String to = " to " + LONGEST_TITLE_CHARS + " characters";
    shortened
        .sentence("title was shortened" + to, "titles were shortened" + to)
        .ifPresent(all::add);
    return new CorpusContents(documents, all);
  }

  /// Throws `CorpusUnreadable` for a lone surrogate or a NUL character.
  static void requireSound(String text, String source) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        i++;
      } else if (c == 0 || Character.isSurrogate(c)) {
        throw unsound(source, i, c);
      }
    }
  }

  private static CorpusUnreadable unsound(String source, int offset, char c) {
    return new CorpusUnreadable(
        new ProblemReport(
            "The text from %s cannot be used.".formatted(source.isEmpty() ? "the input" : source),
            "At offset %,d it has U+%04X, %s."
                .formatted(
                    offset,
                    (int) c,
                    c == 0 ? "a NUL character" : "half of a character that needs two halves"),
            "Remove this character and try again."));
  }

  private void requireRoom() {
    if (documents.size() >= MOST_DOCUMENTS || chars > MOST_CHARS) {
      throw new CorpusUnreadable(
          new ProblemReport(
              "There is too much text for one import.",
              "It has more than %,d documents or %,d characters."
                  .formatted(MOST_DOCUMENTS, MOST_CHARS),
              "Import it in parts, each into a workspace of its own."));
    }
  }

  private String uniqueId(Draft draft) {
    String clean = CHUNK_SUFFIX.matcher(onOneLine(draft.id())).replaceFirst("/");
    if (clean.length() > LONGEST_ID_CHARS) {
      clean = new TextBoundary(clean).beginning(LONGEST_ID_CHARS);
    }
    if (!clean.equals(draft.id())) {
      renamed.count("“" + clean + "” in " + draft.source());
    }
    if (ids.add(clean)) {
      return clean;
    }
    int number = lastNumbers.getOrDefault(clean, 1) + 1;
    while (!ids.add(clean + "-" + number)) {
      number++;
    }
    lastNumbers.put(clean, number);
    repeated.count("“%s” in %s, now “%s-%d”".formatted(clean, draft.source(), clean, number));
    return clean + "-" + number;
  }

  private String title(Draft draft) {
    String title = onOneLine(draft.title());
    if (title.isEmpty()) {
      return snippet(onOneLine(head(draft.text())));
    }
    if (title.length() <= LONGEST_TITLE_CHARS) {
      return title;
    }
    shortened.count(draft.source());
    return new TextBoundary(title).beginning(LONGEST_TITLE_CHARS - 1) + "…";
  }

  /// Enough of a text to find its first words in.
  private static String head(String text) {
    return new TextBoundary(text).beginning(HEAD_CHARS);
  }

  /// The first words of a text that stands on one line.
  static String snippet(String text) {
    if (text.isEmpty()) {
      return "…";
    }
    if (text.length() <= SNIPPET_CHARS) {
      return text;
    }
    int blank = text.lastIndexOf(' ', SNIPPET_CHARS);
    int end = blank > SNIPPET_CHARS / 2 ? blank : new TextBoundary(text).at(SNIPPET_CHARS);
    return text.substring(0, end) + "…";
  }

  private static String onOneLine(String text) {
    return UNPRINTABLE.matcher(text).replaceAll(" ").strip();
  }

  private static boolean isBlank(int codePoint) {
    return Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint)
        || codePoint == 0x200B
        || codePoint == 0xFEFF;
  }

  /// How often something happened, and where first.
  private static final class Tally {
    private long count;
    private String first = "";

    void count(String where) {
      if (count++ == 0) {
        first = where;
      }
    }

    /// @param one what happened, when it happened once
    /// @param many the same for any other number
    Optional<String> sentence(String one, String many) {
      return switch (Math.clamp(count, 0, 2)) {
        case 0 -> Optional.empty();
        case 1 -> Optional.of("1 %s: %s.".formatted(one, first));
        default ->
            Optional.of(String.format(Locale.ROOT, "%,d %s, the first: %s.", count, many, first));
      };
    }
  }
}
