/// What do the tests of all panels share? The started toolkit and pictures of what a panel draws.
@org.jspecify.annotations.NullMarked
package io.semascope.ui;
