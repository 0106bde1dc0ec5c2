package io.semascope.ui.theme;

import io.semascope.text.Granularity;

/// What a piece cut at a granularity is called, in the singular.
public final class GranularityNames {
  private GranularityNames() {}

  public static String name(Granularity granularity) {
    return switch (granularity) {
      case Granularity.WholeDocument whole -> "whole document";
      case Granularity.Paragraph paragraph -> "paragraph";
      case Granularity.Sentence sentence -> "sentence";
      case Granularity.Word word -> "word";
      case Granularity.TokenWindow window ->
          "window of %d tokens, %d shared".formatted(window.tokens(), window.overlap());
    };
  }
}
