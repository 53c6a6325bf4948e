// The inside of a sim, shared by the files of the model and by nobody else.
#ifndef MODEL_H
#define MODEL_H

#include "sim/assignment.h"
#include "sim/crew.h"
#include "sim/own.h"
#include "sim/rng.h"
#include "sim/sim.h"
#include "sim/staff.h"
#include "sim/unit.h"
#include "sim/work.h"

#include <string.h>

enum {
	MODEL_UNITS = 257,     // rows in tables by unit: pool, departments, and one for vacant slots
	MODEL_PIECES = 64,     // pieces that the persons are cut in, at most; never depends on threads
	MODEL_BLOCK = 128,     // persons handled together, so that their scratch stays near
	MODEL_WAITING_CHANGES = 256,
	MODEL_ENTRANT_WEEKS = 3 * CONFIG_WEEKS_PER_YEAR,  // somebody is new so long
};

#define MODEL_AVERAGE_OUTCOME 0.661  // what residents get from an average organisation: measured on the default municipality

// What a unit does to its members this week: one row of floats a field, looked up by unit.
enum unit_effect {
	EFFECT_SCHARREL, EFFECT_COACH_HOURS, EFFECT_GIG_SHARE, EFFECT_SPACE_FACTOR,      // hours
	EFFECT_VOICE, EFFECT_AUTONOMY, EFFECT_MEANING, EFFECT_STRAIN, EFFECT_UNCERTAINTY, // needs
	EFFECT_OWNERSHIP, EFFECT_HEARD, EFFECT_ALLIANCE, EFFECT_ATTITUDE_RATE, EFFECT_FEEDBACK,
	EFFECT_CONTEXT, EFFECT_LEADER, EFFECT_LEADER_RATE, EFFECT_LOSS, EFFECT_SETTLE,     // mindset
	EFFECT_CLIMATE, EFFECT_DAILY_SUCCESS, EFFECT_DAILY_FAILURE,
	EFFECT_LEARN, EFFECT_PRACTICE, EFFECT_REVEAL,                                      // learning
	EFFECT_MEET, EFFECT_SETTING, EFFECT_VOID,                                                     // ties, complex work
	EFFECT_COUNT
};

// Sums over the members of a unit, made at the end of a week.
enum member_sum {
	SUM_STAFF, SUM_M, SUM_M_SQUARED, SUM_GROWTH, SUM_OWNERSHIP, SUM_ALLIANCE, SUM_VOICE, SUM_ENGAGEMENT,
	SUM_AUTONOMY, SUM_MEANING, SUM_FIT, SUM_STRAIN, SUM_SKILL, SUM_CONTENT, SUM_NETWORK,
	SUM_DATA, SUM_BREADTH, SUM_CROSS, SUM_TIES, SUM_FEEDBACK, SUM_AGE, SUM_REACH, SUM_ENTRANTS,
	SUM_MANAGERS, SUM_MANAGER_M, SUM_COUNT
};

// Sums over the members' hours of this week.
enum hours_sum { HOURS_NET, HOURS_POTENTIAL, HOURS_CONTRACT, HOURS_ABSENT, HOURS_ASKED, HOURS_GIG, HOURS_COUNT };  // the last two only of assignments

enum {  // doubles of a row of sums by unit, see rows.h
	MODEL_SUM_ROW = (SUM_COUNT + 3) / 4 * 4,
	MODEL_HOURS_ROW = (HOURS_COUNT + 3) / 4 * 4,
};

// What was done in a unit this week.
struct unit_week {
	double net, asked, gig, potential, contract, absent;  // hours
	double scale;             // part of the asked complex hours that may be worked
	double complex_used, gig_used, standard_used, help;
	double external, hired;   // hours worked by hired people, and those paid for
	double demanded;          // hours that came in
	double redone;            // hours of repairs, new requirements, switched priorities
	double cases, lead, on_time, quality, quality_weight;  // standard work that ended
	double done, done_lead, done_on_time, done_quality, done_handoffs;  // assignments that ended
	double teams, waited;     // teams that started, and the weeks they waited
	double value;             // value delivered, hours × quality × timeliness
	double finished;          // hours of what was finished, as asked
	double exits, moves;      // persons
	int open;                 // assignments that lie here
};

