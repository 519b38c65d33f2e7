#define _GNU_SOURCE
#include "silent_names.h"

#include <dlfcn.h>
#include <netdb.h>
#include <pthread.h>
#include <string.h>
#include <time.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t answered = PTHREAD_COND_INITIALIZER;
static int under_way, answers;

int silent_names_under_way(void) {
  pthread_mutex_lock(&lock);
  int count = under_way;
  pthread_mutex_unlock(&lock);
  return count;
}

void silent_names_answer(void) {
  pthread_mutex_lock(&lock);
  answers++;
  pthread_cond_broadcast(&answered);
  pthread_mutex_unlock(&lock);
}

static void wait_for_answer(void) {
  struct timespec end;
  clock_gettime(CLOCK_REALTIME, &end);
  end.tv_sec += 10;
  pthread_mutex_lock(&lock);
  under_way++;
  int seen = answers;
  while (answers == seen && pthread_cond_timedwait(&answered, &lock, &end) == 0) continue;
  under_way--;
  pthread_mutex_unlock(&lock);
}

/// Takes the place of the C library's for every library of the test program.
int getaddrinfo(const char *node, const char *service, const struct addrinfo *hints,
                struct addrinfo **found) {
  static const char silent[] = ".silent.test";
  size_t length = node ? strlen(node) : 0;
  if (length >= strlen(silent) && strcmp(node + length - strlen(silent), silent) == 0) {
    wait_for_answer();
    return EAI_AGAIN;
  }
  int (*real)(const char *, const char *, const struct addrinfo *, struct addrinfo **) =
      dlsym(RTLD_NEXT, "getaddrinfo");
  return real(node, service, hints, found);
}
