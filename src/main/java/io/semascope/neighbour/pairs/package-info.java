/// How are all pairs of rows compared, each once, so that every row learns its nearest ones?
/// Start at `PairScan`. What a row stands for, and single queries, do not belong here.
@org.jspecify.annotations.NullMarked
package io.semascope.neighbour.pairs;
