package io.semascope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.semascope.session.TestSession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The twelve short documents of `TestSession`, exported as a person would do it who measures them.
///
/// @param folder of both files
record ExportedVectors(Path folder, String vectors, String units) {
  static ExportedVectors in(Path folder) throws Exception {
    String workspace = folder.resolve("work.semascope").toString();
    ExportedVectors exported =
        new ExportedVectors(
            folder, folder.resolve("in.npy").toString(), folder.resolve("in.tsv").toString());
    String table = TestSession.table(folder).toString();
    assertEquals(0, RunCommand.in(folder, "import", table, "-w", workspace).code());
    List<String> export = new ArrayList<>(List.of("export", "-w", workspace));
    export.addAll(exported.options());
    assertEquals(0, RunCommand.in(folder, export.toArray(String[]::new)).code());
    return exported;
  }

  private List<String> options() {
    return List.of("--vectors", vectors, "--units", units);
  }

  /// Runs `bench` over them.
  RunCommand.Result bench(List<String> more) {
    List<String> arguments = new ArrayList<>(List.of("bench"));
    arguments.addAll(more);
    arguments.addAll(options());
    return RunCommand.in(folder, arguments.toArray(String[]::new));
  }
}
