"""Concern, referral: how a child comes to the practice."""
