// Which of all settings matter, and how: a Morris screening of everything that can be set, then Sobol indices of the ten
// settings that do most, per main measure. `screen` prints and compares with docs/sensitivity.md; `screen write` rewrites it.
#include "batch/points.h"
#include "batch/sensitivity.h"
#include "mem.h"
#include "script/scenario.h"
#include "sim/crew.h"
#include "support/charts.h"
#include "support/page.h"
#include "support/study.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { YEARS = 3, REPLICATES = 2, TRAJECTORIES = 10, BASES = 64, TOP = 10, SEED = 1, OCCUPANCY = PARAM_COUNT };

static const int shown[] = { MEASURE_PERFORMANCE, MEASURE_COMPLEX_QUALITY, MEASURE_COMPLEX_LEAD_WEEKS, MEASURE_ENGAGEMENT, MEASURE_MINDSET, MEASURE_VOICE, MEASURE_TRUST };
enum { SHOWN = sizeof shown / sizeof *shown };

struct factor {
	int param;          // or OCCUPANCY: of all departments
	double low, high;
};

static struct factor factors[PARAM_COUNT + 1];
static int factor_count;
static struct config base;

// ---- what is varied, and how far

// Where half and one and a half times the default, or a quarter of the range, would make no sense.
static const struct factor given[] = {
	{ PARAM_LEADERSHIP_HOURS, 1, 1.6 }, { PARAM_MOBILITY_NORM_YEARS, 5, 15 }, { PARAM_POOL_SHARE, 0, 0.2 }, { PARAM_KLUSSENBANK_HOURS_SHARE, 0, 0.1 },
	{ PARAM_SCHARRELTIJD_SHARE, 0, 0.05 }, { PARAM_TRAINING_BUDGET_EURO_PER_HEAD, 500, 1500 }, { PARAM_SOUNDING_BOARD_SIZE, 0, 12 },
	{ PARAM_SOUNDING_BOARD_HOURS, 0, 4 }, { PARAM_EXPERIMENTS_WEEKS, 0, 52 }, { PARAM_PARTNERS_DAYS, 3, 9 }, { PARAM_RECRUITMENT_DELAY_WEEKS, 6, 18 },
	{ PARAM_DEMAND_DRIFT, -0.02, 0.02 }, { PARAM_DEMAND_GROWTH, -0.02, 0.02 }, { PARAM_DEMAND_COMPLEX_SHARE, 0.2, 0.4 }, { PARAM_COMPLEX_HOURS, 250, 750 },
	{ PARAM_COMPLEX_COMPLEXITY_MIN, 0, 0.2 }, { PARAM_COMPLEX_COMPLEXITY_MAX, 0.8, 1 }, { PARAM_COMPLEX_DISCIPLINES_MIN, 1, 3 },
	{ PARAM_COMPLEX_DISCIPLINES_MAX, 4, 5 }, { PARAM_COMPLEX_TERM_WEEKS, 20, 32 }, { PARAM_RETIREMENT_AGE, 65, 69 }, { PARAM_HOURS_PER_WEEK, 25, 27.4 },
	{ PARAM_HOURS_PART_TIME, 0.83, 0.91 }, { PARAM_EXTERNAL_TRIGGER, 1, 1.1 }, { PARAM_LOAD_KINK, 0.9, 0.95 }, { PARAM_EXTERNAL_STRUCTURAL, 0.1, 0.168 },
	{ PARAM_EXTERNAL_MAX_SHARE, 0.05, 0.15 }, { OCCUPANCY, 0.72, 0.82 },
};
static const int left_out[] = { PARAM_LEADERSHIP_SPAN, PARAM_MERGER_ORGANISATIONS, PARAM_MERGER_CULTURE_GAP, PARAM_PARTNERS_STRENGTH };

static void add_factor(int param)
{
	struct factor f = { param, 0, 0 };
	for (size_t k = 0; k < sizeof left_out / sizeof *left_out; k++)
		if (left_out[k] == param)
			return;
	for (size_t k = 0; k < sizeof given / sizeof *given; k++)
		if (given[k].param == param)
			f = given[k];
	if (f.low == f.high) {
		const struct param *row = &param_table[param];
		double quarter = (row->max - row->min) / 4, half = row->value / 2;
		double reach = row->kind == PARAM_MODEL && row->value > 0 ? half : row->type == PARAM_SWITCH ? 1 : quarter;
		f.low = fmax(row->min, row->value - reach);
		f.high = fmin(row->max, row->value + reach);
		if (row->type != PARAM_REAL) {
			f.low = ceil(f.low);
			f.high = floor(f.high);
		}
	}
	factors[factor_count++] = f;
}

static void find_factors(void)
{
	for (int id = 0; id < PARAM_COUNT; id++)
		if (param_settable(id) && param_table[id].kind != PARAM_MECHANISM && strncmp(param_table[id].name, "cost.", 5) != 0)
			add_factor(id);
	add_factor(OCCUPANCY);
}

static const char *name_of(int param)
{
	return param == OCCUPANCY ? "standard.occupancy" : param_table[param].name;
}

// ---- one run

