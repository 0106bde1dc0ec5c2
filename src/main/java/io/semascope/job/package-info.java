/// How is work done off the caller's thread, watched and stopped? The only room that makes threads.
/// Start at `Job` and `Lanes`. What the work is about does not belong here.
@org.jspecify.annotations.NullMarked
package io.semascope.job;
