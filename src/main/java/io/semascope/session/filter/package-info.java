/// Which texts of a space may be found, and how many are they?
/// Start at `TextFilter`. Searching among them does not belong here.
@org.jspecify.annotations.NullMarked
package io.semascope.session.filter;
