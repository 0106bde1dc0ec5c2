/// Tests of filters; start at `TextFilterTest`.
@org.jspecify.annotations.NullMarked
package io.semascope.session.filter;
