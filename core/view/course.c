// One job at a time goes to the thread: make the sim, live a week, go back. Between jobs the sim is the
// caller's, so that nothing but the job's number, its end and the stop sign is shared.
#include "view/course.h"

#include "mem.h"
#include "sim/state.h"

#include <pthread.h>
#include <stdatomic.h>
#include <string.h>
#include <time.h>

enum { SAVES_BYTES_MAX = 512 << 20 };
enum job { JOB_NONE, JOB_MAKE, JOB_WEEK, JOB_BACK, JOB_QUIT };

struct save {
	int week;            // −1: free
	struct bytes bytes;
};

struct course {
	struct course_life life;
	struct sim *sim;
	int week, target, last;
	bool failed;         // the thread's while is_new
	struct err err;
	int save_count, save_weeks;
	size_t save_bytes;
	struct save *save;   // [save_count], by week / COURSE_SAVE_WEEKS
	atomic_int stop, warmed;          // weeks of the warm-up that are done
	bool threaded, is_new;              // is_new: done and not yet seen
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t wake, ready;
	enum job job;        // under the lock, as `back`
	int back;            // week of the saved state to go back to
};

// ---- saved states: where they take too much, every second one goes

static void drop_save(struct course *course, struct save *save)
{
	course->save_bytes -= save->bytes.count;
	mem_free(save->bytes.data);
	*save = (struct save){ .week = -1 };
}

static void thin_saves(struct course *course)
{
	course->save_weeks *= 2;
	for (int i = 1; i < course->save_count; i++)
		if (course->save[i].week >= 0 && course->save[i].week % course->save_weeks != 0)
			drop_save(course, &course->save[i]);
}

static void keep_save(struct course *course)
{
	int week = sim_week(course->sim);
	struct save *save = &course->save[week / COURSE_SAVE_WEEKS];
	if (week % course->save_weeks != 0 || save->week >= 0)
		return;
	if (!state_save(course->sim, &save->bytes, NULL))
		return;  // then going back takes longer
	save->week = week;
	course->save_bytes += save->bytes.count;
	while (course->save_bytes > SAVES_BYTES_MAX && course->save_weeks < course->last)
		thin_saves(course);
}

static const struct save *nearest_save(const struct course *course, int week)
{
	for (int i = week / COURSE_SAVE_WEEKS; i >= 0; i--)
		if (course->save[i].week >= 0)
			return &course->save[i];
	return NULL;
}

static void drop_saves_after(struct course *course, int week)
{
	for (int i = 0; i < course->save_count; i++)
		if (course->save[i].week > week)
			drop_save(course, &course->save[i]);
}

// ---- jobs, on the thread that does them

static bool warm_up(struct course *course)
{
	int weeks = -sim_week(course->sim);
	for (int done = 0; done < weeks; done++) {
		if (course->stop || !course->life.week(course->life.with, course->sim, &course->err))
			return false;
		course->warmed = done + 1;
	}
	return true;
}

static bool make_sim(struct course *course)
{
	sim_destroy(course->sim);
	course->sim = sim_create(course->life.config, 1, &course->err);
	if (!course->sim || !warm_up(course) || !course->life.begin(course->life.with, course->sim, &course->err))
		return false;
	keep_save(course);
	return true;
}

static bool live_week(struct course *course)
{
	if (!course->life.week(course->life.with, course->sim, &course->err))
		return false;
	if (sim_week(course->sim) < course->last)
		keep_save(course);
	return true;
}

static bool go_back(struct course *course)
{
	const struct save *save = nearest_save(course, course->back);
	if (!save)
		return make_sim(course);
	struct sim *sim = state_load(course->life.config, save->bytes.data, save->bytes.count, 1, "", &course->err);
	if (!sim)
		return false;
	sim_destroy(course->sim);
	course->sim = sim;
	return course->life.begin(course->life.with, sim, &course->err);
}

static void do_job(struct course *course, enum job job)
{
	bool fine = job == JOB_MAKE ? make_sim(course) : job == JOB_WEEK ? live_week(course) : go_back(course);
	if (!fine && course->err.count == 0)
		err_memory(&course->err);
	course->failed = !fine;
}

static void *work(void *with)
{
	struct course *course = with;
	pthread_mutex_lock(&course->lock);
	while (course->job != JOB_QUIT) {
		enum job job = course->job;
		if (job == JOB_NONE) {
			pthread_cond_wait(&course->wake, &course->lock);
			continue;
		}
		pthread_mutex_unlock(&course->lock);
		do_job(course, job);
		pthread_mutex_lock(&course->lock);
		if (course->job != JOB_QUIT)
			course->job = JOB_NONE;
		pthread_cond_signal(&course->ready);
	}
	pthread_mutex_unlock(&course->lock);
	return NULL;
}

// ---- asking

static void ask(struct course *course, enum job job)
{
	course->is_new = true;
	if (!course->threaded) {
		do_job(course, job);
		return;
	}
	pthread_mutex_lock(&course->lock);
	course->job = job;
	pthread_cond_signal(&course->wake);
	pthread_mutex_unlock(&course->lock);
}

