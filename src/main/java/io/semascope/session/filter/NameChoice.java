package io.semascope.session.filter;

import java.util.Set;

/// Some names, or all but some. Without a name it is the choice of all.
///
/// @param names of categories or documents
/// @param excluded whether these are left out; otherwise they alone are let in
public record NameChoice(Set<String> names, boolean excluded) {
  public NameChoice {
    names = Set.copyOf(names);
  }

  /// Every name.
  public static NameChoice all() {
    return new NameChoice(Set.of(), true);
  }

  /// These names alone.
  public static NameChoice only(Set<String> names) {
    return new NameChoice(names, false);
  }

  /// Every name but these.
  public static NameChoice except(Set<String> names) {
    return new NameChoice(names, true);
  }

  /// Whether nothing is left out.
  public boolean isAll() {
    return excluded && names.isEmpty();
  }

  boolean letsIn(String name) {
    return names.contains(name) != excluded;
  }
}
