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
  STORE("rows"),
  START("starts");

  private final String unit;

  BenchedEngine(String unit) {
    this.unit = unit;
  }

  /// The name in commands and tables.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether it works on vectors and units from files.
  boolean readsFiles() {
    return switch (this) {
      case EMBED, NEIGHBOURS, PCA, TSNE, UMAP, STORE -> true;
      case DRAW, START -> false;
    };
  }

  /// What its progress counts, in the plural.
  String unit() {
    return unit;
  }
}
