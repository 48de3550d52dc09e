"""Question to entities, intent and slots, to outcome, to a reply with its proof; dialogue; when to refuse."""
