"""Questions, and how they are planned: for each sentence of the specification small pages and literal terms."""

from __future__ import annotations

#: Compounds of "werk" and "bank" with every link of a language.
LINKED = {
    "nl": ["werkbank", "werksbank", "werkebank", "werkenbank", "werknbank"],
    "de": ["werkbank", "werksbank", "werkesbank", "werknbank", "werkenbank", "werkerbank", "werkebank"],
}

#: Language (xx has no stems, stop words or links), words of the pages, question, and the terms that count as each of its words.
PLANS: dict[str, list[tuple[str, str, str, dict[str, dict[str, float]]]]] = {
    "a word of a question counts once, where it comes first": [
        ("en", "pear apple", "pears apples pear ", {"pears": {"pear": 1}, "apples": {"appl": 1}}),
    ],
    "of a question two thousand code points count": [
        ("xx", "pear", "👍" * 1_996 + "pears", {"pear": {"pear": 1}}),
        ("xx", "pears", "👍" * 1_995 + "pearsx", {"pears": {"pears": 1}}),
    ],
    "stop words count when nothing else is found": [
        ("en", "the pear", "the pear ", {"pear": {"pear": 1}}),
        ("en", "the pear", "the ", {"the": {"the": 1}}),
        ("en", "the pear", "the zzzz ", {"the": {"the": 1}, "zzzz": {}}),
    ],
    "a word counts as its stem, or as words spelt the same but for accents": [
        ("fr", "durée", "duree ", {"duree": {"dur": 1}}),
        ("fr", "durée dure", "durée ", {"duree": {"dur": 1}}),
    ],
    "neighbours count as the word they make": [
        ("xx", "timesheet times", "time sheet ", {"time": {"timesheet": 0.9}, "sheet": {"timesheet": 0.9}}),
        ("xx", "timesheet time", "time-sheet ", {"time": {"time": 1, "timesheet": 0.9}, "sheet": {"timesheet": 0.9}}),
        ("xx", "timesheet", "time  sheet ", {"time": {}, "sheet": {}}),
        *(("nl", word, "werk bank ", {"werk": {word: 0.9}, "bank": {word: 0.9}}) for word in LINKED["nl"]),
        *(("de", word, "werk bank ", {"werk": {word: 0.9}, "bank": {word: 0.9}}) for word in LINKED["de"]),
        ("nl", "werkerbank", "werk bank ", {"werk": {}, "bank": {}}),
        ("en", "werksbank", "werk bank ", {"werk": {}, "bank": {}}),
    ],
    "a particle before a word makes another, and the word alone then counts less": [
        ("nl", "opzeggen zeggen", "op zeggen ", {"zeggen": {"zeg": 0.7, "opzeg": 0.9}}),
        ("nl", "afzeggen zeggen", "af zeggen ", {"af": {"afzeg": 0.9}, "zeggen": {"zeg": 1, "afzeg": 0.9}}),
        ("nl", "opzeggen zeggen", "op  zeggen ", {"zeggen": {"zeg": 1}}),
    ],
    "the last word may be a beginning": [
        ("xx", "pearapple pearl", "pear", {"pear": {"pearapple": 0.8, "pearl": 0.8}}),
        ("xx", "pearapple", "pear ", {"pear": {}}),
        ("xx", "pearl", "pe", {"pe": {"pearl": 0.8}}),
        ("xx", "pearl", "p", {"p": {}}),
        ("xx", "pear pearl", "pear", {"pear": {"pear": 1, "pearl": 0.7}}),
        # .7 x (ln(8 / 5) + 1) / (ln(8 / 2) + 1): the longer word is rarer.
        ("xx", "pear*4 pearl other*8", "pear", {"pear": {"pear": 1, "pearl": 0.431214}}),
        ("xx", "pear pearl*4 other*8", "pear", {"pear": {"pear": 1, "pearl": 0.7}}),
        # Of so many words the twenty commonest: those of two pages, not those of one that come first.
        (
            "xx",
            " ".join([*(f"pea{letter}" for letter in "abcdefghijkl"), *(f"pea{letter}*2" for letter in "mnopqrstuvwx")]),
            "pea",
            {"pea": {f"pea{letter}": 0.8 for letter in "abcdefghmnopqrstuvwx"}},
        ),
    ],
    "a misspelt word counts as words one edit away": [
        ("xx", "pears", "pearz ", {"pearz": {"pears": 1}}),
        ("xx", "pears", "peasr ", {"peasr": {"pears": 1}}),
        ("xx", "pear", "pearx ", {"pearx": {"pear": 1}}),
        ("xx", "pears", "pears1 ", {"pears1": {}}),
        ("xx", "abcdefg", "abcdezz ", {"abcdezz": {}}),
        ("xx", "abcdefgh", "abcdefzz ", {"abcdefzz": {"abcdefgh": 1}}),
        ("xx", "abcdefgh", "abcdexyz ", {"abcdexyz": {}}),
    ],
    "short words are repaired less": [
        ("xx", "abcd", "abce ", {"abce": {}}),
        ("xx", "abcd", "abdc ", {"abdc": {"abcd": 1}}),
        ("xx", "abcde", "abcd ", {"abcd": {"abcde": 1}}),
        ("xx", "abcd", "abc ", {"abc": {}}),
        ("xx", "abc", "abcd ", {"abcd": {"abc": 1}}),
        ("xx", "ab", "abc ", {"abc": {}}),
    ],
    "the mistake may be in the second letter when no other word is a single edit away": [
        *(("xx", "abcde", typed, {typed.strip(): {"abcde": 1}}) for typed in ("axcde ", "acde ", "axbcde ", "acbde ")),
        ("xx", "aycde azcde*2", "axcde ", {"axcde": {"azcde": 1, "aycde": 0.7}}),
        ("xx", "abcde axcdx", "axcde ", {"axcde": {"axcdx": 1}}),
    ],
    "the mistake may be in the first letter when nothing else is near": [
        *(("xx", "abcde", typed, {typed.strip(): {"abcde": 1}}) for typed in ("xbcde ", "bcde ", "xabcde ", "bacde ")),
        ("xx", "xbcde azcde", "abcde ", {"abcde": {"azcde": 1}}),
    ],
    "of several repairs three stems count, the commonest first": [
        ("xx", "peara pearb pearc peard", "pearx ", {"pearx": {"peara": 1, "pearb": 0.7, "pearc": 0.5}}),
        ("xx", "peara pearb*2 pearc*3 peard*4", "pearx ", {"pearx": {"peard": 1, "pearb": 0.7, "pearc": 0.5}}),
        ("xx", "pearxx peara pearb", "pearx", {"pearx": {"pearxx": 0.8, "peara": 0.8, "pearb": 0.6}}),
        ("xx", "pearlike peara pearb pearc peard", "pearl", {"pearl": {"pearlike": 0.8, "peara": 0.8, "pearb": 0.6, "pearc": 0.4}}),
    ],
    "two words run together are two groups": [
        ("xx", "work place", "workplace ", {"work": {"work": 0.9}, "place": {"place": 0.9}}),
        ("nl", "werk bank", "werkenbank ", {"werk": {"werk": 0.9}, "bank": {"bank": 0.9}}),
        ("de", "werk bank", "werkesbank ", {"werk": {"werk": 0.9}, "bank": {"bank": 0.9}}),
        ("xx", "werk bank", "werksbank ", {"werksbank": {}}),
        ("xx", "wor place", "worplace ", {"worplace": {}}),
        ("xx", "work pla", "workpla ", {"workpla": {}}),
        # Not when it is near another word, or begins one.
        ("xx", "work place workplaces", "workplace ", {"workplace": {"workplaces": 1}}),
        ("xx", "work place workplacement", "workplace", {"workplace": {"workplacement": 0.8}}),
        # That whose rarer word is commonest; then whose sum is; then the last.
        ("xx", "aaaa*9 bbbbcccc aaaabbbb*2 cccc*2", "aaaabbbbcccc ", {"aaaabbbb": {"aaaabbbb": 0.9}, "cccc": {"cccc": 0.9}}),
        ("xx", "aaaa*4 bbbbcccc*2 aaaabbbb*2 cccc*2", "aaaabbbbcccc ", {"aaaa": {"aaaa": 0.9}, "bbbbcccc": {"bbbbcccc": 0.9}}),
        ("xx", "aaaa bbbbcccc aaaabbbb cccc", "aaaabbbbcccc ", {"aaaabbbb": {"aaaabbbb": 0.9}, "cccc": {"cccc": 0.9}}),
    ],
    "quoted words have no other terms": [
        ("xx", "timesheet pears", '"time sheet" "peers" ', {"time": {}, "sheet": {}, "peers": {}}),
        ("xx", "bill invoice", '"bill" ', {"bill": {"bill": 1}}),
        ("xx", "pear pearl", '"pear" pear', {"pear": {"pear": 1}}),
        ("fr", "durée", '"duree" ', {"duree": {}}),
    ],
    "words that mean the same count": [
        ("xx", "bill invoice", "bill ", {"bill": {"bill": 1, "invoice": 0.7}}),
        ("xx", "invoice bills", "bill ", {"bill": {"invoice": 0.7}}),
        ("xx", "leniency fair", "fair use ", {"fair": {"fair": 1, "leniency": 0.7}, "use": {"leniency": 0.7}}),
        ("en", "leniency", "fair of use ", {"fair": {"lenienc": 0.7}, "use": {"lenienc": 0.7}}),
        ("en", "receipt", "proof purchase ", {"proof": {"receipt": 0.7}, "purchase": {"receipt": 0.7}}),
        ("xx", "leniency", "use fair ", {"use": {}, "fair": {}}),
    ],
    "a synonym of several words is taken apart only for what nothing else stands for": [
        ("xx", "work place", "seat ", {"seat": {"work": 0.35, "place": 0.35}}),
        ("xx", "quick start", "tutorial ", {"tutorial": {"quick": 0.7 / 3, "start": 0.7 / 3}}),
        ("xx", "work place seat", "seat ", {"seat": {"seat": 1}}),
        ("xx", "work place chair", "seat ", {"seat": {"chair": 0.7}}),
    ],
}
SYNONYMS = [
    ["bill", "invoice"],
    ["seat", "chair", "work place"],
    ["fair use", "leniency"],
    ["tutorial", "quick start guide"],
    ["receipt", "proof of purchase"],
]
