package io.semascope.problem;

import java.io.EOFException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says in plain words where a library gave up reading a file; its own words name its classes and switches.
public final class ParseRefusal {
  private static final Pattern PLACE =
      Pattern.compile("line (\\d{1,9}),? column (\\d{1,9})", Pattern.CASE_INSENSITIVE);

  private static final Pattern ENDED =
      Pattern.compile("\\b(EOF|end of (input|file|stream))\\b", Pattern.CASE_INSENSITIVE);

  private ParseRefusal() {}

  /// One sentence.
  ///
  /// @param file what was read, as the person knows it
  /// @param kind what it should be, such as “a JSON file”
  public static String of(Object file, String kind, Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    Matcher place = PLACE.matcher(message);
    String where = place.find() ? ", in line " + place.group(1) + ", column " + place.group(2) : "";
    if (failure instanceof StackOverflowError || message.contains("Nesting limit")) {
      return file + " is nested too deeply for " + kind + ".";
    }
    if (failure instanceof EOFException || ENDED.matcher(message).find()) {
      return file + " ends too early for " + kind + where + ".";
    }
    return where.isEmpty()
        ? file + " holds something else than " + kind + "."
        : file + " stops being " + kind + where + ".";
  }
}
