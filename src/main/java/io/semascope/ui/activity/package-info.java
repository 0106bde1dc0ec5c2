/// What is the program doing, and on what? The status line.
/// Start at `StatusBar`. Starting and stopping work is the session's.
@org.jspecify.annotations.NullMarked
package io.semascope.ui.activity;
