// MHD_start_daemon and MHD_get_daemon_info are variadic, which Swift cannot call.
#pragma once
#include <arpa/inet.h>
#include <errno.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <string.h>

/// Binds a daemon without threads of its own: the caller polls its epoll descriptor.
///
/// `host` is a numeric IPv4 or IPv6 address; port 0 takes any free one. `owner` is lent to both
/// callbacks until the daemon is stopped. Returns NULL with errno set.
static inline struct MHD_Daemon *_Nullable paylyt_mhd_start(
    const char *_Nonnull host, uint16_t port, unsigned int connections,
    unsigned int timeout_seconds, size_t memory, MHD_AccessHandlerCallback _Nonnull on_access,
    MHD_RequestCompletedCallback _Nonnull on_completed, void *_Nonnull owner) {
  struct sockaddr_in v4 = {.sin_family = AF_INET, .sin_port = htons(port)};
  struct sockaddr_in6 v6 = {.sin6_family = AF_INET6, .sin6_port = htons(port)};
  unsigned int flags = MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME;
  const struct sockaddr *address = (const struct sockaddr *)&v4;
  if (inet_pton(AF_INET, host, &v4.sin_addr) != 1) {
    if (inet_pton(AF_INET6, host, &v6.sin6_addr) != 1) {
      errno = EINVAL;
      return NULL;
    }
    flags |= MHD_USE_IPv6;
    address = (const struct sockaddr *)&v6;
  }
  errno = 0;
  struct MHD_Daemon *daemon = MHD_start_daemon(
      flags, port, NULL, NULL, on_access, owner, MHD_OPTION_SOCK_ADDR, address,
      MHD_OPTION_CONNECTION_LIMIT, connections, MHD_OPTION_CONNECTION_TIMEOUT, timeout_seconds,
      MHD_OPTION_CONNECTION_MEMORY_LIMIT, memory,
      MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_NOTIFY_COMPLETED, on_completed, owner,
      MHD_OPTION_END);
  if (daemon == NULL && errno == 0) errno = ENOMEM;
  return daemon;
}

/// The descriptor that becomes readable when the daemon has work; -1 on failure.
static inline int paylyt_mhd_epoll(struct MHD_Daemon *_Nonnull daemon) {
  const union MHD_DaemonInfo *info = MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_EPOLL_FD);
  return info == NULL ? -1 : info->epoll_fd;
}

/// The port that the daemon listens on; 0 on failure.
static inline uint16_t paylyt_mhd_port(struct MHD_Daemon *_Nonnull daemon) {
  const union MHD_DaemonInfo *info = MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT);
  return info == NULL ? 0 : info->port;
}

/// Milliseconds until the daemon must run again though nothing is readable; -1 for no limit.
static inline int64_t paylyt_mhd_timeout(struct MHD_Daemon *_Nonnull daemon) {
  MHD_UNSIGNED_LONG_LONG timeout = 0;
  return MHD_get_timeout(daemon, &timeout) == MHD_YES ? (int64_t)timeout : -1;
}

static inline int paylyt_mhd_errno(void) { return errno; }