struct job {
	struct results *results;
	const struct factor *factor;
};

static void run_one(void *context, int index)
{
	const struct job *job = context;
	struct results *results = job->results;
	int point = index / REPLICATES, replicate = index % REPLICATES;
	const double *value = results->point[point].value;
	struct config config = base;
	struct department *departments = mem_new((size_t)base.department_count, sizeof *departments);
	must(departments);
	memcpy(departments, base.department, (size_t)base.department_count * sizeof *departments);
	config.department = departments;
	config.seed = SEED + (uint64_t)replicate;
	for (int f = 0; f < results->factor_count; f++)
		if (job->factor[f].param != OCCUPANCY)
			config.setting[job->factor[f].param] = value[f];
		else
			for (int d = 0; d < config.department_count; d++)
				departments[d].stream[0].occupancy = value[f];
	struct err err;
	err_clear(&err);
	struct sim *sim = sim_create(&config, 1, &err);
	if (!sim) {
		fprintf(stderr, "%s", err.text[LANG_EN]);
		exit(1);
	}
	must(sim_run_to(sim, 52 * (YEARS - 1), NULL, NULL));
	double sum[SHOWN] = { 0 }, count[SHOWN] = { 0 };
	for (int week = 52 * (YEARS - 1) + 1; week <= 52 * YEARS; week++) {
		must(sim_run_to(sim, week, NULL, NULL));
		for (int k = 0; k < SHOWN; k++) {
			double now = sim_measure(sim, CONFIG_UNIT_ALL, shown[k]);
			sum[k] += isnan(now) ? 0 : now;
			count[k] += !isnan(now);
		}
	}
	for (int k = 0; k < SHOWN; k++)
		*results_at(results, point, replicate, k) = count[k] > 0 ? sum[k] / count[k] : NAN;
	sim_destroy(sim);
	mem_free(departments);
}

// ---- a design

static char *owned(const char *text)
{
	char *copy = config_copy_text(text);
	must(copy);
	return copy;
}

static void lay_out(struct results *results, enum results_design design, int size, const struct factor *factor, int count)
{
	struct points points;
	must(points_make(design, size, count, SEED, &points, NULL));
	*results = (struct results){ .design = design, .design_size = size, .seed = SEED, .years = YEARS, .factor_count = count, .point_count = points.count,
		.outcome_count = SHOWN, .replicate_count = REPLICATES };
	results->factor = mem_new((size_t)count, sizeof *results->factor);
	results->point = mem_new((size_t)points.count, sizeof *results->point);
	results->outcome = mem_new(SHOWN, sizeof *results->outcome);
	must(results->factor && results->point && results->outcome);
	for (int f = 0; f < count; f++)
		results->factor[f] = (struct results_factor){ .key = owned(name_of(factor[f].param)), .is_range = true, .min = factor[f].low, .max = factor[f].high,
			.is_whole = factor[f].param != OCCUPANCY && param_table[factor[f].param].type != PARAM_REAL };
	for (int k = 0; k < SHOWN; k++)
		results->outcome[k] = (struct results_outcome){ .key = owned(measure_table[shown[k]].name) };
	for (int p = 0; p < points.count; p++) {
		double *value = results->point[p].value = mem_new((size_t)count, sizeof *value);
		must(value);
		results->point[p].named = -1;
		for (int f = 0; f < count; f++)
			value[f] = points_value(&results->factor[f], points.x[(size_t)p * (size_t)count + (size_t)f]);
	}
	points_clear(&points);
	must(results_reserve(results, NULL));
}

static void run_design(struct results *results, enum results_design design, int size, const struct factor *factor, int count)
{
	lay_out(results, design, size, factor, count);
	struct job job = { results, factor };
	struct crew *crew = crew_create(study_threads(), NULL);
	must(crew);
	crew_run(crew, run_one, &job, results->point_count * REPLICATES);
	crew_destroy(crew);
}

// ---- telling

static void draw(struct page *page, const struct results *results, const struct sensitivity *s, struct font *font)
{
	struct chart_bar bar[TOP];
	bool morris = s->design == RESULTS_MORRIS;
	const struct measure *measure = &measure_table[shown[s->outcome]];
	int count = s->count < TOP ? s->count : TOP;
	char title[160], name[96];
	for (int k = 0; k < count; k++) {
		const struct sensitivity_index *index = morris ? &s->row[k].star : &s->row[k].total;
		bar[k] = (struct chart_bar){ results->factor[s->row[k].factor].key, index->value, index->interval.low, index->interval.high };
	}
	snprintf(title, sizeof title, morris ? "%s: what does most, over the whole range of each setting" : "%s: share of variance that each setting is part of", measure->label.en);
	snprintf(name, sizeof name, "%s-%s", morris ? "morris" : "sobol", measure->name);
	struct chart_look look = { .theme = &theme_light, .font = font, .lang = LANG_EN, .width = 720 };
	struct chart_bars chart = { .words = { .title = title, .subtitle = morris ? "Morris: mean size of elementary effects" : "Sobol: total index" },
		.axis = { .kind = TICKS_NUMBER, .title = morris ? measure->unit : "share of variance", .decimals = morris ? 3 : 2 }, .interval = "95 %", .count = count, .bar = bar };
	struct draw picture;
	draw_init(&picture);
	chart_bars(&picture, &look, &chart);
	page_picture(page, name, &picture);
}

