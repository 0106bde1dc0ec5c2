package io.semascope.bench;

import java.util.Locale;

/// An engine that can be measured.
public enum BenchedEngine {
  EMBED("texts"),
  NEIGHBOURS("rows"),
  PCA("rows"),
  TSNE("iterations"),
  UMAP("epochs"),
  DRAW("frames"),
  STORE("rows");

  private final String unit;

  BenchedEngine(String unit) {
    this.unit = unit;
  }

  /// The name in commands and tables.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What its progress counts, in the plural.
  String unit() {
    return unit;
  }
}
