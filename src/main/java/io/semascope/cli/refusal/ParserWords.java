package io.semascope.cli.refusal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Tells in this program's own words why the parser refused arguments. The parser's messages name Java's types and its own notions.
public final class ParserWords {
  /// An option or a parameter whose value is of no use, and that value.
  private static final String INVALID =
      "Invalid value for (?:option '(?<option>.+?)'|positional parameter)(?: at index \\S+)?"
          + "(?: \\((?<label>.*?)\\))?: ";

  private static final Pattern NO_NUMBER =
      Pattern.compile(INVALID + "'(?<value>.*)' is not an? \\w+", Pattern.DOTALL);

  private static final Pattern NAME = Pattern.compile("-[^\\s\\[\\]()|]+");

  private static final List<Rewording> REWORDINGS =
      List.of(
          new Rewording(
              "Missing required options?: (.+)|Missing required parameters?: (.+)",
              found -> missing(found.group(1) == null ? found.group(2) : found.group(1))),
          new Rewording(
              "Error: Missing required argument\\(s\\): (.+)", found -> missing(found.group(1))),
          new Rewording(
              "Error: Missing required argument \\(specify one of these\\): (.+)",
              found ->
                  new Words(
                      "None of " + oneOfEach(found.group(1), "\\|", " and ") + " was given.",
                      "Give one of them")),
          new Rewording(
              "Error: (.+) are mutually exclusive \\(specify only one\\)",
              found ->
                  new Words(
                      oneOfEach(found.group(1), " and |, ", " and ") + " exclude each other.",
                      "Give one of them")),
          new Rewording(
              "Missing required parameter for option '(.+)' \\(.*\\)",
              found ->
                  new Words(
                      quoted(found.group(1)) + " needs a value, and none was given.",
                      "Put one behind it")),
          new Rewording(
              "Expected parameter for option '(.+)' but found '(.+)'",
              found ->
                  new Words(
                      "%s needs a value, and %s is an option."
                          .formatted(quoted(found.group(1)), quoted(found.group(2))),
                      "Put a value between them")),
          new Rewording(
              "option '(.+)' \\(.*\\) should be specified only once",
              found ->
                  new Words(quoted(found.group(1)) + " was given more than once.", "Give it once")),
          new Rewording(
              INVALID
                  + "expected one of \\[(?<choices>.*)] \\(case-insensitive\\) but was"
                  + " '(?<value>.*)'",
              found -> invalid(found, choices(found.group("choices")))),
          new Rewording(
              INVALID + "'(?<value>.*)' is not a boolean",
              found ->
                  new Words(
                      "%s takes no value, and “%s” was given."
                          .formatted(quoted(found.group("option")), found.group("value")),
                      "Leave the value out")));

  private ParserWords() {}

  /// The refusal of what the parser could not take. A word that means nothing here is told before anything that is missing: it may be what is missing.
  public static ArgumentRefused of(ParameterException misuse) {
    CommandSpec command = misuse.getCommandLine().getCommandSpec();
    List<String> unmatched = misuse.getCommandLine().getUnmatchedArguments();
    if (misuse instanceof UnmatchedArgumentException
        || unmatched.stream().anyMatch(ParserWords::resemblesOption)) {
      return ArgumentRefused.withoutRemedy(command, unmatched(command, unmatched));
    }
    String message = String.valueOf(misuse.getMessage());
    Matcher number = NO_NUMBER.matcher(message);
    if (misuse.getArgSpec() != null
        && GivenValues.isNumber(misuse.getArgSpec())
        && number.matches()) {
      Words words = invalid(number.toMatchResult(), GivenValues.wanted(misuse.getArgSpec()));
      return ArgumentRefused.because(command, words.why(), words.remedy());
    }
    for (Rewording rewording : REWORDINGS) {
      Matcher matcher = rewording.parser().matcher(message);
      if (matcher.matches()) {
        Words words = rewording.own().apply(matcher.toMatchResult());
        return ArgumentRefused.because(command, words.why(), words.remedy());
      }
    }
    return ArgumentRefused.withoutRemedy(command, message.endsWith(".") ? message : message + ".");
  }

  private static String unmatched(CommandSpec command, List<String> arguments) {
    boolean takesCommands = !command.subcommands().isEmpty();
    String first =
        arguments.stream()
            .filter(argument -> !takesCommands && resemblesOption(argument))
            .findFirst()
            .orElse(arguments.getFirst());
    if (resemblesOption(first)) {
      String name = first.split("=", 2)[0];
      return "There is no option " + withNear(name, command.optionsMap().keySet());
    }
    return takesCommands
        ? "There is no command " + withNear(first, command.subcommands().keySet())
        : "This command takes nothing like “" + first + "”.";
  }

  private static boolean resemblesOption(String argument) {
    return argument.matches("-\\D.*");
  }

  private static String withNear(String typed, Set<String> known) {
    List<String> near = NearWords.of(typed, known).stream().map(ParserWords::quoted).toList();
    return quoted(typed)
        + (near.isEmpty() ? "." : "; did you mean " + String.join(" or ", near) + "?");
  }

  private static Words missing(String names) {
    List<String> each = Arrays.stream(names.split(", ")).map(ParserWords::unquoted).toList();
    String all = String.join(", ", each.stream().map(ParserWords::quoted).toList());
    return each.size() == 1
        ? new Words(all + " is needed and was not given.", "Add it")
        : new Words(all + " are needed and were not given.", "Add them");
  }

  private static Words invalid(MatchResult found, String wanted) {
    String name = found.group("option") == null ? found.group("label") : found.group("option");
    return new Words(
        "%s cannot be “%s”.".formatted(quoted(name), found.group("value")), "Give " + wanted);
  }

  private static String choices(String all) {
    List<String> each = List.of(all.toLowerCase(Locale.ROOT).split(", "));
    int last = each.size() - 1;
    return last == 0
        ? each.getFirst()
        : String.join(", ", each.subList(0, last)) + " or " + each.get(last);
  }

  /// The first option of every alternative.
  private static String oneOfEach(String alternatives, String between, String join) {
    return String.join(
        join,
        Arrays.stream(alternatives.split(between))
            .flatMap(part -> NAME.matcher(part).results().limit(1))
            .map(name -> quoted(name.group()))
            .toList());
  }

  private static String unquoted(String name) {
    return name.startsWith("'") && name.endsWith("'") ? name.substring(1, name.length() - 1) : name;
  }

  private static String quoted(String name) {
    return "“" + name + "”";
  }

  /// @param remedy without its full stop
  private record Words(String why, String remedy) {}

  /// What the parser says, and how it is said here.
  private record Rewording(Pattern parser, Function<MatchResult, Words> own) {
    Rewording(String parser, Function<MatchResult, Words> own) {
      this(Pattern.compile(parser, Pattern.DOTALL), own);
    }
  }
}
