package io.semascope.text.chunking;

import java.util.Locale;
import java.util.Set;

/// Full stops that end no sentence: abbreviations of English and German, initials, ordinals.
///
/// The lists are short on purpose: words that are nearly always followed by more. "etc.", "usw." or "Inc." may well end a sentence and are left to the
/// JDK, which goes on before a small letter.
final class Abbreviations {
  private static final Set<String> ALWAYS =
      Set.of(
          "dr", "mr", "mrs", "ms", "prof", "st", "messrs", "rev", "hon", "gen", "col", "capt", "lt",
          "sgt", "gov", "sen", "rep", "vs", "cf", "e.g", "i.e", "eg", "ie", "viz", "approx", "resp",
          "z.b", "d.h", "u.a", "i.d.r", "o.g", "s.o", "s.u", "v.a", "bzw", "ca", "evtl", "ggf",
          "vgl", "hr", "fr", "hrn", "sog", "inkl", "exkl", "zzgl", "geb", "gest", "dipl", "ing");
  private static final Set<String> BEFORE_NUMBER =
      Set.of(
          "no", "nos", "nr", "fig", "figs", "eq", "eqs", "sec", "ch", "chap", "vol", "p", "pp",
          "art", "tab", "abb", "s", "bd", "kap", "abs", "gl", "jan", "feb", "mar", "apr", "jun",
          "jul", "aug", "sep", "sept", "oct", "nov", "dec", "okt", "dez", "tel");
  private static final Set<String> AFTER_ORDINAL =
      Set.of(
          "januar",
          "februar",
          "märz",
          "april",
          "mai",
          "juni",
          "juli",
          "august",
          "september",
          "oktober",
          "november",
          "dezember",
          "jahrhundert",
          "jahrhunderts",
          "kapitel",
          "auflage",
          "jänner",
          "stock",
          "platz");

  private Abbreviations() {}

  /// Whether the sentence `start..end` of `line` goes on after `end`.
  static boolean goesOn(String line, int start, int end) {
    int stop = end;
    while (stop > start && Blanks.isBlank(line.charAt(stop - 1))) {
      stop--;
    }
    if (stop == start || line.charAt(stop - 1) != '.') {
      return false;
    }
    Place place = new Place(start, wordStart(line, start, stop - 1), end);
    String word = line.substring(place.wordStart(), stop - 1);
    String lowered = word.toLowerCase(Locale.ROOT);
    return ALWAYS.contains(lowered)
        || (BEFORE_NUMBER.contains(lowered) && startsWithDigit(wordAfter(line, end)))
        || isInitial(line, place, word)
        || isOrdinal(line, place, word)
        || endsSpacedAbbreviation(line, place, lowered);
  }

  /// "J. Smith", "George W. Bush", "J.R.", "met J. R. Ewing": one capital letter at the start, after a capitalised word, or beside another initial. Not
  /// "vitamin C."
  private static boolean isInitial(String line, Place place, String word) {
    String last = word.substring(word.lastIndexOf('.') + 1);
    if (!isOneCapital(last) || last.equals("I")) {
      return false;
    }
    return word.length() > last.length()
        || line.substring(place.start(), place.wordStart()).isBlank()
        || startsWithCapital(wordBefore(line, place))
        || isOneCapital(wordAfter(line, place.end()));
  }

  /// "1." that opens a list, "3. Mai", "21. Jahrhundert".
  private static boolean isOrdinal(String line, Place place, String word) {
    if (word.isEmpty() || word.length() > 2 || !word.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return false;
    }
    return line.substring(place.start(), place.wordStart()).isBlank()
        || AFTER_ORDINAL.contains(wordAfter(line, place.end()).toLowerCase(Locale.ROOT));
  }

  /// "z. B." and "d. h.", written with a blank.
  private static boolean endsSpacedAbbreviation(String line, Place place, String lowered) {
    return lowered.length() == 1
        && (ALWAYS.contains((wordBefore(line, place) + lowered).toLowerCase(Locale.ROOT))
            || ALWAYS.contains(
                lowered + "." + wordAfter(line, place.end()).toLowerCase(Locale.ROOT)));
  }

  private static int wordStart(String line, int start, int end) {
    int i = end;
    while (i > start
        && (Character.isLetterOrDigit(line.charAt(i - 1)) || line.charAt(i - 1) == '.')) {
      i--;
    }
    return i;
  }

  private static String wordBefore(String line, Place place) {
    int to = place.wordStart();
    while (to > place.start() && Blanks.isBlank(line.charAt(to - 1))) {
      to--;
    }
    return line.substring(wordStart(line, place.start(), to), to);
  }

  private static String wordAfter(String line, int from) {
    int start = from;
    while (start < line.length() && Blanks.isBlank(line.charAt(start))) {
      start++;
    }
    int end = start;
    while (end < line.length() && Character.isLetterOrDigit(line.charAt(end))) {
      end++;
    }
    return line.substring(start, end);
  }

  private static boolean startsWithDigit(String word) {
    return !word.isEmpty() && Character.isDigit(word.charAt(0));
  }

  private static boolean startsWithCapital(String word) {
    return !word.isEmpty() && Character.isUpperCase(word.codePointAt(0));
  }

  private static boolean isOneCapital(String word) {
    return startsWithCapital(word) && word.codePointCount(0, word.length()) == 1;
  }

  /// @param start of the sentence
  /// @param wordStart of its last word
  /// @param end of the sentence, blanks after it included
  private record Place(int start, int wordStart, int end) {}
}
