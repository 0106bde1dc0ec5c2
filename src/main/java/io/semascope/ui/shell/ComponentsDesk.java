package io.semascope.ui.shell;

import io.semascope.session.Session;
import io.semascope.ui.corpus.FileChoice;
import io.semascope.ui.projection.ComponentsCard;
import java.nio.file.Path;
import java.util.List;

/// Shows the principal components of the shown space and writes vectors on the first of them.
final class ComponentsDesk {
  private final Session session;
  private final JobWatch watch;
  private final FileChoice files;
  private final Sheet sheet;
  private final Notes notes;

  ComponentsDesk(Session session, JobWatch watch, FileChoice files, Sheet sheet, Notes notes) {
    this.session = session;
    this.watch = watch;
    this.files = files;
    this.sheet = sheet;
    this.notes = notes;
  }

  void show() {
    watch.follow(
        session.inspect().components(),
        components -> sheet.show(new ComponentsCard(components, this::write)));
  }

  private void write(int kept) {
    files
        .target("Write vectors on %d components".formatted(kept), "vectors.npy", List.of(".npy"))
        .ifPresent(
            vectors -> {
              String name = String.valueOf(vectors.getFileName());
              files
                  .target(
                      "Write their units",
                      name.replaceFirst("\\.npy$", "") + ".tsv",
                      List.of(".tsv"))
                  .ifPresent(units -> write(vectors, units, kept));
            });
  }

  private void write(Path vectors, Path units, int kept) {
    watch.follow(
        session.inspect().writeOnComponents(vectors, units, kept),
        components -> notes.show(List.of("Wrote " + vectors + " and " + units + ".")));
  }
}
