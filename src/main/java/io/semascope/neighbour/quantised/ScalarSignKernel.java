package io.semascope.neighbour.quantised;

/// Plain loops, for a JVM without the Vector API.
final class ScalarSignKernel implements SignKernel {
  @Override
  public void distances(long[] query, long[] chunk, int[] distances) {
    int groupWords = query.length * SignCodes.GROUP;
    int row = 0;
    for (int at = 0; at < chunk.length; at += groupWords) {
      for (int lane = 0; lane < SignCodes.GROUP; lane++) {
        int sum = 0;
        for (int word = 0; word < query.length; word++) {
          sum += Long.bitCount(chunk[at + word * SignCodes.GROUP + lane] ^ query[word]);
        }
        distances[row++] = sum;
      }
    }
  }
}
