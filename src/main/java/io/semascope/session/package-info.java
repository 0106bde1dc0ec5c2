/// What can a person do, from beginning to end? Every action is one class, named by a verb and a noun.
/// Start at `PlaceText`: one typed text on its way to a vector, its neighbours and its place on the map. How it is drawn or printed does not belong here.
@org.jspecify.annotations.NullMarked
package io.semascope.session;
