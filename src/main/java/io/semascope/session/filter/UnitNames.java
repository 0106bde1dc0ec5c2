package io.semascope.session.filter;

import io.semascope.text.TextUnit;

/// What units are called.
public interface UnitNames {
  /// A short name of a unit for labels and lists.
  String label(TextUnit unit);

  /// The category of a unit's document; empty for none.
  String category(TextUnit unit);
}
