// The peer that PayLytRPC is measured beside: bench.v1.Echo on gRPC C++, with one completion queue
// that one thread serves, the fastest form that gRPC C++ has on one core.
//
// usage: peer PORT flushed|buffered [CERT KEY]
//   buffered: up to 64 streaming responses wait for each other before they are sent. The first one
//   does not: a write that waits with the head of the response never completes (gRPC 1.51).
#include <grpcpp/grpcpp.h>

#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string>

#include "bench/v1/echo.grpc.pb.h"

namespace {

using bench::v1::Echo;
using bench::v1::EchoReply;
using bench::v1::EchoRequest;
using bench::v1::StreamRequest;

struct Server {
  Echo::AsyncService service;
  std::unique_ptr<grpc::ServerCompletionQueue> queue;
  bool is_buffered = false;

  /// How the response with this number is written.
  grpc::WriteOptions options(int number) const {
    grpc::WriteOptions options;
    if (is_buffered && number % 64 != 0) options.set_buffer_hint();
    return options;
  }
};

void answer(const EchoRequest& request, EchoReply* reply) {
  reply->set_payload(request.payload());
  reply->set_amount(request.amount());
  *reply->mutable_meta() = request.meta();
}

/// One call: the queue hands it back when its next step can be taken.
class Call {
 public:
  virtual ~Call() = default;
  /// Takes the next step; `false` when the call is over.
  virtual bool step(bool ok) = 0;
};

class UnaryCall final : public Call {
 public:
  explicit UnaryCall(Server& server) : server_(server), writer_(&context_) {
    server.service.RequestUnary(&context_, &request_, &writer_, server.queue.get(),
                                server.queue.get(), this);
  }

  bool step(bool ok) override {
    if (!ok || is_answered_) return false;
    new UnaryCall(server_);
    answer(request_, &reply_);
    is_answered_ = true;
    writer_.Finish(reply_, grpc::Status::OK, this);
    return true;
  }

 private:
  Server& server_;
  grpc::ServerContext context_;
  EchoRequest request_;
  EchoReply reply_;
  grpc::ServerAsyncResponseWriter<EchoReply> writer_;
  bool is_answered_ = false;
};

class ServerStreamCall final : public Call {
 public:
  explicit ServerStreamCall(Server& server) : server_(server), writer_(&context_) {
    server.service.RequestServerStream(&context_, &request_, &writer_, server.queue.get(),
                                       server.queue.get(), this);
  }

  bool step(bool ok) override {
    if (!ok || is_finished_) return false;
    if (number_ < 0) {
      new ServerStreamCall(server_);
      answer(request_.item(), &reply_);
      number_ = 0;
    }
    if (number_ == request_.count()) {
      is_finished_ = true;
      writer_.Finish(grpc::Status::OK, this);
      return true;
    }
    reply_.set_amount(number_);
    writer_.Write(reply_, server_.options(number_), this);
    number_++;
    return true;
  }

 private:
  Server& server_;
  grpc::ServerContext context_;
  StreamRequest request_;
  EchoReply reply_;
  grpc::ServerAsyncWriter<EchoReply> writer_;
  int number_ = -1;
  bool is_finished_ = false;
};

class BidiCall final : public Call {
 public:
  explicit BidiCall(Server& server) : server_(server), stream_(&context_) {
    server.service.RequestBidi(&context_, &stream_, server.queue.get(), server.queue.get(), this);
  }

  bool step(bool ok) override {
    switch (next_) {
      case Next::kRead:
        if (!ok) return false;
        if (is_new_) new BidiCall(server_);
        is_new_ = false;
        next_ = Next::kWrite;
        stream_.Read(&request_, this);
        return true;
      case Next::kWrite:
        if (!ok) {
          next_ = Next::kEnd;
          stream_.Finish(grpc::Status::OK, this);
          return true;
        }
        answer(request_, &reply_);
        next_ = Next::kRead;
        stream_.Write(reply_, server_.options(number_++), this);
        return true;
      case Next::kEnd: return false;
    }
    return false;
  }

 private:
  enum class Next { kRead, kWrite, kEnd };
  Server& server_;
  grpc::ServerContext context_;
  EchoRequest request_;
  EchoReply reply_;
  grpc::ServerAsyncReaderWriter<EchoReply, EchoRequest> stream_;
  Next next_ = Next::kRead;
  bool is_new_ = true;
  int number_ = 0;
};

std::string contents(const char* path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3 && count != 5) {
    std::fputs("usage: peer PORT flushed|buffered [CERT KEY]\n", stderr);
    return 64;
  }
  auto credentials = grpc::InsecureServerCredentials();
  if (count == 5) {
    grpc::SslServerCredentialsOptions options;
    options.pem_key_cert_pairs.push_back({contents(arguments[4]), contents(arguments[3])});
    credentials = grpc::SslServerCredentials(options);
  }
  Server server;
  server.is_buffered = std::strcmp(arguments[2], "buffered") == 0;
  grpc::ServerBuilder builder;
  builder.AddListeningPort(std::string("127.0.0.1:") + arguments[1], credentials);
  builder.RegisterService(&server.service);
  server.queue = builder.AddCompletionQueue();
  auto running = builder.BuildAndStart();
  if (!running) return 1;
  // As many calls as the load has open at once wait to be matched.
  for (int i = 0; i < 512; i++) new UnaryCall(server);
  for (int i = 0; i < 64; i++) {
    new ServerStreamCall(server);
    new BidiCall(server);
  }
  void* tag;
  bool ok;
  while (server.queue->Next(&tag, &ok)) {
    Call* call = static_cast<Call*>(tag);
    if (!call->step(ok)) delete call;
  }
}
