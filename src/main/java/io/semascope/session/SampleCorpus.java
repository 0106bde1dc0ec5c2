package io.semascope.session;

import io.semascope.corpus.CorpusContents;
import io.semascope.corpus.Samples;
import io.semascope.text.Document;
import java.util.ArrayList;
import java.util.List;

/// The bundled corpora a person can open.
public enum SampleCorpus {
  /// 205 skills in 16 categories: what is on the map at the first start.
  SKILLS("Skills"),
  /// 60 tasks a person might state at work.
  TASKS("Tasks"),
  /// 6 articles, each on more than one topic.
  ARTICLES("Articles"),
  /// 80 pairs of sentences that mean the same without sharing words, or the reverse.
  PARAPHRASES("Paraphrases");

  private final String title;

  SampleCorpus(String title) {
    this.title = title;
  }

  /// For menus.
  public String title() {
    return title;
  }

  CorpusContents contents() {
    return new CorpusContents(
        switch (this) {
          case SKILLS -> Samples.skills();
          case TASKS -> Samples.tasks().stream().map(Samples.Task::document).toList();
          case ARTICLES -> Samples.articles();
          case PARAPHRASES -> pairs();
        },
        List.of());
  }

  private static List<Document> pairs() {
    List<Document> documents = new ArrayList<>();
    for (Samples.Pair pair : Samples.paraphrases()) {
      String category =
          switch (pair.kind()) {
            case SAME_MEANING -> "same meaning";
            case SHARED_WORDS -> "shared words";
          };
      documents.add(side(pair.id() + "-left", pair.left(), category));
      documents.add(side(pair.id() + "-right", pair.right(), category));
    }
    return documents;
  }

  private static Document side(String id, String text, String category) {
    return new Document(id, id, text, category, "paraphrases.csv");
  }
}
