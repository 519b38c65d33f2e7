// OpenSSL as PayLyt needs it: its macros as functions, and a BIO that reads lent bytes and writes
// into one growing buffer, so that an idle connection keeps no buffer of its own.
#pragma once
// The state of a SHA-256 as a plain value: OpenSSL 3 would rather have one on the heap for each.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/sha.h>
#include <openssl/ssl.h>
#include <time.h>
#include <openssl/x509v3.h>
#include <stdlib.h>
#include <string.h>

/// The wire as one TLS session sees it. `input` is lent for the length of one call; `output` is
/// owned and grows with what the session writes.
typedef struct {
  const uint8_t *input;
  size_t input_length;
  uint8_t *output;
  size_t output_length, output_capacity;
} paylyt_wire;

static inline int paylyt_wire_read(BIO *bio, char *buffer, int capacity) {
  paylyt_wire *wire = (paylyt_wire *)BIO_get_data(bio);
  BIO_clear_retry_flags(bio);
  if (wire->input_length == 0) {
    BIO_set_retry_read(bio);
    return -1;
  }
  size_t count = wire->input_length < (size_t)capacity ? wire->input_length : (size_t)capacity;
  memcpy(buffer, wire->input, count);
  wire->input += count;
  wire->input_length -= count;
  return (int)count;
}

static inline int paylyt_wire_write(BIO *bio, const char *bytes, int count) {
  paylyt_wire *wire = (paylyt_wire *)BIO_get_data(bio);
  BIO_clear_retry_flags(bio);
  size_t needed = wire->output_length + (size_t)count;
  if (needed > wire->output_capacity) {
    size_t capacity = wire->output_capacity ? wire->output_capacity : 4096;
    while (capacity < needed) capacity *= 2;
    uint8_t *output = (uint8_t *)realloc(wire->output, capacity);
    if (!output) return -1;
    wire->output = output;
    wire->output_capacity = capacity;
  }
  memcpy(wire->output + wire->output_length, bytes, (size_t)count);
  wire->output_length += (size_t)count;
  return count;
}

static inline long paylyt_wire_control(BIO *bio, int command, long number, void *pointer) {
  (void)bio; (void)number; (void)pointer;
  return command == BIO_CTRL_FLUSH ? 1 : 0;
}

static inline int paylyt_wire_create(BIO *bio) {
  paylyt_wire *wire = (paylyt_wire *)calloc(1, sizeof *wire);
  if (!wire) return 0;
  BIO_set_data(bio, wire);
  BIO_set_init(bio, 1);
  return 1;
}

static inline int paylyt_wire_destroy(BIO *bio) {
  paylyt_wire *wire = (paylyt_wire *)BIO_get_data(bio);
  if (wire) free(wire->output);
  free(wire);
  BIO_set_data(bio, NULL);
  return 1;
}

/// The kind of BIO that ends in a `paylyt_wire`; made once, never freed. NULL without memory.
static inline BIO_METHOD *paylyt_wire_method(void) {
  BIO_METHOD *method = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "wire");
  if (!method) return NULL;
  BIO_meth_set_read(method, paylyt_wire_read);
  BIO_meth_set_write(method, paylyt_wire_write);
  BIO_meth_set_ctrl(method, paylyt_wire_control);
  BIO_meth_set_create(method, paylyt_wire_create);
  BIO_meth_set_destroy(method, paylyt_wire_destroy);
  return method;
}

/// The wire of a session whose BIO is of that kind; it lives as long as the session.
static inline paylyt_wire *paylyt_wire_of(SSL *session) {
  return (paylyt_wire *)BIO_get_data(SSL_get_rbio(session));
}

/// Forgets the first `count` bytes of output; an emptied buffer is freed.
static inline void paylyt_wire_sent(paylyt_wire *wire, size_t count) {
  wire->output_length -= count;
  if (wire->output_length == 0) {
    free(wire->output);
    wire->output = NULL;
    wire->output_capacity = 0;
  } else {
    memmove(wire->output, wire->output + count, wire->output_length);
  }
}

/// TLS 1.2 and 1.3, buffers given back while idle, and no renegotiation; 1 on success.
static inline int paylyt_tls_harden(SSL_CTX *context) {
  SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE |
                                SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
  SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
  return SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION) == 1;
}

/// ALPN, server side: "h2" or a fatal alert (RFC 7301 §3.2).
static inline int paylyt_tls_select_h2(SSL *session, const unsigned char **chosen,
                                       unsigned char *chosen_length, const unsigned char *offered,
                                       unsigned int offered_length, void *argument) {
  (void)session; (void)argument;
  for (unsigned int at = 0; at + 1 + offered[at] <= offered_length; at += 1u + offered[at]) {
    if (offered[at] == 2 && memcmp(offered + at + 1, "h2", 2) == 0) {
      *chosen = offered + at + 1;
      *chosen_length = 2;
      return SSL_TLSEXT_ERR_OK;
    }
    if (at + 1 + offered[at] == offered_length) break;
  }
  return SSL_TLSEXT_ERR_ALERT_FATAL;
}

static inline void paylyt_tls_require_h2(SSL_CTX *context) {
  SSL_CTX_set_alpn_select_cb(context, paylyt_tls_select_h2, NULL);
}

/// ALPN, client side; 1 on success (SSL_CTX_set_alpn_protos returns 0 then).
static inline int paylyt_tls_offer_h2(SSL_CTX *context) {
  return SSL_CTX_set_alpn_protos(context, (const unsigned char *)"\x02h2", 3) == 0;
}

