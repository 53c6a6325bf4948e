// Why somebody's effective mindset changed in the week just lived, term by term: read only, afterwards. Who wants to
// know keeps what the person was at the end of the week before.
#ifndef CAUSE_H
#define CAUSE_H

#include "sim/sim.h"

enum cause {
	CAUSE_EXPERIENCE,   // success and failure in the own work
	CAUSE_COLLEAGUES,   // influence through ties: what no other term explains
	CAUSE_LEADER,       // the managers' example
	CAUSE_CONTEXT,      // appraisal, job, room and safety of the unit
	CAUSE_DISPOSITION,  // back to the own disposition
	CAUSE_STRAIN,
	CAUSE_TRAINING,     // a programme
	CAUSE_FADING,       // of what was trained
	CAUSE_COUNT
};

struct cause_before {         // at the end of the week before
	float mindset, boost, anchor;
	int unit;
};

// The terms add up to the change of mindset + boost. Call it between sim_step and whatever changes the sim next, for
// somebody who was there the week before. Two things are told roughly: a script that writes mindsets counts among
// colleagues, and in the week of a decreed move strain is that of after it.
void cause_of(const struct sim *sim, uint32_t slot, const struct cause_before *before, double term[CAUSE_COUNT]);

#endif
