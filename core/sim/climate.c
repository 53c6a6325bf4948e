// Phase 8: the climate of units, and what each unit does to its members this week. Terms are written as
// deviations from an average organisation (the defaults of the settings), where every target is
// what the average organisation was measured at; so a lever at its default adds nothing.
#include "sim/model.h"
#include "sim/real.h"

#include <string.h>

// The average organisation that deviations are measured from.
#define AVERAGE_COACHING 0.35
#define AVERAGE_SAFETY 0.44
#define AVERAGE_CREDIBILITY 0.75
#define AVERAGE_SPACE 0.26     // room .4 × clarity .65
#define AVERAGE_VOID 0.14      // room .4 × (1 − clarity .65)
#define AVERAGE_CONTEXT 0.535
#define AVERAGE_STRAIN 0.30
#define AVERAGE_LOAD 0.85
#define AVERAGE_HEARD 0.475

struct lead {  // what leadership comes down to, hours paid
	double clarity, coaching, space, empty, reflect, heard, followup;
};

// Clarity costs hours, and the wider the room the more; what leaders cannot pay for is scaled down.
// Hours a report: .8 clarity (1 + 1.5 room) + 1.0 coaching + .3 direction + .3 help with an experiment (scenario input).
static double paid_share(const struct sim *sim, int u)
{
	const struct unit *unit = &sim->unit[u];
	const double *row = sim->member + (size_t)u * SUM_COUNT;
	double reports = row[SUM_STAFF] - row[SUM_MANAGERS], hours = model_set(sim, u, PARAM_LEADERSHIP_HOURS);
	double week = model_get(sim, PARAM_HOURS_PER_WEEK);
	if (row[SUM_MANAGERS] > 0 && reports > 0)
		hours = real_min(hours, week * real_max(row[SUM_MANAGERS], reports / model_set(sim, u, PARAM_LEADERSHIP_SPAN)) / reports);
	double need = 0.8 * model_set(sim, u, PARAM_KERBS_CLARITY) * (1 + 1.5 * model_set(sim, u, PARAM_KERBS_ROOM)) +
	              unit->coaching + 0.3 * unit->direction;
	if (unit->experiment_weeks > 0)
		need += 0.3 * model_set(sim, u, PARAM_EXPERIMENTS_HELP);
	return need > hours ? hours / need : 1;
}

// The sounding board's hours come off everybody's: it is drawn from the whole.
static double board_hours(const struct sim *sim)
{
	return real_min(model_get(sim, PARAM_SOUNDING_BOARD_SIZE), model_staff(sim)) * model_get(sim, PARAM_SOUNDING_BOARD_HOURS);
}

static double followup(const struct sim *sim, int u)
{
	double staff = real_max(1, model_staff(sim)), reach = model_get(sim, PARAM_SOUNDING_BOARD_SIZE) / staff / 0.02;
	double board = real_min(1, reach) * real_min(1, model_get(sim, PARAM_SOUNDING_BOARD_HOURS) / 2);  // 2 % of the staff, 2 hours a week
	double profile = model_set(sim, u, PARAM_APPRAISAL_PROFILE);
	return 1 - (1 - 0.6 * model_set(sim, u, PARAM_FOLLOWUP_PERIODIC_TALKS)) * (1 - 0.4 * model_set(sim, u, PARAM_FOLLOWUP_TEAM_PLANS)) *
	           (1 - 0.4 * board) * (1 - 0.3 * profile);
}

static struct lead lead(const struct sim *sim, int u)
{
	struct lead l;
	double paid = paid_share(sim, u), room = model_set(sim, u, PARAM_KERBS_ROOM);
	l.clarity = model_set(sim, u, PARAM_KERBS_CLARITY) * paid;
	l.coaching = sim->unit[u].coaching * paid;
	l.space = room * l.clarity;
	l.empty = room * (1 - l.clarity);
	l.reflect = real_min(1, model_set(sim, u, PARAM_APPRAISAL_REFLECT) + 0.3 * model_set(sim, u, PARAM_APPRAISAL_PROFILE));
	l.heard = real_clamp(0.3 + 0.5 * l.coaching + (model_get(sim, PARAM_FEASIBILITY_TEST_ON) != 0 ? 0.2 : 0), 0, 1);
	l.followup = followup(sim, u);
	return l;
}

