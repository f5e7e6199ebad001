"""Clinical content as governed data: one TOML file a kind, every file with its passport. No Django here.

`items("task")` gives every item of a kind in the order of its file, `item("task", "beads")` one of them.
"""

from beadwork.knowledge.load import Item, Passport, item, items, kinds

__all__ = ["Item", "Passport", "item", "items", "kinds"]
