// Runs the interoperability cases of gRPC with the official Go client, whose HTTP/2 is its own,
// against a server:
//
//	interop-client-go TARGET [AUTHORITIES]
//
// With a PEM file of authorities it speaks TLS. Prints the name of each case that passed, and exits
// with 1 at the first that did not.
package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/encoding/gzip"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/stats"
	"google.golang.org/grpc/status"

	pb "interop/testing"
)

const (
	initialKey  = "x-grpc-test-echo-initial"
	trailingKey = "x-grpc-test-echo-trailing-bin"
)

var (
	requestSizes  = []int32{27182, 8, 1828, 45904}
	responseSizes = []int32{31415, 9, 2653, 58979}
)

// A case ends the process by a panic, whose words say why.
func check(holds bool, format string, values ...interface{}) {
	if !holds {
		panic(fmt.Sprintf(format, values...))
	}
}

func succeeded(err error) { check(err == nil, "%v", err) }

func refused(err error, code codes.Code) {
	check(status.Code(err) == code, "expected %v, and it is %v", code, err)
}

func payload(size int32) *pb.Payload { return &pb.Payload{Body: make([]byte, size)} }

func large() *pb.SimpleRequest {
	return &pb.SimpleRequest{ResponseSize: 314159, Payload: payload(271828)}
}

func checkLarge(answer *pb.SimpleResponse, err error) {
	succeeded(err)
	check(bytes.Equal(answer.Payload.Body, make([]byte, 314159)), "another payload")
}

func output(sizes ...int32) *pb.StreamingOutputCallRequest {
	request := &pb.StreamingOutputCallRequest{}
	for _, size := range sizes {
		request.ResponseParameters = append(
			request.ResponseParameters, &pb.ResponseParameters{Size: size})
	}
	return request
}

type outputs interface {
	Recv() (*pb.StreamingOutputCallResponse, error)
}

func checkSizes(responses outputs, sizes ...int32) {
	for _, size := range sizes {
		response, err := responses.Recv()
		succeeded(err)
		check(int32(len(response.Payload.Body)) == size, "%d bytes", len(response.Payload.Body))
	}
	_, err := responses.Recv()
	check(err == io.EOF, "expected the end, and it is %v", err)
}

func emptyUnary(ctx context.Context, client pb.TestServiceClient) {
	_, err := client.EmptyCall(ctx, &pb.Empty{})
	succeeded(err)
}

func largeUnary(ctx context.Context, client pb.TestServiceClient) {
	checkLarge(client.UnaryCall(ctx, large()))
}

func clientStreaming(ctx context.Context, client pb.TestServiceClient) {
	call, err := client.StreamingInputCall(ctx)
	succeeded(err)
	for _, size := range requestSizes {
		succeeded(call.Send(&pb.StreamingInputCallRequest{Payload: payload(size)}))
	}
	answer, err := call.CloseAndRecv()
	succeeded(err)
	check(answer.AggregatedPayloadSize == 74922, "%d bytes", answer.AggregatedPayloadSize)
}

func serverStreaming(ctx context.Context, client pb.TestServiceClient) {
	responses, err := client.StreamingOutputCall(ctx, output(responseSizes...))
	succeeded(err)
	checkSizes(responses, responseSizes...)
}

func pingPong(ctx context.Context, client pb.TestServiceClient) {
	call, err := client.FullDuplexCall(ctx)
	succeeded(err)
	for index, size := range responseSizes {
		request := output(size)
		request.Payload = payload(requestSizes[index])
		succeeded(call.Send(request))
		response, err := call.Recv()
		succeeded(err)
		check(int32(len(response.Payload.Body)) == size, "%d bytes", len(response.Payload.Body))
	}
	succeeded(call.CloseSend())
	checkSizes(call)
}

func emptyStream(ctx context.Context, client pb.TestServiceClient) {
	call, err := client.FullDuplexCall(ctx)
	succeeded(err)
	succeeded(call.CloseSend())
	checkSizes(call)
}

func halfDuplex(ctx context.Context, client pb.TestServiceClient) {
	call, err := client.HalfDuplexCall(ctx)
	succeeded(err)
	for _, size := range responseSizes {
		succeeded(call.Send(output(size)))
	}
	succeeded(call.CloseSend())
	checkSizes(call, responseSizes...)
}

