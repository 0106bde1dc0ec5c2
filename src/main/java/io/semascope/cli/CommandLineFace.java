package io.semascope.cli;

import com.google.gson.JsonObject;
import io.semascope.cli.refusal.ArgumentRefused;
import io.semascope.cli.refusal.GivenValues;
import io.semascope.cli.refusal.ParserWords;
import io.semascope.problem.ProblemException;
import io.semascope.problem.ProblemKind;
import io.semascope.problem.ProblemReport;
import io.semascope.session.Session;
import io.semascope.session.WindowPainter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// The command line: takes arguments, prints an answer, gives an exit code (0 ok · 2 usage · 3 model · 4 mismatch · 5 input · 6 workspace · 7 layout ·
/// 70 our mistake · 130 cancelled).
public final class CommandLineFace {
  /// What Java puts in place of bytes that the system's encoding does not have.
  private static final char UNDECODABLE = '\uFFFD';

  private static final String ENCODING = "sun.jnu.encoding";

  private final Desk desk;

  /// @param sessions makes one session per command
  /// @param painter paints the window without a display
  public CommandLineFace(Supplier<Session> sessions, WindowPainter painter) {
    this.desk =
        new Desk(
            sessions,
            painter,
            utf8(FileDescriptor.out),
            utf8(FileDescriptor.err),
            System.console() != null);
  }

  CommandLineFace(Desk desk) {
    this.desk = desk;
  }

  /// Straight to the descriptor: `System.out` would keep a failure to itself.
  private static PrintWriter utf8(FileDescriptor descriptor) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), false);
  }

  /// Runs one command and gives its exit code. Never throws.
  public int run(String... arguments) {
    for (String argument : arguments) {
      if (argument.indexOf(UNDECODABLE) >= 0 && !"UTF-8".equals(System.getProperty(ENCODING))) {
        return failed(
            ArgumentRefused.unreadable(argument, System.getProperty(ENCODING, "unknown")));
      }
    }
    return commands().execute(arguments);
  }

  /// All commands with what they take.
  CommandLine commands() {
    CommandLine root = new CommandLine(new Root());
    root.addSubcommand("import", new ImportCommand(desk))
        .addSubcommand("embed", new EmbedCommand(desk))
        .addSubcommand("neighbours", new NeighboursCommand(desk))
        .addSubcommand("compare", new CompareCommand(desk))
        .addSubcommand("map", new MapCommand(desk))
        .addSubcommand("place", new PlaceCommand(desk))
        .addSubcommand("granularity", new GranularityCommand(desk))
        .addSubcommand("probe", new ProbeCommand(desk))
        .addSubcommand("components", new ComponentsCommand(desk))
        .addSubcommand("models", ModelsCommand.build(desk))
        .addSubcommand("info", new InfoCommand(desk))
        .addSubcommand("export", new ExportCommand(desk))
        .addSubcommand("snapshot", new SnapshotCommand(desk))
        .addSubcommand("bench", new BenchCommand(desk))
        .setOut(desk.out())
        .setErr(desk.err())
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
        .setCaseInsensitiveEnumValuesAllowed(true)
        // A text may begin with @; it is no name of a file with arguments.
        .setExpandAtFiles(false)
        .setExecutionStrategy(this::runWithGivenValues)
        .setParameterExceptionHandler((misuse, all) -> failed(ParserWords.of(misuse)))
        .setExecutionExceptionHandler((failure, line, parsed) -> failed(failure));
    return root;
  }

  /// Help is given whatever else was typed.
  private int runWithGivenValues(ParseResult parsed) {
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    if (!last.isUsageHelpRequested() && !last.isVersionHelpRequested()) {
      try {
        GivenValues.require(last);
      } catch (ArgumentRefused refused) {
        return failed(refused);
      }
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  /// What a start without arguments does where no window can be shown. Gives the exit code.
  public int tourWithoutDisplay(Path sampleWorkspace, Path picture) {
    try {
      new TourWithoutDisplay(desk).run(sampleWorkspace, picture);
      return 0;
    } catch (RuntimeException e) {
      return failed(e);
    }
  }

  /// Prints when a start was done, as one line of JSON: who launched the program knows when that was.
  ///
  /// @param ready when the first map could be used
  /// @param processor what all cores together worked for it
  /// @param points on that map
  public void sayStart(Instant ready, Duration processor, int points) {
    JsonObject json = new JsonObject();
    json.addProperty("readyEpochMillis", ready.toEpochMilli());
    json.addProperty("processorMillis", processor.toMillis());
    json.addProperty("points", points);
    desk.out().println(json);
    desk.out().flush();
  }

  /// Three sentences, a line each.
  static void say(ProblemReport report, PrintWriter err) {
    err.println(report.what());
    err.println(report.why());
    err.println(report.remedy());
    err.flush();
  }

  private int failed(Exception failure) {
    if (failure instanceof ProblemException problem) {
      say(problem.report(), desk.err());
      if (problem.kind() == ProblemKind.BUG) {
        problem.printStackTrace(desk.err());
      }
      desk.err().flush();
      return ExitCodes.of(problem.kind());
    }
    desk.err().println("Semascope failed in a way nobody expected.");
    desk.err().println("The cause is below.");
    desk.err().println("Please report it with the command that led here.");
    failure.printStackTrace(desk.err());
    desk.err().flush();
    return 70;
  }

  @Command(
      name = "semascope",
      description =
          "An instrument for looking into embedding space. Without a command it opens the window.",
      mixinStandardHelpOptions = true,
      versionProvider = ProgramVersion.class)
  private static final class Root implements Runnable {
    @CommandLine.Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
      throw ArgumentRefused.because(
          spec,
          "No command was named.",
          "Name one of " + String.join(", ", spec.subcommands().keySet()));
    }
  }
}
