#include "terminal/job.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/items.h"

#define EXIT_NO_PROGRAM 127

/* The settings of the person who runs the test are not the test's. */
static void
set_environment(const char *const *env)
{
	static const char *const personal[] = {
		"COLUMNS", "LINES", "NO_COLOR", "LANGUAGE", "LANG", "LC_CTYPE",
		"LC_MESSAGES", "FANGTAN_SECURE", "XDG_CONFIG_HOME",
		"XDG_STATE_HOME", "XDG_DATA_HOME", "VISUAL", "EDITOR",
		"TMUX",
	};

	for (size_t i = 0; i < N_ITEMS(personal); i++)
		unsetenv(personal[i]);
	setenv("TERM", "xterm-256color", 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	for (; env && *env; env++) {
		char *name = strdup(*env);
		char *equals = strchr(name, '=');

		if (equals) {
			*equals = '\0';
			setenv(name, equals + 1, 1);
		} else {
			unsetenv(name);
		}
		free(name);
	}
}

static void
open_as(const char *path, int flags, int fd)
{
	int opened = open(path, flags, 0600);

	if (opened < 0)
		_exit(EXIT_NO_PROGRAM);
	dup2(opened, fd);
	close(opened);
}

/* In the process of the program. */
static void
run_program(const HarnessStart *start, int input)
{
	sigset_t none;

	setpgid(0, 0);
	tcsetpgrp(STDOUT_FILENO, getpid());
	signal(SIGTTOU, SIG_DFL);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	if (input >= 0)
		dup2(input, STDIN_FILENO);
	if (start->errors)
		open_as(start->errors, O_WRONLY | O_CREAT | O_TRUNC,
			STDERR_FILENO);
	if (start->user && (setgid((gid_t)start->user) < 0
			    || setuid(start->user) < 0))
		_exit(EXIT_NO_PROGRAM);
	set_environment(start->env);
	execv(start->argv[0], (char *const *)start->argv);
	_exit(EXIT_NO_PROGRAM);
}

static void
report(JobReport what, int value)
{
	char text[JOB_REPORT_MAX];
	int len = snprintf(text, sizeof(text), JOB_REPORT "%c%d\033\\",
			   (char)what, value);

	(void)!write(STDOUT_FILENO, text, (size_t)len);
}

/* In the process of the shell: never returns. */
static void
run_shell(const HarnessStart *start, int input)
{
	int status;
	pid_t pid;

	signal(SIGTTOU, SIG_IGN);
	signal(SIGHUP, SIG_DFL);
	pid = fork();
	if (pid == 0)
		run_program(start, input);
	setpgid(pid, pid);
	tcsetpgrp(STDOUT_FILENO, pid);
	if (input >= 0)
		close(input);
	report(JOB_STARTED, (int)pid);
	while (waitpid(pid, &status, WUNTRACED) == pid) {
		if (WIFSTOPPED(status)) {
			report(JOB_STOPPED, WSTOPSIG(status));
			continue;
		}
		report(JOB_ENDED, status);
		break;
	}
	for (;;)
		pause();
}

/* In the process of the shell: makes the terminal its own. */
static void
take_terminal(const char *path)
{
	int fd;

	setsid();
	fd = open(path, O_RDWR);
	if (fd < 0)
		_exit(EXIT_NO_PROGRAM);
#ifdef TIOCSCTTY
	ioctl(fd, TIOCSCTTY, 0);
#endif
	for (int i = STDIN_FILENO; i <= STDERR_FILENO; i++)
		dup2(fd, i);
	if (fd > STDERR_FILENO)
		close(fd);
}

static void
open_terminal(Job *job)
{
	job->fd = posix_openpt(O_RDWR | O_NOCTTY);
	if (job->fd < 0 || grantpt(job->fd) < 0 || unlockpt(job->fd) < 0)
		fail_msg("no pseudo-terminal: %s", strerror(errno));
	fcntl(job->fd, F_SETFD, FD_CLOEXEC);
	fcntl(job->fd, F_SETFL, O_NONBLOCK);
}

void
job_start(Job *job, const HarnessStart *start)
{
	int ends[2] = { -1, -1 };
	char path[256];
	int slave;

	open_terminal(job);
	snprintf(path, sizeof(path), "%s", ptsname(job->fd));
	slave = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC);
	assert_true(slave >= 0);
	tcgetattr(slave, &job->modes);
	job_resize(job, start->cols, start->rows);
	if (start->piped && pipe(ends) < 0)
		fail_msg("no pipe: %s", strerror(errno));
	if (start->piped)
		fcntl(ends[0], F_SETFD, FD_CLOEXEC);
	fflush(NULL);
	job->shell = fork();
	if (job->shell == 0) {
		close(job->fd);
		if (start->piped)
			close(ends[1]);
		take_terminal(path);
		run_shell(start, ends[0]);
	}
	assert_true(job->shell > 0);
	close(slave);
	if (start->piped)
		close(ends[0]);
	job->pipe = ends[1];
	if (job->pipe >= 0)
		fcntl(job->pipe, F_SETFD, FD_CLOEXEC);
}

void
job_done(Job *job)
{
	if (job->pipe >= 0)
		close(job->pipe);
	close(job->fd);
	kill(job->shell, SIGKILL);
	waitpid(job->shell, NULL, 0);
}

void
job_resize(Job *job, int cols, int rows)
{
	struct winsize size = { .ws_row = (unsigned short)rows,
				.ws_col = (unsigned short)cols };

	ioctl(job->fd, TIOCSWINSZ, &size);
}
