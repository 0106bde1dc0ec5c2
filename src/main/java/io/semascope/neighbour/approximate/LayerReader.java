package io.semascope.neighbour.approximate;

import io.github.jbellis.jvector.graph.NodeArray;
import io.github.jbellis.jvector.graph.OnHeapGraphIndex;
import io.semascope.job.Cancellation;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.BitSet;

/// Reads the layers of a saved graph and holds them against the rows: each row stands on the layer below too, and every edge ends on its own layer.
final class LayerReader {
  private final DataInputStream in;
  private final CosineScores scores;
  private final HnswParameters parameters;
  private final OnHeapGraphIndex graph;

  LayerReader(DataInputStream in, CosineScores scores, HnswParameters parameters) {
    this.in = in;
    this.scores = scores;
    this.parameters = parameters;
    this.graph = LayeredGraph.empty(scores, parameters);
  }

  OnHeapGraphIndex read(int mostLayers, Cancellation cancellation) throws IOException {
    int layers = UnusableFile.inRange(in.readInt(), scores.usableCount() == 0 ? 0 : 1, mostLayers);
    if (layers > 0) {
      int entry = in.readInt();
      BitSet below = new BitSet();
      for (int row = 0; row < scores.block().count(); row++) {
        below.set(row, scores.usable(row));
      }
      for (int layer = 0; layer < layers; layer++) {
        below = readLayer(layer, below, cancellation);
      }
      require(entry >= 0 && below.get(entry));
      LayeredGraph.enterAt(graph, layers - 1, entry);
    }
    graph.setAllMutationsCompleted();
    return graph;
  }

  /// @param allowed rows that may stand on this layer; on the ground all of them must
  /// @return the rows that do
  private BitSet readLayer(int layer, BitSet allowed, Cancellation cancellation)
      throws IOException {
    int most = allowed.cardinality();
    int count = UnusableFile.inRange(in.readInt(), layer == 0 ? most : 1, most);
    BitSet rows = new BitSet();
    BitSet ends = new BitSet();
    int before = -1;
    for (int i = 0; i < count; i++) {
      cancellation.check();
      int row = in.readInt();
      require(row > before && allowed.get(row));
      before = row;
      rows.set(row);
      graph.connectNode(layer, row, readNeighbours(layer, allowed, ends));
    }
    ends.andNot(rows);
    require(ends.isEmpty());
    return rows;
  }

  private NodeArray readNeighbours(int layer, BitSet allowed, BitSet ends) throws IOException {
    int degree = UnusableFile.inRange(in.readInt(), 0, parameters.degreeOn(layer));
    NodeArray neighbours = new NodeArray(degree);
    for (int i = 0; i < degree; i++) {
      int end = in.readInt();
      require(end >= 0 && allowed.get(end));
      ends.set(end);
      // A search asks for no score of an edge.
      neighbours.addInOrder(end, 0);
    }
    return neighbours;
  }

  private static void require(boolean sound) throws UnusableFile {
    if (!sound) {
      throw new UnusableFile("it is damaged");
    }
  }
}