// A person as others see them through a tie, in one word: the bits of the effective mindset (infinite: nobody is
// there), and in the highest bit whether the person came, left or moved in the last week.
enum { MODEL_NOBODY = 0x7f800000 };
#define MODEL_MOVED 0x80000000u

// What has changed since ties were last looked at: the person's own ties, or unit (somebody new has both).
enum { MODEL_TIES_CHANGED = 1, MODEL_UNIT_CHANGED = 2 };

// What a person has to give this week, packed for the teams that look it up.
struct giver {
	float hours;              // for all but gigs
	float seat_hours;         // hours for each seat held, before scaling
	float factor;             // speed in complex work, content and role skill apart
	float m;                  // effective mindset
	float content;            // depth in the own discipline
};

// Hours for each of `load` seats: evenly, and no more than an assignment may ask.
static inline float model_seat_hours(float hours, int load, float most)
{
	float all = 0.95f * hours, asked = (float)load * most;
	return load ? (all < asked ? all : asked) / (float)load : 0;
}

// What finished assignments taught this week, by challenge, in 1/64.
struct lesson {
	uint8_t success, failure;
};

// Compiled twice, for processors with and without AVX2, and chosen when the program starts. The same operations
// in the same order: the same bits.
#if defined(__x86_64__) && defined(__linux__) && defined(__has_attribute) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) && \
	!defined(MODEL_PORTABLE)
#if __has_attribute(target_clones) && !defined(__clang__)  // clang 14 cannot join it with flatten
#define MODEL_FAST __attribute__((flatten, target_clones("avx2", "default")))
#endif
#endif
#ifndef MODEL_FAST
#define MODEL_FAST
#endif

struct running {              // a programme that runs
	int32_t programme, unit, start_week;  // absolute week; unit CONFIG_UNIT_ALL: everybody
};
enum { MODEL_RUNNING = 64 };

struct sim {
	const struct config *config;
	uint32_t week;            // from the beginning of the warm-up
	int unit_count, discipline_count;
	uint8_t discipline[MODEL_UNITS];    // of each unit
	float discipline_weight[MODEL_UNITS];  // in the hours of an assignment
	struct crew *crew;

	double *setting;          // [unit][PARAM_COUNT] in effect
	struct unit *unit;        // [unit_count]
	struct society society;
	struct staff staff;
	struct own own;
	struct work work;
	struct assignments assignments;
	struct running running[MODEL_RUNNING];
	int running_count;
	struct change waiting[MODEL_WAITING_CHANGES];
	int waiting_count;
	double *member;           // [unit_count][SUM_COUNT] sums over members; kept up as people come and go
	uint32_t written;         // bits of sums to make anew, see account_written
	uint32_t *vacant;         // ring of vacant slots, the longest vacant first; [slots]
	uint32_t vacant_first, vacant_count;

