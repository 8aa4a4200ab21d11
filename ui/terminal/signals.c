#include "ui/terminal/signals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/items.h"
#include "base/mem.h"
#include "text/mapping.h"

#define STACK_BYTES 65536	/* of the handlers, should the stack be full */

typedef struct Handled {
	int sig;
	bool fatal;
	struct sigaction before;
} Handled;

/* What handlers may touch; the one mutable state of the terminal. */
static struct {
	int pipe[2];
	int restore_fd;			/* -1: nothing to restore */
	size_t n_bytes;
	char bytes[SIGNALS_RESTORE_MAX];
	struct termios modes;
	_Alignas(max_align_t) char stack[STACK_BYTES];
} state = { .pipe = { -1, -1 }, .restore_fd = -1 };

static Handled handled[] = {
	{ .sig = SIGWINCH },
	{ .sig = SIGTSTP },
	{ .sig = SIGCONT },
	{ .sig = SIGINT },
	{ .sig = SIGTERM },
	{ .sig = SIGHUP },
	{ .sig = SIGSEGV, .fatal = true },
	{ .sig = SIGBUS, .fatal = true },
	{ .sig = SIGABRT, .fatal = true },
	{ .sig = SIGFPE, .fatal = true },
	{ .sig = SIGILL, .fatal = true },
	{ .sig = SIGQUIT, .fatal = true },
};

#define N_HANDLED N_ITEMS(handled)

static void
on_signal(int sig)
{
	int saved = errno;
	char byte = (char)sig;

	/* A full pipe already says that something came. */
	(void)!write(state.pipe[1], &byte, 1);
	errno = saved;
}

/* Gives `sig` back to whoever had it before. */
static void
uncatch(int sig)
{
	for (size_t i = 0; i < N_HANDLED; i++)
		if (handled[i].sig == sig)
			sigaction(sig, &handled[i].before, NULL);
}

/*
 * The handler of before acts on the fault itself, which happens again when
 * this one returns; a signal that was sent is sent once more.
 */
static void
on_fatal(int sig, siginfo_t *info, void *context)
{
	(void)context;
	if (sig == SIGBUS && info->si_code > 0
	    && mapping_repair(info->si_addr))
		return;
	signals_restore();
	uncatch(sig);
	if (info->si_code <= 0 || sig == SIGABRT || sig == SIGQUIT)
		raise(sig);
}

static void
catch_one(Handled *one)
{
	struct sigaction action = { .sa_flags = SA_RESTART };

	sigemptyset(&action.sa_mask);
	if (one->fatal) {
		action.sa_sigaction = on_fatal;
		action.sa_flags = SA_SIGINFO | SA_ONSTACK;
	} else {
		action.sa_handler = on_signal;
	}
	sigaction(one->sig, &action, &one->before);
}

static void
set_stack(void)
{
	stack_t stack = { .ss_sp = state.stack, .ss_size = STACK_BYTES };

	sigaltstack(&stack, NULL);
}

Status
signals_open(Err *err)
{
	if (pipe(state.pipe) < 0)
		return err_set(err, _("cannot make a pipe: %s"),
			       strerror(errno));
	for (int i = 0; i < 2; i++) {
		fcntl(state.pipe[i], F_SETFL, O_NONBLOCK);
		fcntl(state.pipe[i], F_SETFD, FD_CLOEXEC);
	}
	set_stack();
	for (size_t i = 0; i < N_HANDLED; i++)
		catch_one(&handled[i]);
	mem_set_exhausted_hook(signals_restore);
	return STATUS_OK;
}

void
signals_close(void)
{
	mem_set_exhausted_hook(NULL);
	for (size_t i = 0; i < N_HANDLED; i++)
		uncatch(handled[i].sig);
	for (int i = 0; i < 2; i++) {
		close(state.pipe[i]);
		state.pipe[i] = -1;
	}
}

int
signals_fd(void)
{
	return state.pipe[0];
}

int
signals_next(void)
{
	char byte;

	return read(state.pipe[0], &byte, 1) == 1 ? byte : 0;
}

void
signals_set_restore(int fd, Slice bytes, const struct termios *modes)
{
	size_t n = bytes.len < SIGNALS_RESTORE_MAX ? bytes.len
						   : SIGNALS_RESTORE_MAX;

	signals_clear_restore();
	if (n)
		memcpy(state.bytes, bytes.ptr, n);
	state.n_bytes = n;
	state.modes = *modes;
	state.restore_fd = fd;
}

void
signals_clear_restore(void)
{
	state.restore_fd = -1;
}

void
signals_restore(void)
{
	int fd = state.restore_fd;

	if (fd < 0)
		return;
	(void)!write(fd, state.bytes, state.n_bytes);
	tcsetattr(fd, TCSANOW, &state.modes);
	state.restore_fd = -1;
}

/* Delivers `sig`, whose handler is the one of before, at once. */
static void
deliver(int sig, bool group)
{
	sigset_t set;

	kill(group ? 0 : getpid(), sig);
	sigemptyset(&set);
	sigaddset(&set, sig);
	sigprocmask(SIG_UNBLOCK, &set, NULL);
}

void
signals_die(int sig)
{
	uncatch(sig);
	deliver(sig, false);
}

void
signals_stop(bool group)
{
	uncatch(SIGTSTP);
	deliver(SIGTSTP, group);
	for (size_t i = 0; i < N_HANDLED; i++)
		if (handled[i].sig == SIGTSTP)
			catch_one(&handled[i]);
}
