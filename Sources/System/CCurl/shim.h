// libcurl's setters are variadic, which Swift cannot call: one typed wrapper for each kind of value.
#pragma once
#include <curl/curl.h>
#include <netinet/in.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>

/// Readies libcurl for the process. With OpenSSL under it a write to a closed connection can raise
/// SIGPIPE, which would end the process: it is ignored from here on.
static inline int paylyt_curl_ready(void) {
  signal(SIGPIPE, SIG_IGN);
  return curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

static inline CURLcode paylyt_curl_set_long(CURL *_Nonnull easy, CURLoption option, long value) {
  return curl_easy_setopt(easy, option, value);
}

/// Strings are copied by libcurl; NULL restores the option's default.
static inline CURLcode paylyt_curl_set_string(CURL *_Nonnull easy, CURLoption option,
                                              const char *_Nullable value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode paylyt_curl_set_headers(CURL *_Nonnull easy,
                                               struct curl_slist *_Nullable headers) {
  return curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers);
}

/// `recipients` is lent: it outlives the transfer.
static inline CURLcode paylyt_curl_set_recipients(CURL *_Nonnull easy,
                                                  struct curl_slist *_Nonnull recipients) {
  return curl_easy_setopt(easy, CURLOPT_MAIL_RCPT, recipients);
}

/// The body is copied by libcurl.
static inline CURLcode paylyt_curl_set_body(CURL *_Nonnull easy, const void *_Nonnull body,
                                            size_t count) {
  CURLcode code = curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)count);
  return code != CURLE_OK ? code : curl_easy_setopt(easy, CURLOPT_COPYPOSTFIELDS, body);
}

typedef size_t (*paylyt_curl_data)(char *_Nonnull, size_t, size_t, void *_Nonnull);

/// `owner` is lent: it outlives the handle.
static inline CURLcode paylyt_curl_set_callbacks(CURL *_Nonnull easy,
                                                 paylyt_curl_data _Nonnull on_header,
                                                 paylyt_curl_data _Nonnull on_body,
                                                 void *_Nonnull owner) {
  CURLcode code = curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, on_header);
  if (code == CURLE_OK) code = curl_easy_setopt(easy, CURLOPT_HEADERDATA, owner);
  if (code == CURLE_OK) code = curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, on_body);
  return code != CURLE_OK ? code : curl_easy_setopt(easy, CURLOPT_WRITEDATA, owner);
}

/// `owner` is lent: it outlives the transfer.
static inline CURLcode paylyt_curl_set_upload(CURL *_Nonnull easy,
                                              paylyt_curl_data _Nonnull on_upload,
                                              void *_Nonnull owner) {
  CURLcode code = curl_easy_setopt(easy, CURLOPT_UPLOAD, 1L);
  if (code == CURLE_OK) code = curl_easy_setopt(easy, CURLOPT_READFUNCTION, on_upload);
  return code != CURLE_OK ? code : curl_easy_setopt(easy, CURLOPT_READDATA, owner);
}

typedef int (*paylyt_curl_trace)(CURL *_Nonnull, curl_infotype, char *_Nonnull, size_t,
                                 void *_Nonnull);

/// `on_trace` sees what is said to and by the server. `owner` is lent: it outlives the transfer.
static inline CURLcode paylyt_curl_set_trace(CURL *_Nonnull easy,
                                             paylyt_curl_trace _Nonnull on_trace,
                                             void *_Nonnull owner) {
  CURLcode code = curl_easy_setopt(easy, CURLOPT_VERBOSE, 1L);
  if (code == CURLE_OK) code = curl_easy_setopt(easy, CURLOPT_DEBUGFUNCTION, on_trace);
  return code != CURLE_OK ? code : curl_easy_setopt(easy, CURLOPT_DEBUGDATA, owner);
}

typedef curl_socket_t (*paylyt_curl_gate)(void *_Nullable, curlsocktype,
                                         struct curl_sockaddr *_Nullable);

/// `gate` opens the socket for each address that is connected to, or refuses it. `owner` is lent.
static inline CURLcode paylyt_curl_set_gate(CURL *_Nonnull easy, paylyt_curl_gate _Nonnull gate,
                                            void *_Nonnull owner) {
  CURLcode code = curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, gate);
  return code != CURLE_OK ? code : curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, owner);
}

/// Writes the address in network order and returns its length: 4, 16, or 0 for another family.
static inline size_t paylyt_curl_address(const struct curl_sockaddr *_Nonnull address,
                                         unsigned char bytes[_Nonnull 16]) {
  if (address->family == AF_INET) {
    memcpy(bytes, &((const struct sockaddr_in *)&address->addr)->sin_addr, 4);
    return 4;
  }
  if (address->family != AF_INET6) return 0;
  memcpy(bytes, &((const struct sockaddr_in6 *)&address->addr)->sin6_addr, 16);
  return 16;
}

static inline curl_socket_t paylyt_curl_open(const struct curl_sockaddr *_Nonnull address) {
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

typedef int (*paylyt_curl_socket)(CURL *_Nullable, curl_socket_t, int, void *_Nullable,
                                  void *_Nullable);
typedef int (*paylyt_curl_timer)(CURLM *_Nullable, long, void *_Nullable);

/// `owner` is lent; NULL callbacks end the lending.
static inline CURLMcode paylyt_curl_multi_set_callbacks(CURLM *_Nonnull multi,
                                                        paylyt_curl_socket _Nullable on_socket,
                                                        paylyt_curl_timer _Nullable on_timer,
                                                        void *_Nullable owner) {
  curl_multi_setopt(multi, CURLMOPT_SOCKETFUNCTION, on_socket);
  curl_multi_setopt(multi, CURLMOPT_SOCKETDATA, owner);
  curl_multi_setopt(multi, CURLMOPT_TIMERFUNCTION, on_timer);
  return curl_multi_setopt(multi, CURLMOPT_TIMERDATA, owner);
}

static inline CURLMcode paylyt_curl_multi_set_long(CURLM *_Nonnull multi, CURLMoption option,
                                                   long value) {
  return curl_multi_setopt(multi, option, value);
}

/// Takes the next finished transfer off the multi handle's list; 0 when there is none.
static inline int paylyt_curl_next_done(CURLM *_Nonnull multi, CURL *_Nullable *_Nonnull easy,
                                        CURLcode *_Nonnull code) {
  int left = 0;
  CURLMsg *message;
  while ((message = curl_multi_info_read(multi, &left)) != NULL) {
    if (message->msg != CURLMSG_DONE) continue;
    *easy = message->easy_handle;
    *code = message->data.result;
    return 1;
  }
  return 0;
}

static inline long paylyt_curl_status(CURL *_Nonnull easy) {
  long status = 0;
  curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
  return status;
}

/// How long it took until the name was known; 0 when it is not.
static inline curl_off_t paylyt_curl_lookup_microseconds(CURL *_Nonnull easy) {
  curl_off_t microseconds = 0;
  curl_easy_getinfo(easy, CURLINFO_NAMELOOKUP_TIME_T, &microseconds);
  return microseconds;
}

/// Bytes of requests that were written to a connection; 0 proves that the server saw nothing.
static inline long paylyt_curl_request_size(CURL *_Nonnull easy) {
  long size = 0;
  curl_easy_getinfo(easy, CURLINFO_REQUEST_SIZE, &size);
  return size;
}
