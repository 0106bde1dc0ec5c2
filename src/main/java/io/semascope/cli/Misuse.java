package io.semascope.cli;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Tells why arguments were refused, in one sentence of this program's own. The parser's messages name Java's types and its own notions.
final class Misuse {
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
          new Rewording("Unknown options?: (.+)", "This command has no option %s."),
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
              "Invalid value for option ('.+?')(?: \\(.*?\\))?: ('.*') is not an? (?:double|float)",
              "%s takes a number, not %s."));

  private Misuse() {}

  /// One sentence.
  static String why(ParameterException misuse) {
    String message = String.valueOf(misuse.getMessage());
    if (misuse instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
      String first = unmatched.getUnmatched().getFirst();
      return misuse.getCommandLine().getSubcommands().isEmpty()
          ? "This command takes nothing like “%s”.".formatted(first)
          : "There is no command “%s”.".formatted(first);
    }
    for (Rewording rewording : REWORDINGS) {
      Matcher matcher = rewording.parser().matcher(message);
      if (matcher.matches()) {
        return rewording.sentence(matcher);
      }
    }
    return message.endsWith(".") ? message : message + ".";
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