// What the unit's way of working rewards: fixed (0) or growth (1); as in the average organisation when context is off.
static double context(const struct sim *sim, int u, const struct lead *l)
{
	if (!model_on(sim, PARAM_MECHANISMS_CONTEXT))
		return AVERAGE_CONTEXT;
	return 0.05 + 0.28 * l->reflect + 0.27 * (1 - model_set(sim, u, PARAM_JOB_RIGIDITY)) + 0.5 * l->space + 0.28 * sim->unit[u].safety;
}

// How the shared vocabulary carries beyond a critical share; 0 without anybody, near 1 beyond it.
static double carries(const struct sim *sim, double share)
{
	double critical = model_get(sim, PARAM_VOCABULARY_CRITICAL), width = 0.06;
	double none = real_logistic(-critical / width);
	return (real_logistic((share - critical) / width) - none) / (1 - none);
}

static double support(const struct sim *sim, int u, const struct lead *l)
{
	double sum = 0.8 * (l->coaching - AVERAGE_COACHING) + (context(sim, u, l) - AVERAGE_CONTEXT) +
	             0.3 * carries(sim, sim->unit[u].vocabulary) + 0.45 * l->followup;
	return real_clamp(sum, -0.6, 0.95);
}

static double toward(double from, double target, double rate)
{
	return from + rate * (target - from);
}

static void move_style(const struct sim *sim, int u)
{
	struct unit *unit = &sim->unit[u];
	double rate = model_get(sim, PARAM_STYLE_RATE), trained = model_get(sim, PARAM_ATTITUDE_RATE);
	double asked = model_set(sim, u, PARAM_LEADERSHIP_COACHING);
	unit->direction = toward(unit->direction, model_set(sim, u, PARAM_LEADERSHIP_DIRECTION), rate);
	unit->example = toward(unit->example, model_set(sim, u, PARAM_LEADERSHIP_EXAMPLE), rate);
	unit->coaching = toward(unit->coaching, asked, unit->coaching > asked ? trained : rate);
}

static void move_safety(const struct sim *sim, int u, const struct lead *l)
{
	struct unit *unit = &sim->unit[u];
	double punished = (1 - l->reflect) * (1 - unit->success) - 0.065;
	double target = AVERAGE_SAFETY + 0.30 * (l->coaching - AVERAGE_COACHING) + 0.15 * (unit->example - 0.35) + 0.20 * (l->reflect - 0.35) +
	                0.20 * (l->clarity - 0.65) - model_get(sim, PARAM_SAFETY_VOID) * (l->empty - AVERAGE_VOID) -
	                0.30 * (model_mean(sim, u, SUM_STRAIN) - AVERAGE_STRAIN) - 0.3 * punished +
	                0.2 * (l->heard - AVERAGE_HEARD) * model_mean(sim, u, SUM_VOICE);
	if (model_on(sim, PARAM_MECHANISMS_SAFETY))
		unit->safety = toward(unit->safety, real_clamp(target, 0.02, 0.98), model_get(sim, PARAM_SAFETY_RATE));
}

// Declared against lived change costs credibility; so does taking equality back.
static void move_credibility(const struct sim *sim, int u, const struct lead *l)
{
	struct unit *unit = &sim->unit[u];
	double declared = model_set(sim, u, PARAM_DECLARE_CHANGE), temporary = model_set(sim, u, PARAM_DECLARE_TEMPORARY);
	double honest = 1 - 0.5 * model_get(sim, PARAM_POLITICS_REALISM);
	double gap = real_max(0, declared - context(sim, u, l)) * honest;
	double retracted = real_max(0, unit->equality - (1 - unit->direction) - 0.05);
	double loss = real_min(0.5, model_get(sim, PARAM_CREDIBILITY_GAP) * gap + model_get(sim, PARAM_CREDIBILITY_RETRACTION) * retracted);
	if (model_on(sim, PARAM_MECHANISMS_CREDIBILITY))
		unit->credibility = toward(unit->credibility, AVERAGE_CREDIBILITY * (1 - 0.4 * temporary * real_max(declared, 1 - unit->direction)), model_get(sim, PARAM_CREDIBILITY_RECOVERY)) -
		                    loss * unit->credibility;
	unit->equality = toward(unit->equality, 1 - unit->direction, 1.0 / 26);
}

