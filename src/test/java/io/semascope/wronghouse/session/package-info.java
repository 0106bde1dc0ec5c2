@org.jspecify.annotations.NullMarked
package io.semascope.wronghouse.session;
