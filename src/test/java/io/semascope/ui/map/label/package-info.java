/// Tests of where names stand: without a toolkit.
package io.semascope.ui.map.label;
