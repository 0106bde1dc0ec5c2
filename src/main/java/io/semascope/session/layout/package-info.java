/// What is known of a layout while it is computed? The newest picture, and what moves it.
/// Start at `RunningLayout`. Who computes it, and what is kept of it, does not belong here.
@org.jspecify.annotations.NullMarked
package io.semascope.session.layout;
