"""What must hold for every method of ours, made from its descriptor alone: a new RPC is covered
the day it is added. Each field is sent just outside of what its rules say (rules.py), which is
refused by the field's path, and just inside, which is not refused for that field.

A request to start from is the `good` one of its case, where it has one; otherwise one is made up
from the field rules."""

import dataclasses
import re
import typing
import uuid

import rules as rules_of_fields
from case import NO_ID
from fields import btc
from rules import Field

ID = re.compile(rules_of_fields.UUID_FORM)
# How deep messages in messages are looked into.
DEPTH_MAX = 3
ITEMS_MADE_MAX = 1_001
MONEY = "paylyt.common.v1.Money"
MASK = "google.protobuf.FieldMask"
TIMESTAMP = "google.protobuf.Timestamp"
# What a mask never names.
UNMASKED = {"request_id", "name", "etag", "validate_only", "update_mask"}
# Fields of which the server knows more than a rule can say, so that what is inside of their rules
# may still be refused for them: a URL, an invoice, the name of something that there is.
KNOWN_BETTER = {
    "filter": "its words have a grammar",
    "remove": "keys of labels, which have a form",
    "label": "a key and a value, with `=` between them",
    "page_token": "it is what a list gave",
    "resume_token": "it is what a stream gave",
    "method": "a method that there is",
    "scopes": "permissions that there are",
    "types": "types of events that there are", "event_types": "types of events that there are",
    "remove": "keys of labels, which have a form",
    "kinds": "kinds of transfers that there are",
    "public_key": "its length follows from `credential`",
    "certificate_name": "only with CREDENTIAL_CERTIFICATE",
    "provider": "a provider that is configured",
    "url": "an address on the Internet",
    "lightning_address": "an address; and one of several fields",
    "beneficiary": "one of several fields",
    "quote": "one of several fields; it says amount and fee",
    "payment_request": "an invoice",
    "birth_date": "a day that there is",
    "SubmitKyc details.country": "a country that there is",
    "local_currency": "its value must be more than nothing",
    "source_asset": "the currency of the beneficiary, or BTC",
    "amount.asset": "the currency of the beneficiary, or BTC",
    "amounts": "one for each milestone, or posting",
    "milestones": "what they ask for together has a bound",
    "payees": "users that there are, each once",
    "postings": "their sums are compared",
    "transactions": "each id once",
    "preferences": "each kind once",
    "update_mask": "what it names is looked at",
    "from_units": "of BTC less than of others", "to_units": "of BTC less than of others",
    "TransferFunds amount.units": "of BTC less than of others",
    "CreatePayoutQuote amount.units": "of BTC whole satoshis; within the corridor's bounds",
    "milestone.amount": "what all ask for together has a bound",
    "from_asset": "one of the two is BTC", "to_asset": "one of the two is BTC",
    "to": "somebody else",
    "deadline": "in the future", "expire_time": "in the future",
    "start_time": "before the end", "end_time": "after the start",
    "start_position": "before the end, and in the log", "end_position": "after the start",
    "step_seconds": "as many steps as there are at most",
    "delay_milliseconds": "only of a delay", "code": "none of a delay",
    "timeout_seconds": "only of a pending transaction",
    "as_of": "in the past", "name": "what there is",
    "max": "not below `min`", "min": "not above `max`",
}


def made_up(api, message_type):
    """A request as its rules want it, every other field left out."""
    message = api.message(message_type.full_name)()
    for field in message_type.fields:
        rules = rules_of_fields.of(api, field)
        if field.name == "request_id":
            message.request_id = str(uuid.uuid4())
        elif not rules.output_only and (rules.required or rules.length_minimum):
            fill(api, message, field, rules)
        elif rules.minimum is not None and rules.minimum > 0 and not field.is_repeated:
            setattr(message, field.name, rules.minimum)
    return message


def fill(api, message, field, rules):
    if field.message_type is not None:
        type_name = field.message_type.full_name
        if type_name == MONEY:
            asset = rules.choices[0]
            value = api.message(MONEY)(asset=asset, units=max(rules.minimum or 0, 1000))
        elif type_name == MASK:
            value = api.message(MASK)(paths=rules.choices[:1])
        elif type_name == TIMESTAMP:
            value = api.message(TIMESTAMP)(seconds=1_700_000_000)
        else:
            value = made_up(api, field.message_type)
        target = getattr(message, field.name)
        if field.is_repeated:
            target.extend([value] * max(1, rules.length_minimum))
        else:
            target.CopyFrom(value)
            target.SetInParent()
        return
    if field.type == Field.TYPE_STRING:
        value = rules_of_fields.good_text(rules)
    elif field.type == Field.TYPE_BYTES:
        value = b"x" * max(1, rules.length_minimum)
    elif field.type == Field.TYPE_ENUM:
        value = enum_numbers(field, rules)[0]
    elif field.type == Field.TYPE_BOOL:
        value = True
    else:
        value = rules.minimum or 1
    if field.is_repeated:
        getattr(message, field.name).append(value)
    else:
        setattr(message, field.name, value)


