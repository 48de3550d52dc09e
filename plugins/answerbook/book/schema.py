"""The shape of ``pricing.yaml``: every key with its meaning. Closed: an unknown key is a finding, never ignored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from annotated_types import MinLen
from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema, create_model

from answerbook.figures import MINOR_DIGITS

from .forms import Address, Amount, Bound, Count, DateForm, Day, Decimal, Dotted, Duration, Email, Figure, Integer, Multiple, Snake

FORMAT = "answerbook/1"

#: What a price can be per, and how long a term of that is, as (days, months).
CYCLES = {"day": (1, 0), "week": (7, 0), "month": (0, 1), "quarter": (0, 3), "half_year": (0, 6), "year": (0, 12)}

#: The reason codes an example may expect. The engine's own list is held equal to it by a test (it lies below this room).
REFUSALS = (
    "unknown_item",
    "unknown_policy",
    "currency_not_offered",
    "cycle_not_offered",
    "quote_only",
    "before_first_price",
    "order_after_contract_end",
    "quantity_zero",
    "quantity_negative",
    "quantity_fractional",
    "quantity_too_large",
    "quantity_below_minimum",
    "mixed_terms",
    "invalid_date",
    "not_measurable",
    "missing_input",
)

Cycle = Literal["day", "week", "month", "quarter", "half_year", "year"]
Part = Literal["minute", "hour", "day", "week", "month", "quarter", "half_year", "year"]
StatementKind = Literal["channel", "step", "reason", "advice", "scope", "contact"]
SourceKind = Literal["article", "contract", "convention", "decision", "law", "price_list"]
SourceId = Annotated[Snake, Field(description="Who says so: an id of `sources`.")]


class Closed(BaseModel):
    """A map with a closed set of keys."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class SourceShape(Closed):
    """Who says so."""

    kind: SourceKind = Field(description="What kind of evidence it is.")
    checked: Day | None = Field(None, description="The day somebody last looked whether it still says so.")
    url: Address | None = Field(None, description="Where it can be read.")


class QuantityShape(Closed):
    """How many can be bought in one order."""

    included: Literal["by_contract"] | None = Field(None, description="That a number of them comes with the customer's own contract.")
    min: Count = Field(description="The smallest number in an order.")
    max_digits: Count = Field(description="How many digits a number in an order may have; more is taken for a typing error.")
    source: SourceId


class CycleShape(Closed):
    """Per what it is sold."""

    offered: Annotated[list[Cycle], MinLen(1)] = Field(description="The cycles it is sold per; any other is refused, never converted.")
    source: SourceId


class TermShape(Closed):
    """From when until when an order holds."""

    starts: Literal["order_date"] = Field(description="What the first day is.")
    lasts: Duration = Field(description="How long a term is.")
    ends: Literal["day_before_anniversary"] = Field(description="What the last day is.")
    missing_day: Literal["last_day_of_month"] = Field(description="What the anniversary is when its month has no such day.")
    source: SourceId


class ProRataShape(Closed):
    """What is charged when the customer's contract ends before the term."""

    when: Literal["contract_ends_first"] = Field(description="When it applies.")
    count: Literal["days"] = Field(description="What is counted.")
    first_day: Literal["in"] = Field(description="That the first day is counted.")
    last_day: Literal["in"] = Field(description="That the last day of the contract is counted.")
    of: Literal["full_term_days"] = Field(description="What the days are a part of.")
    round: Literal["half_up_per_line"] = Field(description="How an order line is rounded to the smallest unit of the currency.")
    credit: Literal["unused_days"] = Field(description="What was charged for the full term and is not owed.")
    source: SourceId


class ConfirmationShape(Closed):
    """When the order is confirmed."""

    within: Duration = Field(description="At the latest how long after the order.")
    after: Literal["order_date"] = Field(description="From when it is counted.")
    source: SourceId


class InvoiceShape(Closed):
    """When the invoice comes."""

    within: Duration = Field(description="At the latest how long after the confirmation.")
    after: Literal["confirmation"] = Field(description="From when it is counted.")
    source: SourceId


class RefundShape(Closed):
    """What is paid back while the customer's contract goes on."""

    during_term: Literal["none"] = Field(description="What is paid back for the rest of a term that nobody uses.")
    source: SourceId


