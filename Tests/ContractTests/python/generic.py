"""What must hold for every method of ours, made from its descriptor alone: a new RPC is covered the
day it is added. The options of its fields (paylyt/common/v1/options.proto) say what is accepted;
what is not, it is sent here.

A request to start from is the `good` one of its case, where it has one; otherwise one is made up
from the field rules."""

import dataclasses
import re
import typing
import uuid

from google.protobuf import descriptor as descriptors

from case import NO_ID
from fields import btc

UNKNOWN_ENUM = 4711
ID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
# How deep messages in messages are looked into.
DEPTH_MAX = 3
# Longer than any text or list that we accept, and far below what one message may hold.
CHARACTERS_TOO_MANY = 100_001
ITEMS_TOO_MANY = 10_001
MONEY = "paylyt.common.v1.Money"
# Whose last part the callers choose.
CHOSEN_NAMES = ("ledgerAccounts/", "ledgerTransactions/")
# Numbers that may be below zero.
SIGNED = {"balance_min", "balance_max"}
# What is compared with something that is kept, and tells nothing about itself when it does not fit:
# another version, a password, a token.
COMPARED = {
    "etag", "page_token", "request_id", "password", "current_password", "refresh_token",
    "LoginRequest.email",
}

Field = descriptors.FieldDescriptor


@dataclasses.dataclass
class Rules:
    """Of one field, as its options say."""

    required: bool = False
    minimum: typing.Optional[int] = None
    maximum: typing.Optional[int] = None
    length_maximum: typing.Optional[int] = None
    resource: typing.Optional[str] = None


def rules_of(api, field):
    raw = field.GetOptions().SerializeToString()
    options = api.message("google.protobuf.FieldOptions").FromString(raw)
    found = {}
    for rule in dataclasses.fields(Rules):
        extension = api.pool.FindExtensionByName(f"paylyt.common.v1.{rule.name}")
        if options.HasExtension(extension):
            found[rule.name] = options.Extensions[extension]
    return Rules(**found)


def made_up(api, message_type):
    """A request as its rules want it, every other field left out."""
    message = api.message(message_type.full_name)()
    for field in message_type.fields:
        rules = rules_of(api, field)
        if field.name == "request_id":
            message.request_id = str(uuid.uuid4())
        elif rules.required:
            fill(api, message, field, rules)
    return message


def fill(api, message, field, rules):
    if field.message_type is not None:
        value = made_up(api, field.message_type)
        if field.message_type.full_name == MONEY:
            value = api.message(field.message_type.full_name)(**btc(1))
        target = getattr(message, field.name)
        if field.is_repeated:
            target.append(value)
        else:
            target.CopyFrom(value)
            target.SetInParent()
        return
    if rules.resource:
        value = f"{rules.resource}/{NO_ID}"
    elif field.type == Field.TYPE_STRING:
        value = "x"
    elif field.type == Field.TYPE_BYTES:
        value = b"x"
    elif field.type == Field.TYPE_ENUM:
        value = next(each.number for each in field.enum_type.values if each.number != 0)
    elif field.type == Field.TYPE_BOOL:
        value = True
    else:
        value = rules.minimum or 1
    if field.is_repeated:
        getattr(message, field.name).append(value)
    else:
        setattr(message, field.name, value)


@dataclasses.dataclass
class BadCall:
    """A request with one thing wrong, and the field that the refusal must name; None where one
    field stands in another's way, and either may be named."""

    what: str
    field: typing.Optional[str]
    request: typing.Any


def bad_calls(api, method_name, base):
    """Every call that the field rules forbid, each with one thing changed in `base`."""
    calls = []
    top = base.DESCRIPTOR.fields_by_name

    def add(what, field, change):
        request = type(base)()
        request.CopyFrom(base)
        if "request_id" in top:
            request.request_id = str(uuid.uuid4())
        change(request)
        calls.append(BadCall(what, field, request))

    # A client that sends none is told by another rule; RefreshSession takes none too.
    is_idempotent = api.option(method_name, "idempotent")
    if "request_id" in top and is_idempotent:
        for value in ("7", NO_ID + "0", NO_ID.replace("-", "")):
            add(f"request_id {value!r}", "request_id",
                lambda request, value=value: setattr(request, "request_id", value))
    if "page_size" in top:
        add("page_size -1", "page_size", lambda request: setattr(request, "page_size", -1))
    if "page_token" in top:
        for value in ("nonsense", "A" * 43, "é"):
            add(f"page_token {value!r}", "page_token",
                lambda request, value=value: setattr(request, "page_token", value))
    if "name" in top and ID.search(base.name):
        wrong = ["others/" + NO_ID, "x" + base.name]
        if not base.name.startswith(CHOSEN_NAMES):
            wrong += [
                ID.sub("1", base.name, count=1), ID.sub(NO_ID + "0", base.name, count=1),
                base.name + "/x",
            ]
        for value in wrong:
            add(f"name {value!r}", "name",
                lambda request, value=value: setattr(request, "name", value))
    # Of a resource that is changed in parts, what the mask does not name is not looked at.
    mask = set(base.update_mask.paths) if "update_mask" in top else set()

    def add_meant(what, field, change):
        parts = (field or "").split("[")[0].split(".")
        if mask and (field is None or len(parts) > 1 and parts[1] not in mask):
            return
        add(what, field, change)

    walk(api, base, lambda request: request, "", add_meant, 0)
    return calls


