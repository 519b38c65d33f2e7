"""Asks a server about itself with the official channelz stubs: channelz_client.py TARGET [AUTHORITIES].

TARGET is an interop server. Prints the name of each case that passed, and exits with 1 at the first
that did not.
"""

import sys
import time

import grpc
from grpc_channelz.v1 import channelz_pb2 as m
from grpc_channelz.v1 import channelz_pb2_grpc

EMPTY_CALL = "/grpc.testing.TestService/EmptyCall"
NO_METHOD = "/grpc.testing.TestService/NoSuchMethod"


def open_channel(target, authorities):
    # A connection of its own for each channel.
    options = [("grpc.use_local_subchannel_pool", 1)]
    if not authorities:
        return grpc.insecure_channel(target, options)
    with open(authorities, "rb") as file:
        return grpc.secure_channel(target, grpc.ssl_channel_credentials(file.read()), options)


def code_of(call):
    try:
        call()
    except grpc.RpcError as error:
        return error.code()
    return grpc.StatusCode.OK


def servers(stub):
    answer = stub.GetServers(m.GetServersRequest())
    assert answer.end, answer
    assert len(answer.server) == 1, answer
    return answer.server[0]


def counters(stub, target, caller):
    """Three calls that succeed and two that fail are counted as such."""
    before = servers(stub).data
    call = caller.unary_unary(EMPTY_CALL)
    for _ in range(3):
        call(b"", timeout=30)
    no_method = caller.unary_unary(NO_METHOD)
    for _ in range(2):
        assert code_of(lambda: no_method(b"", timeout=30)) == grpc.StatusCode.UNIMPLEMENTED
    # The streams end on the server a moment after their client knows.
    for _ in range(600):
        after = servers(stub).data
        if after.calls_failed - before.calls_failed >= 2:
            break
        time.sleep(0.05)
    # The question before has succeeded since it was answered, and so have those of the loop.
    assert after.calls_succeeded - before.calls_succeeded >= 4, (before, after)
    assert after.calls_failed - before.calls_failed == 2, (before, after)
    assert after.calls_started >= after.calls_succeeded + after.calls_failed, after
    age = time.time() - after.last_call_started_timestamp.ToNanoseconds() / 1e9
    assert -60 < age < 60, age
    assert after.trace.creation_timestamp.seconds > 0, after


def one_server(stub, target, caller):
    server = servers(stub)
    answer = stub.GetServer(m.GetServerRequest(server_id=server.ref.server_id))
    assert answer.server.ref == server.ref, answer
    listener = server.listen_socket[0]
    answer = stub.GetSocket(m.GetSocketRequest(socket_id=listener.socket_id)).socket
    assert answer.local.tcpip_address.port == int(target.rsplit(":", 1)[1]), answer
    assert not answer.HasField("remote"), answer


def sockets(stub, target, caller):
    """Every connection is listed once, whatever the size of a page."""
    server = servers(stub).ref.server_id
    found, start = [], 0
    while True:
        page = stub.GetServerSockets(
            m.GetServerSocketsRequest(server_id=server, start_socket_id=start, max_results=1)
        )
        assert len(page.socket_ref) <= 1, page
        found += [reference.socket_id for reference in page.socket_ref]
        if page.end:
            break
        start = found[-1] + 1
    assert len(found) == len(set(found)) == 2, found
    assert found == sorted(found), found
    whole = stub.GetServerSockets(m.GetServerSocketsRequest(server_id=server))
    assert [reference.socket_id for reference in whole.socket_ref] == found, whole
    return found


def socket_data(stub, target, caller, is_secure):
    facts = [
        stub.GetSocket(m.GetSocketRequest(socket_id=number)).socket
        for number in sockets(stub, target, caller)
    ]
    for socket in facts:
        assert socket.local.tcpip_address.ip_address == bytes([127, 0, 0, 1]), socket
        assert socket.remote.tcpip_address.port > 0, socket
        assert socket.data.streams_started >= 5, socket
        assert socket.data.messages_received >= 3, socket
        assert socket.data.messages_sent >= 3, socket
        assert socket.data.local_flow_control_window.value > 0, socket
        assert socket.data.last_remote_stream_created_timestamp.seconds > 0, socket
        assert not socket.data.HasField("last_local_stream_created_timestamp"), socket
        assert socket.HasField("security") == is_secure, socket
        if is_secure:
            assert socket.security.tls.standard_name.startswith("TLS_"), socket
            # DER begins with a SEQUENCE.
            assert socket.security.tls.local_certificate[:1] == b"\x30", socket
            assert not socket.security.tls.remote_certificate, socket
            summary = stub.GetSocket(
                m.GetSocketRequest(socket_id=socket.ref.socket_id, summary=True)
            ).socket
            assert not summary.security.tls.local_certificate, summary


def nothing(stub, target, caller):
    """What is not there is NOT_FOUND, and a page of less than nothing is refused."""
    absent = 1 << 60
    for call in [
        lambda: stub.GetServer(m.GetServerRequest(server_id=absent)),
        lambda: stub.GetServerSockets(m.GetServerSocketsRequest(server_id=absent)),
        lambda: stub.GetChannel(m.GetChannelRequest(channel_id=absent)),
        lambda: stub.GetSubchannel(m.GetSubchannelRequest(subchannel_id=absent)),
        lambda: stub.GetSocket(m.GetSocketRequest(socket_id=absent)),
        lambda: stub.GetSocket(m.GetSocketRequest(socket_id=-1)),
    ]:
        assert code_of(call) == grpc.StatusCode.NOT_FOUND
    assert stub.GetServers(m.GetServersRequest(start_server_id=absent)).end
    assert stub.GetTopChannels(m.GetTopChannelsRequest()).end
    refused = code_of(lambda: stub.GetServers(m.GetServersRequest(max_results=-1)))
    assert refused == grpc.StatusCode.INVALID_ARGUMENT, refused


def main():
    target = sys.argv[1]
    authorities = sys.argv[2] if len(sys.argv) > 2 else None
    with open_channel(target, authorities) as asker, open_channel(target, authorities) as caller:
        stub = channelz_pb2_grpc.ChannelzStub(asker)
        for case in [counters, one_server, sockets, nothing]:
            case(stub, target, caller)
            print(case.__name__)
        socket_data(stub, target, caller, authorities is not None)
        print("socket_data")


main()
