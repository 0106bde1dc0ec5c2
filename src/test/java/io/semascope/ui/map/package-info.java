/// Tests of the map: its geometry without a toolkit, its gestures by events.
package io.semascope.ui.map;
