package io.semascope.cli;

import io.semascope.model.Purpose;
import io.semascope.neighbour.Neighbour;
import io.semascope.projection.Pca;
import io.semascope.raster.DrawingMode;
import io.semascope.session.ModelChoice;
import io.semascope.session.NeighbourAnswer;
import io.semascope.session.SampleCorpus;
import io.semascope.session.Session;
import io.semascope.session.TypedRequest;
import io.semascope.session.WindowPainter;
import io.semascope.space.VectorSpace;
import io.semascope.text.Granularity;
import io.semascope.vector.Similarity;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Does without a display what the window does at its first start, and says where the picture of the window is.
final class TourWithoutDisplay {
  private static final String EXAMPLE = "Explain to a customer why the delivery is late";

  private final Desk desk;

  TourWithoutDisplay(Desk desk) {
    this.desk = desk;
  }

  void run(Path sampleWorkspace, Path picture) {
    PrintWriter out = desk.out();
    out.println(
        "No display was found, so Semascope shows its sample here and paints its window into a"
            + " file.");
    out.flush();
    try (Session session = desk.sessions().get()) {
      await(session.openOrCreateWorkspace(sampleWorkspace));
      await(
          session.importSample(
              SampleCorpus.SKILLS, ModelChoice.standard(), new Granularity.WholeDocument()));
      await(session.startLayout(new Pca()));
      String typed =
          await(
                  session.placeText(
                      new TypedRequest(EXAMPLE, new Granularity.WholeDocument(), Purpose.QUERY)))
              .unitIds()
              .getFirst();
      try {
        NeighbourAnswer answer = await(session.inspect().neighbours(typed, 5, Similarity.COSINE));
        describe(answer, session);
        desk.painter()
            .paint(
                session,
                new WindowPainter.Picture(
                    1440, 900, List.of(typed), false, "", DrawingMode.AUTOMATIC, picture));
      } finally {
        await(session.removeText(typed));
      }
    }
    out.println();
    out.println("The window looks like this: " + picture.toAbsolutePath());
    out.println(
        "Commands: import, embed, neighbours, compare, map, place, granularity, probe, components,"
            + " models, info, export, snapshot, bench; “--help” after any of them says more.");
    out.flush();
  }

  private void describe(NeighbourAnswer answer, Session session) {
    VectorSpace space = answer.space();
    PrintWriter out = desk.out();
    out.println();
    out.printf(
        Locale.ROOT,
        "Space: %s · fingerprint %s · %,d texts × %d dimensions%n",
        space.origin().modelName(),
        space.origin().fingerprint().shortForm(),
        session.state().chunkCount(),
        space.dimension());
    out.println("Nearest to “" + EXAMPLE + "” by cosine:");
    List<Neighbour> neighbours = answer.list().neighbours();
    for (int i = 0; i < neighbours.size(); i++) {
      out.printf(
          Locale.ROOT,
          "  %d  %.4f  %s%n",
          i + 1,
          neighbours.get(i).value(),
          session.state().label(space.unit(neighbours.get(i).row())));
    }
    out.flush();
  }

  private <T> T await(io.semascope.job.Job<T> job) {
    ProgressLine line = new ProgressLine(desk.err(), desk.interactive());
    job.onChange(line::show);
    return job.await();
  }
}
