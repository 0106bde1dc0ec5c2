/// Tests of the benchmark's own arithmetic; what it prints is tested in `cli`.
@org.jspecify.annotations.NullMarked
package io.semascope.bench;
