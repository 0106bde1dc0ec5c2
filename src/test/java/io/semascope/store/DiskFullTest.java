package io.semascope.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.semascope.text.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskFullTest {
  @TempDir Path folder;

  @Test
  void aBatchWithoutRoomIsLostAloneAndTheWorkspaceGoesOn() {
    Path file = folder.resolve("a.semascope");
    try (Workspace workspace = Workspace.create(file)) {
      Samples.fill(workspace);
      limitPages(workspace, 1);
      String kept = outline(workspace);
      for (int round = 0; round < 3; round++) {
        var problem =
            assertThrows(WorkspaceUnusable.class, () -> workspace.addDocuments(large("big")));
        assertTrue(problem.report().why().contains("disk is full"), problem.toString());
        assertEquals(kept, outline(workspace));
      }
      limitPages(workspace, Integer.MAX_VALUE);
      assertEquals(200, workspace.addDocuments(large("big")).added().size());
    }
    try (Workspace workspace = Workspace.open(file)) {
      assertEquals(220, workspace.documents().size());
    }
  }

  private static List<Document> large(String name) {
    List<Document> documents = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      documents.add(Samples.document(name + i, ("A long text, number " + i + ". ").repeat(1500)));
    }
    return documents;
  }

  /// SQLite takes the limit as at least the pages there are.
  private static void limitPages(Workspace workspace, int pages) {
    workspace
        .database()
        .read(
            connection -> {
              try (Statement statement = connection.createStatement()) {
                return statement.execute("PRAGMA max_page_count = " + pages);
              }
            });
  }

  private static String outline(Workspace workspace) {
    return workspace.documents() + " " + workspace.spaces() + " " + workspace.windowState();
  }

  @Test
  void aRealDiskThatIsFull() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(folder, 6)) {
      Path file = disk.path().resolve("a.semascope");
      try (Workspace workspace = Workspace.create(file)) {
        Samples.fill(workspace);
        String kept = outline(workspace);
        for (int round = 0; round < 3; round++) {
          assertThrows(WorkspaceUnusable.class, () -> workspace.addDocuments(large("big")));
          assertEquals(kept, outline(workspace));
        }
        var problem =
            assertThrows(
                WorkspaceUnusable.class,
                () -> {
                  for (int i = 0; ; i++) {
                    workspace.saveCopy(disk.path().resolve("copy" + i + ".semascope"));
                  }
                });
        assertTrue(problem.report().why().contains("disk is full"), problem.toString());
        try (Stream<Path> files = Files.list(disk.path())) {
          assertEquals(List.of(), files.filter(path -> path.toString().endsWith(".part")).toList());
        }
        assertEquals(kept, outline(workspace));
        assertThrows(
            WorkspaceUnusable.class,
            () -> {
              for (int i = 0; ; i++) {
                workspace.addDocuments(large("again" + i).subList(0, 5));
              }
            });
      }
      try (Workspace workspace = Workspace.open(file)) {
        assertEquals(0, workspace.documents().size() % 5);
        assertTrue(workspace.documents().size() >= 20);
      }
    }
  }

  @Test
  void aDiskThatMayNotBeWritten() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(folder, 4)) {
      Path file = disk.path().resolve("a.semascope");
      try (Workspace workspace = Workspace.create(file)) {
        workspace.putWindowState(Map.of("panel", "map"));
      }
      byte[] bytes = Files.readAllBytes(file);
      disk.makeReadOnly();
      var problem = assertThrows(WorkspaceUnusable.class, () -> Workspace.open(file));
      assertTrue(problem.report().why().contains("may not be written"), problem.toString());
      assertThrows(
          WorkspaceUnusable.class, () -> Workspace.create(disk.path().resolve("b.semascope")));
      assertArrayEquals(bytes, Files.readAllBytes(file));
    }
  }

  /// A file system in memory, where this user may mount one; without that the test is skipped.
  private record SmallDisk(Path path) implements AutoCloseable {
    static SmallDisk mount(Path folder, int mebibytes) throws IOException, InterruptedException {
      Path path = Files.createDirectory(folder.resolve("disk"));
      boolean mounted =
          Files.isDirectory(Path.of("/proc/self"))
              && run("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "tmpfs", path) == 0;
      assumeTrue(mounted, "this user may not mount a file system");
      return new SmallDisk(path);
    }

    void makeReadOnly() throws IOException, InterruptedException {
      assertEquals(0, run("mount", "-o", "remount,ro", path));
    }

    private static int run(Object... command) throws IOException, InterruptedException {
      return new ProcessBuilder(Stream.of(command).map(String::valueOf).toList())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    }

    @Override
    public void close() throws IOException {
      try {
        run("umount", path);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
