"""Compares our own copies of standard protos with what the official packages carry.

contracts.py <descriptor set>

Names, numbers, types, labels, oneofs, maps and methods must be the same: that is the wire contract.
Comments and options for other languages may differ.
"""

import sys

from google.protobuf import descriptor_pb2
from google.rpc import code_pb2, error_details_pb2, status_pb2
from grpc_health.v1 import health_pb2
from grpc_reflection.v1alpha import reflection_pb2

OFFICIAL = {
    "google/rpc/code.proto": code_pb2,
    "google/rpc/error_details.proto": error_details_pb2,
    "google/rpc/status.proto": status_pb2,
    "grpc/health/v1/health.proto": health_pb2,
    "grpc/reflection/v1alpha/reflection.proto": reflection_pb2,
    # v1 is v1alpha under another package name; the Python package carries only v1alpha.
    "grpc/reflection/v1/reflection.proto": reflection_pb2,
}


def contract(file):
    """The file without what is no part of the contract."""
    bare = descriptor_pb2.FileDescriptorProto()
    bare.CopyFrom(file)
    for field in ("name", "options", "source_code_info", "dependency"):
        bare.ClearField(field)
    lines = []

    def message(scope, declared):
        name = f"{scope}.{declared.name}"
        lines.append(f"message {name} map={declared.options.map_entry}")
        for oneof in declared.oneof_decl:
            lines.append(f"  oneof {name}.{oneof.name}")
        for field in declared.field:
            lines.append(
                f"  {name}.{field.name} {field.number} {field.type} {field.label} "
                f"{field.type_name} {field.oneof_index if field.HasField('oneof_index') else ''} "
                f"{field.proto3_optional}"
            )
        for nested in declared.nested_type:
            message(name, nested)
        for nested in declared.enum_type:
            enum(name, nested)

    def enum(scope, declared):
        for value in declared.value:
            lines.append(f"enum {scope}.{declared.name}.{value.name} {value.number}")

    lines.append(f"package {bare.package} {bare.syntax}")
    for declared in bare.message_type:
        message(bare.package, declared)
    for declared in bare.enum_type:
        enum(bare.package, declared)
    for service in bare.service:
        for method in service.method:
            lines.append(
                f"rpc {service.name}.{method.name} {method.input_type} {method.output_type} "
                f"{method.client_streaming} {method.server_streaming}"
            )
    return sorted(lines)


def main():
    files = descriptor_pb2.FileDescriptorSet()
    with open(sys.argv[1], "rb") as stream:
        files.ParseFromString(stream.read())
    ours = {file.name: file for file in files.file}
    for name, module in OFFICIAL.items():
        official = descriptor_pb2.FileDescriptorProto()
        module.DESCRIPTOR.CopyToProto(official)
        expected, found = contract(official), contract(ours[name])
        if name == "grpc/reflection/v1/reflection.proto":
            expected = sorted(line.replace("v1alpha", "v1") for line in expected)
        if expected != found:
            difference = sorted(set(expected) ^ set(found))
            sys.exit(f"{name} differs:\n" + "\n".join(difference))


main()
