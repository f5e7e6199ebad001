"""The practice's own version of what the house knows: reviewed, amended, replaced, added, with history.

`beadwork.library.own.library_of(practice)` gives the interface of `knowledge.library()`, with the practice's word last.
"""
