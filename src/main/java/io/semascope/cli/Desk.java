package io.semascope.cli;

import io.semascope.session.Session;
import io.semascope.session.WindowPainter;
import java.io.PrintWriter;
import java.util.function.Supplier;

/// What every command has before it.
///
/// @param sessions makes the session a command works in; the command closes it
/// @param painter paints the window for `snapshot`
/// @param out results
/// @param err progress, notes and problems
/// @param interactive whether a person is watching `err`, so that progress may redraw its line
record Desk(
    Supplier<Session> sessions,
    WindowPainter painter,
    PrintWriter out,
    PrintWriter err,
    boolean interactive) {}