	// scratch of one week, not part of the state
	int pieces, piece_size;   // of the persons
	void *memory;             // one block for what is held per person
	uint32_t *seen;           // [slots] what others see, see MODEL_MOVED
	uint8_t *changed;         // [slots] see MODEL_TIES_CHANGED
	struct giver *giver;      // [slots]
	struct lesson *lesson;    // [slots]
	float *away;              // [slots] hours at sessions this week
	bool rearranged;          // somebody came, left or moved since `order` was made
	uint32_t *order;          // [slots] members by unit, the pool last and by discipline
	uint32_t *pick;           // [slots] slots picked out by a pass, piece by piece
	uint32_t pick_count[MODEL_PIECES];
	uint32_t order_from[2 * MODEL_UNITS + 1];  // key → place in order; key: unit, or 256 + discipline in the pool
	float effect[EFFECT_COUNT][MODEL_UNITS];
	uint32_t summed;          // bits of the sums that are made anew this week
	double *sum;              // [pieces][unit_count + 1][MODEL_SUM_ROW] by piece, those of `summed` in a row
	double *hours_sum;        // [pieces][unit_count + 1][MODEL_HOURS_ROW]
	double *used;             // [pieces][unit_count][3]: complex hours, gig hours, redone hours
	struct unit_week *done;   // [unit_count]
	bool is_open;             // the coming week's plan has been applied
	bool is_edited;           // sums and views no longer hold: somebody wrote columns, ties or units
	bool withheld[MODEL_UNITS];  // of units: no figure is given (sim_withheld)
	struct sim_news news;
	double change_hours, change_euro, training_euro;  // of this week
	double *measure;          // [unit_count + 1][MEASURE_COUNT]: all, then units
};

static inline double model_set(const struct sim *sim, int unit, int param)
{
	return sim->setting[(size_t)unit * PARAM_COUNT + (size_t)param];
}

// The mindset of somebody who is there, as others see it.
static inline float model_seen(const struct sim *sim, uint32_t slot)
{
	uint32_t word = sim->seen[slot] & ~MODEL_MOVED;
	float m;
	memcpy(&m, &word, sizeof m);
	return m;
}

// A setting of the organisation as a whole, and whether a mechanism is on.
static inline double model_get(const struct sim *sim, int param) { return sim->setting[param]; }
static inline int model_on(const struct sim *sim, int mechanism) { return sim->setting[mechanism] != 0; }

// How far somebody's content goes in another discipline; all the way when breadth is off.
static inline float model_carry(const struct sim *sim, float breadth)
{
	return model_on(sim, PARAM_MECHANISMS_BREADTH) ? assignment_carry(breadth) : 1;
}

// Managers that so many people need: one a span, and one at least where there are four.
int model_managers(double staff, double span);

// The department of the post at a place, 0 … all posts, when departments are laid end to end.
int model_department(const struct sim *sim, double at);

// Places in `order` of a unit's members: from … to − 1.
struct model_range {
	uint32_t from, to;
};
struct model_range model_members(const struct sim *sim, int unit);

// People at work now.
static inline int model_staff(const struct sim *sim) { return sim->staff.slots - (int)sim->vacant_count; }

static inline double model_mean(const struct sim *sim, int unit, enum member_sum sum)
{
	const double *row = sim->member + (size_t)unit * SUM_COUNT;
	return row[SUM_STAFF] > 0 ? row[sum] / row[SUM_STAFF] : 0;
}

// What a discipline asks beside content: one other role, by turns (scenario input).
static inline int model_second_role(int discipline)
{
	static const uint8_t role[4] = { ROLE_POLITICAL, ROLE_DIRECT, ROLE_NETWORK, ROLE_BUDGET };
	return role[discipline & 3];
}

// An effect of each person's unit.
static inline void model_effect(const struct sim *sim, enum unit_effect effect, const uint16_t *unit, int count, float *restrict out)
{
	const float *table = sim->effect[effect];
	for (int k = 0; k < count; k++)
		out[k] = table[unit[k]];
}

static inline int32_t model_plan_week(const struct sim *sim)
{
	return (int32_t)sim->week - sim->config->warm_up_weeks;
}

// An imported staff rehearses: until the plan begins nobody ages, leaves, comes or moves to another department, so
// that the plan begins with the people of the file.
static inline bool model_rehearses(const struct sim *sim)
{
	return sim->config->imported && model_plan_week(sim) < 0;
}

// Nominal hours a week of a unit's posts without its managers, and what is asked of them: work.c.
double work_nominal_hours(const struct sim *sim, int unit);
double work_occupancy(const struct sim *sim, int unit);     // demanded share of the nominal hours
double work_complex_share(const struct sim *sim);           // of demanded hours, as it is now
double work_growth(const struct sim *sim);                  // demand against the start
double work_waiting_hours(const struct sim *sim, int unit); // of cases that wait, at the unit's speed, for the own people
double work_extra_hire(const struct sim *sim, int unit);     // hours of structural hire beyond the average
double work_over(const struct sim *sim, int unit);          // 0-1: how far above the kink

