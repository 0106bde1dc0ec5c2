package io.semascope.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SaveCopyTest {
  @TempDir Path folder;
  private Workspace workspace;

  @BeforeEach
  void create() {
    workspace = Workspace.create(folder.resolve("a.semascope"));
    Samples.fill(workspace);
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  @Test
  void aCopyHoldsEverythingAndGoesItsOwnWay() {
    Path target = folder.resolve("b's copy.semascope");
    workspace.saveCopy(target);
    workspace.putWindowState(Map.of("panel", "later"));
    try (Workspace copy = Workspace.open(target)) {
      assertEquals(workspace.documents(), copy.documents());
      assertEquals(workspace.spaces(), copy.spaces());
      assertEquals(workspace.projections(), copy.projections());
      assertEquals("map", copy.windowState().get("panel"));
      for (var space : workspace.spaces()) {
        StoredSpace one = workspace.readSpace(space.id());
        StoredSpace other = copy.readSpace(space.id());
        assertEquals(one.space().units(), other.space().units());
        assertEquals(one.truncations(), other.truncations());
        assertEquals(
            -1, one.space().vectors().segment().mismatch(other.space().vectors().segment()));
      }
    }
  }

  @Test
  void aFileThatExistsIsReplacedOnlyWhenAsked() throws IOException {
    Path target = folder.resolve("b.semascope");
    Files.writeString(target, "something else");
    assertThrows(WorkspaceUnusable.class, () -> workspace.saveCopy(target));
    assertArrayEquals(
        "something else".getBytes(java.nio.charset.StandardCharsets.UTF_8),
        Files.readAllBytes(target));
    workspace.saveCopyOver(target);
    try (Workspace copy = Workspace.open(target)) {
      assertEquals(workspace.documents(), copy.documents());
    }
  }

  @Test
  void anOpenWorkspaceIsNeverReplaced() throws IOException {
    assertThrows(WorkspaceUnusable.class, () -> workspace.saveCopyOver(workspace.file()));
    Path target = folder.resolve("b.semascope");
    try (Workspace other = Workspace.create(target)) {
      assertThrows(WorkspaceUnusable.class, () -> workspace.saveCopyOver(target));
      assertEquals(List.of(), other.documents());
    }
    assertThrows(
        WorkspaceUnusable.class, () -> workspace.saveCopy(folder.resolve("none/b.semascope")));
    try (Stream<Path> files = Files.list(folder)) {
      assertTrue(files.noneMatch(file -> file.toString().endsWith(".part")));
    }
  }

  @Test
  void theSizeOnDiskCountsTheLog() throws IOException {
    long before = workspace.fileBytes();
    workspace.addDocuments(List.of(Samples.document("x", "long ".repeat(100_000))));
    assertTrue(workspace.fileBytes() >= before + 500_000);
    workspace.close();
    assertEquals(Files.size(workspace.file()), workspace.fileBytes());
  }
}
