"""How Beadwork is configured: `base` is common, `demo` runs on a laptop, `serve` runs a real practice."""
