/// Tests of the kept index; start at `IndexKeeperTest`.
@org.jspecify.annotations.NullMarked
package io.semascope.session.index;