// Forgotten by halves. What is taught adds to it when it is taught (programme.c).
static void move_vocabulary(const struct sim *sim, int u, const struct lead *l)
{
	struct unit *unit = &sim->unit[u];
	double fade = 0.6931471805599453 / model_get(sim, PARAM_VOCABULARY_HALF_LIFE) * (1 - 0.8 * l->followup);
	unit->vocabulary *= 1 - real_min(fade, 1);
}

static void count_costs(struct sim *sim, int u, const struct lead *l, double week)
{
	const struct unit_week *w = &sim->done[u];
	double staff = sim->member[(size_t)u * SUM_COUNT + SUM_STAFF], rate = model_get(sim, PARAM_COST_HOUR_EURO);
	double extra = real_max(0, model_set(sim, u, PARAM_LEADERSHIP_HOURS) - 1.5) * staff +
	               real_max(0, 16 / model_set(sim, u, PARAM_LEADERSHIP_SPAN) - 1) * staff / 17 * week;
	double free = model_set(sim, u, PARAM_SCHARRELTIJD_SHARE), hours = w->net * free / (1 - free) + extra +
	               staff * (0.05 * model_set(sim, u, PARAM_FOLLOWUP_PERIODIC_TALKS) + 0.05 * model_set(sim, u, PARAM_FOLLOWUP_TEAM_PLANS) +
	                        0.02 * model_get(sim, PARAM_SELF_ASSESSMENT_SHARE) + 0.02 * model_set(sim, u, PARAM_APPRAISAL_PROFILE));
	if (sim->unit[u].experiment_weeks > 0)
		hours += staff * (0.5 + 0.3 * model_set(sim, u, PARAM_EXPERIMENTS_HELP) + 0.2 * model_set(sim, u, PARAM_EXPERIMENTS_EVALUATE));
	hours += staff * 8 / CONFIG_WEEKS_PER_YEAR * real_max(0, model_get(sim, PARAM_PARTNERS_DAYS) - 6);
	hours += staff * 0.3 * real_max(0, model_get(sim, PARAM_DATA_DIALOGUE) - 0.3);
	hours += staff * model_get(sim, PARAM_HOURS_COACHING) * real_max(0, l->coaching - AVERAGE_COACHING);
	sim->change_hours += hours;
	sim->change_euro += work_extra_hire(sim, u) * model_get(sim, PARAM_COST_EXTERNAL_EURO);
	sim->change_euro += hours * rate + staff / CONFIG_WEEKS_PER_YEAR *
	                    (real_max(0, model_get(sim, PARAM_TRAINING_BUDGET_EURO_PER_HEAD) - 789) + 500 * real_max(0, model_get(sim, PARAM_DATA_MATURITY) - 0.3));
}

static void effect_on_hours(struct sim *sim, int u, const struct lead *l)
{
	double talks = model_set(sim, u, PARAM_FOLLOWUP_PERIODIC_TALKS), plans = model_set(sim, u, PARAM_FOLLOWUP_TEAM_PLANS);
	double days = 8.0 / CONFIG_WEEKS_PER_YEAR * (model_get(sim, PARAM_PARTNERS_DAYS) - 6);
	double trial = sim->unit[u].experiment_weeks > 0 ? 0.5 + 0.2 * model_set(sim, u, PARAM_EXPERIMENTS_EVALUATE) : 0;
	sim->effect[EFFECT_SCHARREL][u] = (float)model_set(sim, u, PARAM_SCHARRELTIJD_SHARE);
	sim->effect[EFFECT_COACH_HOURS][u] = (float)(model_get(sim, PARAM_HOURS_COACHING) * (l->coaching - AVERAGE_COACHING) +
		0.05 * (talks + plans) + days + trial + board_hours(sim) / real_max(1, model_staff(sim)) + 0.3 * (model_get(sim, PARAM_DATA_DIALOGUE) - 0.3));
	sim->effect[EFFECT_GIG_SHARE][u] = u ? (float)model_set(sim, u, PARAM_KLUSSENBANK_HOURS_SHARE) : 0;
	sim->effect[EFFECT_SPACE_FACTOR][u] = (float)(1 + 0.1 * (l->space - AVERAGE_SPACE));
	sim->effect[EFFECT_VOID][u] = (float)l->empty;
	// What space and voice add to the quality of complex work; void takes from it through voice and new requirements.
	sim->effect[EFFECT_SETTING][u] = (float)(0.25 * (l->space - AVERAGE_SPACE) + 0.20 * (model_mean(sim, u, SUM_VOICE) - 0.5));
}

