/// What a script can set of a map, method by method, and how a value that is none is refused.
@NullMarked
package io.semascope.cli.projection;

import org.jspecify.annotations.NullMarked;
