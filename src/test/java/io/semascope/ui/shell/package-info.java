/// Tests of the whole window on the headless platform, with a model that has no weights.
package io.semascope.ui.shell;
