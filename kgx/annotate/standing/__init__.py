"""How far what a clause says stands: denied, possible, planned, said by whom."""
