"""The official protobuf as the judge of our wire format.

exchange.py <implementation> generate <descriptor set> <seed> <count> <file>
    writes random messages, each with the bytes that protobuf expects back.
exchange.py <implementation> judge <descriptor set> <file>
    reads messages that we wrote: protobuf must parse them and write the same bytes.

The implementation is `upb`, which is what grpcio uses, or `python`. Protobuf promises no order of a
map's entries across implementations: upb has one of its own, python sorts by key as C++, Go, Java
and we do. So with upb maps have one entry at most.

A record is: length of the type name, type name, length, bytes, length, bytes expected back; each
length is a little-endian uint32.
"""

import os
import random
import struct
import sys

IMPLEMENTATION = sys.argv[1]
os.environ["PROTOCOL_BUFFERS_PYTHON_IMPLEMENTATION"] = IMPLEMENTATION

from google.protobuf import descriptor_pb2, descriptor_pool, message_factory
from google.protobuf.descriptor import FieldDescriptor as Field
from google.protobuf.internal import api_implementation

# No NUL, which we refuse; and nothing that Unicode takes for the same as something else, because
# Swift's dictionaries then take it for the same key.
ALPHABET = "abcXYZ019 \n\x7fßłЖ中文字🙂🚀"
INTEGERS = {
    Field.TYPE_INT32: (-(2**31), 2**31 - 1),
    Field.TYPE_SINT32: (-(2**31), 2**31 - 1),
    Field.TYPE_SFIXED32: (-(2**31), 2**31 - 1),
    Field.TYPE_INT64: (-(2**63), 2**63 - 1),
    Field.TYPE_SINT64: (-(2**63), 2**63 - 1),
    Field.TYPE_SFIXED64: (-(2**63), 2**63 - 1),
    Field.TYPE_UINT32: (0, 2**32 - 1),
    Field.TYPE_FIXED32: (0, 2**32 - 1),
    Field.TYPE_UINT64: (0, 2**64 - 1),
    Field.TYPE_FIXED64: (0, 2**64 - 1),
}
MAP_ENTRIES_MAX = 1 if IMPLEMENTATION == "upb" else 5
FLOATS = [0.0, -0.0, 1.5, -2.25, 1e30, float("inf"), float("-inf"), float("nan"), 2.0**-140]


def load(path):
    files = descriptor_pb2.FileDescriptorSet()
    with open(path, "rb") as stream:
        files.ParseFromString(stream.read())
    pool = descriptor_pool.DescriptorPool()
    for file in files.file:
        pool.Add(file)
    return pool


def message_class(pool, name):
    return message_factory.GetMessageClass(pool.FindMessageTypeByName(name))


def scalar(rng, field):
    if field.type in INTEGERS:
        low, high = INTEGERS[field.type]
        return rng.choice(
            [0, 1, low, high, rng.randint(low, high), rng.randint(max(low, -300), 300)]
        )
    if field.type in (Field.TYPE_FLOAT, Field.TYPE_DOUBLE):
        return rng.choice(FLOATS)
    if field.type == Field.TYPE_BOOL:
        return rng.random() < 0.5
    if field.type == Field.TYPE_STRING:
        return "".join(rng.choice(ALPHABET) for _ in range(rng.choice([0, 1, 5, 15, 16, 40])))
    if field.type == Field.TYPE_BYTES:
        return rng.randbytes(rng.choice([0, 1, 5, 40]))
    if field.type == Field.TYPE_ENUM:
        known = [value.number for value in field.enum_type.values]
        return rng.choice(known + [rng.randint(-(2**31), 2**31 - 1)])
    raise ValueError(field.full_name)


def fill(rng, message, depth):
    density = rng.choice([0.05, 0.3, 0.9])
    for field in message.DESCRIPTOR.fields:
        if rng.random() > density:
            continue
        is_message = field.type == Field.TYPE_MESSAGE
        if is_message and depth == 0:
            continue
        value = getattr(message, field.name)
        if is_message and field.message_type.GetOptions().map_entry:
            key_field, value_field = field.message_type.fields
            for _ in range(rng.randint(0, MAP_ENTRIES_MAX)):
                key = scalar(rng, key_field)
                if value_field.type == Field.TYPE_MESSAGE:
                    fill(rng, value[key], depth - 1)
                else:
                    value[key] = scalar(rng, value_field)
        elif field.is_repeated:
            for _ in range(rng.randint(0, 4)):
                if is_message:
                    fill(rng, value.add(), depth - 1)
                else:
                    value.append(scalar(rng, field))
        elif is_message:
            value.SetInParent()
            fill(rng, value, depth - 1)
        else:
            setattr(message, field.name, scalar(rng, field))


def written(message):
    return message.SerializeToString(deterministic=True)


def record(name, given, expected):
    parts = (name.encode(), given, expected)
    return b"".join(struct.pack("<I", len(part)) + part for part in parts)


def records(stream):
    while header := stream.read(4):
        parts = [stream.read(struct.unpack("<I", header)[0])]
        for _ in range(2):
            parts.append(stream.read(struct.unpack("<I", stream.read(4))[0]))
        yield parts[0].decode(), parts[1], parts[2]


def generate(pool, seed, count, path):
    rng = random.Random(seed)
    package = "paylyt.test.v1."
    with open(path, "wb") as stream:
        for _ in range(count):
            for name in ("Everything", "Tree", "Names", "Type", "New"):
                message = message_class(pool, package + name)()
                fill(rng, message, rng.randint(0, 4))
                data = written(message)
                stream.write(record(package + name, data, data))
                if name == "New":
                    # What an older build does not know must come back as protobuf keeps it.
                    old = message_class(pool, package + "Old")()
                    old.ParseFromString(data)
                    stream.write(record(package + "Old", data, written(old)))


def judge(pool, path):
    count = 0
    with open(path, "rb") as stream:
        for name, given, _ in records(stream):
            message = message_class(pool, name)()
            message.ParseFromString(given)
            if written(message) != given:
                sys.exit(f"{name}: {given.hex()} became {written(message).hex()}\n{message}")
            count += 1
    if count == 0:
        sys.exit("no messages to judge")


def main():
    if api_implementation.Type() != IMPLEMENTATION:
        sys.exit(f"protobuf runs on {api_implementation.Type()}, not on {IMPLEMENTATION}")
    command, descriptors, *arguments = sys.argv[2:]
    pool = load(descriptors)
    if command == "generate":
        seed, count, path = arguments
        generate(pool, int(seed), int(count), path)
    else:
        judge(pool, *arguments)


main()
