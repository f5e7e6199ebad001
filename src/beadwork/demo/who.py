"""Who can sign in to the made-up practice, for the documents and the command that says so. No Django here."""

PASSWORD = "beads-on-a-string"
WHO = [
    ("ana@example.org", "Ana Duarte, occupational therapist"),
    ("ben@example.org", "Ben Fields, occupational therapy assistant"),
    ("leo@example.org", "Leo Rivera, Mia's father"),
    ("sara@example.org", "Sara Rivera, Mia's mother, in Spanish, from the other home"),
    ("okafor@example.org", "Ms. Okafor, Mia's teacher"),
    ("dana@example.org", "Dana Wills, front desk"),
    ("ruth@example.org", "Ruth Stein, director"),
    ("eve@example.org", "Eve Lund, of another practice: she sees nothing of this one"),
]
