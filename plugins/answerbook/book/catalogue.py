"""The closed list of findings about ``pricing.yaml`` and ``faq/``: every id with its title and what it means.

AB001-AB099 are about reading and ``pricing.yaml``, AB100-AB149 about ``faq/``. Other rooms keep their own lists from AB150.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from answerbook.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .model import Position


@dataclass(frozen=True, slots=True)
class FindingKind:
    """One kind of finding. ``blocking``: the book cannot be used until it is mended."""

    id: str
    title: str
    explanation: str
    blocking: bool = True


_KINDS = (
    # Reading any file of the book.
    FindingKind("AB001", "file or folder is missing", "A file or folder the book needs is not there or cannot be read."),
    FindingKind("AB002", "file too large", "A file of a book holds at most one megabyte; a larger one is a mistake or an attack."),
    FindingKind("AB003", "not UTF-8", "The bytes are not UTF-8 text, so letters and currency signs cannot be trusted."),
    FindingKind("AB004", "forbidden character", "Control characters and exotic line breaks are invisible and shift the lines people see."),
    FindingKind("AB005", "tab in YAML", "YAML counts spaces; a tab looks like several and means none."),
    FindingKind("AB006", "not valid YAML", "The file breaks the grammar of YAML, so what stands after the mark cannot be read."),
    FindingKind("AB007", "empty file", "There is nothing in the file."),
    FindingKind("AB008", "more than one document", "A file holds one YAML document; a second one would be ignored by most readers."),
    FindingKind("AB009", "duplicate key", "One key twice in one map: readers differ on which of the two wins."),
    FindingKind("AB010", "anchor, alias or merge key", "A value is written where it holds, not by reference to another place in the file."),
    FindingKind("AB011", "tag", "Every value is text until the schema types it; a tag would type it behind the schema's back."),
    FindingKind("AB012", "nested too deep", "No construct of a book nests this deep."),
    FindingKind("AB013", "key is not text", "A key is a word, not a list or a map."),
    # The shape of pricing.yaml, of words.yaml and of front matter.
    FindingKind("AB020", "unknown key", "Every map has a closed set of keys, so that a typing error cannot switch a rule off."),
    FindingKind("AB021", "missing key", "A key without which the rule has no meaning is absent."),
    FindingKind("AB022", "no value", "A key stands without a value. Leave the key out, or say what it is."),
    FindingKind("AB023", "wrong kind of value", "A map, a list or a single value stands where another of these is needed."),
    FindingKind("AB024", "not one of the known words", "The value comes from a closed list."),
    FindingKind("AB025", "not a date", "A date is written YYYY-MM-DD."),
    FindingKind("AB026", "no such day", "The date has the right form, but the calendar has no such day."),
    FindingKind("AB027", "not a length of time", "A length of time is a whole number and one unit, such as a number of days or months."),
    FindingKind(
        "AB028",
        "not an amount",
        "An amount is digits, with a point before the cents; no currency sign, no thousands separator, no exponent, no zero in front.",
    ),
    FindingKind("AB029", "not a multiple", "A multiple is a number, the letter x and the name of what is multiplied."),
    FindingKind("AB030", "not a percentage", "A percentage is a number from 0 to 100 with a percent sign."),
    FindingKind("AB031", "not a whole number", "A count is digits only."),
    FindingKind("AB032", "not a lower snake_case id", "Ids are lower-case letters, digits and single underscores, starting with a letter."),
    FindingKind("AB033", "not a decimal number", "A measured use is digits, with a point before decimals."),
    FindingKind("AB034", "empty list or map", "At least one entry is needed for the rule to say anything."),
    FindingKind("AB035", "not a web address", "An address starts with https:// or http:// and holds no spaces."),
    FindingKind("AB036", "not one line of text", "A label or title is one line with visible text."),
    FindingKind("AB037", "neither a key nor a figure", "A statement may carry figures by name: a length of time or a percentage."),
    FindingKind("AB038", "not an e-mail address", "An e-mail address is a name, the sign @ and a domain, without spaces."),
    # What pricing.yaml means.
    FindingKind("AB040", "id used twice", "Two things of the book would be cited by one id."),
    FindingKind("AB041", "unknown source", "The source is not among `sources`."),
    FindingKind("AB042", "unknown product", "The product is not among `products`."),
    FindingKind("AB043", "unknown rule", "No rule of the book has this id."),
    FindingKind("AB044", "unknown contact", "Whom to ask is a statement of kind contact or channel."),
    FindingKind("AB045", "unknown language", "The package cannot write figures in this language."),
    FindingKind("AB046", "unknown currency", "The number of decimals of the currency is not known, so nothing can be rounded."),
    FindingKind("AB047", "unknown time zone", "The time zone is not one of the tz database."),
    FindingKind("AB048", "listed twice", "One entry twice in a list where each may stand once."),
    FindingKind(
        "AB050", "prices not in order of date", "Prices of an item stand in order of their first day, so that the file reads as history."
    ),
    FindingKind("AB051", "two prices from one day", "Two prices of one item would hold on the same day."),
    FindingKind("AB052", "price without an amount", "A price needs an amount in at least one currency; nothing is converted."),
    FindingKind("AB053", "too many decimals", "The amount has more decimals than the currency has."),
    FindingKind("AB054", "amount is not above zero", "A list price of zero or less is a mistake, or a gift that no rule mentions."),
    FindingKind("AB055", "announced after it holds", "Customers would be charged a price of which nobody may be told."),
    FindingKind(
        "AB056",
        "price per another time than the term",
        "A price is per term; another one would have to be converted, which no rule allows.",
    ),
    FindingKind(
        "AB057", "items without a way to sell them", "A topic with items says under `sale` how they are sold, and the other way round."
    ),
    FindingKind(
        "AB058", "senseless length of time", "A term, deadline or duration that is zero, too long, or in hours where days are counted."
    ),
    FindingKind("AB059", "senseless count", "A number that would refuse every order or allow a senseless one."),
    FindingKind("AB060", "zones do not take everything", "The last zone of a policy takes the rest; only the last one does."),
    FindingKind("AB061", "zones out of order", "Each zone reaches further than the one before, else it can never be the first that fits."),
    FindingKind("AB062", "limit and zones disagree", "One zone of a policy ends exactly at its limit."),
    FindingKind("AB063", "multiple is not above zero", "A limit of zero times something allows nothing."),
    FindingKind("AB064", "multiples of different things", "The zones of a policy are multiples of what its limit is a multiple of."),
    FindingKind("AB065", "address of no contact", "Only whom to turn to has an e-mail address: a statement of kind contact or channel."),
    FindingKind("AB070", "example is neither an order nor a measurement", "An example asks either for a price or for a verdict."),
    FindingKind("AB071", "example expects what its question cannot give", "The expected fields do not belong to this kind of question."),
    FindingKind(
        "AB072", "example buys an unknown item", "The item or add-on is not in the book, and the example does not expect that refusal."
    ),
    FindingKind(
        "AB073", "example measures an unknown policy", "The policy is not in the book, and the example does not expect that refusal."
    ),
    FindingKind("AB074", "two equal examples", "Two examples ask the same."),
    FindingKind("AB075", "unknown zone or action", "The policy has no such zone, or the zone has another action."),
    # faq/
    FindingKind("AB100", "malformed front matter", "An article starts with `---`, its front matter in YAML and `---` again."),
    FindingKind(
        "AB101", "unknown collection", "The collection has no title in this language's words file, or is not the folder of the article."
    ),
    FindingKind("AB102", "duplicate entry id", "An entry id is an anchor and a link target: one question each."),
    FindingKind("AB103", "question without an id", "A second-level heading is a question and needs an id, the same in every language."),
    FindingKind("AB104", "entry without paraphrases", "An entry lists in the front matter how people ask for it."),
    FindingKind("AB105", "entry without a question", "The front matter names an entry that has no heading in the article."),
    FindingKind("AB106", "entry without an answer", "There is no text under the question."),
    FindingKind("AB107", "unknown reference", "The reference points to nothing in the book."),
    FindingKind("AB108", "malformed reference", "The double braces do not close on the same line, or hold nothing."),
    FindingKind("AB109", "unknown rule in front matter", "No rule of the book has this id or starts with it."),
    FindingKind("AB110", "article missing in a language", "The article exists in another language of the book.", blocking=False),
    FindingKind("AB111", "entry missing in a language", "The entry exists in another language of the book.", blocking=False),
    FindingKind("AB112", "missing words", "A thing of the book has no name in this language."),
    FindingKind("AB113", "words for nothing", "The words name an id that is not in the book."),
    FindingKind("AB114", "folder of an unlisted language", "A folder of `faq/` is not among the book's `languages`."),
    FindingKind("AB115", "article ids differ", "An article has one id in every language, equal to its file name."),
    FindingKind("AB116", "title in the body", "The title stands in the front matter; a first-level heading would show it twice."),
    FindingKind(
        "AB117", "not an anchor id", "Article and entry ids are lower-case letters, digits and single hyphens, starting with a letter."
    ),
    FindingKind("AB118", "collections differ between languages", "A collection is titled in every language of the book."),
    FindingKind("AB119", "article in no collection", "An article lies in the folder of its collection, one level below the language."),
    FindingKind(
        "AB120",
        "amount of an example without its day",
        "An example keeps the price of its order day. Told without that day, its amount would read as today's after a change of price.",
    ),
    FindingKind("AB121", "day that has not come yet", "Nobody can have looked at a source, or changed an article, in the future."),
)

#: Every finding of this room by id, in order.
CATALOGUE = {kind.id: kind for kind in _KINDS}


def finding(kind: str, position: Position, message: str, hint: str = "") -> Finding:
    """A finding of the kind ``kind`` (an id of ``CATALOGUE``) at a position."""
    return Finding(position.file, position.line, position.column, CATALOGUE[kind].id, message, hint)


def blocks(findings: Iterable[Finding]) -> bool:
    """Whether any of the findings keeps the book from being used."""
    return any(CATALOGUE[each.id].blocking for each in findings)
