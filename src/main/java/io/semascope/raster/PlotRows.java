package io.semascope.raster;

/// In which layer each row is drawn. Kinds are looked up in a table, because it is asked once for every row of every picture.
final class PlotRows {
  private final RowSet selected;
  private final boolean anySelected;
  private final boolean[] dimmed;

  PlotRows(Plot plot) {
    selected = plot.emphasis().selected();
    anySelected = selected.count() > 0;
    dimmed = new boolean[plot.look().styles().size()];
    for (int kind = 0; kind < dimmed.length; kind++) {
      dimmed[kind] = plot.emphasis().dimmed().contains(kind);
    }
  }

  int layer(int row, int kind) {
    if (anySelected && selected.contains(row)) {
      return TileBins.SELECTED;
    }
    return dimmed[kind] ? TileBins.DIMMED : TileBins.LIT;
  }
}
