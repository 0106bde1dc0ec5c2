/// Where does the approximate index of the open space come from, and what is said of its answers?
/// Start at `IndexKeeper`. How an index searches does not belong here.
@org.jspecify.annotations.NullMarked
package io.semascope.session.index;
