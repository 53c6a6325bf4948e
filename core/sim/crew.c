// A pool of threads that take the next piece of the current job.
#include "sim/crew.h"

#include "mem.h"

#include <pthread.h>
#include <stdatomic.h>

struct crew {
	int threads, started;
	pthread_t *thread;
	pthread_mutex_t lock;
	pthread_cond_t work, done;
	unsigned job;        // number of the current job; a change wakes the threads
	int busy;            // threads still at it
	int quit;
	void (*piece)(void *context, int i);
	void *context;
	int count;
	atomic_int next;
};

static void take_pieces(struct crew *crew)
{
	for (int i; (i = atomic_fetch_add(&crew->next, 1)) < crew->count;)
		crew->piece(crew->context, i);
}

static void *live(void *arg)
{
	struct crew *crew = arg;
	unsigned seen = 0;
	pthread_mutex_lock(&crew->lock);
	for (;;) {
		while (crew->job == seen && !crew->quit)
			pthread_cond_wait(&crew->work, &crew->lock);
		if (crew->quit)
			break;
		seen = crew->job;
		pthread_mutex_unlock(&crew->lock);
		take_pieces(crew);
		pthread_mutex_lock(&crew->lock);
		if (--crew->busy == 0)
			pthread_cond_signal(&crew->done);
	}
	pthread_mutex_unlock(&crew->lock);
	return NULL;
}

struct crew *crew_create(int threads, struct err *err)
{
	must(threads >= 1);
	struct crew *crew = mem_new(1, sizeof *crew);
	if (!crew) {
		err_memory(err);
		return NULL;
	}
	crew->threads = threads;
	pthread_mutex_init(&crew->lock, NULL);
	pthread_cond_init(&crew->work, NULL);
	pthread_cond_init(&crew->done, NULL);
	crew->thread = mem_new((size_t)threads, sizeof *crew->thread);
	bool ok = crew->thread != NULL;
	for (; ok && crew->started < threads - 1; crew->started++)
		if (pthread_create(&crew->thread[crew->started], NULL, live, crew) != 0)
			break;  // fewer threads give the same bits, only later
	if (!ok) {
		err_memory(err);
		crew_destroy(crew);
		return NULL;
	}
	return crew;
}

void crew_destroy(struct crew *crew)
{
	if (!crew)
		return;
	pthread_mutex_lock(&crew->lock);
	crew->quit = 1;
	pthread_cond_broadcast(&crew->work);
	pthread_mutex_unlock(&crew->lock);
	for (int i = 0; i < crew->started; i++)
		pthread_join(crew->thread[i], NULL);
	pthread_cond_destroy(&crew->work);
	pthread_cond_destroy(&crew->done);
	pthread_mutex_destroy(&crew->lock);
	mem_free(crew->thread);
	mem_free(crew);
}

int crew_threads(const struct crew *crew)
{
	return crew->threads;
}

void crew_run(struct crew *crew, void (*piece)(void *context, int i), void *context, int count)
{
	if (crew->started == 0 || count < 2) {
		for (int i = 0; i < count; i++)
			piece(context, i);
		return;
	}
	pthread_mutex_lock(&crew->lock);
	crew->piece = piece;
	crew->context = context;
	crew->count = count;
	atomic_store(&crew->next, 0);
	crew->busy = crew->started;
	crew->job++;
	pthread_cond_broadcast(&crew->work);
	pthread_mutex_unlock(&crew->lock);
	take_pieces(crew);
	pthread_mutex_lock(&crew->lock);
	while (crew->busy > 0)
		pthread_cond_wait(&crew->done, &crew->lock);
	pthread_mutex_unlock(&crew->lock);
}