def enum_numbers(field, rules):
    """The values that are accepted, except none."""
    return [
        value.number for value in field.enum_type.values
        if value.number != 0 and (not rules.choices or value.name in rules.choices)
    ]


@dataclasses.dataclass
class Call:
    """A request with one thing changed. `field`: the path that a refusal must name, or must not,
    where the value is inside of what is accepted."""

    what: str
    field: typing.Optional[str]
    request: typing.Any
    is_inside: bool = False


def calls(api, method_name, base):
    """Every call that is just outside of a field's rules, or just inside, with one thing changed in
    `base`."""
    found = []
    top = base.DESCRIPTOR.fields_by_name
    mask = set(base.update_mask.paths) if "update_mask" in top else set()
    # Whether it is about fields of the request itself, and not of a resource in it.
    is_own = mask <= set(top)

    def add(what, field, change, is_inside=False, anywhere=False):
        parts = field.split("[")[0].split(".")
        # Of a resource that is changed in parts, what the mask does not name is not looked at.
        if mask and not is_own and len(parts) > 1:
            parts = parts[1:]
        if mask and (is_own or "." in field) and parts[0] not in mask | UNMASKED:
            return
        request = type(base)()
        request.CopyFrom(base)
        if "request_id" in top:
            request.request_id = str(uuid.uuid4())
        change(request)
        found.append(Call(what, None if anywhere else field, request, is_inside))

    if "page_token" in top:
        for value in ("nonsense", "A" * 43, "é"):
            add(f"page_token {value!r}", "page_token",
                lambda request, value=value: setattr(request, "page_token", value))
    walk(api, base, lambda request: request, "", add, 0)
    return found


def walk(api, message, reach, path, add, depth):
    """Adds the calls for each field of `message`, which `reach` finds in a whole request."""
    for field in message.DESCRIPTOR.fields:
        rules = rules_of_fields.of(api, field)
        if rules.output_only or message.DESCRIPTOR.full_name == MONEY:
            continue
        place = path + field.name

        def put(value, field=field):
            def change(request):
                target = reach(request)
                target.ClearField(field.name)
                if value is None:
                    return
                if field.is_repeated:
                    getattr(target, field.name).extend(value)
                elif field.message_type is not None:
                    getattr(target, field.name).CopyFrom(value)
                else:
                    setattr(target, field.name, value)
            return change

        if field.type == Field.TYPE_MESSAGE and field.message_type.GetOptions().map_entry:
            continue
        if rules.required or (field.is_repeated and rules.length_minimum):
            add(f"no {place}", place, put(None))
        if field.is_repeated:
            add_lengths(api, message, field, rules, place, put, add)
            add_items(field, rules, place, put, add)
        else:
            add_values(api, field, rules, place, put, add)
        go_deeper(api, message, field, reach, place, add, depth)


def add_lengths(api, message, field, rules, place, put, add):
    items = list(getattr(message, field.name)) or [one_item(api, field, rules)]
    most = rules.length_maximum
    if most is not None and most < ITEMS_MADE_MAX:
        add(f"{most + 1} {place}", place, put(items[:1] * (most + 1)))
        if len(items) == 1 or field.message_type is None:
            add(f"{most} {place}", place, put(items[:1] * most), is_inside=True)
    if rules.length_minimum > 1:
        add(f"{rules.length_minimum - 1} {place}", place,
            put(items[:1] * (rules.length_minimum - 1)))


def one_item(api, field, rules):
    holder = api.message(field.containing_type.full_name)()
    fill(api, holder, field, rules)
    return getattr(holder, field.name)[0]


def add_items(field, rules, place, put, add):
    item = dataclasses.replace(rules, length_minimum=0, length_maximum=rules.item_length_maximum)
    if field.type == Field.TYPE_STRING:
        add(f"an empty {place}", f"{place}[0]", put([""]))
        for what, text in rules_of_fields.outside_texts(item):
            add(f"{place} with {what}", f"{place}[0]", put([text]))
        for what, text in rules_of_fields.inside_texts(item):
            add(f"{place} with {what}", f"{place}[0]", put([text]), is_inside=True)
    elif field.type == Field.TYPE_ENUM:
        for number in outside_enums(field, rules) + [0]:
            add(f"{place} with {number}", f"{place}[0]", put([number]))
    elif field.type in rules_of_fields.NUMBERS:
        for number in rules_of_fields.outside_numbers(item, field.type):
            add(f"{place} with {number}", f"{place}[0]", put([number]))


def outside_enums(field, rules):
    accepted = enum_numbers(field, rules)
    return [rules_of_fields.UNKNOWN_ENUM] + [
        value.number for value in field.enum_type.values
        if value.number != 0 and value.number not in accepted
    ]


