// Published effects are in standard deviations between people, or correlations over people; so are these. Work of a
// person is output an hour: drive × (.45 + .8 content), as standard work has it.
#include "calibration/effects.h"

#include "sim/model.h"
#include "support/study.h"

#include <math.h>
#include <string.h>

enum column { PRODUCTIVITY, ENGAGEMENT, VOICE, MINDSET, OWNERSHIP, POLITICAL, COLUMNS };
enum { AT_ONCE, HALF_YEAR, YEAR, TWO_YEARS, MOMENTS };
enum { MEAN, SPREAD, WITH_OUTPUT, OF };              // mean, sd between people, correlation with output
enum { LOOKS = MOMENTS * COLUMNS * OF };
static const int moment[MOMENTS] = { 5, 30, 56, 108 };  // a programme of four weeks, then half a year, a year, two years

enum arm { BASE, TRAIN_MINDSET, TRAIN_OWNERSHIP, TRAIN_POLITICAL, WITHDRAWN, COACHING, TRANSFORMING, ROTATION, ARMS };

static double look_up(const struct sim *sim, int i, enum column column)
{
	const struct staff *s = &sim->staff;
	double engages = model_get(sim, PARAM_WORK_ENGAGEMENT), fits = model_get(sim, PARAM_WORK_FIT);
	switch (column) {
	case ENGAGEMENT: return (double)s->engagement[i];
	case VOICE: return (double)s->voice[i];
	case MINDSET: return (double)model_seen(sim, (uint32_t)i);
	case OWNERSHIP: return (double)s->ownership[i];
	case POLITICAL: return (double)s->skill[ROLE_POLITICAL][i];
	case PRODUCTIVITY:
	case COLUMNS: break;
	}
	return (1 + engages * ((double)s->engagement[i] - 0.62)) * (1 + fits * ((double)s->fit[i] - 0.57)) * (0.45 + 0.8 * (double)s->skill[ROLE_CONTENT][i]);
}

static void look(const struct sim *sim, double *out)
{
	for (int c = 0; c < COLUMNS; c++) {
		double n = 0, x = 0, xx = 0, y = 0, yy = 0, xy = 0;
		for (int i = 0; i < sim->staff.slots; i++) {
			if (sim->staff.unit[i] == STAFF_VACANT || sim->staff.manager[i])
				continue;
			double a = look_up(sim, i, (enum column)c), b = look_up(sim, i, PRODUCTIVITY);
			n += 1, x += a, xx += a * a, y += b, yy += b * b, xy += a * b;
		}
		double va = xx / n - x / n * (x / n), vb = yy / n - y / n * (y / n);
		out[c * OF + MEAN] = x / n;
		out[c * OF + SPREAD] = sqrt(va);
		out[c * OF + WITH_OUTPUT] = (xy / n - x / n * (y / n)) / sqrt(va * vb);
	}
}

static void live(const struct study *study, int arm, const struct config *config, double *out)
{
	(void)study, (void)arm;
	struct sim *sim = sim_create(config, 1, NULL);
	must(sim);
	for (int m = 0; m < MOMENTS; m++) {
		must(sim_run_to(sim, moment[m], NULL, NULL));
		look(sim, out + m * COLUMNS * OF);
	}
	sim_destroy(sim);
}

// ---- arms: the base with changes in its first week

static void teach(struct config *config, enum content_id content, double coverage)
{
	struct programme day = { .name = "training", .weeks = 4, .hours = 8, .coverage = coverage, .group_size = 16, .mixed = true };
	day.content[content] = 1;
	study_teach(config, &day);
}

static void lead(struct config *config, double direction, double coaching, double example, double clarity)
{
	study_set(config, PARAM_LEADERSHIP_DIRECTION, direction);
	study_set(config, PARAM_LEADERSHIP_COACHING, coaching);
	study_set(config, PARAM_LEADERSHIP_EXAMPLE, example);
	study_set(config, PARAM_KERBS_CLARITY, clarity);
}

static void give_hours(struct config *config)
{
	study_set(config, PARAM_LEADERSHIP_SPAN, 11);
	study_set(config, PARAM_LEADERSHIP_HOURS, 2.3);
}

