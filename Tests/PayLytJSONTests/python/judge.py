"""The official protobuf as the judge of our JSON (google.protobuf.json_format).

judge.py generate <descriptor set> <seed> <count> <file>
    writes random messages of every type: name, bytes, JSON.
judge.py messages <descriptor set> <file>
    reads: name, bytes, our JSON of them, the bytes that we read out of the official JSON. Both must
    be the message again.
judge.py texts <descriptor set> <file>
    reads: name, JSON, `taken` or `refused`, the bytes that we read. The official reader must agree.

A record is four parts, each with its length as a little-endian uint32 before it.
"""

import random
import struct
import sys

from google.protobuf import descriptor_pb2, descriptor_pool, json_format, message_factory
from google.protobuf.descriptor import FieldDescriptor as Field

ALPHABET = "abcXYZ019 \n\t\"\\/\x7f\x1f\u2028<>ßłЖ中文字🙂🚀"
INTEGERS = {
    kind: bounds
    for kinds, bounds in (
        ((Field.TYPE_INT32, Field.TYPE_SINT32, Field.TYPE_SFIXED32), (-(2**31), 2**31 - 1)),
        ((Field.TYPE_INT64, Field.TYPE_SINT64, Field.TYPE_SFIXED64), (-(2**63), 2**63 - 1)),
        ((Field.TYPE_UINT32, Field.TYPE_FIXED32), (0, 2**32 - 1)),
        ((Field.TYPE_UINT64, Field.TYPE_FIXED64), (0, 2**64 - 1)),
    )
    for kind in kinds
}
FLOATS = [0.0, -0.0, 1.5, -2.25, 1e30, 2.0**-140, 0.1, float("inf"), float("-inf"), float("nan")]


class Protos:
    def __init__(self, path):
        files = descriptor_pb2.FileDescriptorSet()
        with open(path, "rb") as stream:
            files.ParseFromString(stream.read())
        self.pool = descriptor_pool.DescriptorPool()
        self.names = []
        for file in files.file:
            self.pool.Add(file)
            if file.syntax == "proto3":
                scope = file.package + "." if file.package else ""
                for message in file.message_type:
                    self.collect(scope, message)

    def collect(self, scope, message):
        name = scope + message.name
        if not message.options.map_entry:
            self.names.append(name)
        for nested in message.nested_type:
            self.collect(name + ".", nested)

    def message(self, name):
        return message_factory.GetMessageClass(self.pool.FindMessageTypeByName(name))()


def scalar(rng, field):
    if field.type in INTEGERS:
        low, high = INTEGERS[field.type]
        return rng.choice([0, 1, low, high, rng.randint(low, high)])
    if field.type in (Field.TYPE_FLOAT, Field.TYPE_DOUBLE):
        return rng.choice(FLOATS + [rng.uniform(-1e6, 1e6)])
    if field.type == Field.TYPE_BOOL:
        return rng.random() < 0.5
    if field.type == Field.TYPE_STRING:
        return "".join(rng.choice(ALPHABET) for _ in range(rng.choice([0, 1, 5, 30])))
    if field.type == Field.TYPE_BYTES:
        return rng.randbytes(rng.choice([0, 1, 2, 3, 40]))
    known = [value.number for value in field.enum_type.values]
    if field.enum_type.full_name == "google.protobuf.NullValue":
        return 0
    return rng.choice(known + [rng.randint(-(2**31), 2**31 - 1)])


def fill_special(protos, rng, message, depth):
    """What has a JSON form only within bounds."""
    name = message.DESCRIPTOR.full_name
    if name == "google.protobuf.Timestamp":
        message.seconds = rng.choice([0, -1, rng.randint(-62135596800, 253402300799)])
        message.nanos = rng.choice([0, 1, 10**6, 999999999, 120000000])
    elif name == "google.protobuf.Duration":
        sign = rng.choice([1, -1])
        message.seconds = sign * rng.choice([0, 1, rng.randint(0, 315576000000)])
        message.nanos = sign * rng.choice([0, 1, 999999999, 500000000])
    elif name == "google.protobuf.FieldMask":
        message.paths.extend(rng.sample(["title", "display_name", "a.b_c", "x.y.z_w"], 2))
    elif name == "google.protobuf.Any":
        if rng.random() < 0.2 or depth <= 0:
            return True
        inner = protos.message(
            rng.choice(["google.protobuf.Duration", "google.protobuf.Any", "google.protobuf.Value",
                        "google.protobuf.Empty", "google.rpc.ErrorInfo", "paylyt.common.v1.Money"]))
        fill(protos, rng, inner, depth - 1)
        message.Pack(inner)
    elif name == "google.protobuf.Value":
        which = rng.randint(0, 5 if depth > 0 else 3)
        if which == 0:
            message.null_value = 0
        elif which == 1:
            message.number_value = rng.choice([0, -1.5, 1e100, 2**53])
        elif which == 2:
            message.string_value = rng.choice(["", "ß", "NaN"])
        elif which == 3:
            message.bool_value = rng.random() < 0.5
        elif which == 4:
            fill(protos, rng, message.struct_value, depth - 1)
            message.struct_value.SetInParent()
        else:
            fill(protos, rng, message.list_value, depth - 1)
            message.list_value.SetInParent()
    else:
        return False
    return True


