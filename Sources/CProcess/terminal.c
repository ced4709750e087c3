#include "CProcess.h"
#include <errno.h>
#include <signal.h>
#include <termios.h>
#include <unistd.h>

// One terminal is hidden at a time: these hold what it was before.
static struct termios shown;
static volatile sig_atomic_t hidden_descriptor = -1;
static struct sigaction before_int, before_term, before_hup, before_quit, before_stop;

static void show_and_end(int number) {
    if (hidden_descriptor >= 0) tcsetattr(hidden_descriptor, TCSANOW, &shown);
    signal(number, SIG_DFL);
    raise(number);
}

int terminal_hide_typing(int descriptor) {
    if (tcgetattr(descriptor, &shown) != 0) return -1;
    struct sigaction action = {.sa_handler = show_and_end};
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    hidden_descriptor = descriptor;
    sigaction(SIGINT, &action, &before_int);
    sigaction(SIGTERM, &action, &before_term);
    sigaction(SIGHUP, &action, &before_hup);
    sigaction(SIGQUIT, &action, &before_quit);
    // Stopping would leave the shell's mode on when work goes on: what is typed would show.
    sigaction(SIGTSTP, &ignore, &before_stop);
    struct termios hidden = shown;
    hidden.c_lflag &= ~(tcflag_t)(ECHO | ECHOE | ECHOK);
    hidden.c_lflag |= ECHONL | ICANON;
    return tcsetattr(descriptor, TCSAFLUSH, &hidden);
}

void terminal_show_typing(int descriptor) {
    tcsetattr(descriptor, TCSANOW, &shown);
    hidden_descriptor = -1;
    sigaction(SIGINT, &before_int, 0);
    sigaction(SIGTERM, &before_term, 0);
    sigaction(SIGHUP, &before_hup, 0);
    sigaction(SIGQUIT, &before_quit, 0);
    sigaction(SIGTSTP, &before_stop, 0);
}

int terminal_read_byte(int descriptor) {
    unsigned char byte;
    ssize_t count;
    do count = read(descriptor, &byte, 1); while (count < 0 && errno == EINTR);
    return count == 1 ? byte : count == 0 ? TERMINAL_END : TERMINAL_FAILED;
}
