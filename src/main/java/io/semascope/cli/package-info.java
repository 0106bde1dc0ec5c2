/// How does a script use the engine? Commands, their output and exit codes; the only room that prints.
/// Start at `CommandLineFace`. No computing belongs here: every command awaits a job of the session.
@org.jspecify.annotations.NullMarked
package io.semascope.cli;