// Where the default comes from; a bare id of a text is a reason for the setting, not for its number.
static void tell_source(FILE *out, const char *key)
{
	int id = param_find(key);
	const char *source = param_table[id].source;
	bool bare = source[0] == '0' && !strchr(source, ';') && !strchr(source, '(');
	fprintf(out, " %s%s |\n", source, bare ? "; scenario input" : "");
}

static void tell_morris(FILE *out, const struct results *results, const struct sensitivity *s)
{
	fprintf(out, "#### `%s`\n\nMean over the space %.4g, sd %.4g; chance is %.0f %% of the variance between points.\n\n", measure_table[shown[s->outcome]].name, s->average, s->sd, 100 * s->noise);
	fprintf(out, "| setting | from | to | μ* (95 %% interval) | μ | σ | where the default comes from |\n| --- | --- | --- | --- | --- | --- | --- |\n");
	for (int k = 0; k < TOP && k < s->count; k++) {
		const struct sensitivity_row *row = &s->row[k];
		const struct results_factor *f = &results->factor[row->factor];
		fprintf(out, "| `%s` | %g | %g | %.4g (%.3g – %.3g) | %+.3g | %.3g |", f->key, f->min, f->max, row->star.value, row->star.interval.low, row->star.interval.high,
			row->mean.value, row->sd.value);
		tell_source(out, f->key);
	}
	fprintf(out, "\n![Morris](pictures/morris-%s.svg)\n\n", measure_table[shown[s->outcome]].name);
}

static void tell_sobol(FILE *out, const struct results *results, const struct sensitivity *s)
{
	fprintf(out, "#### `%s`\n\nMean over the space %.4g, sd %.4g; %.0f %% of the variance belongs to no setting alone (95 %% interval %.0f – %.0f), chance is %.0f %%.\n\n",
		measure_table[shown[s->outcome]].name, s->average, s->sd, 100 * s->together.value, 100 * s->together.interval.low, 100 * s->together.interval.high, 100 * s->noise);
	fprintf(out, "| setting | alone: S (95 %% interval) | in all: S_T (95 %% interval) |\n| --- | --- | --- |\n");
	for (int k = 0; k < s->count; k++) {
		const struct sensitivity_row *row = &s->row[k];
		fprintf(out, "| `%s` | %.2f (%.2f – %.2f) | %.2f (%.2f – %.2f) |\n", results->factor[row->factor].key, row->first.value, row->first.interval.low,
			row->first.interval.high, row->total.value, row->total.interval.low, row->total.interval.high);
	}
	fprintf(out, "\n![Sobol](pictures/sobol-%s.svg)\n\n", measure_table[shown[s->outcome]].name);
}

int main(int argc, char **argv)
{
	static struct err err;
	struct page page = page_open("docs/sensitivity.md", argc, argv);
	struct results screening, closer;
	char *text[2];
	size_t size[2];
	err_clear(&err);
	if (!scenario_load("scenarios/default.lua", &base, &err)) {
		fprintf(stderr, "%s", err.text[LANG_EN]);
		return 1;
	}
	struct font *font = charts_font();
	FILE *morris = open_memstream(&text[0], &size[0]), *sobol = open_memstream(&text[1], &size[1]);
	must(morris && sobol);
	find_factors();
	run_design(&screening, RESULTS_MORRIS, TRAJECTORIES, factors, factor_count);
	fprintf(morris, "%d settings, %d trajectories, %d seeds a point: %d runs of %d years.\n\n", factor_count, TRAJECTORIES, REPLICATES, screening.point_count * REPLICATES, YEARS);
	for (int k = 0; k < SHOWN; k++) {
		struct sensitivity s;
		struct factor top[TOP];
		must(sensitivity_make(&screening, k, -1, &s, &err));
		tell_morris(morris, &screening, &s);
		draw(&page, &screening, &s, font);
		for (int n = 0; n < TOP; n++)
			top[n] = factors[s.row[n].factor];
		sensitivity_clear(&s);
		run_design(&closer, RESULTS_SOBOL, BASES, top, TOP);
		must(sensitivity_make(&closer, k, -1, &s, &err));
		if (k == 0)
			fprintf(sobol, "%d bases, %d seeds a point: %d runs for each measure.\n\n", BASES, REPLICATES, closer.point_count * REPLICATES);
		tell_sobol(sobol, &closer, &s);
		draw(&page, &closer, &s, font);
		fprintf(stderr, "%s\n", measure_table[shown[k]].name);
		sensitivity_clear(&s);
		results_clear(&closer);
	}
	must(fclose(morris) == 0 && fclose(sobol) == 0);
	printf("%s\n%s", text[0], text[1]);
	page_put(&page, "morris", text[0]);
	page_put(&page, "sobol", text[1]);
	free(text[0]);
	free(text[1]);
	results_clear(&screening);
	font_destroy(font);
	config_clear(&base);
	return page_close(&page);
}
