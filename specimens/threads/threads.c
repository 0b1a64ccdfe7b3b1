/* Starts one thread and waits for it. */
#include <pthread.h>

static void *run(void *argument) { return argument; }

int main(void) {
	pthread_t thread;
	if (pthread_create(&thread, 0, run, 0) != 0) return 1;
	return pthread_join(thread, 0);
}
