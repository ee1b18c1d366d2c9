/* Loaded before the C library (LD_PRELOAD): a disk that fails, or a process that dies, at a write.

   The FAULT_AT-th call that changes a file with FAULT_FILE in its path fails with the number
   FAULT_ERRNO, and each such call after it, but an I/O error comes only once. With 0 the process
   writes half of what it was asked to and is killed. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static long calls;

static int number(void) { return atoi(getenv("FAULT_ERRNO")); }

static int concerns(int file) {
  char link[64], path[4096];
  const char *name = getenv("FAULT_FILE");
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (name == NULL || length < 0) return 0;
  path[length] = 0;
  if (strstr(path, name) == NULL) return 0;
  calls++;
  long at = atol(getenv("FAULT_AT"));
  return number() == EIO ? calls == at : calls >= at;
}

static int fails(void) {
  if (number() == 0) kill(getpid(), SIGKILL);
  errno = number();
  return -1;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

#define WRITES_AT(name, offset_type)                                             \
  ssize_t name(int file, const void *from, size_t length, offset_type offset) {  \
    if (!concerns(file)) return REAL(name)(file, from, length, offset);          \
    if (number() == 0) REAL(name)(file, from, length / 2, offset);               \
    return fails();                                                              \
  }

#define SETTLES(name) \
  int name(int file) { return concerns(file) ? fails() : REAL(name)(file); }

#define CUTS(name, offset_type)                   \
  int name(int file, offset_type length) {        \
    return concerns(file) ? fails() : REAL(name)(file, length); \
  }

WRITES_AT(pwrite, off_t)
WRITES_AT(pwrite64, off64_t)
SETTLES(fsync)
SETTLES(fdatasync)
CUTS(ftruncate, off_t)
CUTS(ftruncate64, off64_t)

ssize_t write(int file, const void *from, size_t length) {
  if (!concerns(file)) return REAL(write)(file, from, length);
  if (number() == 0) REAL(write)(file, from, length / 2);
  return fails();
}
