"""The library's pages: finding activities, one activity, adding one; the desk where the clinical lead reviews."""