static struct timespec in_seconds(double patience)
{
	struct timespec until;
	clock_gettime(CLOCK_REALTIME, &until);
	long nanoseconds = until.tv_nsec + (long)(patience * 1e9);
	until.tv_sec += nanoseconds / 1000000000;
	until.tv_nsec = nanoseconds % 1000000000;
	return until;
}

// False when it is still at work then. patience below 0: as long as it takes.
static bool wait_for(struct course *course, double patience)
{
	if (!course->threaded)
		return true;
	struct timespec until = in_seconds(patience > 0 ? patience : 0);
	bool late = false;
	pthread_mutex_lock(&course->lock);
	while (course->job != JOB_NONE && !late)
		late = patience < 0 ? pthread_cond_wait(&course->ready, &course->lock) != 0
		                    : patience == 0 || pthread_cond_timedwait(&course->ready, &course->lock, &until) != 0;
	bool done = course->job == JOB_NONE;
	pthread_mutex_unlock(&course->lock);
	return done;
}

static double now(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

// ---- from outside

static void start_thread(struct course *course, struct err *err)
{
	pthread_mutex_init(&course->lock, NULL);
	pthread_cond_init(&course->wake, NULL);
	pthread_cond_init(&course->ready, NULL);
	course->threaded = pthread_create(&course->thread, NULL, work, course) == 0;
	if (!course->threaded)
		err_add(err, "kan geen thread starten", "cannot start a thread");
}

struct course *course_create(const struct course_life *life, bool threaded, struct err *err)
{
	struct course *course = mem_new(1, sizeof *course);
	int last = life->config->years * CONFIG_WEEKS_PER_YEAR, saves = last / COURSE_SAVE_WEEKS + 1;
	struct save *save = mem_new((size_t)saves, sizeof *save);
	if (!course || !save) {
		mem_free(course);
		mem_free(save);
		err_memory(err);
		return NULL;
	}
	course->life = *life;
	course->save = save;
	course->save_count = saves;
	course->save_weeks = COURSE_SAVE_WEEKS;
	course->last = last;
	course->week = -1;
	for (int i = 0; i < saves; i++)
		save[i].week = -1;
	if (threaded)
		start_thread(course, err);
	if (threaded && !course->threaded) {
		course_destroy(course);
		return NULL;
	}
	return course;
}

void course_destroy(struct course *course)
{
	if (!course)
		return;
	if (course->threaded) {
		course->stop = 1;
		pthread_mutex_lock(&course->lock);
		course->job = JOB_QUIT;
		pthread_cond_signal(&course->wake);
		pthread_mutex_unlock(&course->lock);
		pthread_join(course->thread, NULL);
		pthread_mutex_destroy(&course->lock);
		pthread_cond_destroy(&course->wake);
		pthread_cond_destroy(&course->ready);
	}
	sim_destroy(course->sim);
	drop_saves_after(course, -1);
	mem_free(course->save);
	mem_free(course);
}

void course_aim(struct course *course, int week)
{
	course->target = week < 0 ? 0 : week > course->last ? course->last : week;
}

// What is to be done next; only between jobs.
static enum job next_job(const struct course *course)
{
	if (course->failed)
		return JOB_NONE;
	if (!course->sim)
		return JOB_MAKE;
	return course->week > course->target ? JOB_BACK : course->week < course->target ? JOB_WEEK : JOB_NONE;
}

static void see(struct course *course, const struct course_watch *watch)
{
	course->is_new = false;
	if (course->failed)
		return;
	course->week = sim_week(course->sim);
	watch->seen(watch->with, course->sim);
}

void course_gather(struct course *course, const struct course_watch *watch, int most, double patience)
{
	double until = now() + patience;
	for (int seen = 0; wait_for(course, patience > 0 ? until - now() > 0 ? until - now() : 0 : patience);) {
		if (course->is_new) {
			see(course, watch);
			seen++;
		}
		enum job job = next_job(course);
		if (job == JOB_NONE || (seen >= most && !course->threaded))
			return;
		course->back = course->target;
		ask(course, job);
		if (seen >= most)
			return;
	}
}

int course_week(const struct course *course)
{
	return course->week;
}

int course_last(const struct course *course)
{
	return course->last;
}

bool course_at_rest(const struct course *course)
{
	return !course->is_new && (course->failed || course->week == course->target);
}

float course_prepared(const struct course *course)
{
	int weeks = course->life.config->warm_up_weeks;
	return course->week >= 0 || weeks == 0 ? 1 : (float)course->warmed / (float)weeks;
}

const struct err *course_error(const struct course *course)
{
	return !course->is_new && course->failed ? &course->err : NULL;
}

const struct sim *course_sim(const struct course *course)
{
	return course->is_new || course->failed ? NULL : course->sim;
}

bool course_replan(struct course *course, int from, bool (*edit)(void *with, struct err *err), void *with, struct err *err)
{
	wait_for(course, -1);
	bool fine = edit(with, err);
	drop_saves_after(course, from);
	if (course->sim && !course->failed && course->week > from) {
		course->back = from;
		ask(course, JOB_BACK);
	}
	return fine;
}
