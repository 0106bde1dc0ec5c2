package io.semascope.session.filter;

import io.semascope.text.Chunk;
import io.semascope.text.TextUnit;
import io.semascope.text.TypedText;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which texts may be found: those that pass every part of it.
///
/// @param categories of the texts' documents; the name of no category is empty
/// @param documents by their ids
/// @param words that stand in a text, its name, its category or its id, case ignored; empty for any
/// @param typed whether typed texts, which have neither category nor document, pass the first two parts
public record TextFilter(NameChoice categories, NameChoice documents, String words, boolean typed) {
  /// Lets everything in.
  public static TextFilter none() {
    return new TextFilter(NameChoice.all(), NameChoice.all(), "", true);
  }

  /// Lets in what these words stand in.
  public static TextFilter of(String words) {
    return new TextFilter(NameChoice.all(), NameChoice.all(), words, true);
  }

  /// Whether nothing is left out.
  public boolean isNone() {
    return categories.isAll() && documents.isAll() && words.isEmpty() && typed;
  }

  /// Whether a unit is let in.
  public Predicate<TextUnit> passing(UnitNames names) {
    Optional<Pattern> pattern =
        words.isEmpty()
            ? Optional.empty()
            : Optional.of(
                Pattern.compile(
                    words, Pattern.LITERAL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    return unit ->
        comesFrom(unit, names) && (pattern.isEmpty() || holds(unit, names, pattern.get()));
  }

  private boolean comesFrom(TextUnit unit, UnitNames names) {
    return switch (unit) {
      case Chunk chunk ->
          documents.letsIn(chunk.documentId())
              && (categories.isAll() || categories.letsIn(names.category(chunk)));
      case TypedText text -> typed;
    };
  }

  private static boolean holds(TextUnit unit, UnitNames names, Pattern pattern) {
    return Stream.of(names.label(unit), names.category(unit), unit.id(), unit.text())
        .anyMatch(part -> pattern.matcher(part).find());
  }
}
