"""The recording screen that works without network: its shell, its words, its service worker."""