// The organisation's settings as they will be when the coming week's changes have been made: row of PARAM_COUNT.
void plan_preview(const struct sim *sim, double *row);
double society_promise(const struct sim *sim);               // as residents hear it, 0-1

double model_mean_all(const struct sim *sim, enum member_sum sum);

// What decides about leaving and moving this week, the same for everybody.
struct mobility_plan {
	float exit_entrant, exit_later, engagement, move, pool;
	uint16_t retires;
	bool to_pool, from_pool, decree, closing;
};
struct mobility_plan mobility_plan(const struct sim *sim);

// Posts that the pool is to have, headroom included.
double mobility_pool_target(const struct sim *sim);
// Whether there is a pool to send new work to: one that is wanted, with enough people for a team.
bool mobility_pool_open(const struct sim *sim);

// Runs pass(sim, piece, from, to) over all persons.
void model_each_piece(struct sim *sim, void (*pass)(struct sim *sim, int piece, int from, int to));

// The phases, each in the file of its name.
void populate_all(struct sim *sim);                       // the first staff
void populate_person(struct sim *sim, uint32_t slot, uint32_t id, int unit, int home, int origin, const struct person *known,
                     int entrant);                        // known: what a staff file says of the person, or NULL
void sim_withhold(struct sim *sim);                       // decides which units' figures are withheld
void plan_apply(struct sim *sim);
bool plan_change(struct sim *sim, const struct change *change);  // one change, at once; false: too many programmes run
void programme_apply(struct sim *sim);
void programme_teach(struct sim *sim, uint32_t slot, const struct programme *programme, int index, double dose);
void hours_apply(struct sim *sim);
void staffing_apply(struct sim *sim);
void climate_effects(struct sim *sim);                    // fills `effect` from state, settings and last week's sums
void climate_apply(struct sim *sim);                      // units: style, safety, credibility, vocabulary
void people_apply(struct sim *sim);                       // persons: learning, needs, mindset, ties, who leaves or moves
void ties_count(struct sim *sim);                         // fills `crossing` when nobody has looked at the ties yet
void ties_put(struct sim *sim, uint32_t slot, uint32_t place, uint32_t other);  // `other` in one of somebody's eight places
void mobility_apply(struct sim *sim);
void mobility_leave(struct sim *sim, uint32_t slot);      // for good
void mobility_place(struct sim *sim, uint32_t slot, int to);  // to a unit, and the post goes along
void society_apply(struct sim *sim);
void account_see(struct sim *sim);                        // what people see of each other
void account_order(struct sim *sim);                      // members by unit
void account_view(struct sim *sim);                       // both
// Says that a column of persons at work was written (sim->staff.boost, or staff_data(…)): the sums it is part of
// are made anew at the end of the week. Not needed for what a mechanism that is on writes in its own phase, nor
// between account_member(…, −1) and (…, +1).
void account_written(struct sim *sim, const void *column);
void account_begin_sums(struct sim *sim);                 // settles which sums are made anew this week
void account_clear_piece(struct sim *sim, int piece);
void account_passed(struct sim *sim, int piece, int from, int count);  // after their service grew: who is no longer new
void account_piece(struct sim *sim, int piece, int from, int to);  // sums of some persons, into sim->sum
void account_add_pieces(struct sim *sim);                 // sim->sum of all pieces to sim->member
void account_anew(struct sim *sim);                       // sim->member from nothing
void account_member(struct sim *sim, uint32_t slot, int sign);  // one person joins (+1) or leaves (−1) the sums
void account_measure(struct sim *sim);
void account_measure_people(struct sim *sim);             // only what stands for persons, from sim->member

#endif
