/// Tests of the indexes; start at `ExactIndexTest`, whose brute-force oracle the others are judged by too.
@org.jspecify.annotations.NullMarked
package io.semascope.neighbour;