class SaleShape(Closed):
    """How every item of the topic is sold. Each part is a rule `<topic>.<part>`."""

    quantity: QuantityShape
    cycle: CycleShape
    term: TermShape
    pro_rata: ProRataShape | None = Field(None, description="Absent: an order is never charged in part.")
    confirmation: ConfirmationShape
    invoice: InvoiceShape
    refund: RefundShape | None = None


class PriceBase(Closed):
    """A list price. It holds for orders from its first day until the next price of the item starts."""

    starts: Day = Field(alias="from", description="The first order day for which it holds.")
    per: Cycle = Field(description="Per what the amount is; equal to the length of the term.")
    announced: Day | None = Field(None, description="The first day on which anybody may be told of it. Absent: at once.")
    source: SourceId


def _with_currencies(base: type[PriceBase]) -> type[PriceBase]:
    """The price with one key per currency, so that an amount is a key like any other: described, closed, completed by editors."""
    amounts: dict[str, Any] = {code: (Amount | None, Field(None, description=f"The amount in {code}.")) for code in MINOR_DIGITS}
    return create_model("PriceShape", __base__=base, __doc__=base.__doc__, **amounts)


if TYPE_CHECKING:
    PriceShape = PriceBase  # a model made at run time is no type to a checker
else:
    PriceShape = _with_currencies(PriceBase)


class ItemShape(Closed):
    """Something sold; its price is the rule `<topic>.<item>.price`."""

    price: Annotated[list[PriceShape], MinLen(1)] = Field(description="Its list prices in order of date.")


class ZoneShape(Closed):
    """One zone of a policy."""

    zone: Snake = Field(description="Its id.")
    up_to: Bound = Field(description="How far it reaches, this bound included: `limit`, `<number> x <name>`, or `any` in the last zone.")
    action: Snake = Field(description="What happens in it: an id whose words stand in the message catalogues. Never an amount.")


class PolicyShape(Closed):
    """A fair-use policy: own use against an average, a zone as verdict, never an amount."""

    measures: Snake = Field(description="What is measured.")
    limit: Multiple = Field(description="How many times the average is still fair: `<number> x <name of the average>`.")
    average: Literal["not_published"] = Field(
        description="That the average is not published, so that nobody is measured against it unasked."
    )
    zones: Annotated[list[ZoneShape], MinLen(1)] = Field(description="The first zone that fits holds; the last one takes the rest.")
    source: SourceId


class AddOnPartShape(Closed):
    """A part of an add-on's price."""

    per: Part = Field(description="Per what it is charged.")
    price: Literal["quote"] = Field(description="That the amount is given on request only.")


class AddOnShape(Closed):
    """Something sold on request only; `<topic>.<add-on>.price` is the rule that no amount is published."""

    price: Literal["quote"] = Field(description="That no amount is published.")
    parts: Annotated[list[AddOnPartShape], MinLen(1)] = Field(description="What the price consists of.")
    ask: Dotted = Field(description="Whom to ask: a statement of kind contact or channel.")
    source: SourceId


class StatementShape(Closed):
    """A rule without arithmetic; its words stand in `faq/<language>/`. Further keys are its figures by name."""

    model_config = ConfigDict(extra="allow", frozen=True, arbitrary_types_allowed=True)
    __pydantic_extra__: dict[str, Figure] = Field(init=False)

    kind: StatementKind = Field(description="What kind of rule it is.")
    email: Email | None = Field(None, description="Of a contact or channel: the address to write to.")
    source: SourceId


class UnpublishedShape(Closed):
    """Something people ask for that the book does not hold: never a figure, always whom to ask."""

    nearest: Dotted = Field(description="The rule that comes nearest.")
    ask: Dotted = Field(description="Whom to ask: a statement of kind contact or channel.")
    source: SourceId


class TopicShape(Closed):
    """A group of rules of one product; all their ids start with `<topic>.`."""

    product: Snake = Field(description="The product they belong to: an id of `products`.")
    sale: SaleShape | None = Field(None, description="How every item of the topic is sold.")
    items: Annotated[dict[Snake, ItemShape], MinLen(1)] | None = Field(None, description="What is sold, at list prices.")
    policies: Annotated[dict[Snake, PolicyShape], MinLen(1)] | None = Field(None, description="Fair-use policies.")
    add_ons: Annotated[dict[Snake, AddOnShape], MinLen(1)] | None = Field(None, description="What is sold on request only.")
    statements: Annotated[dict[Snake, StatementShape], MinLen(1)] | None = Field(None, description="Rules without arithmetic.")
    unpublished: Annotated[dict[Snake, UnpublishedShape], MinLen(1)] | None = Field(None, description="What is asked but not published.")


