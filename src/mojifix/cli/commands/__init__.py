"""What each command does: ``run(arguments, streams)`` returns the exit status."""
