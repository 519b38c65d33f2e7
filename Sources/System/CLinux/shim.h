// What the Glibc overlay of the toolchain leaves out: epoll, eventfd, accept4, pipe2, thread ids, and a
// fork that drops privileges. `_GNU_SOURCE` must not be defined here: it changes `fd_set` and then
// conflicts with the overlay's own view of it, so the few GNU names are declared by hand.
#pragma once
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <pwd.h>
#include <semaphore.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <sysexits.h>
#include <time.h>
#include <unistd.h>

extern int accept4(int fd, struct sockaddr *address, socklen_t *length, int flags);
extern int pipe2(int ends[2], int flags);
extern long syscall(long number, ...);

/// The kernel's id of the calling thread, asked once per thread. Unlike `pthread_self` it is not
/// declared `const`, and it is never inlined, so that no optimiser folds it (or the address of its
/// thread-local) across a suspension point.
__attribute__((noinline, unused)) static int32_t paylyt_thread_id(void) {
  static __thread int32_t id __attribute__((tls_model("initial-exec")));
  __asm__ volatile("" ::: "memory");
  if (id == 0) id = (int32_t)syscall(SYS_gettid);
  return id;
}

static inline int paylyt_errno(void) { return errno; }

/// sem_wait(3), also when a signal comes.
static inline void paylyt_semaphore_wait(sem_t *semaphore) {
  while (sem_wait(semaphore) != 0 && errno == EINTR) {
  }
}

/// sem_timedwait(3) for at most `nanoseconds`; returns 1 when somebody posted, else 0. When the wall
/// clock is set meanwhile it is shorter or longer.
static inline int paylyt_semaphore_wait_for(sem_t *semaphore, int64_t nanoseconds) {
  struct timespec end;
  clock_gettime(CLOCK_REALTIME, &end);
  int64_t second = 1000000000;
  int64_t sum = end.tv_nsec + nanoseconds % second;
  end.tv_sec += nanoseconds / second + sum / second;
  end.tv_nsec = sum % second;
  int code;
  do {
    code = sem_timedwait(semaphore, &end);
  } while (code != 0 && errno == EINTR);
  return code == 0;
}

/// open(2) is variadic, which Swift cannot call.
static inline int paylyt_open(const char *path, int flags, mode_t mode) {
  return open(path, flags, mode);
}

/// Names the calling thread for `top` and `gdb`; prctl(2) is variadic, which Swift cannot call.
static inline void paylyt_name_thread(const char *name) { prctl(PR_SET_NAME, name); }

/// One ready descriptor: the key that it was registered with, and what happened.
typedef struct { uint64_t key; uint32_t events; } paylyt_ready;

/// epoll_ctl(2) with the union of its argument flattened to the one member that we use.
static inline int paylyt_epoll_control(int poll, int operation, int fd, uint32_t events, uint64_t key) {
  struct epoll_event event = {.events = events, .data = {.u64 = key}};
  return epoll_ctl(poll, operation, fd, &event);
}

/// epoll_wait(2) for at most `maximum` (<= 256) descriptors; returns how many it wrote to `ready`.
static inline int paylyt_epoll_wait(int poll, paylyt_ready *ready, int maximum, int timeout_ms) {
  struct epoll_event events[256];
  int count = epoll_wait(poll, events, maximum < 256 ? maximum : 256, timeout_ms);
  for (int i = 0; i < count; i++) {
    ready[i].key = events[i].data.u64;
    ready[i].events = events[i].events;
  }
  return count;
}

