package io.semascope.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A workspace of schema version 1 opens for ever. `main` wrote the file once; it is never written again.
class VersionOneTest {
  @TempDir Path folder;

  @Test
  void aFileOfVersionOneHoldsWhatWasPutIn() throws IOException {
    Path file = folder.resolve("version-1.semascope");
    try (InputStream kept = VersionOneTest.class.getResourceAsStream("version-1.semascope")) {
      assertNotNull(kept);
      Files.copy(kept, file);
    }
    try (Workspace fresh = Workspace.create(folder.resolve("fresh.semascope"));
        Workspace old = Workspace.open(file)) {
      Samples.fill(fresh);
      assertEquals(fresh.documents(), old.documents());
      assertEquals(fresh.windowState(), old.windowState());
      assertEquals(fresh.spaces(), old.spaces());
      assertEquals(fresh.projections(), old.projections());
      for (String method : List.of("pca", "tsne")) {
        var expected = fresh.projection(List.of(1L), 2, method).orElseThrow();
        var actual = old.projection(List.of(1L), 2, method).orElseThrow();
        assertEquals(expected.method(), actual.method());
        assertEquals(expected.facts(), actual.facts());
      }
      for (var space : fresh.spaces()) {
        StoredSpace expected = fresh.readSpace(space.id());
        StoredSpace actual = old.readSpace(space.id());
        assertEquals(expected.space().units(), actual.space().units());
        assertEquals(expected.truncations(), actual.truncations());
        assertEquals(
            -1, expected.space().vectors().segment().mismatch(actual.space().vectors().segment()));
        assertEquals(fresh.pending(space.id()), old.pending(space.id()));
      }
      old.addDocuments(List.of(Samples.document("new", "One more text.")));
      assertEquals(21, old.documents().size());
    }
  }

  /// Takes the path to write to.
  public static void main(String[] arguments) {
    try (Workspace workspace = Workspace.create(Path.of(arguments[0]))) {
      Samples.fill(workspace);
    }
  }
}
