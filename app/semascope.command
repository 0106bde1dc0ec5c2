#!/bin/sh
# The macOS Finder starts .command files by a double click.
exec "$(dirname "$0")/semascope" "$@"
