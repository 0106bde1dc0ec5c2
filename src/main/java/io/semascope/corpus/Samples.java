package io.semascope.corpus;

import io.semascope.corpus.DocumentCollector.Draft;
import io.semascope.job.JobContext;
import io.semascope.text.Document;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The corpora that come with Semascope, read from `/assets/samples` on the class path.
public final class Samples {
  private static final String FOLDER = "/assets/samples/";
  private static final List<String> ARTICLES =
      List.of(
          "bread-and-microbes",
          "chess-clocks-and-scheduling",
          "city-trees-and-heat",
          "lighthouses-and-signals",
          "rivers-and-insurance",
          "the-violin-maker");

  private Samples() {}

  /// A catalogue of 205 skills of 50 to 100 words each, in 16 categories.
  public static List<Document> skills() {
    return rows("skills.csv").stream()
        .map(row -> new Document(row.get(0), row.get(1), row.get(3), row.get(2), "skills.csv"))
        .toList();
  }

  /// 60 tasks of one to three sentences.
  public static List<Task> tasks() {
    return rows("tasks.csv").stream()
        .map(
            row ->
                new Task(
                    new Document(
                        row.get(0),
                        DocumentCollector.snippet(row.get(1)),
                        row.get(1),
                        row.get(2),
                        "tasks.csv"),
                    List.of(row.get(3).split(";"))))
        .toList();
  }

  /// 80 pairs of sentences: 40 of each kind.
  public static List<Pair> paraphrases() {
    return rows("paraphrases.csv").stream()
        .map(
            row ->
                new Pair(
                    row.get(0),
                    PairKind.valueOf(row.get(1).replace('-', '_').toUpperCase(Locale.ROOT)),
                    row.get(2),
                    row.get(3)))
        .toList();
  }

  /// 6 articles of 600 to 1,500 words with headings and paragraphs, sorted by id.
  public static List<Document> articles() {
    DocumentCollector collector = new DocumentCollector(JobContext.direct());
    for (String name : ARTICLES) {
      String file = "documents/" + name + ".md";
      try (StrictText text = open(file)) {
        String all = text.readAll();
        String title = CorpusReader.markdownTitle(all).orElse(name);
        collector.add(new Draft(name, title, all, "", file));
      }
    }
    return collector.contents().documents();
  }

  /// @param document the task as a person would state it
  /// @param relevantSkills ids of the skills its writer called relevant
  public record Task(Document document, List<String> relevantSkills) {
    public Task {
      relevantSkills = List.copyOf(relevantSkills);
    }
  }

  /// What two sentences of a pair have in common.
  public enum PairKind {
    /// They mean the same and share hardly a word.
    SAME_MEANING,
    /// They share their words and mean different things.
    SHARED_WORDS
  }

  public record Pair(String id, PairKind kind, String left, String right) {}

  private static List<List<String>> rows(String file) {
    try (TableFile table = TableFile.open(open(file), file, false)) {
      List<List<String>> rows = new ArrayList<>();
      for (Optional<TableFile.Row> row = table.nextRow(); row.isPresent(); row = table.nextRow()) {
        rows.add(row.get().values());
      }
      return rows;
    }
  }

  private static StrictText open(String file) {
    InputStream bytes = Samples.class.getResourceAsStream(FOLDER + file);
    if (bytes == null) {
      throw CorpusUnreadable.of(
          file, "This installation lacks the bundled samples.", "Install Semascope again.");
    }
    return StrictText.open(bytes, file);
  }
}
