package io.semascope.problem;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says in plain words why a value was refused, also where it was Java or a library that refused it.
public final class ValueRefusal {
  private static final List<Class<?>> WORDED =
      List.of(
          IllegalArgumentException.class, IllegalStateException.class, ArithmeticException.class);

  private static final Pattern NO_CONSTANT = Pattern.compile("No enum constant .*\\.([^.]*)");

  private static final Pattern NO_NUMBER = Pattern.compile(".*\"(.*)\".*", Pattern.DOTALL);

  private ValueRefusal() {}

  /// A clause without a full stop.
  public static String of(RuntimeException failure) {
    return ownWords(failure).orElseGet(() -> foreign(failure));
  }

  /// What this program's own code gave as its reason; empty when Java or a library threw.
  public static Optional<String> ownWords(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    boolean own =
        WORDED.contains(failure.getClass())
            && trace.length > 0
            && trace[0].getClassName().startsWith("io.semascope.");
    return Optional.ofNullable(failure.getMessage())
        .filter(words -> own && !words.isBlank() && !words.equals("/ by zero"));
  }

  private static String foreign(RuntimeException failure) {
    String message = String.valueOf(failure.getMessage());
    Matcher constant = NO_CONSTANT.matcher(message);
    if (constant.matches()) {
      return "“" + constant.group(1) + "” is none of the words that are known there";
    }
    if (failure instanceof NumberFormatException) {
      Matcher number = NO_NUMBER.matcher(message);
      String found = number.matches() ? "“" + number.group(1) + "”" : "something else";
      return found + " stands where a number belongs";
    }
    return failure instanceof ArithmeticException
        ? "a number is larger than can be"
        : "a value is not of the kind that belongs in its place";
  }
}
