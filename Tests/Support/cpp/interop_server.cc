// grpc.testing.TestService by the official C++ server: interop-server-cpp, on a free port.
//
// Prints `listening on 127.0.0.1:PORT`, and serves until its input ends.
#include <grpcpp/grpcpp.h>

#include <chrono>
#include <iostream>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "grpc/testing/test.grpc.pb.h"

using grpc::ServerContext;
using grpc::Status;
using namespace grpc::testing;

namespace {

constexpr char kInitial[] = "x-grpc-test-echo-initial";
constexpr char kTrailing[] = "x-grpc-test-echo-trailing-bin";

// Sends two keys of the request's metadata back, ahead of the answer and behind it.
void Echo(ServerContext* context) {
  for (const auto& [key, value] : context->client_metadata()) {
    const std::string text(value.data(), value.size());
    if (key == kInitial) context->AddInitialMetadata(kInitial, text);
    if (key == kTrailing) context->AddTrailingMetadata(kTrailing, text);
  }
}

Status Asked(const EchoStatus& status) {
  return Status(static_cast<grpc::StatusCode>(status.code()), status.message());
}

template <typename Stream>
Status Answer(const StreamingOutputCallRequest& request, Stream* stream) {
  if (request.has_response_status() && request.response_status().code() != 0) {
    return Asked(request.response_status());
  }
  for (const ResponseParameters& parameters : request.response_parameters()) {
    std::this_thread::sleep_for(std::chrono::microseconds(parameters.interval_us()));
    StreamingOutputCallResponse response;
    response.mutable_payload()->set_body(std::string(parameters.size(), '\0'));
    grpc::WriteOptions options;
    if (!parameters.compressed().value()) options.set_no_compression();
    if (!stream->Write(response, options)) return Status::CANCELLED;
  }
  return Status::OK;
}

class Service final : public TestService::Service {
  Status EmptyCall(ServerContext* context, const Empty*, Empty*) override {
    Echo(context);
    return Status::OK;
  }

  Status UnaryCall(ServerContext* context, const SimpleRequest* request,
                   SimpleResponse* response) override {
    Echo(context);
    if (request->response_status().code() != 0) return Asked(request->response_status());
    if (request->response_compressed().value()) {
      context->set_compression_algorithm(GRPC_COMPRESS_GZIP);
    }
    response->mutable_payload()->set_body(std::string(request->response_size(), '\0'));
    return Status::OK;
  }

  Status CacheableUnaryCall(ServerContext* context, const SimpleRequest* request,
                            SimpleResponse* response) override {
    return UnaryCall(context, request, response);
  }

  Status StreamingOutputCall(ServerContext* context, const StreamingOutputCallRequest* request,
                             grpc::ServerWriter<StreamingOutputCallResponse>* writer) override {
    Echo(context);
    context->set_compression_algorithm(GRPC_COMPRESS_DEFLATE);
    return Answer(*request, writer);
  }

  Status StreamingInputCall(ServerContext* context,
                            grpc::ServerReader<StreamingInputCallRequest>* reader,
                            StreamingInputCallResponse* response) override {
    Echo(context);
    StreamingInputCallRequest request;
    int size = 0;
    while (reader->Read(&request)) size += static_cast<int>(request.payload().body().size());
    response->set_aggregated_payload_size(size);
    return Status::OK;
  }

  using Duplex =
      grpc::ServerReaderWriter<StreamingOutputCallResponse, StreamingOutputCallRequest>;

  Status FullDuplexCall(ServerContext* context, Duplex* stream) override {
    Echo(context);
    StreamingOutputCallRequest request;
    while (stream->Read(&request)) {
      const Status status = Answer(request, stream);
      if (!status.ok()) return status;
    }
    return Status::OK;
  }

  Status HalfDuplexCall(ServerContext*, Duplex* stream) override {
    std::vector<StreamingOutputCallRequest> requests;
    StreamingOutputCallRequest request;
    while (stream->Read(&request)) requests.push_back(request);
    for (const auto& taken : requests) {
      const Status status = Answer(taken, stream);
      if (!status.ok()) return status;
    }
    return Status::OK;
  }
};

}  // namespace

int main() {
  Service service;
  int port = 0;
  grpc::ServerBuilder builder;
  builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port);
  builder.RegisterService(&service);
  const std::unique_ptr<grpc::Server> server = builder.BuildAndStart();
  if (!server) return 1;
  std::cout << "listening on 127.0.0.1:" << port << std::endl;
  while (std::cin.get() != std::char_traits<char>::eof()) {
  }
  server->Shutdown(std::chrono::system_clock::now() + std::chrono::seconds(1));
  return 0;
}
