"""What every gRPC server has: health, reflection, and no methods that are not there."""

import grpc
from grpc_health.v1 import health_pb2, health_pb2_grpc

import official
from official import SECONDS_MAX

# Their methods are not ours.
STANDARD = {
    "grpc.health.v1.Health", "grpc.reflection.v1.ServerReflection",
    "grpc.reflection.v1alpha.ServerReflection",
}


def unimplemented(channel, path):
    call = channel.unary_unary(path, lambda _: b"", lambda raw: raw)
    try:
        call(None, timeout=SECONDS_MAX)
    except grpc.RpcError as error:
        assert error.code() == grpc.StatusCode.UNIMPLEMENTED, error
        return
    raise AssertionError("it was answered")


def health(channel, services):
    stub = health_pb2_grpc.HealthStub(channel)
    for service in ["", *sorted(services)]:
        answer = stub.Check(health_pb2.HealthCheckRequest(service=service), timeout=SECONDS_MAX)
        assert answer.status == health_pb2.HealthCheckResponse.SERVING, service
    watch = stub.Watch(health_pb2.HealthCheckRequest(), timeout=SECONDS_MAX)
    assert next(watch).status == health_pb2.HealthCheckResponse.SERVING
    watch.cancel()
    try:
        stub.Check(health_pb2.HealthCheckRequest(service="no.Service"), timeout=SECONDS_MAX)
    except grpc.RpcError as error:
        assert error.code() == grpc.StatusCode.NOT_FOUND, error
    else:
        raise AssertionError("a service that is not there is healthy")


def needed_files(services, compiled):
    """The files that declare the services, and what they import."""
    files = {file.name: file for file in compiled.file}
    rest = [
        file.name for file in compiled.file
        if any(f"{file.package}.{service.name}" in services for service in file.service)
    ]
    found = {}
    while rest:
        name = rest.pop()
        if name not in found:
            found[name] = files[name]
            rest += files[name].dependency
    return found


def same_files(served, files):
    """What reflection serves is what protoc makes of our protos."""
    assert files, "there is nothing to compare"
    for name, file in files.items():
        assert served(name) == file, f"{name} is served with another content"


def served_by_v1(api, channel):
    """Files by name, over grpc.reflection.v1 with messages of our own proto."""
    request = api.message("grpc.reflection.v1.ServerReflectionRequest")
    response = api.message("grpc.reflection.v1.ServerReflectionResponse")
    multi = channel.stream_stream(
        "/grpc.reflection.v1.ServerReflection/ServerReflectionInfo",
        request_serializer=request.SerializeToString, response_deserializer=response.FromString,
    )
    file_type = official.descriptor_pb2.FileDescriptorProto

    def served(name):
        answer = next(multi(iter([request(file_by_filename=name)]), timeout=SECONDS_MAX))
        files = [
            file_type.FromString(raw)
            for raw in answer.file_descriptor_response.file_descriptor_proto
        ]
        return next(file for file in files if file.name == name)

    return served
