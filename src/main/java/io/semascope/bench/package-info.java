/// How fast and how true are the engines on this machine and this input? Each is run as the window runs it, over and over, and its stages are timed.
/// Start at `Bench`. Engines that are only faster in a benchmark, JMH's kernels and comparisons with other tools do not belong here.
@org.jspecify.annotations.NullMarked
package io.semascope.bench;