def add_values(api, field, rules, place, put, add):
    if field.type == Field.TYPE_STRING:
        if field.name == "page_token":
            # A list says in its own words that it is of another one.
            add(f"long {place}", place, put("x" * 1_001))
            return
        for what, text in rules_of_fields.outside_texts(rules):
            add(f"{place} {what}", place, put(text))
        for what, text in rules_of_fields.inside_texts(rules):
            add(f"{place} {what}", place, put(text), is_inside=True)
    elif field.type == Field.TYPE_BYTES:
        outside, inside = rules_of_fields.bytes_lengths(rules)
        for length in outside:
            add(f"{place} of {length} bytes", place, put(b"x" * length))
        for length in inside:
            if length <= rules_of_fields.LENGTH_MADE_MAX:
                add(f"{place} of {length} bytes", place, put(b"x" * length), is_inside=True)
    elif field.type == Field.TYPE_ENUM:
        for number in outside_enums(field, rules):
            add(f"{place} {number}", place, put(number))
        for number in enum_numbers(field, rules):
            add(f"{place} {number}", place, put(number), is_inside=True)
    elif field.type in rules_of_fields.NUMBERS:
        for number in rules_of_fields.outside_numbers(rules, field.type):
            add(f"{place} {number}", place, put(number))
        for number in rules_of_fields.inside_numbers(rules):
            add(f"{place} {number}", place, put(number), is_inside=True)
    elif field.message_type is not None:
        add_known_messages(api, field, rules, place, put, add)


def add_known_messages(api, field, rules, place, put, add):
    name = field.message_type.full_name
    make = api.message(name)
    if name == TIMESTAMP:
        for wrong in ({"seconds": 253_402_300_800}, {"seconds": 1, "nanos": -1}):
            add(f"{place} {wrong}", place, put(make(**wrong)))
    elif name == MASK:
        for wrong in (["nothing"], ["*", rules.choices[0]]):
            add(f"{place} {wrong}", place, put(make(paths=wrong)))
    elif name == MONEY:
        good = {"asset": rules.choices[0], "units": max(rules.minimum or 0, rules.multiple_of)}
        add(f"{place} of XYZ", f"{place}.asset", put(make(**good | {"asset": "XYZ"})))
        for units in rules_of_fields.outside_numbers(rules, Field.TYPE_INT64):
            add(f"{place} of {units}", f"{place}.units", put(make(**good | {"units": units})))
        for units in rules_of_fields.inside_numbers(rules):
            add(f"{place} of {units}", f"{place}.units", put(make(**good | {"units": units})),
                is_inside=True)


def go_deeper(api, message, field, reach, place, add, depth):
    if field.message_type is None or depth == DEPTH_MAX or not is_ours(field):
        return
    name = field.name
    if field.is_repeated:
        if getattr(message, name):
            walk(api, getattr(message, name)[0],
                 lambda request: getattr(reach(request), name)[0], f"{place}[0].", add, depth + 1)
        return
    inner = getattr(message, name)
    if not message.HasField(name):
        inner = made_up(api, field.message_type)

    def reach_inner(request):
        target = getattr(reach(request), name)
        if not reach(request).HasField(name):
            target.CopyFrom(inner)
            target.SetInParent()
        return target

    walk(api, inner, reach_inner, f"{place}.", add, depth + 1)


UUID_TEXT = re.compile(rules_of_fields.UUID_FORM)
# What is made by doing it: by chance, or by the provider, who is not asked in a rehearsal.
MADE = {
    "secret", "prefix", "invoice", "payment_request", "payment_hash", "payment_uri", "bip21_uri",
    "qr_text", "provider",
}


def lasting(message):
    """What an answer says, without times and ids, and what only doing it makes."""
    said = {}
    for field, value in message.ListFields():
        if is_time(field) or field.name in MADE:
            continue
        if field.message_type and field.message_type.GetOptions().map_entry:
            said[field.name] = dict(value)
        elif hasattr(value, "append"):
            said[field.name] = [content(field, each) for each in value]
        else:
            said[field.name] = content(field, value)
    return said


def is_time(field):
    return field.message_type and field.message_type.full_name == "google.protobuf.Timestamp"


def content(field, value):
    if field.message_type:
        return lasting(value)
    return UUID_TEXT.sub("*", value) if isinstance(value, str) else value


def is_ours(field):
    return field.message_type.full_name.startswith("paylyt.")


def is_known_better(method, field):
    """Whether what is inside of the field's rules may be refused for it all the same."""
    path = re.sub(r"\[\d+\]", "", field)
    parts = path.split(".")
    names = parts + [".".join(parts[:2]), ".".join(parts[-2:]), f"{method} {path}"]
    return any(name in KNOWN_BETTER for name in names)


def missing_resources(base):
    """A request for a resource that is nobody's, where it names one; what is below another resource
    is missed with it."""
    if "name" in base.DESCRIPTOR.fields_by_name and ID.search(base.name):
        request = type(base)()
        request.CopyFrom(base)
        request.name = ID.sub(NO_ID, base.name, count=1)
        yield request
