// What the Glibc overlay of the toolchain leaves out: epoll, eventfd, accept4, thread ids, and a
// fork that drops privileges. `_GNU_SOURCE` must not be defined here: it changes `fd_set` and then
// conflicts with the overlay's own view of it, so the few GNU names are declared by hand.
#pragma once
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <pwd.h>
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
#include <time.h>
#include <unistd.h>

extern int accept4(int fd, struct sockaddr *address, socklen_t *length, int flags);
extern long syscall(long number, ...);

/// The kernel's id of the calling thread. Unlike `pthread_self` it is not declared `const`, so the
/// optimiser does not fold it across a suspension point.
static inline int32_t paylyt_thread_id(void) { return (int32_t)syscall(SYS_gettid); }

static inline int paylyt_errno(void) { return errno; }

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
/// When `user` is not 0 the child gives up root for `user`/`group` first; the parent-death signal
/// is set after that, because changing credentials clears it (prctl(2)). Standard output and
/// error go to `log_fd` when it is >= 0. The child leads a process group of its own: a Ctrl-C in the
/// terminal reaches the parent alone, which then stops its children in the right order.
/// Returns the child's pid, or -1 with errno set.
static inline pid_t paylyt_spawn(const char *path, char *const arguments[], char *const environment[],
                                 uid_t user, gid_t group, int log_fd) {
  pid_t parent = getpid();
  pid_t pid = fork();
  if (pid != 0) return pid;
  setpgid(0, 0);
  if (user != 0 && (setgroups(0, NULL) != 0 || setgid(group) != 0 || setuid(user) != 0)) _exit(126);
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
