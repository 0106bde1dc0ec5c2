/// Tests of the scan of all pairs; start at `PairScanTest`, whose oracle sorts every pair.
@org.jspecify.annotations.NullMarked
package io.semascope.neighbour.blocks;
