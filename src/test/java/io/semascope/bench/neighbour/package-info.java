/// Tests of what the parts of the search for neighbours come to; what is printed of them is tested in `cli`.
@org.jspecify.annotations.NullMarked
package io.semascope.bench.neighbour;
