package io.semascope.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.corpus.Samples.Pair;
import io.semascope.corpus.Samples.PairKind;
import io.semascope.corpus.Samples.Task;
import io.semascope.text.Document;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Holds the bundled corpora to what is said of them.
class SamplesTest {
  @Test
  void thereAre205SkillsOfFiftyToAHundredWords() {
    List<Document> skills = Samples.skills();
    assertEquals(205, skills.size());
    assertEquals(205, distinct(skills.stream().map(Document::id).toList()));
    assertEquals(205, distinct(skills.stream().map(Document::text).toList()));
    assertTrue(distinct(skills.stream().map(Document::category).toList()) >= 12);
    for (Document skill : skills) {
      int words = words(skill.text()).size();
      assertTrue(words >= 50 && words <= 100, skill.id() + " has " + words + " words");
      assertFalse(skill.category().isBlank(), skill.id());
    }
  }

  @Test
  void thereAre60TasksWhoseSkillsExist() {
    List<Task> tasks = Samples.tasks();
    Set<String> skills = Samples.skills().stream().map(Document::id).collect(Collectors.toSet());
    assertEquals(60, tasks.size());
    assertEquals(60, distinct(tasks.stream().map(task -> task.document().id()).toList()));
    for (Task task : tasks) {
      assertFalse(task.relevantSkills().isEmpty(), task.document().id());
      assertTrue(skills.containsAll(task.relevantSkills()), task.document().id());
      assertEquals(
          task.relevantSkills().size(), distinct(task.relevantSkills()), task.document().id());
    }
  }

  @Test
  void thereAreFortyPairsOfEachKind() {
    List<Pair> pairs = Samples.paraphrases();
    assertEquals(80, distinct(pairs.stream().map(Pair::id).toList()));
    for (PairKind kind : PairKind.values()) {
      List<Pair> same = pairs.stream().filter(pair -> pair.kind() == kind).toList();
      assertEquals(40, same.size());
      for (Pair pair : same) {
        double shared = sharedWords(pair);
        assertTrue(
            kind == PairKind.SHARED_WORDS ? shared >= 0.5 : shared <= 0.25,
            pair.id() + " shares " + shared);
      }
    }
  }

  @Test
  void thereAreSixArticlesOfSixHundredToFifteenHundredWords() {
    List<Document> articles = Samples.articles();
    assertEquals(6, articles.size());
    for (Document article : articles) {
      int words = words(article.text()).size();
      assertTrue(words >= 600 && words <= 1500, article.id() + " has " + words + " words");
      assertTrue(article.text().startsWith("# " + article.title()), article.id());
      assertTrue(article.text().split("\\n## ").length >= 3, article.id() + " has headings");
    }
  }

  /// The share of the shorter sentence's words of four letters or more that the other has too.
  private static double sharedWords(Pair pair) {
    Set<String> left = contentWords(pair.left());
    Set<String> right = contentWords(pair.right());
    Set<String> both = new HashSet<>(left);
    both.retainAll(right);
    return (double) both.size() / Math.min(left.size(), right.size());
  }

  private static Set<String> contentWords(String text) {
    return words(text).stream()
        .map(word -> word.toLowerCase(Locale.ROOT).replaceAll("\\P{L}", ""))
        .filter(word -> word.length() >= 4)
        .collect(Collectors.toSet());
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+"));
  }

  private static int distinct(List<String> values) {
    return new HashSet<>(values).size();
  }
}