static void make_arm(struct config *config, enum arm arm)
{
	switch (arm) {
	case TRAIN_MINDSET: teach(config, CONTENT_MINDSET, 1); break;
	case TRAIN_OWNERSHIP: teach(config, CONTENT_OWNERSHIP, 1); break;
	case TRAIN_POLITICAL: teach(config, CONTENT_POLITICAL, 1); break;
	case WITHDRAWN: lead(config, 0, 0, 0, 0.2); break;
	case COACHING:
		give_hours(config);
		lead(config, 0.5, 0.8, 0.35, 0.65);
		break;
	case TRANSFORMING:
		give_hours(config);
		lead(config, 0.5, 0.8, 0.8, 0.8);
		break;
	case ROTATION: study_set(config, PARAM_MOBILITY_NORM_YEARS, 4); break;
	case BASE:
	case ARMS: break;
	}
}

static void make_arms(struct config *arms, int count, const struct config *base)
{
	for (int a = 0; a < count; a++) {
		study_derive(&arms[a], base);
		make_arm(&arms[a], (enum arm)a);
	}
}

static void clear_arms(struct config *arms, int count)
{
	for (int a = 0; a < count; a++)
		study_derived_clear(&arms[a]);
}

static struct study_effect in_sd(const struct study *study, enum arm arm, int when, enum column column)
{
	double weight[ARMS] = { [BASE] = -1 };
	weight[arm] = 1;
	struct study_effect effect = study_compare(study, weight, (when * COLUMNS + (int)column) * OF + MEAN);
	double sd = study_arm(study, BASE, (when * COLUMNS + (int)column) * OF + SPREAD).mean;
	effect.sd = effect.mean;  // as it is
	effect.mean /= sd;
	effect.half /= sd;
	return effect;
}

static double d_of(double r)  // two groups of one size
{
	return 2 * r / sqrt(1 - r * r);
}

struct row {
	const char *what, *published, *source;
	enum arm arm;
	int when;
	enum column column;
	double low, high;  // where it was published; NaN: no interval
};

static void tell_row(FILE *out, const struct study *study, const struct row *row)
{
	struct study_effect e = in_sd(study, row->arm, row->when, row->column);
	const char *within = isnan(row->low) ? "–" : e.mean + e.half >= row->low && e.mean - e.half <= row->high ? "yes" : e.mean < row->low ? "below" : "**above**";
	fprintf(out, "| %s | %s | %s | %+.2f ± %.2f | %+.4f | %s |\n", row->what, row->published, row->source, e.mean, e.half, e.sd, within);
}