def fill(protos, rng, message, depth):
    if fill_special(protos, rng, message, depth):
        return
    density = rng.choice([0.1, 0.4, 0.9])
    for field in message.DESCRIPTOR.fields:
        is_message = field.type == Field.TYPE_MESSAGE
        if rng.random() > density or is_message and depth <= 0:
            continue
        value = getattr(message, field.name)
        if is_message and field.message_type.GetOptions().map_entry:
            key_field, value_field = field.message_type.fields
            for _ in range(rng.randint(0, 3)):
                key = scalar(rng, key_field)
                if value_field.type == Field.TYPE_MESSAGE:
                    fill(protos, rng, value[key], depth - 1)
                else:
                    value[key] = scalar(rng, value_field)
        elif field.is_repeated:
            for _ in range(rng.randint(0, 3)):
                if is_message:
                    fill(protos, rng, value.add(), depth - 1)
                else:
                    value.append(scalar(rng, field))
        elif is_message:
            value.SetInParent()
            fill(protos, rng, value, depth - 1)
        else:
            setattr(message, field.name, scalar(rng, field))


def settle(protos, message):
    """Writes what is in an Any anew: the entries of a map in it have no order of their own."""
    if message.DESCRIPTOR.full_name == "google.protobuf.Any":
        if message.type_url:
            inner = protos.message(message.type_url.rpartition("/")[2])
            inner.ParseFromString(message.value)
            message.value = written(protos, inner)
        return
    for field, value in message.ListFields():
        if field.type != Field.TYPE_MESSAGE:
            continue
        if field.message_type.GetOptions().map_entry:
            if field.message_type.fields_by_name["value"].type == Field.TYPE_MESSAGE:
                for entry in value.values():
                    settle(protos, entry)
        else:
            for entry in value if field.is_repeated else [value]:
                settle(protos, entry)


def written(protos, message):
    settle(protos, message)
    return message.SerializeToString(deterministic=True)


def write(stream, *parts):
    for part in parts:
        stream.write(struct.pack("<I", len(part)) + part)


def records(path):
    with open(path, "rb") as stream:
        while header := stream.read(4):
            parts = [stream.read(struct.unpack("<I", header)[0])]
            for _ in range(3):
                parts.append(stream.read(struct.unpack("<I", stream.read(4))[0]))
            yield parts


def generate(protos, seed, count, path):
    rng = random.Random(seed)
    with open(path, "wb") as stream:
        for name in protos.names:
            for _ in range(count):
                message = protos.message(name)
                fill(protos, rng, message, rng.randint(0, 4))
                text = json_format.MessageToJson(message, descriptor_pool=protos.pool)
                write(stream, name.encode(), written(protos, message), text.encode(), b"")


def read(protos, name, text):
    message = protos.message(name)
    return written(protos, json_format.Parse(text, message, descriptor_pool=protos.pool))


def judge_messages(protos, path):
    count = 0
    for name, given, text, ours in records(path):
        name = name.decode()
        if read(protos, name, text.decode()) != given:
            sys.exit(f"{name}: our JSON is another message: {text.decode()}")
        message = protos.message(name)
        message.ParseFromString(ours)
        if written(protos, message) != given:
            sys.exit(f"{name}: we read another message: {message}\nthan {given.hex()}")
        count += 1
    if count == 0:
        sys.exit("no messages to judge")


def judge_texts(protos, path):
    wrong = []
    for name, text, verdict, ours in records(path):
        name, text = name.decode(), text.decode()
        try:
            expected = read(protos, name, text)
        except (json_format.ParseError, ValueError, RecursionError) as error:
            if verdict == b"taken":
                wrong.append(f"we take {text}; protobuf: {error}")
            continue
        if verdict != b"taken":
            wrong.append(f"we refuse {text}, which protobuf takes")
            continue
        message = protos.message(name)
        message.ParseFromString(ours)
        if written(protos, message) != expected:
            wrong.append(f"we read {text} as {message}")
    if wrong:
        sys.exit("\n".join(wrong))


def main():
    command, descriptors, *arguments = sys.argv[1:]
    protos = Protos(descriptors)
    if command == "generate":
        seed, count, path = arguments
        generate(protos, int(seed), int(count), path)
    elif command == "messages":
        judge_messages(protos, *arguments)
    else:
        judge_texts(protos, *arguments)


main()