def walk(api, message, reach, path, add, depth):
    """Adds what is wrong with each field of `message`, which `reach` finds in a whole request."""
    for field in message.DESCRIPTOR.fields:
        rules = rules_of(api, field)
        place = path + field.name

        def put(value, field=field):
            def change(request):
                target = reach(request)
                target.ClearField(field.name)
                if value is not None and field.is_repeated:
                    getattr(target, field.name).extend(value)
                elif value is not None:
                    setattr(target, field.name, value)
            return change

        if rules.required:
            add(f"no {place}", place, put(None))
        if rules.minimum is not None:
            add(f"{place} {rules.minimum - 1}", place, put(rules.minimum - 1))
        if rules.maximum is not None:
            add(f"{place} {rules.maximum + 1}", place, put(rules.maximum + 1))
        if rules.length_maximum is not None:
            add_too_long(message, field, rules, place, put, add)
        if rules.resource:
            for value in (
                rules.resource, f"{rules.resource}/1", f"{rules.resource}/{NO_ID}/x",
                f"others/{NO_ID}", f"{rules.resource}/{NO_ID}0",
            ):
                add(f"{place} {value!r}", place, put([value] if field.is_repeated else value))
        add_out_of_range(message, field, place, put, add, depth)
        if field.type == Field.TYPE_ENUM:
            value = [UNKNOWN_ENUM] if field.is_repeated else UNKNOWN_ENUM
            add(f"unknown {place}", place + ("[0]" if field.is_repeated else ""), put(value))
        if field.message_type is None or depth == DEPTH_MAX or not is_ours(field):
            continue
        if field.is_repeated:
            if getattr(message, field.name):
                walk(api, getattr(message, field.name)[0],
                     lambda request, name=field.name: getattr(reach(request), name)[0],
                     f"{place}[0].", add, depth + 1)
        elif message.HasField(field.name):
            walk(api, getattr(message, field.name),
                 lambda request, name=field.name: getattr(reach(request), name),
                 f"{place}.", add, depth + 1)


def add_out_of_range(message, field, place, put, add, depth):
    """What no field of its type accepts, whatever its rules say: every text and list has an end, no
    count is below zero, and money is positive and of an asset that there is."""
    is_compared = {field.name, f"{message.DESCRIPTOR.name}.{field.name}"} & COMPARED
    is_set = bool(getattr(message, field.name)) if not field.message_type else True
    # What is not set in a message within the request may be for answers alone.
    if is_compared or (depth > 0 and not is_set):
        return
    named = place if is_set else None
    if field.is_repeated:
        items = list(getattr(message, field.name))
        if items:
            add(f"{ITEMS_TOO_MANY} {place}", place, put(items[:1] * ITEMS_TOO_MANY))
    elif message.DESCRIPTOR.full_name == MONEY:
        for value in ("XYZ",) if field.name == "asset" else (-1, -(2**63)):
            add(f"{place} {value}", place, put(value))
    elif field.type == Field.TYPE_STRING:
        text = "1" * CHARACTERS_TOO_MANY
        add(f"{place} of {CHARACTERS_TOO_MANY} characters", named, put(text))
    elif field.type in (Field.TYPE_INT32, Field.TYPE_INT64) and field.name not in SIGNED:
        add(f"{place} -1", named, put(-1))


def add_too_long(message, field, rules, place, put, add):
    length = rules.length_maximum + 1
    if field.is_repeated:
        if field.message_type is not None:
            return
        # What is there already, over and over: each item alone is good.
        items = list(getattr(message, field.name)) or ["x"]
        add(f"{length} {place}", place, put([items[0]] * length))
    elif field.type == Field.TYPE_BYTES:
        add(f"{place} of {length} bytes", place, put(b"x" * length))
    else:
        add(f"{place} of {length} characters", place, put("1" * length))


def is_ours(field):
    return field.message_type.full_name.startswith("paylyt.")


def missing_resources(base):
    """A request for a resource that is nobody's, where it names one; what is below another resource
    is missed with it."""
    if "name" in base.DESCRIPTOR.fields_by_name and ID.search(base.name):
        request = type(base)()
        request.CopyFrom(base)
        request.name = ID.sub(NO_ID, base.name, count=1)
        yield request
