package io.semascope.cli.refusal;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// Looks at the values that were given: numbers within their limits, and nothing that is empty where that means nothing.
public final class GivenValues {
  private static final Set<Class<?>> WHOLE =
      Set.of(int.class, Integer.class, long.class, Long.class);

  private static final Set<Class<?>> FRACTIONS = Set.of(double.class, Double.class);

  /// As many as `DecimalFormat` gives a `double`: a small number does not become 0.
  private static final int MOST_DECIMALS = 340;

  private GivenValues() {}

  /// Throws `ArgumentRefused` for the first value that a command cannot be run with.
  public static void require(ParseResult parsed) {
    CommandSpec command = parsed.commandSpec();
    for (OptionSpec option : parsed.matchedOptions()) {
      require(command, option, option.longestName());
    }
    for (PositionalParamSpec parameter : parsed.matchedPositionals()) {
      require(command, parameter, parameter.paramLabel());
    }
  }

  private static void require(CommandSpec command, ArgSpec argument, String name) {
    if (argument.originalStringValues().contains("")
        && !isFlag(argument)
        && annotation(argument, MayBeEmpty.class).isEmpty()) {
      throw ArgumentRefused.because(
          command, "“%s” was given without anything in it.".formatted(name), "Put something there");
    }
    if (isNumber(argument) && !numbers(argument).allMatch(number -> isTaken(argument, number))) {
      throw ArgumentRefused.because(
          command,
          "“%s” cannot be “%s”.".formatted(name, String.join(",", argument.originalStringValues())),
          "Give " + wanted(argument));
    }
  }

  private static boolean isFlag(ArgSpec argument) {
    return argument.arity().max() == 0;
  }

  /// Whether an option or a parameter takes numbers.
  static boolean isNumber(ArgSpec argument) {
    return WHOLE.contains(type(argument)) || FRACTIONS.contains(type(argument));
  }

  /// What numbers it takes, to follow “Give”: “a whole number from 1 to 10”.
  static String wanted(ArgSpec argument) {
    boolean whole = WHOLE.contains(type(argument));
    boolean several = Collection.class.isAssignableFrom(argument.type());
    return (several ? "" : "a ")
        + (whole ? "whole number" : "number")
        + (several ? "s" : "")
        + range(argument)
        + (several ? ", with a comma between two" : "")
        + (whole ? "" : ", with a point before decimals")
        + limits(argument).map(NumberLimits::also).orElse("");
  }

  private static String range(ArgSpec argument) {
    Class<?> type = type(argument);
    boolean isInt = type == int.class || type == Integer.class;
    if (limits(argument).isEmpty()) {
      return FRACTIONS.contains(type)
          ? ""
          : String.format(
              Locale.ROOT,
              " from %,d to %,d",
              isInt ? Integer.MIN_VALUE : Long.MIN_VALUE,
              isInt ? Integer.MAX_VALUE : Long.MAX_VALUE);
    }
    NumberLimits limits = limits(argument).get();
    String least = plain(limits.least());
    double most = isInt ? Math.min(limits.most(), Integer.MAX_VALUE) : limits.most();
    if (most == Double.MAX_VALUE) {
      return " of at least " + least;
    }
    String means = limits.leastMeans().isEmpty() ? "" : ", " + limits.leastMeans() + ",";
    return " from %s%s to %s".formatted(least, means, plain(most));
  }

  /// As people write it: grouped, and no fraction that is none.
  public static String plain(double number) {
    DecimalFormat grouped =
        new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    grouped.setMaximumFractionDigits(MOST_DECIMALS);
    return grouped.format(number);
  }

  private static boolean isTaken(ArgSpec argument, Number number) {
    double value = number.doubleValue();
    return limits(argument)
        .map(limits -> value >= limits.least() && value <= limits.most())
        .orElse(true);
  }

  private static Stream<Number> numbers(ArgSpec argument) {
    Object value = argument.getValue();
    return switch (value) {
      case Collection<?> several -> several.stream().map(Number.class::cast);
      case Optional<?> maybe -> maybe.stream().map(Number.class::cast);
      case Number one -> Stream.of(one);
      case null, default -> Stream.of();
    };
  }

  private static Class<?> type(ArgSpec argument) {
    Class<?>[] types = argument.auxiliaryTypes();
    return types.length == 0 ? argument.type() : types[types.length - 1];
  }

  private static Optional<NumberLimits> limits(ArgSpec argument) {
    return annotation(argument, NumberLimits.class);
  }

  private static <A extends Annotation> Optional<A> annotation(ArgSpec argument, Class<A> kind) {
    return argument.userObject() instanceof AnnotatedElement field
        ? Optional.ofNullable(field.getAnnotation(kind))
        : Optional.empty();
  }
}
