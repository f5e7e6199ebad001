"""Documents made from code, one file each."""
