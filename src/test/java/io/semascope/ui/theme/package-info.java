/// Tests of what the panels share.
@org.jspecify.annotations.NullMarked
package io.semascope.ui.theme;
