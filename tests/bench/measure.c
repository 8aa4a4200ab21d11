/*
 * measure screen RUNS [COMMAND]...
 * measure whole RUNS [COMMAND]...
 * measure work RUNS [COMMAND]...
 * measure keys KEYS CHARACTERS COMMAND
 * The first three run the commands by turns, RUNS times each, so that a load on the machine
 * hits them alike, and prints for each the median in milliseconds, a line
 * each; "-" where it did not do its part.  A command is `-- WORD...`.
 *
 * screen: on a terminal of 80x24, from the fork to the output that completes
 * the first screen: the words that end it, given as `@WORDS` before the
 * command's, or without them the last output before QUIET_MS of silence.
 * whole: from the fork to the end, output to a file in memory (to /dev/null
 * grep would stop at the first match).
 * work: the same in time of the processor, so that others hardly count.
 * keys: on such a terminal, when all is quiet, the KEYS; then for each of the
 * CHARACTERS from that key to an output with RUN_LEN of it in a row, after
 * which backspace takes it away.  Prints the median, the 99th percentile and
 * the worst in milliseconds.
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
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include "tests/bench/timing.h"

#define COMMANDS_MAX 8
#define RUNS_MAX 1000
#define QUIET_MS 150
#define GIVE_UP_MS 20000
#define OUTPUT_MAX (1 << 20)
#define READ_MS 3000		/* of silence when a document is read */
#define RUN_LEN 8		/* of a character, in what a key shows */
#define ROUNDS 8

typedef struct Command {
	const char *until;	/* NULL: silence */
	char **words;
	double ms[RUNS_MAX];
	bool failed;
} Command;

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
	double last = -1, started = timing_wall_ms();
	size_t len = 0;

	while (output && len < OUTPUT_MAX && timing_wall_ms() - started < GIVE_UP_MS) {
		bool waits = command->until || last < 0;
		int ready = poll(&poller, 1, waits ? GIVE_UP_MS : QUIET_MS);
		ssize_t n;

		if (ready <= 0)
			break;
		n = read(fd, output + len, OUTPUT_MAX - len);
		last = timing_wall_ms();
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
	double start = timing_wall_ms(), end;
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

static double
work_ms(const struct rusage *usage)
{
	const struct timeval *user = &usage->ru_utime;
	const struct timeval *system = &usage->ru_stime;

	return (double)(user->tv_sec + system->tv_sec) * 1e3 +
	       (double)(user->tv_usec + system->tv_usec) / 1e3;
}

/* `is_work`: of the processor. */
static void
run_to_end(Command *command, int run, bool is_work)
{
	double start = timing_wall_ms();
	pid_t pid = fork();
	struct rusage usage;
	int status;

	if (pid == 0) {
		dup2(open("/dev/null", O_RDWR), STDIN_FILENO);
		dup2(memfd_create("output", 0), STDOUT_FILENO);
		execvp(command->words[0], command->words);
		_exit(127);
	}
	wait4(pid, &status, 0, &usage);
	command->ms[run] = is_work ? work_ms(&usage) : timing_wall_ms() - start;
	/* 1: nothing matched. */
	if (!WIFEXITED(status) || WEXITSTATUS(status) > 1)
		command->failed = true;
}

static void
print_median(Command *command, int runs)
{
	timing_sort(command->ms, (size_t)runs);
	if (command->failed)
		puts("-");
	else
		printf("%.2f\n", command->ms[runs / 2]);
}

/* Reads what is written until nothing comes for so long. */
static void
await_silence(int fd, int quiet_ms)
{
	struct pollfd poller = { fd, POLLIN, 0 };
	char output[4096];

	while (poll(&poller, 1, quiet_ms) > 0 &&
	       read(fd, output, sizeof(output)) > 0)
		;
}

/* The bytes of a character in UTF-8. */
static size_t
character_len(const char *text)
{
	size_t len = 1;

	while (((unsigned char)text[len] & 0xC0) == 0x80)
		len++;
	return len;
}

static void
type(int fd, const char *keys, size_t len)
{
	if (write(fd, keys, len) != (ssize_t)len)
		perror("measure: no key");
}

/* From the key to what it shows, or -1. */
static double
time_key(int fd, const char *key, size_t len)
{
	char run[RUN_LEN * 4 + 1] = "";
	const Command command = { .until = run };
	double start, end;

	for (size_t i = 0; i < RUN_LEN && len <= 4; i++)
		memcpy(run + i * len, key, len);
	start = timing_wall_ms();
	type(fd, key, len);
	end = watch(&command, fd);
	await_silence(fd, QUIET_MS);
	type(fd, "\x7f", 1);
	await_silence(fd, QUIET_MS);
	return end < 0 ? -1 : end - start;
}

/* Times each of the characters, and returns how many they are. */
static int
time_keys(int fd, const char *characters, double *ms)
{
	int n = 0;

	for (int round = 0; round < ROUNDS; round++) {
		const char *c = characters;

		for (; *c != '\0' && n < RUNS_MAX; c += character_len(c))
			ms[n++] = time_key(fd, c, character_len(c));
	}
	return n;
}

static int
run_keys(Command *command, const char *keys, const char *characters)
{
	int fd = open_terminal(), n;
	const char *terminal = ptsname(fd);
	double *ms = command->ms;
	pid_t pid = fork();

	if (pid == 0)
		become(command, terminal);
	await_silence(fd, READ_MS);
	type(fd, keys, strlen(keys));
	await_silence(fd, READ_MS);
	n = time_keys(fd, characters, ms);
	kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
	close(fd);
	timing_sort(ms, (size_t)n);
	if (n == 0 || ms[0] < 0)
		puts("-");
	else
		printf("%.2f %.2f %.2f\n", ms[n / 2],
		       ms[(n * 99 + 99) / 100 - 1], ms[n - 1]);
	return EXIT_SUCCESS;
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
		"usage: measure screen|whole|work RUNS -- [@WORDS] COMMAND...\n"
		"       measure keys KEYS CHARACTERS COMMAND...\n";
	Command *commands = calloc(COMMANDS_MAX, sizeof(*commands));
	const char *mode = argc > 1 ? argv[1] : "";
	bool is_work = strcmp(mode, "work") == 0;
	int runs = argc > 3 ? atoi(argv[2]) : 0;
	int n;

	if (commands && argc > 4 && strcmp(mode, "keys") == 0) {
		commands[0].words = argv + 4;
		return run_keys(&commands[0], argv[2], argv[3]);
	}
	if (!commands || runs < 1 || runs > RUNS_MAX) {
		fputs(usage, stderr);
		return EXIT_FAILURE;
	}
	n = read_commands(argv + 3, commands);
	/* The first time is for the caches. */
	for (int run = -1; run < runs; run++)
		for (int i = 0; i < n; i++)
			if (strcmp(mode, "screen") == 0)
				run_screen(&commands[i], run < 0 ? 0 : run);
			else
				run_to_end(&commands[i], run < 0 ? 0 : run,
					   is_work);
	for (int i = 0; i < n; i++)
		print_median(&commands[i], runs);
	free(commands);
	return EXIT_SUCCESS;
}