/// Starts `path` with `arguments` as a child that dies (SIGINT) with the calling thread.
///
/// When `user` is not 0 the child gives up root for `user`/`group` first, in `/`, because it may not
/// be able to enter our directory; the parent-death signal is set after that, because changing
/// credentials clears it (prctl(2)). Standard output and
/// error go to `log_fd` when it is >= 0. The child leads a process group of its own: a Ctrl-C in the
/// terminal reaches the parent alone, which then stops its children in the right order.
/// Returns the child's pid, or -1 with errno set.
static inline pid_t paylyt_spawn(const char *path, char *const arguments[], char *const environment[],
                                 uid_t user, gid_t group, int log_fd) {
  pid_t parent = getpid();
  pid_t pid = fork();
  if (pid != 0) return pid;
  setpgid(0, 0);
  if (user != 0 && (chdir("/") != 0 || setgroups(0, NULL) != 0 || setgid(group) != 0
                    || setuid(user) != 0)) _exit(126);
  prctl(PR_SET_PDEATHSIG, SIGINT);
  // A parent that died before the line above sends no signal.
  if (getppid() != parent) _exit(125);
  if (log_fd >= 0) { dup2(log_fd, 1); dup2(log_fd, 2); }
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  execve(path, arguments, environment);
  _exit(127);
}

/// One resolved address of the kernel's socket calls.
typedef struct { struct sockaddr_storage storage; socklen_t length; } paylyt_address;

/// getaddrinfo(3) for TCP: writes at most `maximum` addresses, returns how many, or -1 for an
/// unknown name. With `numeric` it never asks a name server; otherwise it blocks.
static inline int paylyt_resolve(const char *host, const char *port, int numeric,
                                 paylyt_address *addresses, int maximum) {
  struct addrinfo hints, *list = NULL;
  memset(&hints, 0, sizeof hints);
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_NUMERICSERV | (numeric ? AI_NUMERICHOST : 0);
  if (getaddrinfo(host, port, &hints, &list) != 0) return -1;
  int count = 0;
  for (struct addrinfo *entry = list; entry && count < maximum; entry = entry->ai_next) {
    if (entry->ai_addrlen > sizeof addresses[count].storage) continue;
    memcpy(&addresses[count].storage, entry->ai_addr, entry->ai_addrlen);
    addresses[count++].length = entry->ai_addrlen;
  }
  freeaddrinfo(list);
  return count;
}

/// Writes the address as `host` (numeric) and `port`; returns 0 or an EAI code.
static inline int paylyt_format_address(const paylyt_address *address, char *host, size_t host_size,
                                        char *port, size_t port_size) {
  return getnameinfo((const struct sockaddr *)&address->storage, address->length, host, host_size,
                     port, port_size, NI_NUMERICHOST | NI_NUMERICSERV);
}

/// The address of a unix socket; -1 when the path does not fit.
static inline int paylyt_unix_address(const char *path, paylyt_address *address) {
  struct sockaddr_un name;
  if (strlen(path) == 0 || strlen(path) >= sizeof name.sun_path) return -1;
  memset(&name, 0, sizeof name);
  name.sun_family = AF_UNIX;
  strcpy(name.sun_path, path);
  memcpy(&address->storage, &name, sizeof name);
  address->length = sizeof name;
  return 0;
}

/// bind(2) of a unix socket in place of one that nobody listens on any more.
static inline int paylyt_bind_unix(int fd, const paylyt_address *address) {
  const struct sockaddr *name = (const struct sockaddr *)&address->storage;
  if (bind(fd, name, address->length) == 0) return 0;
  if (errno != EADDRINUSE) return -1;
  int probe = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (probe < 0) return -1;
  int isStale = connect(probe, name, address->length) != 0 && errno == ECONNREFUSED;
  close(probe);
  if (!isStale) { errno = EADDRINUSE; return -1; }
  unlink(((const struct sockaddr_un *)&address->storage)->sun_path);
  return bind(fd, name, address->length);
}

