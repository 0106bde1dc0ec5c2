/// Why can a command not be run with these arguments, and what is to be typed instead?
/// Start at `ArgumentRefused`. What an option means does not belong here: its command knows that.
@org.jspecify.annotations.NullMarked
package io.semascope.cli.refusal;
