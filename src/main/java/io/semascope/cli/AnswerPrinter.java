package io.semascope.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Prints answers: the result to one writer, notes to another unless the form has room for them.
final class AnswerPrinter {
  private static final int WIDEST_CELL = 72;
  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

  private final PrintWriter out;
  private final PrintWriter err;

  AnswerPrinter(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  void print(Answer answer, Format format) {
    switch (format) {
      case json -> {
        if (!answer.notes().isEmpty()) {
          JsonArray notes = new JsonArray();
          answer.notes().forEach(notes::add);
          answer.json().add("notes", notes);
        }
        out.println(GSON.toJson(finite(answer.json())));
      }
      case tsv -> {
        printSeparated(answer);
        answer.notes().forEach(note -> err.println("note: " + note));
      }
      case table -> {
        answer.headline().forEach(out::println);
        printAligned(answer.header(), grouped(answer));
        answer.notes().forEach(note -> out.println("note: " + note));
      }
    }
    err.flush();
    if (out.checkError()) {
      throw OutputLost.onStandardOutput();
    }
  }

  /// The same with null for every number that is none: JSON has no word for “not a number”.
  private static JsonElement finite(JsonElement value) {
    return switch (value) {
      case JsonObject object -> {
        JsonObject copy = new JsonObject();
        object.asMap().forEach((name, part) -> copy.add(name, finite(part)));
        yield copy;
      }
      case JsonArray array -> {
        JsonArray copy = new JsonArray();
        array.forEach(part -> copy.add(finite(part)));
        yield copy;
      }
      case JsonPrimitive number when number.isNumber() && !Double.isFinite(number.getAsDouble()) ->
          JsonNull.INSTANCE;
      default -> value;
    };
  }

  private void printSeparated(Answer answer) {
    if (answer.header().isEmpty()) {
      printFacts(answer);
      return;
    }
    out.println(String.join("\t", answer.header()));
    for (List<String> row : answer.rows()) {
      out.println(row.stream().map(AnswerPrinter::oneLine).collect(Collectors.joining("\t")));
    }
  }

  /// An answer without a table is a list of named values.
  private void printFacts(Answer answer) {
    out.println("what\tvalue");
    printFacts("", answer.json());
  }

  /// @param prefix of the names: that of the group they are in
  private void printFacts(String prefix, JsonObject facts) {
    facts
        .asMap()
        .forEach(
            (name, value) -> {
              if (value.isJsonPrimitive()) {
                out.println(prefix + name + "\t" + oneLine(value.getAsString()));
              } else if (value.isJsonObject()) {
                printFacts(prefix + name + ".", value.getAsJsonObject());
              }
            });
  }

  private static List<List<String>> grouped(Answer answer) {
    return answer.rows().stream()
        .map(
            row ->
                IntStream.range(0, row.size())
                    .mapToObj(
                        column ->
                            answer.counts().contains(answer.header().get(column))
                                ? grouped(row.get(column))
                                : row.get(column))
                    .toList())
        .toList();
  }

  /// A number with its whole part in groups of three digits; whatever else it may be as it is.
  private static String grouped(String cell) {
    if (!cell.matches("-?\\d+(\\.\\d+)?")) {
      return cell;
    }
    int point = cell.indexOf('.');
    int end = point < 0 ? cell.length() : point;
    return cell.substring(0, end).replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",") + cell.substring(end);
  }

  private void printAligned(List<String> header, List<List<String>> rows) {
    if (header.isEmpty()) {
      return;
    }
    int widest = header.equals(Answer.FACTS) ? Integer.MAX_VALUE : WIDEST_CELL;
    int[] widths = new int[header.size()];
    for (int column = 0; column < widths.length; column++) {
      int index = column;
      widths[column] =
          Math.max(
              header.get(column).length(),
              rows.stream().mapToInt(row -> cell(row.get(index), widest).length()).max().orElse(0));
    }
    for (List<String> row : Stream.concat(Stream.of(header), rows.stream()).toList()) {
      printRow(row.stream().map(text -> cell(text, widest)).toList(), widths);
    }
  }

  private void printRow(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String cell = cells.get(column);
      line.append(cell);
      if (column < widths.length - 1) {
        line.append(" ".repeat(widths[column] - cell.length() + 2));
      }
    }
    out.println(line.toString().stripTrailing());
  }

  private static String cell(String text, int widest) {
    String line = oneLine(text);
    if (line.length() <= widest) {
      return line;
    }
    int end = widest - 1;
    if (Character.isHighSurrogate(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(0, end) + "…";
  }

  /// Tabs and line ends would break a row; other control characters could steer a terminal.
  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ");
  }
}
