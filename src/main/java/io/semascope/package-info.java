/// The front door: decides whether a call opens the window or runs a command, and puts the rooms together.
/// Start reading at `Main`; the whole story of one action is `session.PlaceText`.
@org.jspecify.annotations.NullMarked
package io.semascope;