class AskShape(Closed):
    """The question of an example: an order (`buy`, `order`) or a measurement (`measure`, `own`)."""

    buy: dict[Dotted, Integer] | None = Field(None, description="Items by id, and how many of each.")
    order: DateForm | None = Field(None, description="The day of the order.")
    contract_end: DateForm | None = Field(None, description="The last day of the customer's contract.")
    currency: str | None = Field(None, description="The currency asked for.")
    cycle: str | None = Field(None, description="The cycle asked for.")
    measure: Dotted | None = Field(None, description="The policy to measure against.")
    own: Decimal | None = Field(None, description="Own use.")
    average: Decimal | None = Field(None, description="The average use to compare with.")


class GetShape(Closed):
    """What the example must give; fields left out are not compared."""

    total: Amount | None = Field(None, description="What the order costs.")
    full: Amount | None = Field(None, description="What it would cost without the contract's end.")
    credit: Amount | None = Field(None, description="The full price less the total.")
    currency: str | None = Field(None, description="The currency of the amounts.")
    starts: Day | None = Field(None, alias="from", description="The first day.")
    to: Day | None = Field(None, description="The last day.")
    confirm_by: Day | None = Field(None, description="By when the order is confirmed.")
    invoice_by: Day | None = Field(None, description="By when the invoice comes.")
    days: Count | None = Field(None, description="How many days are charged.")
    of_days: Count | None = Field(None, description="Of how many days in the full term.")
    zone: Snake | None = Field(None, description="The zone of the policy.")
    ratio: Decimal | None = Field(None, description="Own use divided by the average.")
    action: Snake | None = Field(None, description="What happens in that zone.")
    refuse: Literal[REFUSALS] | None = Field(None, description="The reason code when no figure may be given.")  # type: ignore[valid-type]


class ExampleShape(Closed):
    """A worked example, run by `answerbook check` in both engines and told in the articles."""

    ask: AskShape = Field(description="The question.")
    get: GetShape = Field(description="What must come out.")
    because: Annotated[list[Dotted], MinLen(1)] = Field(description="The rules that are the reason.")


class PricingShape(Closed):
    """A price list with its rules."""

    format: Literal["answerbook/1"] = Field(description="The version of this language.")
    languages: Annotated[list[str], MinLen(1)] = Field(description="Languages of the help centre; the first is the default.")
    currency: Annotated[str, WithJsonSchema({"type": "string", "enum": list(MINOR_DIGITS)})] = Field(
        description="The currency of answers that name none.",
    )
    time_zone: str = Field(description="Where the vendor's days begin, as a name of the tz database.")
    sources: Annotated[dict[Snake, SourceShape], MinLen(1)] = Field(description="Who says so, by id.")
    products: Annotated[list[Snake], MinLen(1)] = Field(description="The vendor's products, by id.")
    topics: Annotated[dict[Snake, TopicShape], MinLen(1)] = Field(description="The rules, grouped by what they are about.")
    examples: dict[Snake, ExampleShape] = Field(default_factory=dict, description="Worked examples.")


def schema() -> dict[str, object]:
    """The JSON Schema of ``pricing.yaml``, for completion and checks in an editor."""
    found = PricingShape.model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "pricing.yaml of an answerbook", **_without_titles(found)}


def _without_titles(value: dict[str, object]) -> dict[str, object]:
    """The schema without pydantic's generated titles and default nulls, which say nothing to an editor's user."""
    kept: dict[str, object] = {}
    for key, inner in value.items():
        if key in {"properties", "$defs"} and isinstance(inner, dict):
            kept[key] = {name: _without_titles(each) for name, each in inner.items()}
        elif key == "anyOf" and isinstance(inner, list):
            options = [_without_titles(each) for each in inner if each != {"type": "null"}]
            if len(options) == 1:
                kept |= options[0]
            else:
                kept[key] = options
        elif isinstance(inner, dict):
            kept[key] = _without_titles(inner)
        elif key != "title" and not (key == "default" and inner is None):
            kept[key] = inner
    return kept
