"""When a statement was made and when what it tells happened: ``dates`` asks the other modules."""
