"""The live page of all components, in the demo and while developing."""
