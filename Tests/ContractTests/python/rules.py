"""The rules of fields, as the options of their protos say (paylyt/common/v1/options.proto), and
values that are just inside and just outside of them."""

import dataclasses
import re
import typing

from google.protobuf import descriptor as descriptors

from case import NO_ID

UNKNOWN_ENUM = 4711
# Texts longer than that are not made: a rule of bytes of a whole file is not met in one message.
LENGTH_MADE_MAX = 20_000
UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
Field = descriptors.FieldDescriptor
NUMBERS = {
    Field.TYPE_INT32: (-(2**31), 2**31 - 1), Field.TYPE_INT64: (-(2**63), 2**63 - 1),
}


@dataclasses.dataclass
class Rules:
    """Of one field."""

    required: bool = False
    minimum: typing.Optional[int] = None
    maximum: typing.Optional[int] = None
    length_minimum: int = 0
    length_maximum: typing.Optional[int] = None
    item_length_maximum: typing.Optional[int] = None
    length_in_bytes: bool = False
    multiple_of: int = 1
    output_only: bool = False
    resource: list = dataclasses.field(default_factory=list)
    pattern: list = dataclasses.field(default_factory=list)
    choices: list = dataclasses.field(default_factory=list)

    @property
    def forms(self):
        return self.resource + self.pattern


def of(api, field):
    """What its options say, or for a field that is alike everywhere, docs/PROTOS.md."""
    raw = field.GetOptions().SerializeToString()
    options = api.message("google.protobuf.FieldOptions").FromString(raw)
    found = {}
    for rule in dataclasses.fields(Rules):
        extension = api.pool.FindExtensionByName(f"paylyt.common.v1.{rule.name}")
        if extension.is_repeated:
            found[rule.name] = list(options.Extensions[extension])
        elif options.HasExtension(extension):
            found[rule.name] = options.Extensions[extension]
    if field.containing_type.name.endswith("Request"):
        usual = {
            "request_id": {"required": True, "pattern": ["{uuid}"]},
            "etag": {"length_maximum": 100},
            "page_size": {"minimum": 0}, "page_token": {"length_maximum": 1000},
        }.get(field.name, {})
        kept = {"required": found["required"]} if "required" in found else {}
        if usual:
            found |= usual | kept
    return Rules(**found)


def expression(form):
    """A form as Python's regular expression."""
    return form.replace("{uuid}", UUID_FORM).replace("{number}", "[1-9][0-9]{0,18}")


def sample(form):
    """A short text of this form."""
    text = form.replace("{uuid}", NO_ID).replace("{number}", "1")

    def item(found):
        characters, least = found.group(1), found.group(2)
        first = "x" if characters.startswith("^") else characters.lstrip("\\")[0]
        return first * max(1, int(least or 1))

    text = re.sub(r"\[((?:\\.|[^\]])+)\](?:\{(\d+)(?:,\d+)?\}|[+*])?", item, text)
    text = text.replace("\\", "")
    assert re.fullmatch(expression(form), text), (form, text)
    return text


def good_text(rules):
    if rules.choices:
        return rules.choices[0]
    if rules.forms:
        return sample(rules.forms[0])
    return "x" * max(1, rules.length_minimum)


def outside_texts(rules):
    """Texts that are refused, each with what it is. Empty ones are not among them."""
    if rules.length_maximum is not None and rules.length_maximum <= LENGTH_MADE_MAX:
        yield f"{rules.length_maximum + 1} characters", "x" * (rules.length_maximum + 1)
        if rules.length_in_bytes:
            yield f"{rules.length_maximum + 2} bytes", "é" * (rules.length_maximum // 2 + 1)
    if rules.length_minimum:
        yield f"{rules.length_minimum - 1} characters", "x" * (rules.length_minimum - 1)
    if not rules.length_in_bytes:
        yield "blank", "  "
    if rules.choices:
        yield "another", rules.choices[0] + "X"
    wrong = set()
    for form in rules.forms:
        good = sample(form)
        wrong |= {good + "\n", good + "/", "others/" + good, good[:-1], NO_ID, good + "0" * 400}
        wrong |= {good.replace(NO_ID, NO_ID + "0"), good.replace(NO_ID, "1"),
                  good.replace(NO_ID, NO_ID.replace("-", ""))}
    for text in sorted(wrong):
        if text and not any(re.fullmatch(expression(form), text) for form in rules.forms):
            yield repr(text[:60]), text


def inside_texts(rules):
    for form in rules.forms:
        yield repr(sample(form)), sample(form)
    for choice in rules.choices:
        yield choice, choice
    if rules.forms or rules.choices:
        return
    if rules.length_maximum is not None and rules.length_maximum <= LENGTH_MADE_MAX:
        yield f"{rules.length_maximum} characters", "x" * rules.length_maximum
        if not rules.length_in_bytes:
            yield f"{rules.length_maximum} wide characters", "é" * rules.length_maximum
    if rules.length_minimum:
        yield f"{rules.length_minimum} characters", "x" * rules.length_minimum


def outside_numbers(rules, kind):
    low, high = NUMBERS[kind]
    step = rules.multiple_of
    if rules.minimum is not None and rules.minimum - step >= low:
        yield rules.minimum - step
    if rules.maximum is not None and rules.maximum + step <= high:
        yield rules.maximum + step
    if step > 1:
        yield (rules.maximum or 2 * step) - 1


def inside_numbers(rules):
    for bound in (rules.minimum, rules.maximum):
        if bound is not None:
            yield bound


def bytes_lengths(rules):
    """The lengths that are refused, and those that are not."""
    least = max(rules.length_minimum, 1 if rules.required else 0)
    outside = [least - 1] if least else []
    if rules.length_maximum is not None and rules.length_maximum <= LENGTH_MADE_MAX:
        outside.append(rules.length_maximum + 1)
    return outside, {least, rules.length_maximum or least}