// Far more than the windows hold, to a reader who rests: nothing is lost, and all of it comes.
func slowReader(ctx context.Context, client pb.TestServiceClient) {
	sizes := make([]int32, 64)
	for index := range sizes {
		sizes[index] = 512 * 1024
	}
	responses, err := client.StreamingOutputCall(ctx, output(sizes...))
	succeeded(err)
	time.Sleep(200 * time.Millisecond)
	checkSizes(responses, sizes...)
}

func customMetadata(ctx context.Context, client pb.TestServiceClient) {
	value, binary := "test_initial_metadata_value", string([]byte{0xab, 0x00, 0xff, 0xab})
	ctx = metadata.AppendToOutgoingContext(ctx, initialKey, value, trailingKey, binary)
	checkBoth := func(header, trailer metadata.MD) {
		check(len(header[initialKey]) == 1 && header[initialKey][0] == value, "%v", header)
		check(len(trailer[trailingKey]) == 1 && trailer[trailingKey][0] == binary, "%v", trailer)
	}
	var header, trailer metadata.MD
	checkLarge(client.UnaryCall(ctx, large(), grpc.Header(&header), grpc.Trailer(&trailer)))
	checkBoth(header, trailer)
	call, err := client.FullDuplexCall(ctx)
	succeeded(err)
	succeeded(call.Send(output(9)))
	succeeded(call.CloseSend())
	checkSizes(call, 9)
	header, err = call.Header()
	succeeded(err)
	checkBoth(header, call.Trailer())
}

func statusCodeAndMessage(ctx context.Context, client pb.TestServiceClient) {
	special := "\t\ntest with whitespace\r\nand Unicode BMP \u263a and non-BMP \U0001f608\t\n"
	for _, message := range []string{"test status message", special} {
		echo := &pb.EchoStatus{Code: int32(codes.Unknown), Message: message}
		_, err := client.UnaryCall(ctx, &pb.SimpleRequest{ResponseStatus: echo})
		refused(err, codes.Unknown)
		check(status.Convert(err).Message() == message, "%v", err)
		call, err := client.FullDuplexCall(ctx)
		succeeded(err)
		succeeded(call.Send(&pb.StreamingOutputCallRequest{ResponseStatus: echo}))
		_, err = call.Recv()
		refused(err, codes.Unknown)
		check(status.Convert(err).Message() == message, "%v", err)
	}
}

func unimplemented(ctx context.Context, channel *grpc.ClientConn) {
	for _, path := range []string{
		"/grpc.testing.TestService/UnimplementedCall",
		"/grpc.testing.UnimplementedService/UnimplementedCall",
	} {
		refused(channel.Invoke(ctx, path, &pb.Empty{}, &pb.Empty{}), codes.Unimplemented)
	}
}

func cancelAfterBegin(ctx context.Context, client pb.TestServiceClient) {
	ctx, cancel := context.WithCancel(ctx)
	call, err := client.StreamingInputCall(ctx)
	succeeded(err)
	cancel()
	_, err = call.CloseAndRecv()
	refused(err, codes.Canceled)
}

func cancelAfterFirstResponse(ctx context.Context, client pb.TestServiceClient) {
	ctx, cancel := context.WithCancel(ctx)
	call, err := client.FullDuplexCall(ctx)
	succeeded(err)
	succeeded(call.Send(output(31415)))
	_, err = call.Recv()
	succeeded(err)
	cancel()
	_, err = call.Recv()
	refused(err, codes.Canceled)
}

func timeoutOnSleepingServer(ctx context.Context, client pb.TestServiceClient) {
	ctx, cancel := context.WithTimeout(ctx, 50*time.Millisecond)
	defer cancel()
	request := &pb.StreamingOutputCallRequest{
		ResponseParameters: []*pb.ResponseParameters{{Size: 1, IntervalUs: 60_000_000}}}
	responses, err := client.StreamingOutputCall(ctx, request)
	if err == nil {
		_, err = responses.Recv()
	}
	refused(err, codes.DeadlineExceeded)
}

func compressedUnary(ctx context.Context, client pb.TestServiceClient) {
	request := large()
	request.ExpectCompressed = &pb.BoolValue{Value: true}
	request.ResponseCompressed = &pb.BoolValue{Value: true}
	_, err := client.UnaryCall(ctx, request)
	refused(err, codes.InvalidArgument)
	checkLarge(client.UnaryCall(ctx, request, grpc.UseCompressor(gzip.Name)))
}

