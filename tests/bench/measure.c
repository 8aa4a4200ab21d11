/*
 * measure screen RUNS [COMMAND]...
 * measure whole RUNS [COMMAND]...
 * Runs the commands by turns, RUNS times each, so that a load on the machine
 * hits them alike, and prints for each the median in milliseconds, a line
 * each; "-" where it did not do its part.  A command is `-- WORD...`.
 *
 * screen: on a terminal of 80x24, from the fork to the output that completes
 * the first screen: the words that end it, given as `@WORDS` before the
 * command's, or without them the last output before QUIET_MS of silence.
 * whole: from the fork to the end, output to a file in memory (to /dev/null
 * grep would stop at the first match).
 */
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#define COMMANDS_MAX 8
#define RUNS_MAX 1000
#define QUIET_MS 150
#define GIVE_UP_MS 20000
#define OUTPUT_MAX (1 << 20)

typedef struct Command {
	const char *until;	/* NULL: silence */
	char **words;
	double ms[RUNS_MAX];
	bool failed;
} Command;

static double
now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* In the child: the terminal becomes its own, then the command it. */
static void
become(const Command *command, const char *terminal)
{
	int fd;

	setsid();
	fd = open(terminal, O_RDWR);
	if (fd < 0)
		_exit(127);
	ioctl(fd, TIOCSCTTY, 0);
	for (int i = 0; i < 3; i++)
		dup2(fd, i);
	if (fd > 2)
		close(fd);
	execvp(command->words[0], command->words);
	_exit(127);
}

static int
open_terminal(void)
{
	struct winsize size = { .ws_row = 24, .ws_col = 80 };
	int fd = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);

	if (fd < 0 || grantpt(fd) < 0 || unlockpt(fd) < 0) {
		perror("measure: no terminal");
		exit(EXIT_FAILURE);
	}
	ioctl(fd, TIOCSWINSZ, &size);
	return fd;
}

/* When the screen was complete, or -1. */
static double
watch(const Command *command, int fd)
{
	static const char nothing[] = "";
	char *output = malloc(OUTPUT_MAX + 1);
	struct pollfd poller = { fd, POLLIN, 0 };
	const char *until = command->until ? command->until : nothing;
	double last = -1, started = now_ms();
	size_t len = 0;

	while (output && len < OUTPUT_MAX && now_ms() - started < GIVE_UP_MS) {
		bool waits = command->until || last < 0;
		int ready = poll(&poller, 1, waits ? GIVE_UP_MS : QUIET_MS);
		ssize_t n;

		if (ready <= 0)
			break;
		n = read(fd, output + len, OUTPUT_MAX - len);
		last = now_ms();
		if (n <= 0) {
			last = -1;
			break;
		}
		output[len + (size_t)n] = '\0';
		/* The words may have come in two parts. */
		if (command->until &&
		    memmem(output, len + (size_t)n, until, strlen(until)))
			break;
		len += (size_t)n;
	}
	free(output);
	return last;
}

static void
run_screen(Command *command, int run)
{
	int fd = open_terminal();
	const char *terminal = ptsname(fd);
	double start = now_ms(), end;
	pid_t pid = fork();

	if (pid == 0)
		become(command, terminal);
	end = watch(command, fd);
	kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
	close(fd);
	command->ms[run] = end - start;
	command->failed = command->failed || end < 0;
}

static void
run_whole(Command *command, int run)
{
	double start = now_ms();
	pid_t pid = fork();
	int status;

	if (pid == 0) {
		dup2(open("/dev/null", O_RDWR), STDIN_FILENO);
		dup2(memfd_create("output", 0), STDOUT_FILENO);
		execvp(command->words[0], command->words);
		_exit(127);
	}
	waitpid(pid, &status, 0);
	command->ms[run] = now_ms() - start;
	/* 1: nothing matched. */
	if (!WIFEXITED(status) || WEXITSTATUS(status) > 1)
		command->failed = true;
}

static int
compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static void
print_median(Command *command, int runs)
{
	qsort(command->ms, (size_t)runs, sizeof(command->ms[0]), compare);
	if (command->failed)
		puts("-");
	else
		printf("%.2f\n", command->ms[runs / 2]);
}

/* Cuts the arguments at each "--"; returns the number of commands. */
static int
read_commands(char **argv, Command *commands)
{
	int n = 0;

	for (; *argv != NULL; argv++) {
		if (strcmp(*argv, "--") != 0)
			continue;
		*argv = NULL;
		if (n == COMMANDS_MAX || argv[1] == NULL)
			break;
		if (argv[1][0] == '@')
			commands[n].until = *++argv + 1;
		commands[n++].words = argv + 1;
	}
	return n;
}

int
main(int argc, char **argv)
{
	static const char usage[] =
		"usage: measure screen|whole RUNS -- [@WORDS] COMMAND...\n";
	Command *commands = calloc(COMMANDS_MAX, sizeof(*commands));
	bool screen = argc > 1 && strcmp(argv[1], "screen") == 0;
	int runs = argc > 3 ? atoi(argv[2]) : 0;
	int n;

	if (!commands || runs < 1 || runs > RUNS_MAX) {
		fputs(usage, stderr);
		return EXIT_FAILURE;
	}
	n = read_commands(argv + 3, commands);
	/* The first time is for the caches. */
	for (int run = -1; run < runs; run++)
		for (int i = 0; i < n; i++)
			(screen ? run_screen : run_whole)(
				&commands[i], run < 0 ? 0 : run);
	for (int i = 0; i < n; i++)
		print_median(&commands[i], runs);
	free(commands);
	return EXIT_SUCCESS;
}