/// socket(2), bind(2), listen(2): a non-blocking listener, or -1 with errno set. Further sockets may
/// listen on the same address with SO_REUSEPORT (socket(7)), and the kernel spreads the connections;
/// the first one sets it only when it listens, so that it is refused where anybody does already.
static inline int paylyt_listen(const paylyt_address *address, int backlog, int is_first) {
  int on = 1;
  int fd = socket(address->storage.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (fd < 0) return -1;
  if (address->storage.ss_family == AF_UNIX) {
    if (paylyt_bind_unix(fd, address) == 0 && listen(fd, backlog) == 0) return fd;
    int reason = errno;
    close(fd);
    errno = reason;
    return -1;
  }
  if (setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) != 0 ||
      (!is_first && setsockopt(fd, SOL_SOCKET, SO_REUSEPORT, &on, sizeof on) != 0) ||
      (address->storage.ss_family == AF_INET6 &&
       setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &on, sizeof on) != 0) ||
      bind(fd, (const struct sockaddr *)&address->storage, address->length) != 0 ||
      listen(fd, backlog) != 0 ||
      (is_first && setsockopt(fd, SOL_SOCKET, SO_REUSEPORT, &on, sizeof on) != 0)) {
    int reason = errno;
    close(fd);
    errno = reason;
    return -1;
  }
  return fd;
}

/// accept4(2): a non-blocking connection without Nagle's delay, or -1 with errno set.
static inline int paylyt_accept(int listener, paylyt_address *peer) {
  int on = 1;
  peer->length = sizeof peer->storage;
  int fd = accept4(listener, (struct sockaddr *)&peer->storage, &peer->length,
                   SOCK_NONBLOCK | SOCK_CLOEXEC);
  if (fd >= 0) setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  return fd;
}

/// socket(2), connect(2) without waiting: the descriptor, or -1 with errno set. Writable means
/// that the attempt has ended; `paylyt_socket_error` tells how.
static inline int paylyt_connect(const paylyt_address *address) {
  int on = 1;
  int fd = socket(address->storage.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (fd < 0) return -1;
  if (address->storage.ss_family != AF_UNIX) {
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  }
  if (connect(fd, (const struct sockaddr *)&address->storage, address->length) != 0 &&
      errno != EINPROGRESS) {
    int reason = errno;
    close(fd);
    errno = reason;
    return -1;
  }
  return fd;
}

/// The pending error of a socket (0 when there is none).
static inline int paylyt_socket_error(int fd) {
  int error = 0;
  socklen_t length = sizeof error;
  return getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &length) == 0 ? error : errno;
}

/// The address that a socket is bound to; 0, or -1 with errno set.
static inline int paylyt_local_address(int fd, paylyt_address *address) {
  address->length = sizeof address->storage;
  return getsockname(fd, (struct sockaddr *)&address->storage, &address->length);
}

/// The address at the other end of a connected socket; -1 with errno set.
static inline int paylyt_peer_address(int fd, paylyt_address *address) {
  address->length = sizeof address->storage;
  return getpeername(fd, (struct sockaddr *)&address->storage, &address->length);
}

/// Copies the numeric address (network order, at most 16 bytes) and returns its length; 0 when it is
/// of no such kind.
static inline int paylyt_address_bytes(const paylyt_address *address, uint8_t *bytes) {
  switch (address->storage.ss_family) {
    case AF_INET:
      memcpy(bytes, &((const struct sockaddr_in *)&address->storage)->sin_addr, 4);
      return 4;
    case AF_INET6:
      memcpy(bytes, &((const struct sockaddr_in6 *)&address->storage)->sin6_addr, 16);
      return 16;
    default: return 0;
  }
}

/// A descriptor that reports `signals` (at most 8) instead of their handlers, after blocking them
/// in the calling thread; -1 with errno set.
static inline int paylyt_signal_descriptor(const int *signals, int count) {
  sigset_t set;
  sigemptyset(&set);
  for (int i = 0; i < count; i++) sigaddset(&set, signals[i]);
  int code = pthread_sigmask(SIG_BLOCK, &set, NULL);
  if (code != 0) { errno = code; return -1; }
  return signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
}

/// The next pending signal of such a descriptor, or 0.
static inline int paylyt_next_signal(int fd) {
  struct signalfd_siginfo info;
  return read(fd, &info, sizeof info) == sizeof info ? (int)info.ssi_signo : 0;
}

/// Creates a file that must not exist, readable by its owner alone; open(2) is variadic.
static inline int paylyt_create_private(const char *path) {
  return open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
}