/// Whether the handshake has agreed on "h2".
static inline int paylyt_tls_agreed_h2(const SSL *session) {
  const unsigned char *name = NULL;
  unsigned int length = 0;
  SSL_get0_alpn_selected(session, &name, &length);
  return length == 2 && memcmp(name, "h2", 2) == 0;
}

/// Whom a client expects: a numeric address, or a name that is sent as SNI too; 1 on success.
static inline int paylyt_tls_expect(SSL *session, const char *host) {
  if (X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(session), host) == 1) return 1;
  ERR_clear_error();
  SSL_set_hostflags(session, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
  return SSL_set1_host(session, host) == 1 && SSL_set_tlsext_host_name(session, host) == 1;
}

/// Server side: clients must show a certificate of an authority in the PEM file `path`, whose names
/// they are told; 1 on success. Resumed sessions keep what the first handshake has proved.
static inline int paylyt_tls_demand_certificate(SSL_CTX *context, const char *path) {
  STACK_OF(X509_NAME) *names = SSL_load_client_CA_file(path);
  if (!names) return 0;
  SSL_CTX_set_client_CA_list(context, names);
  SSL_CTX_set_verify(context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, NULL);
  return SSL_CTX_load_verify_file(context, path) == 1 &&
         SSL_CTX_set_session_id_context(context, (const unsigned char *)"paylyt", 6) == 1;
}

/// What the session is encrypted with, as the RFCs name it.
static inline const char *paylyt_tls_cipher(const SSL *session) {
  const SSL_CIPHER *cipher = SSL_get_current_cipher(session);
  const char *name = cipher ? SSL_CIPHER_standard_name(cipher) : NULL;
  return name ? name : "";
}

/// The certificate in DER: its length, copied to `bytes` when that has room for it. 0 for none.
static inline int paylyt_certificate_bytes(X509 *certificate, uint8_t *bytes, int capacity) {
  int length = certificate ? i2d_X509(certificate, NULL) : 0;
  if (length <= 0) return 0;
  if (length <= capacity) i2d_X509(certificate, &bytes);
  return length;
}

/// The kinds of name that `paylyt_alternative_name` tells apart.
enum { PAYLYT_NAME_DNS = GEN_DNS, PAYLYT_NAME_URI = GEN_URI };

/// Copies the certificate's `index`-th alternative name of `kind` to `text` (with a final 0) and
/// returns its length: 0 when there is none, -1 when it is too long or holds a control character.
static inline int paylyt_alternative_name(X509 *certificate, int kind, int index, char *text,
                                          int capacity) {
  GENERAL_NAMES *names =
      (GENERAL_NAMES *)X509_get_ext_d2i(certificate, NID_subject_alt_name, NULL, NULL);
  int length = 0;
  for (int at = 0; at < sk_GENERAL_NAME_num(names); at++) {
    const GENERAL_NAME *name = sk_GENERAL_NAME_value(names, at);
    if (name->type != kind || index-- > 0) continue;
    const unsigned char *bytes = ASN1_STRING_get0_data(name->d.ia5);
    length = ASN1_STRING_length(name->d.ia5);
    if (length >= capacity) length = -1;
    for (int i = 0; i < length; i++) {
      if (bytes[i] <= 0x20 || bytes[i] >= 0x7f) length = -1;
    }
    if (length > 0) {
      memcpy(text, bytes, (size_t)length);
      text[length] = 0;
    }
    break;
  }
  GENERAL_NAMES_free(names);
  return length;
}

/// Writes the certificate's subject (RFC 4514, control characters escaped); 0 on failure.
static inline int paylyt_subject(X509 *certificate, BIO *out) {
  return X509_NAME_print_ex(out, X509_get_subject_name(certificate), 0, XN_FLAG_RFC2253) >= 0;
}

/// Trusts one certificate, whether or not it is an authority; 1 on success.
static inline int paylyt_tls_trust_only(SSL_CTX *context, X509 *certificate) {
  X509_STORE *store = SSL_CTX_get_cert_store(context);
  return X509_STORE_add_cert(store, certificate) == 1 &&
         X509_STORE_set_flags(store, X509_V_FLAG_PARTIAL_CHAIN) == 1;
}

/// When the certificate that the context shows ends, in Unix time; -1 when it shows none.
static inline long long paylyt_tls_expiry(const SSL_CTX *context) {
  const X509 *certificate = SSL_CTX_get0_certificate(context);
  struct tm end;
  if (!certificate || ASN1_TIME_to_tm(X509_get0_notAfter(certificate), &end) != 1) return -1;
  return (long long)timegm(&end);
}

static inline EVP_PKEY *paylyt_make_p256_key(void) { return EVP_EC_gen("P-256"); }

/// Adds one extension in OpenSSL's text form; 1 on success.
static inline int paylyt_add_extension(X509 *certificate, int kind, const char *value) {
  X509V3_CTX context;
  X509V3_set_ctx_nodb(&context);
  X509V3_set_ctx(&context, certificate, certificate, NULL, NULL, 0);
  X509_EXTENSION *extension = X509V3_EXT_conf_nid(NULL, &context, kind, value);
  if (!extension) return 0;
  int added = X509_add_ext(certificate, extension, -1);
  X509_EXTENSION_free(extension);
  return added;
}

/// What a memory BIO holds; lent until the BIO changes.
static inline size_t paylyt_memory_bytes(BIO *bio, char **bytes) {
  long length = BIO_get_mem_data(bio, bytes);
  return length > 0 ? (size_t)length : 0;
}