// Many calls share the windows and the header table of one connection.
func manyAtOnce(ctx context.Context, client pb.TestServiceClient) {
	var group sync.WaitGroup
	failures := make(chan error, 100)
	for worker := 0; worker < cap(failures); worker++ {
		group.Add(1)
		go func() {
			defer group.Done()
			for round := int32(0); round < 20; round++ {
				answer, err := client.UnaryCall(
					ctx, &pb.SimpleRequest{ResponseSize: 1000 * round, Payload: payload(1000)})
				if err == nil && int32(len(answer.Payload.GetBody())) != 1000*round {
					err = fmt.Errorf("%d bytes", len(answer.Payload.GetBody()))
				}
				if err != nil {
					failures <- err
					return
				}
			}
		}()
	}
	group.Wait()
	close(failures)
	succeeded(<-failures)
}

type connectionCounter struct{ begun atomic.Int32 }

func (*connectionCounter) TagRPC(ctx context.Context, _ *stats.RPCTagInfo) context.Context {
	return ctx
}
func (*connectionCounter) HandleRPC(context.Context, stats.RPCStats) {}
func (*connectionCounter) TagConn(ctx context.Context, _ *stats.ConnTagInfo) context.Context {
	return ctx
}
func (counter *connectionCounter) HandleConn(_ context.Context, event stats.ConnStats) {
	if _, isBegin := event.(*stats.ConnBegin); isBegin {
		counter.begun.Add(1)
	}
}

// One call after the other, as fast as they go. The client measures the bandwidth with a ping behind
// each answer, and must not lose its connection for it.
func manyInTurn(ctx context.Context, counter *connectionCounter, client pb.TestServiceClient) {
	for round := 0; round < 4000; round++ {
		_, err := client.UnaryCall(ctx, &pb.SimpleRequest{ResponseSize: 10})
		succeeded(err)
	}
	check(counter.begun.Load() == 1, "%d connections were made", counter.begun.Load())
}

func main() {
	if len(os.Args) < 2 || len(os.Args) > 3 {
		fmt.Fprintln(os.Stderr, "usage: interop-client-go TARGET [AUTHORITIES]")
		os.Exit(64)
	}
	security := grpc.WithInsecure()
	if len(os.Args) == 3 {
		trusted, err := credentials.NewClientTLSFromFile(os.Args[2], "localhost")
		succeeded(err)
		security = grpc.WithTransportCredentials(trusted)
	}
	counter := &connectionCounter{}
	channel, err := grpc.Dial(os.Args[1], security, grpc.WithStatsHandler(counter))
	succeeded(err)
	defer channel.Close()
	client := pb.NewTestServiceClient(channel)
	cases := []struct {
		name string
		body func(context.Context, pb.TestServiceClient)
	}{
		{"empty_unary", emptyUnary},
		{"large_unary", largeUnary},
		{"client_streaming", clientStreaming},
		{"server_streaming", serverStreaming},
		{"ping_pong", pingPong},
		{"empty_stream", emptyStream},
		{"half_duplex", halfDuplex},
		{"slow_reader", slowReader},
		{"custom_metadata", customMetadata},
		{"status_code_and_message", statusCodeAndMessage},
		{"unimplemented", func(ctx context.Context, _ pb.TestServiceClient) {
			unimplemented(ctx, channel)
		}},
		{"cancel_after_begin", cancelAfterBegin},
		{"cancel_after_first_response", cancelAfterFirstResponse},
		{"timeout_on_sleeping_server", timeoutOnSleepingServer},
		{"compressed_unary", compressedUnary},
		{"many_at_once", manyAtOnce},
		{"many_in_turn", func(ctx context.Context, client pb.TestServiceClient) {
			manyInTurn(ctx, counter, client)
		}},
	}
	for _, each := range cases {
		func() {
			ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
			defer cancel()
			defer func() {
				if reason := recover(); reason != nil {
					fmt.Fprintf(os.Stderr, "%s: %v\n", each.name, reason)
					os.Exit(1)
				}
			}()
			each.body(ctx, client)
		}()
		fmt.Println(each.name)
	}
}
