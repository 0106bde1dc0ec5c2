package io.semascope.bench;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.semascope.bench.measure.EngineFigure;
import io.semascope.bench.measure.Stopwatch;
import io.semascope.bench.measure.TemporaryFolder;
import io.semascope.job.Cancellation;
import io.semascope.job.JobContext;
import io.semascope.problem.ProblemException;
import io.semascope.problem.ProblemKind;
import io.semascope.problem.ProblemReport;
import io.semascope.problem.SystemRefusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Starts the program's window twice in a folder of its own, as a person does who has just installed it, and takes down how long each start took from the launch to
/// the first map. The first start unpacks, embeds the sample and leaves behind what the second one is faster by.
final class StartMeasurement implements Bench.Measurement {
  /// The property by which a launcher tells where it is.
  private static final String LAUNCHER = "semascope.launcher";

  private static final long LISTEN_MILLIS = 40;
  private static final long MOST_MILLIS = 180_000;
  private static final String PROCESSOR = "processor time of the second start";
  private static final String FIRST = "first start";
  private static final String SECOND = "second start";

  private final Stopwatch watch = new Stopwatch();
  private final Stopwatch processors = new Stopwatch();
  private final LongSupplier epochMillis;
  private final Path launcher;
  private int points;

  /// @param launcher starts the window when it is told to time that
  /// @param epochMillis the clock that a started window reads as well; the system's own note of when a process began may be a second off
  StartMeasurement(Path launcher, LongSupplier epochMillis) {
    this.launcher = launcher;
    this.epochMillis = epochMillis;
  }

  /// Throws `NotStarted` when no launcher started this program.
  static StartMeasurement ofThisProgram() {
    String launcher = System.getProperty(LAUNCHER, "");
    if (launcher.isEmpty()) {
      throw new NotStarted(
          "This program was not started by its launcher, so it does not know where that is.",
          "Run app/semascope bench start.");
    }
    return new StartMeasurement(Path.of(launcher), System::currentTimeMillis);
  }

  @Override
  public BenchedEngine engine() {
    return BenchedEngine.START;
  }

  @Override
  public long total() {
    return 2;
  }

  @Override
  public void repeat(JobContext context) {
    try (TemporaryFolder home = TemporaryFolder.make()) {
      watch.keep(FIRST, start(home.path(), context.cancellation()).seconds);
      context.meter().advance(1);
      Start second = start(home.path(), context.cancellation());
      watch.keep(SECOND, second.seconds);
      processors.keep(PROCESSOR, second.processorSeconds);
      points = second.points;
      context.meter().advance(2);
    }
  }

  /// What a started window said of itself.
  private record Start(double seconds, double processorSeconds, int points) {}

  private Start start(Path home, Cancellation cancellation) {
    Path said = home.resolve("said");
    Path complained = home.resolve("complained");
    ProcessBuilder command = new ProcessBuilder(launcher.toString(), "--time-start");
    command.environment().put("SEMASCOPE_HOME", home.toString());
    command.redirectOutput(said.toFile()).redirectError(complained.toFile());
    try {
      long launched = epochMillis.getAsLong();
      Process process = command.start();
      try {
        while (!process.waitFor(LISTEN_MILLIS, TimeUnit.MILLISECONDS)) {
          cancellation.check();
          if (epochMillis.getAsLong() - launched > MOST_MILLIS) {
            throw new NotStarted(
                "There was no map after " + MOST_MILLIS / 1000 + " seconds.",
                "Start " + launcher + " by hand and see what it shows.");
          }
        }
      } finally {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
      return read(Files.readString(said, StandardCharsets.UTF_8), launched, complained);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotStarted("It was interrupted.", "Do it again.");
    } catch (IOException e) {
      throw new NotStarted(
          SystemRefusal.starting(launcher, e), "Check that " + launcher + " can be run.");
    }
  }

  private Start read(String said, long launched, Path complained) throws IOException {
    try {
      JsonObject json = JsonParser.parseString(said).getAsJsonObject();
      return new Start(
          (json.get("readyEpochMillis").getAsLong() - launched) / 1e3,
          json.get("processorMillis").getAsLong() / 1e3,
          json.get("points").getAsInt());
    } catch (JsonParseException | IllegalStateException | NullPointerException e) {
      List<String> complaint = Files.readAllLines(complained, StandardCharsets.UTF_8);
      throw new NotStarted(
          "The window ended without a map: "
              + (complaint.isEmpty() ? "it said nothing" : complaint.getLast())
              + ".",
          "Start " + launcher + " by hand and see what it shows.");
    }
  }

  @Override
  public EngineMeasure measure(JobContext context) {
    return new EngineMeasure(
        engine(),
        watch.stages(),
        List.of(
            new EngineFigure(
                "firstStartMillis", "first start", "milliseconds", watch.median(FIRST) * 1e3),
            new EngineFigure(
                "secondStartMillis", "second start", "milliseconds", watch.median(SECOND) * 1e3),
            new EngineFigure(
                "secondStartProcessorMillis",
                "processor time of the second start, all cores",
                "milliseconds",
                processors.median(PROCESSOR) * 1e3),
            new EngineFigure("points", "points on the first map", "points", points)),
        List.of(
            "start: from the launch to the first map of the sample that can be used; the second"
                + " start of a fresh folder, the display as it is."));
  }

  /// The window could not be timed.
  static final class NotStarted extends ProblemException {
    private static final long serialVersionUID = 1L;

    NotStarted(String why, String remedy) {
      super(
          ProblemKind.USAGE,
          new ProblemReport("The start of the window was not measured.", why, remedy),
          null);
    }
  }
}
