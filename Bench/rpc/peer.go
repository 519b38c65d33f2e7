// The second peer that PayLytRPC is measured beside: bench.v1.Echo on gRPC Go, in the form that its
// generated code suggests.
//
// usage: peer-go PORT [CERT KEY]
package main

import (
	"context"
	"io"
	"log"
	"net"
	"os"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"

	"bench/echo"
)

type service struct{}

func answer(request *echo.EchoRequest) *echo.EchoReply {
	return &echo.EchoReply{
		Payload: request.GetPayload(), Amount: request.GetAmount(), Meta: request.GetMeta(),
	}
}

func (service) Unary(_ context.Context, request *echo.EchoRequest) (*echo.EchoReply, error) {
	return answer(request), nil
}

func (service) ServerStream(request *echo.StreamRequest, stream echo.Echo_ServerStreamServer) error {
	reply := answer(request.GetItem())
	for number := int32(0); number < request.GetCount(); number++ {
		reply.Amount = int64(number)
		if err := stream.Send(reply); err != nil {
			return err
		}
	}
	return nil
}

func (service) Bidi(stream echo.Echo_BidiServer) error {
	for {
		request, err := stream.Recv()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if err := stream.Send(answer(request)); err != nil {
			return err
		}
	}
}

func main() {
	if len(os.Args) != 2 && len(os.Args) != 4 {
		log.Fatal("usage: peer-go PORT [CERT KEY]")
	}
	var options []grpc.ServerOption
	if len(os.Args) == 4 {
		files, err := credentials.NewServerTLSFromFile(os.Args[2], os.Args[3])
		if err != nil {
			log.Fatal(err)
		}
		options = append(options, grpc.Creds(files))
	}
	listener, err := net.Listen("tcp", "127.0.0.1:"+os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	server := grpc.NewServer(options...)
	echo.RegisterEchoServer(server, service{})
	log.Fatal(server.Serve(listener))
}
