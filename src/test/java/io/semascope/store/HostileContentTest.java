package io.semascope.store;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A file that SQLite finds sound can still hold values that no room could have written.
class HostileContentTest {
  private static final Pattern WORDS_OF_JAVA =
      Pattern.compile(
          "Exception|java\\.|io\\.semascope|For input string|enum constant|Json[A-Z]|a JSON ");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          documents  | UPDATE document SET title = '' WHERE number = 3
          documents  | UPDATE document SET text = 7 WHERE number = 3
          documents  | UPDATE document SET text = x'610062' WHERE number = 3
          spaces     | UPDATE space SET granularity = 'window:4/3' WHERE number = 1
          spaces     | UPDATE origin SET fingerprint = 'abc' WHERE number = 1
          read       | UPDATE origin SET dimension = 65536 WHERE number = 1
          read       | UPDATE vector SET float32 = x'00' WHERE number = 2
          read       | UPDATE vector SET float32 = x'000000000000000000000000000000000000000000000000000000000000c07f' WHERE number = 2
          read       | UPDATE unit SET span_end = 4000 WHERE number = 2
          read       | UPDATE unit SET span_start = -1 WHERE number = 2
          read       | UPDATE unit SET span_end = 4294967300 WHERE number = 2
          read       | UPDATE unit SET id = 'typed-1' WHERE number = 2
          read       | UPDATE unit SET id = 17 WHERE number = 2
          read       | UPDATE vector SET lost_end = 4000 WHERE tokens IS NOT NULL
          read       | UPDATE vector SET lost_start = -4 WHERE tokens IS NOT NULL
          read       | UPDATE vector SET kept_tokens = 4000 WHERE tokens IS NOT NULL
          read       | UPDATE typed_text SET float32 = x''
          read       | UPDATE typed_text SET text = 1.5
          pending    | UPDATE unit SET span_end = 4000 WHERE space = 2
          projection | UPDATE projection SET positions = x'00'
          projection | UPDATE projection SET count = -1
          projection | UPDATE projection SET count = 2147483647
          projection | UPDATE projection SET method = '{"key":"tsne"}'
          projection | UPDATE projection SET method = '{"key":["tsne"]}'
          projection | UPDATE projection SET method = '[]'
          projection | UPDATE projection SET method = '{'
          projection | UPDATE projection SET method = json_set(method, '$.engine', 'NONE')
          projection | UPDATE projection SET method = json_set(method, '$.iterations', 'many')
          projection | UPDATE projection SET method = json_set(method, '$.graphSearch', 'near')
          projection | UPDATE projection SET method = json_set(method, '$.graphSearch', '0.5')
          projection | UPDATE projection SET method = json_set(method, '$.graphSearch', 'nan')
          projection | UPDATE projection SET method = json_set(method, '$.graphSearch', null)
          projection | UPDATE projection SET method = json_set(method, '$.graphSearch', json('["exact"]'))
          projection | UPDATE projection SET facts = '{"of":"umap"}'
          projection | UPDATE projection SET method = json_set(method, '$.graphSearch', 'automatic'), facts = json_set(facts, '$.recall', null)
          projection | UPDATE projection SET method = json_set(method, '$.graphSearch', 'automatic'), facts = json_set(facts, '$.recall', 0.95)
          projection | UPDATE projection SET method = json_set(method, '$.graphSearch', 'automatic'), facts = json_set(facts, '$.recall', json('{"value":0.95,"margin":0.01}'))
          projection | UPDATE projection SET method = json_set(method, '$.graphSearch', 'automatic'), facts = json_set(facts, '$.recall', json('{"value":1.01,"margin":0.01,"rows":5}'))
          projection | UPDATE projection SET method = json_set(method, '$.graphSearch', 'automatic'), facts = json_set(facts, '$.recall', json('{"value":"NaN","margin":0.01,"rows":5}'))
          projection | UPDATE projection SET method = json_set(method, '$.graphSearch', 'automatic'), facts = json_set(facts, '$.recall', json('{"value":0.95,"margin":-1,"rows":5}'))
          projection | UPDATE projection SET method = json_set(method, '$.graphSearch', 'automatic'), facts = json_set(facts, '$.recall', json('{"value":0.95,"margin":0.01,"rows":0}'))
          projection | UPDATE projection SET method = json_set(method, '$.graphSearch', 'automatic'), facts = json_set(facts, '$.recall', json('{"value":0.95,"margin":0.01,"rows":21}'))
          projection | UPDATE projection SET method = json_set(method, '$.graphSearch', 'automatic'), facts = json_set(facts, '$.recall', json('{"value":0.95,"margin":0.01,"rows":"all"}'))
          projection | UPDATE projection SET method = json_set(method, '$.graphSearch', 'exact'), facts = json_set(facts, '$.recall', json('{"value":0.95,"margin":0.01,"rows":5}'))
          projection | UPDATE projection SET method = json_remove(method, '$.graphSearch'), facts = json_set(facts, '$.recall', json('{"value":0.95,"margin":0.01,"rows":5}'))
          projection | UPDATE projection SET method = json_set(method, '$.engine', 'LIBRARY', '$.graphSearch', 'automatic'), facts = json_set(facts, '$.recall', json('{"value":0.95,"margin":0.01,"rows":5}'))
          summaries  | UPDATE projection SET spaces = 'x'
          window     | UPDATE window_state SET value = 1
          """)
  void isToldAsDamage(String reading, String change) throws SQLException {
    Path file = folder.resolve("a.semascope");
    try (Workspace workspace = Workspace.create(file)) {
      Samples.fill(workspace);
    }
    Consumer<Workspace> read = reading(reading);
    try (Workspace workspace = Workspace.open(file)) {
      read.accept(workspace);
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      assertTrue(statement.executeUpdate(change) > 0);
    }
    try (Workspace workspace = Workspace.open(file)) {
      String why =
          assertThrows(WorkspaceDamaged.class, () -> read.accept(workspace)).report().why();
      assertFalse(WORDS_OF_JAVA.matcher(why).find(), why);
    }
  }

  private static Consumer<Workspace> reading(String name) {
    return switch (name) {
      case "documents" -> Workspace::documents;
      case "spaces" -> Workspace::spaces;
      case "read" -> workspace -> workspace.readSpace(1);
      case "pending" -> workspace -> workspace.pending(2);
      case "projection" ->
          workspace -> assertTrue(workspace.projection(List.of(1L), 2, "tsne").isPresent());
      case "summaries" -> Workspace::projections;
      case "window" -> Workspace::windowState;
      default -> throw new IllegalArgumentException(name);
    };
  }
}
