/// Tests of the whole window on the headless platform, with a model that has no weights.
@org.jspecify.annotations.NullMarked
package io.semascope.ui.shell;
