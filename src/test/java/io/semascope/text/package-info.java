@org.jspecify.annotations.NullMarked
package io.semascope.text;