static void effect_on_needs(struct sim *sim, int u, const struct lead *l)
{
	const struct unit *unit = &sim->unit[u];
	double credible = unit->credibility - AVERAGE_CREDIBILITY, over = work_over(sim, u);
	double perspective = model_get(sim, PARAM_MOBILITY_CAREER_PATHS) * 0.3 + model_set(sim, u, PARAM_MOBILITY_PERSPECTIVE);
	double gap = mobility_pool_target(sim) - sim->unit[CONFIG_POOL].posts;
	double moving = gap >= 1 || gap <= -1, merging = real_max(0, 1 - real_max(0, model_plan_week(sim)) / (3.0 * CONFIG_WEEKS_PER_YEAR)), decreed = model_get(sim, PARAM_POOL_DECREE) != 0;
	double unsure = 0.1 + 0.4 * (u == CONFIG_POOL) + 0.5 * moving * decreed + 0.3 * model_set(sim, u, PARAM_DECLARE_CHANGE) * (1 - l->clarity) +
	                0.3 * (model_get(sim, PARAM_MERGER_ORGANISATIONS) > 1) * merging;  // a merger unsettles for three years
	double trial = unit->experiment_weeks > 0 ? model_set(sim, u, PARAM_EXPERIMENTS_HELP) : 0;
	double scharrel = 1 - real_exp(-model_set(sim, u, PARAM_SCHARRELTIJD_SHARE) / 0.06);  // time of one's own
	float (*effect)[MODEL_UNITS] = sim->effect;
	effect[EFFECT_VOICE][u] = (float)(-0.2 + 3 * (unit->safety - AVERAGE_SAFETY) + 2 * (l->space - AVERAGE_SPACE) -
		model_get(sim, PARAM_VOICE_VOID) * (l->empty - AVERAGE_VOID) - model_get(sim, PARAM_VOICE_DIRECTION) * (unit->direction - 0.5) + 1.5 * credible);
	effect[EFFECT_AUTONOMY][u] = (float)real_clamp(0.49 + 0.9 * (l->space * unit->credibility / AVERAGE_CREDIBILITY - AVERAGE_SPACE) +
		0.2 * (0.5 - model_set(sim, u, PARAM_JOB_RIGIDITY)) + 0.08 * scharrel, 0, 1);
	effect[EFFECT_MEANING][u] = (float)(0.60 + 0.2 * (l->coaching - AVERAGE_COACHING) + 0.3 * (sim->society.outcome - MODEL_AVERAGE_OUTCOME) +
		0.1 * (model_get(sim, PARAM_RESIDENTS_ALLIED) - 0.3) + 0.1 * trial);
	effect[EFFECT_STRAIN][u] = (float)(AVERAGE_STRAIN + 0.35 * (unit->load - AVERAGE_LOAD) + 0.11 * over + 0.3 * (l->empty - AVERAGE_VOID));
	effect[EFFECT_UNCERTAINTY][u] = (float)(model_get(sim, PARAM_STRAIN_UNCERTAINTY) * unsure * (1 - real_min(1, perspective)));
	effect[EFFECT_OWNERSHIP][u] = (float)real_clamp(0.5 + 0.3 * (l->space - AVERAGE_SPACE) + 0.15 * (unit->safety - AVERAGE_SAFETY) +
		0.2 * (l->reflect - 0.35) + 0.1 * trial, 0, 1);
	effect[EFFECT_HEARD][u] = (float)(model_get(sim, PARAM_VOICE_HEARD) * (l->heard - AVERAGE_HEARD));
	effect[EFFECT_ALLIANCE][u] = (float)(0.5 + 0.3 * (model_get(sim, PARAM_RESIDENTS_ALLIED) - 0.3) + 0.1 * trial);
	effect[EFFECT_ATTITUDE_RATE][u] = (float)(model_get(sim, PARAM_ATTITUDE_RATE) * (1 - 0.8 * real_max(0, support(sim, u, l))));
	effect[EFFECT_FEEDBACK][u] = (float)(0.40 + 0.3 * (l->coaching - AVERAGE_COACHING) + 0.2 * (l->reflect - 0.35) +
		0.15 * model_set(sim, u, PARAM_FOLLOWUP_PERIODIC_TALKS));
}

