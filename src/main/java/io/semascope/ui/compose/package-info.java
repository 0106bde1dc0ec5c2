/// How does a person put their own text into the space, and which texts did they put there?
/// Start at `ComposeViewModel`. Embedding and placing belong to the session; where the text lands is shown by the map.
@org.jspecify.annotations.NullMarked
package io.semascope.ui.compose;
