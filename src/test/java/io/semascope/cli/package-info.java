/// Tests of the commands, by their arguments and what they print.
package io.semascope.cli;
