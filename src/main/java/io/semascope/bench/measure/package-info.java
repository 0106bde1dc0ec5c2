/// With what is anything measured here: a stopwatch, figures that say their unit, and a folder to write in. Start at `Stopwatch`. What is measured, and engines of
/// any kind, do not belong here.
@org.jspecify.annotations.NullMarked
package io.semascope.bench.measure;
