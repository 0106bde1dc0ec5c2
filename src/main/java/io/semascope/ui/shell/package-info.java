/// How do the panels become one window? The only room that knows all of them, and the session behind them.
/// Start at `Workbench`, which carries every wish of a panel to the session and every answer back. No panel's inside belongs here.
@org.jspecify.annotations.NullMarked
package io.semascope.ui.shell;
