/// Tests of whole actions, with a model that has no weights.
package io.semascope.session;
