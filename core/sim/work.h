// Standard work: streams of cases with a first-in-first-out queue, kept as counts per arrival
// week, and a process that takes some weeks after the handling.
#ifndef WORK_H
#define WORK_H

#include "err.h"

#include <stdbool.h>
#include <stdint.h>

struct sim;

enum { WORK_LATENCY_MAX = 32 };  // weeks in which the process of a handled case may end, at most

struct stream_week {        // cases whose process ends in one week
	uint32_t cases, on_time;
	uint64_t lead_weeks;    // summed over the cases
};

struct work_stream {
	int unit;                // where it is handled (a stream routed to the pool has a second row)
	int source;              // the department it comes to
	int home;                // discipline
	double hours, term_weeks;
	double share;            // of the department's standard hours
	bool pool;               // the part that goes to the pool
	double complexity, predictability;
	uint32_t first;          // oldest arrival week that may still wait
	uint32_t waiting, in_process;  // cases
	uint32_t arrived;        // this week, for measures
	struct stream_week ending[WORK_LATENCY_MAX];  // by week modulo WORK_LATENCY_MAX
	uint32_t *queue;         // [weeks] cases that wait, by arrival week; owned by struct work
};

struct work {
	int stream_count;
	struct work_stream *stream;
	uint32_t weeks;          // room in each queue
};

bool work_create(struct sim *sim, struct err *err);
void work_clear(struct work *work);
bool work_prepare(struct sim *sim, struct err *err);  // room for the coming week

void work_demand(struct sim *sim);    // phase 2: cases arrive
void work_standard(struct sim *sim);  // phase 5: hours left over from complex work serve the queues

#endif
