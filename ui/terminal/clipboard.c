#include "ui/terminal/clipboard.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/vec.h"

#define TMUX_US 1000000		/* that tmux may take */
#define OSC_52 "\033]52;c;"
#define OSC_END "\a"

/* RFC 4648, with padding; appended to `out`. */
static void
append_base64(Slice text, Buf *out)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				     "abcdefghijklmnopqrstuvwxyz"
				     "0123456789+/";

	for (size_t i = 0; i < text.len; i += 3) {
		size_t n = text.len - i < 3 ? text.len - i : 3;
		uint32_t bits = 0;

		for (size_t j = 0; j < 3; j++)
			bits = bits << 8
				| (j < n ? (unsigned char)text.ptr[i + j] : 0u);
		for (size_t j = 0; j < 4; j++)
			buf_append_char(out, j <= n
					? digits[bits >> (18 - 6 * j) & 0x3F]
					: '=');
	}
}

static ClipboardResult
send_to_terminal(Slice text)
{
	Buf bytes;

	if (text.len > CLIPBOARD_TERMINAL_MAX)
		return CLIPBOARD_TOO_LONG;
	buf_init(&bytes, 2 * CLIPBOARD_TERMINAL_MAX);
	buf_append(&bytes, SLICE(OSC_52));
	append_base64(text, &bytes);
	buf_append(&bytes, SLICE(OSC_END));
	fwrite(bytes.ptr, 1, bytes.len, stdout);
	fflush(stdout);
	buf_done(&bytes);
	return CLIPBOARD_SENT;
}

/* Becomes tmux, with the socket for all that it reads and writes. */
static void
become_tmux(int fd)
{
	for (int i = STDIN_FILENO; i <= STDERR_FILENO; i++)
		dup2(fd, i);
	if (fd > STDERR_FILENO)
		close(fd);
	execlp("tmux", "tmux", "load-buffer", "-w", "-", (char *)NULL);
	_exit(127);
}

/* Waits for something to do at the socket; false where the time is over. */
static bool
wait_for(int fd, short events, uint64_t end_us)
{
	struct pollfd poller = { fd, events, 0 };
	uint64_t now_us = clock_now_us(clock_system());
	int n;

	if (now_us >= end_us)
		return false;
	n = poll(&poller, 1, (int)((end_us - now_us) / CLOCK_US_PER_MS) + 1);
	return n > 0 || (n < 0 && errno == EINTR);
}

/* Writes all of it; what tmux does not take is told by its exit status. */
static void
write_all(int fd, Slice text, uint64_t end_us)
{
	while (text.len && wait_for(fd, POLLOUT, end_us)) {
		ssize_t n = send(fd, text.ptr, text.len,
				 MSG_NOSIGNAL | MSG_DONTWAIT);

		if (n < 0 && errno != EINTR && errno != EAGAIN)
			break;
		text = slice_sub(text, n > 0 ? (size_t)n : 0, SIZE_MAX);
	}
	shutdown(fd, SHUT_WR);
}

/* Reads what it says until it has closed the socket; false: out of time. */
static bool
read_to_end(int fd, uint64_t end_us)
{
	char bytes[256];
	ssize_t n;

	while (wait_for(fd, POLLIN, end_us)) {
		n = recv(fd, bytes, sizeof(bytes), MSG_DONTWAIT);
		if (n == 0 || (n < 0 && errno != EINTR && errno != EAGAIN))
			return true;
	}
	return false;
}

static bool
feed_tmux(pid_t pid, int fd, Slice text)
{
	uint64_t end_us = clock_now_us(clock_system()) + TMUX_US;
	int status;

	write_all(fd, text, end_us);
	if (!read_to_end(fd, end_us))
		kill(pid, SIGKILL);
	while (waitpid(pid, &status, 0) < 0)
		if (errno != EINTR)
			return false;
	return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static bool
give_to_tmux(Slice text)
{
	bool done = false;
	int fds[2];
	pid_t pid;

	if (socketpair(AF_UNIX, SOCK_STREAM, 0, fds) < 0)
		return false;
	pid = fork();
	if (pid == 0) {
		close(fds[0]);
		become_tmux(fds[1]);
	}
	close(fds[1]);
	if (pid > 0)
		done = feed_tmux(pid, fds[0], text);
	close(fds[0]);
	return done;
}

ClipboardResult
clipboard_copy(Slice text)
{
	const char *tmux = getenv("TMUX");

	if (tmux && *tmux && give_to_tmux(text))
		return CLIPBOARD_COPIED;
	return send_to_terminal(text);
}
