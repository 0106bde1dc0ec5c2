/// What do all panels share? The one hop to the FX thread, and what a person has selected.
/// Start at `Selection`. Engine state is the session's; what a panel alone needs stays in the panel.
@org.jspecify.annotations.NullMarked
package io.semascope.ui.state;
