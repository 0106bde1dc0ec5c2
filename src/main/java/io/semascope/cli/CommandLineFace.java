package io.semascope.cli;

import com.google.gson.JsonObject;
import io.semascope.problem.ProblemException;
import io.semascope.problem.ProblemKind;
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
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

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
    CommandLine root = new CommandLine(new Root());
    root.addSubcommand("import", new ImportCommand(desk))
        .addSubcommand("embed", new EmbedCommand(desk))
        .addSubcommand("neighbours", new NeighboursCommand(desk))
        .addSubcommand("compare", new CompareCommand(desk))
        .addSubcommand("map", new MapCommand(desk))
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
        .setParameterExceptionHandler(this::misused)
        .setExecutionExceptionHandler((failure, line, parsed) -> failed(failure));
    for (String argument : arguments) {
      if (argument.indexOf(UNDECODABLE) >= 0 && !"UTF-8".equals(System.getProperty(ENCODING))) {
        return failed(new ArgumentUnreadable(argument, System.getProperty(ENCODING, "unknown")));
      }
    }
    return root.execute(arguments);
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

  private int misused(ParameterException misuse, String[] arguments) {
    desk.err().println("The command was not run.");
    desk.err().println(Misuse.why(misuse));
    CommandSpec spec = misuse.getCommandLine().getCommandSpec();
    desk.err().println("Try “semascope " + path(spec) + "--help”.");
    desk.err().flush();
    return 2;
  }

  private static String path(CommandSpec spec) {
    return spec.parent() == null ? "" : path(spec.parent()) + spec.name() + " ";
  }

  private int failed(Exception failure) {
    if (failure instanceof ProblemException problem) {
      desk.err().println(problem.report().what());
      desk.err().println(problem.report().why());
      desk.err().println(problem.report().remedy());
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
      throw new ParameterException(spec.commandLine(), "No command was named.");
    }
  }

  /// Tells why arguments were refused, in one sentence of this program's own. The parser's messages name Java's types and its own notions.
  private static final class Misuse {
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");
    private static final List<Rewording> REWORDINGS =
        List.of(
            new Rewording("Missing required options: (.+)", "%s are needed and were not given."),
            new Rewording(
                "Missing required (?:option|parameter): (.+)", "%s is needed and was not given."),
            new Rewording("Missing required parameters: (.+)", "%s are needed and were not given."),
            new Rewording(
                "Missing required parameter for option ('.+') \\(.*\\)",
                "%s needs a value, and none was given."),
            new Rewording(
                "Expected parameter for option ('.+') but found ('.+')",
                "%s needs a value, and %s is an option."),
            new Rewording(
                "option ('.+') \\(.*\\) should be specified only once",
                "%s was given more than once."),
            new Rewording(
                "Invalid value for option ('.+?'): expected one of \\[(.*)] \\(case-insensitive\\)"
                    + " but was ('.*')",
                "%s takes one of %s, case ignored, not %s."),
            new Rewording(
                "Invalid value for option ('.+?')(?: \\(.*?\\))?: ('.*') is not an? (?:int|long)",
                "%s takes a whole number in range, not %s."),
            new Rewording(
                "Invalid value for option ('.+?')(?: \\(.*?\\))?: ('.*') is not an?"
                    + " (?:double|float)",
                "%s takes a number, not %s."));

    private Misuse() {}

    /// One sentence.
    static String why(ParameterException misuse) {
      String message = String.valueOf(misuse.getMessage());
      if (misuse instanceof UnmatchedArgumentException unmatched) {
        return unmatched(unmatched);
      }
      for (Rewording rewording : REWORDINGS) {
        Matcher matcher = rewording.parser().matcher(message);
        if (matcher.matches()) {
          return rewording.sentence(matcher);
        }
      }
      return message.endsWith(".") ? message : message + ".";
    }

    private static String unmatched(UnmatchedArgumentException misuse) {
      boolean takesCommands = !misuse.getCommandLine().getSubcommands().isEmpty();
      String what =
          misuse.isUnknownOption()
              ? "There is no option"
              : takesCommands ? "There is no command" : "This command takes nothing like";
      List<String> meant = misuse.getSuggestions().stream().map(word -> "“" + word + "”").toList();
      return "%s “%s”%s"
          .formatted(
              what,
              misuse.getUnmatched().getFirst(),
              meant.isEmpty() ? "." : "; did you mean " + String.join(" or ", meant) + "?");
    }

    /// What the parser says, and how it is said here.
    ///
    /// @param own takes the groups of `parser` in their order
    private record Rewording(Pattern parser, String own) {
      Rewording(String parser, String own) {
        this(Pattern.compile(parser, Pattern.DOTALL), own);
      }

      String sentence(Matcher matcher) {
        Object[] said = new Object[matcher.groupCount()];
        for (int i = 0; i < said.length; i++) {
          said[i] = QUOTED.matcher(matcher.group(i + 1)).replaceAll("“$1”");
        }
        return own.formatted(said);
      }
    }
  }
}