static void effect_on_mindset(struct sim *sim, int u, const struct lead *l)
{
	const double *row = sim->member + (size_t)u * SUM_COUNT;
	const struct unit *unit = &sim->unit[u];
	double helped = support(sim, u, l), decay = model_get(sim, PARAM_BOOST_DECAY), keep = model_get(sim, PARAM_BOOST_KEEP);
	double trial = unit->experiment_weeks > 0 ? 0.25 + 0.75 * model_set(sim, u, PARAM_EXPERIMENTS_HELP) : 0;
	double learns = real_min(1, model_set(sim, u, PARAM_EXPERIMENTS_EVALUATE));
	float (*effect)[MODEL_UNITS] = sim->effect;
	effect[EFFECT_CONTEXT][u] = (float)real_clamp(context(sim, u, l), 0, 1);
	effect[EFFECT_LEADER][u] = row[SUM_MANAGERS] > 0 ? (float)(row[SUM_MANAGER_M] / row[SUM_MANAGERS]) : 0;
	effect[EFFECT_LEADER_RATE][u] = row[SUM_MANAGERS] > 0 ? (float)(model_get(sim, PARAM_LEADER_RATE) * unit->example / 0.35) : 0;
	effect[EFFECT_LOSS][u] = (float)(decay * (1 - keep) * (1 - helped));
	effect[EFFECT_SETTLE][u] = (float)(decay * keep * (1 + 1.5 * helped));
	effect[EFFECT_CLIMATE][u] = (float)(0.1 + 0.4 * l->reflect + 0.4 * unit->safety);
	// Daily standard work is a small challenge; an experiment is a larger one that teaches as far as it is evaluated.
	effect[EFFECT_DAILY_SUCCESS][u] = (float)(0.05 * (unit->success - 0.9) + 0.3 * trial * (0.3 + 0.7 * learns));
	effect[EFFECT_DAILY_FAILURE][u] = (float)(0.15 * trial * (1 - learns));
}

static void effect_on_learning(struct sim *sim, int u, const struct lead *l)
{
	double euro = model_get(sim, PARAM_TRAINING_BUDGET_EURO_PER_HEAD) / 789;
	double share = model_set(sim, u, PARAM_SCHARRELTIJD_SHARE), scharrel = 1 - real_exp(-share / 0.06);
	double line = 1 + 0.15 * model_get(sim, PARAM_MOBILITY_CAREER_PATHS), self = model_get(sim, PARAM_SELF_ASSESSMENT_SHARE);
	float (*effect)[MODEL_UNITS] = sim->effect;
	effect[EFFECT_LEARN][u] = (float)(model_get(sim, PARAM_LEARNING_RATE) * (0.75 + 0.5 * sim->unit[u].safety) * (0.92 + 0.08 * real_min(euro, 3)) * line);
	effect[EFFECT_PRACTICE][u] = (float)(1 + model_get(sim, PARAM_LEARNING_SCHARREL) * scharrel);
	effect[EFFECT_REVEAL][u] = (float)(model_get(sim, PARAM_TALENT_REVEAL) * (0.3 * l->coaching + 0.7 * self));
	effect[EFFECT_MEET][u] = (float)(model_get(sim, PARAM_TIES_MEET) + model_get(sim, PARAM_TIES_SCHARREL) * share * (1 - real_min(1, share)));
}

void climate_effects(struct sim *sim)
{
	for (int u = 0; u < sim->unit_count; u++) {
		struct lead l = lead(sim, u);
		effect_on_hours(sim, u, &l);
		effect_on_needs(sim, u, &l);
		effect_on_mindset(sim, u, &l);
		effect_on_learning(sim, u, &l);
	}
}

void climate_apply(struct sim *sim)
{
	sim->change_hours += board_hours(sim);
	sim->change_euro += board_hours(sim) * model_get(sim, PARAM_COST_HOUR_EURO);
	for (int u = 0; u < sim->unit_count; u++) {
		struct lead l = lead(sim, u);
		count_costs(sim, u, &l, model_get(sim, PARAM_HOURS_PER_WEEK));
		move_safety(sim, u, &l);
		move_credibility(sim, u, &l);
		move_vocabulary(sim, u, &l);
		move_style(sim, u);
		sim->unit[u].experiment_weeks = real_max(0, sim->unit[u].experiment_weeks - 1);
	}
}