void effects_tell(FILE *out, const struct config *base, int seeds)
{
	static struct config arms[ARMS];
	make_arms(arms, ARMS, base);
	struct study study = { .arms = ARMS, .seeds = seeds, .looks = LOOKS, .arm = arms, .live = live };
	study_run(&study);
	const struct row rows[] = {
		{ "A day of training in mindset, everybody: output a person a year on", "d .05 [.02, .09]; .14 [.06, .22] targeted and faithful",
			"Macnamara & Burgoyne 2023; Burnette 2023", TRAIN_MINDSET, YEAR, PRODUCTIVITY, 0.02, 0.22 },
		{ "The same: effective mindset itself, at once", "none on mindset itself", "–", TRAIN_MINDSET, AT_ONCE, MINDSET, NAN, NAN },
		{ "A day of training in ownership: ownership at once", "d .62 on behaviour (k = 122)", "Arthur 2003", TRAIN_OWNERSHIP, AT_ONCE, OWNERSHIP, 0.55, 0.69 },
		{ "A day of training in political skill: that skill at once", "d .62 on behaviour; .63 on learning", "Arthur 2003", TRAIN_POLITICAL, AT_ONCE, POLITICAL, 0.55, 0.69 },
		{ "Leaders withdraw (direction, coaching, example 0, clarity .2): engagement after two years", "r −.37: d −.80 over a range that is not ours", "Judge & Piccolo 2004", WITHDRAWN, TWO_YEARS, ENGAGEMENT, d_of(-0.37), 0 },
		{ "The same: output a person after two years", "as above", "Judge & Piccolo 2004", WITHDRAWN, TWO_YEARS, PRODUCTIVITY, d_of(-0.37), 0 },
		{ "Coaching .35 → .8, with the leader hours for it: output a person after two years", "δ .36 overall, of coaching by others than managers", "Jones 2016", COACHING, TWO_YEARS, PRODUCTIVITY, 0, 0.36 },
		{ "The same: engagement after two years", "δ .51 affective", "Jones 2016", COACHING, TWO_YEARS, ENGAGEMENT, 0, 0.51 },
		{ "Coaching, example .8, clarity .8: engagement after two years", "r .44: d .98 over a range that is not ours", "Judge & Piccolo 2004", TRANSFORMING, TWO_YEARS, ENGAGEMENT, 0, d_of(0.44) },
		{ "A norm of four years: output a person after two years", "r .13: d .26", "Mlekus & Maier 2021", ROTATION, TWO_YEARS, PRODUCTIVITY, 0, d_of(0.13) },
	};
	fprintf(out, "In standard deviations between people of the organisation without the lever; %d seeds, 95 %% intervals of the mean. A range that "
		"ends at 0 says only: this sign, and no more than that.\n\n| lever and effect | published | source | model, in sd | as it is | within |\n| --- | --- | --- | --- | --- | --- |\n", seeds);
	for (size_t k = 0; k < sizeof rows / sizeof *rows; k++)
		tell_row(out, &study, &rows[k]);
	struct study_effect r = study_arm(&study, BASE, (YEAR * COLUMNS + ENGAGEMENT) * OF + WITH_OUTPUT);
	fprintf(out, "| Engagement and output over people: correlation | r .36 – .38 (174 studies) | Corbeanu & Iliescu 2023 | %+.2f ± %.2f | – | %s |\n", r.mean, r.half,
		r.mean < 0.36 ? "below" : r.mean > 0.38 ? "**above**" : "yes");
	study_clear(&study);
	clear_arms(arms, ARMS);
}

// Mindset gained by a programme for `coverage` of the staff, as a share of that at once: at once, after half a year, a year.
static void measure_transfer(const struct config *base, double coverage, bool boost_alone, int seeds, double *left)
{
	static struct config arms[2];
	for (int a = 0; a < 2; a++) {
		study_derive(&arms[a], base);
		for (int id = 0; id < PARAM_COUNT && boost_alone; id++)
			if (param_table[id].kind == PARAM_MECHANISM)
				arms[a].setting[id] = id == PARAM_MECHANISMS_BOOST;
	}
	teach(&arms[1], CONTENT_MINDSET, coverage);
	struct study study = { .arms = 2, .seeds = seeds, .looks = LOOKS, .arm = arms, .live = live };
	const double weight[2] = { -1, 1 };
	study_run(&study);
	for (int m = 2; m >= 0; m--)
		left[m] = study_compare(&study, weight, (m * COLUMNS + MINDSET) * OF + MEAN).mean;
	left[2] /= left[0], left[1] /= left[0], left[0] = 1;
	study_clear(&study);
	study_derived_clear(&arms[0]);
	study_derived_clear(&arms[1]);
}

void effects_tell_transfer(FILE *out, const struct config *base, int seeds)
{
	static const double published[3] = { 0.62, 0.44, 0.34 };
	static const char *const after[3] = { "at once", "half a year", "a year" };
	double left[4][3], keep = 0.347, decay = 0.0226;
	for (int k = 0; k < 4; k++)
		measure_transfer(base, k % 2 ? 1 : 0.1, k < 2, seeds, left[k]);
	fprintf(out, "| after | applying it | of those at once | curve fitted | boost alone, one in ten trained | boost alone, everybody trained "
		"| whole model, one in ten | whole model, everybody |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n");
	for (int m = 0; m < 3; m++)
		fprintf(out, "| %s | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f |\n", after[m], published[m], published[m] / published[0],
			keep + (1 - keep) * exp(-decay * 26 * m), left[0][m], left[1][m], left[2][m], left[3][m]);
}
