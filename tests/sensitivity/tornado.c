// All levers at equal cost, and those that cost nothing in the model by a quarter of their range: what each does to the main
// measures in the third year. `tornado` prints and compares with docs/sensitivity.md; `tornado write` rewrites it.
#include "script/scenario.h"
#include "support/charts.h"
#include "support/page.h"
#include "support/study.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { SEEDS = 40, SEEDS_PRICE = 4, YEARS = 3, ROUNDS = 14 };
#define BUDGET 300.0  // euro a head a year, about half a per cent of the wage bill

static const int shown[] = { MEASURE_PERFORMANCE, MEASURE_COMPLEX_QUALITY, MEASURE_COMPLEX_LEAD_WEEKS, MEASURE_STANDARD_LEAD_WEEKS,
	MEASURE_ENGAGEMENT, MEASURE_MINDSET, MEASURE_VOICE, MEASURE_TRUST };
enum { SHOWN = sizeof shown / sizeof *shown, EURO = SHOWN, LOOKS };

// A lever and how it goes from nothing (0) to all it can (1).
struct lever {
	const char *name;
	void (*pull)(struct config *config, double much);
};

static void from(struct config *config, enum param_id param, double much)
{
	const struct param *row = &param_table[param];
	study_set(config, (int)param, row->value + much * (row->max - row->value));
}

static void teach(struct config *config, enum content_id content, double coverage, double hours)
{
	struct programme what = { .name = "training", .weeks = 26, .hours = hours, .coverage = coverage, .group_size = 16, .mixed = true, .repeat_weeks = 52 };
	what.content[content] = 1;
	if (hours > 0)
		study_teach(config, &what);
}

static void hours_of_leaders(struct config *config, double much)
{
	double hours = 1.5 + much * 2;
	study_set(config, PARAM_LEADERSHIP_SPAN, hours > 26.2 / 16 ? 26.2 / hours : 16);
	study_set(config, PARAM_LEADERSHIP_HOURS, hours);
}

static void hours_and_coaching(struct config *config, double much)
{
	hours_of_leaders(config, much);
	study_set(config, PARAM_LEADERSHIP_COACHING, fmin(1, 0.35 + much * 2));
}

static void experiments(struct config *config, double much)
{
	study_set(config, PARAM_EXPERIMENTS_HELP, 1);
	study_set(config, PARAM_EXPERIMENTS_EVALUATE, 1);
	study_set(config, PARAM_EXPERIMENTS_WEEKS, floor(104 * much + 0.5));
}

static void board(struct config *config, double much)
{
	study_set(config, PARAM_SOUNDING_BOARD_SIZE, 12);
	study_set(config, PARAM_SOUNDING_BOARD_HOURS, 20 * much);
}

static void feasibility(struct config *config, double much)
{
	study_set(config, PARAM_FEASIBILITY_TEST_ON, much > 0);
}

static void coaching(struct config *c, double much) { from(c, PARAM_LEADERSHIP_COACHING, much); }
static void scharrel(struct config *c, double much) { from(c, PARAM_SCHARRELTIJD_SHARE, much); }
static void budget(struct config *c, double much) { study_set(c, PARAM_TRAINING_BUDGET_EURO_PER_HEAD, 789 + 2000 * much); }
static void assess(struct config *c, double much) { from(c, PARAM_SELF_ASSESSMENT_SHARE, much); }
static void profile(struct config *c, double much) { from(c, PARAM_APPRAISAL_PROFILE, much); }
static void talks(struct config *c, double much) { from(c, PARAM_FOLLOWUP_PERIODIC_TALKS, much); }
static void plans(struct config *c, double much) { from(c, PARAM_FOLLOWUP_TEAM_PLANS, much); }
static void partners(struct config *c, double much) { from(c, PARAM_PARTNERS_DAYS, much); }
static void maturity(struct config *c, double much) { from(c, PARAM_DATA_MATURITY, much); }
static void dialogue(struct config *c, double much) { from(c, PARAM_DATA_DIALOGUE, much); }
static void hired(struct config *c, double much) { from(c, PARAM_EXTERNAL_STRUCTURAL, much); }
static void teach_mindset(struct config *c, double much) { teach(c, CONTENT_MINDSET, 0.9, 16 * much); }
static void teach_ownership(struct config *c, double much) { teach(c, CONTENT_OWNERSHIP, 0.9, 16 * much); }
static void teach_content(struct config *c, double much) { teach(c, CONTENT_CONTENT, 0.9, 16 * much); }
static void teach_political(struct config *c, double much) { teach(c, CONTENT_POLITICAL, 0.9, 16 * much); }
static void teach_coaching(struct config *c, double much) { teach(c, CONTENT_COACHING, 0.9, 16 * much); }

static const struct lever costly[] = {
	{ "leader hours (smaller span)", hours_of_leaders }, { "leader hours and coaching", hours_and_coaching }, { "coaching alone", coaching },
	{ "scharreltijd", scharrel }, { "training budget", budget }, { "self-assessment", assess }, { "profile", profile }, { "periodic talks", talks },
	{ "team plans", plans }, { "sounding board", board }, { "experiments with help", experiments }, { "feasibility test", feasibility },
	{ "partner days", partners }, { "data maturity", maturity }, { "data dialogue", dialogue }, { "structural hire", hired },
	{ "yearly training: mindset", teach_mindset }, { "yearly training: ownership", teach_ownership }, { "yearly training: own discipline", teach_content },
	{ "yearly training: political skill", teach_political }, { "yearly training: coaching", teach_coaching },
};
enum { COSTLY = sizeof costly / sizeof *costly };

// Free in the model: a quarter of the range down and up, where the range allows. By others: two values.
struct choice {
	enum param_id param;
	double low, high;  // both 0: a quarter of the range around the default
};
static const struct choice choices[] = {
	{ PARAM_LEADERSHIP_DIRECTION, 0, 0 }, { PARAM_LEADERSHIP_EXAMPLE, 0, 0 }, { PARAM_KERBS_ROOM, 0, 0 }, { PARAM_KERBS_CLARITY, 0, 0 },
	{ PARAM_APPRAISAL_REFLECT, 0, 0 }, { PARAM_JOB_RIGIDITY, 0, 0 }, { PARAM_STANCE_INTEGRAL, 0, 0 }, { PARAM_MOBILITY_NORM_YEARS, 12, 6 },
	{ PARAM_MOBILITY_CAREER_PATHS, 0, 0 }, { PARAM_MOBILITY_PERSPECTIVE, 0, 0 }, { PARAM_POOL_SHARE, 0, 0.16 }, { PARAM_KLUSSENBANK_HOURS_SHARE, 0, 0.125 },
	{ PARAM_PRIORITY_STANDARD_FIRST, 0, 0 }, { PARAM_POLITICS_DUALISM, 0, 0 }, { PARAM_POLITICS_PROMISE, 0, 0 }, { PARAM_POLITICS_REALISM, 0, 0 },
	{ PARAM_RESIDENTS_ALLIED, 0, 0 }, { PARAM_RECRUITMENT_MINDSET, 0, 0 }, { PARAM_RECRUITMENT_DELAY_WEEKS, 6, 18 }, { PARAM_DECLARE_CHANGE, 0, 0 },
	{ PARAM_EXTERNAL_MAX_SHARE, 0, 0.3 },
};
enum { CHOICES = sizeof choices / sizeof *choices };

static void live(const struct study *study, int arm, const struct config *config, double *out)
{
	(void)study, (void)arm;
	struct sim *sim = sim_create(config, 1, NULL);
	double sum[SHOWN] = { 0 }, count[SHOWN] = { 0 };
	must(sim);
	for (int week = 1; week <= 52 * YEARS; week++) {
		must(sim_run_to(sim, week, NULL, NULL));
		for (int k = 0; k < SHOWN && week > 52 * (YEARS - 1); k++) {
			double value = sim_measure(sim, CONFIG_UNIT_ALL, shown[k]);
			sum[k] += isnan(value) ? 0 : value;
			count[k] += !isnan(value);
		}
	}
	for (int k = 0; k < SHOWN; k++)
		out[k] = count[k] > 0 ? sum[k] / count[k] : 0;
	out[EURO] = sim_measure(sim, CONFIG_UNIT_ALL, MEASURE_CHANGE_EURO) / config_staff(config) / YEARS;
	sim_destroy(sim);
}

static double price(const struct config *base, const struct lever *lever, double much)
{
	static struct config arm;
	study_derive(&arm, base);
	lever->pull(&arm, much);
	struct study study = { .arms = 1, .seeds = SEEDS_PRICE, .looks = LOOKS, .arm = &arm, .live = live };
	study_run(&study);
	double euro = study_arm(&study, 0, EURO).mean;
	study_clear(&study);
	study_derived_clear(&arm);
	return euro;
}

// How far a lever may be pulled for the budget: all the way when that is cheaper.
static double afford(const struct config *base, const struct lever *lever)
{
	double low = 0, high = 1;
	if (price(base, lever, 1) <= BUDGET)
		return 1;
	for (int round = 0; round < ROUNDS && high - low > 0.002; round++) {
		double middle = (low + high) / 2;
		*(price(base, lever, middle) > BUDGET ? &high : &low) = middle;
	}
	return low;
}

static struct study_effect effect(const struct study *study, int arm, int look)
{
	double weight[COSTLY + 2 * CHOICES + 1] = { -1 };
	weight[arm] = 1;
	return study_compare(study, weight, look);
}

static void tell_head(FILE *out, const char *first, const char *second)
{
	fprintf(out, "| %s | %s |", first, second);
	for (int k = 0; k < SHOWN; k++)
		fprintf(out, " `%s` |", measure_table[shown[k]].name);
	fprintf(out, "\n| --- | --- |");
	for (int k = 0; k < SHOWN; k++)
		fprintf(out, " --- |");
	fprintf(out, "\n");
}

// What the interval leaves open whether it is anything is told as a dot.
static void tell_effect(FILE *out, struct study_effect e)
{
	if (fabs(e.mean) <= e.half)
		fprintf(out, " · |");
	else
		fprintf(out, " %+.*f |", fabs(e.mean) >= 1 ? 2 : 4, e.mean);
}

// Share of the largest in the sum of all: does one lever swamp the rest?
static void tell_largest(FILE *out, const struct study *study, const int *arm, int count)
{
	fprintf(out, "| largest ÷ sum of all | |");
	for (int k = 0; k < SHOWN; k++) {
		double most = 0, sum = 0;
		for (int n = 0; n < count; n++) {
			double size = fabs(effect(study, arm[n], k).mean);
			sum += size;
			most = fmax(most, size);
		}
		fprintf(out, " %.2f |", sum > 0 ? most / sum : 0);
	}
	fprintf(out, "\n");
}

static void tell_base(FILE *out, const struct study *study)
{
	fprintf(out, "| as it is | 0 |");
	for (int k = 0; k < SHOWN; k++)
		fprintf(out, " %.4f |", study_arm(study, 0, k).mean);
	fprintf(out, "\n");
}

static void tell_costly(FILE *out, const struct study *study)
{
	int arm[COSTLY];
	fprintf(out, "%d seeds; means of the third year; each lever as far as %.0f euro a head a year goes (all the way where that is cheaper). `·`: the 95 %% interval "
		"contains 0.\n\n", study->seeds, BUDGET);
	tell_head(out, "lever", "euro a head a year");
	tell_base(out, study);
	for (int n = 0; n < COSTLY; n++) {
		arm[n] = 1 + n;
		fprintf(out, "| %s | %.0f |", costly[n].name, study_arm(study, 1 + n, EURO).mean);
		for (int k = 0; k < SHOWN; k++)
			tell_effect(out, effect(study, 1 + n, k));
		fprintf(out, "\n");
	}
	tell_largest(out, study, arm, COSTLY);
}

static double choice_value(const struct choice *choice, bool high)
{
	const struct param *row = &param_table[choice->param];
	double quarter = (row->max - row->min) / 4;
	if (choice->low != 0 || choice->high != 0)
		return high ? choice->high : choice->low;
	return high ? fmin(row->max, row->value + quarter) : fmax(row->min, row->value - quarter);
}

static void tell_choices(FILE *out, const struct study *study)
{
	int arm[2 * CHOICES];
	fprintf(out, "%d seeds; means of the third year; a quarter of the range down and up where the range allows. They cost nothing in the model, which "
		"does not mean that they are free.\n\n", study->seeds);
	tell_head(out, "lever", "value");
	tell_base(out, study);
	for (int n = 0; n < 2 * CHOICES; n++) {
		arm[n] = 1 + COSTLY + n;
		double value = choice_value(&choices[n / 2], n % 2);
		if (value == param_table[choices[n / 2].param].value)
			continue;
		fprintf(out, "| `%s` | %g |", param_table[choices[n / 2].param].name, value);
		for (int k = 0; k < SHOWN; k++)
			tell_effect(out, effect(study, arm[n], k));
		fprintf(out, "\n");
	}
	tell_largest(out, study, arm, 2 * CHOICES);
}

static void draw(struct page *page, const struct study *study, int look, bool free_ones, struct font *font)
{
	struct chart_swing swing[COSTLY + CHOICES];
	double base = study_arm(study, 0, look).mean;
	int count = free_ones ? CHOICES : COSTLY;
	char at[2 * CHOICES][24], name[64], title[128];
	for (int n = 0; n < count; n++) {
		int arm = 1 + (free_ones ? COSTLY + 2 * n : n);
		swing[n] = (struct chart_swing){ .label = free_ones ? param_table[choices[n].param].name : costly[n].name, .low = base,
			.high = study_arm(study, arm, look).mean, .low_at = "", .high_at = "" };
		if (free_ones) {
			swing[n].low = study_arm(study, arm, look).mean;
			swing[n].high = study_arm(study, arm + 1, look).mean;
			for (int side = 0; side < 2; side++)
				snprintf(at[2 * n + side], sizeof at[0], "%g", choice_value(&choices[n], side));
			swing[n].low_at = at[2 * n];
			swing[n].high_at = at[2 * n + 1];
		}
	}
	const struct measure *measure = &measure_table[shown[look]];
	snprintf(title, sizeof title, free_ones ? "%s: levers without a price, a quarter of their range" : "%s: what each lever does for the same money", measure->label.en);
	struct chart_look how = { .theme = &theme_light, .font = font, .lang = LANG_EN, .width = 900 };
	struct chart_tornado chart = { .words = { .title = title, .subtitle = "Default municipality of 600, means of the third year" },
		.axis = { .kind = TICKS_NUMBER, .title = measure->unit, .decimals = 3 }, .centre = base, .count = count, .swing = swing };
	struct draw picture;
	draw_init(&picture);
	chart_tornado(&picture, &how, &chart);
	snprintf(name, sizeof name, "tornado-%s%s", free_ones ? "free-" : "", measure->name);
	page_picture(page, name, &picture);
}

static void put(struct page *page, const char *mark, void (*tell)(FILE *, const struct study *), const struct study *study)
{
	char *text = NULL;
	size_t size = 0;
	FILE *out = open_memstream(&text, &size);
	must(out);
	tell(out, study);
	must(fclose(out) == 0);
	printf("%s\n", text);
	page_put(page, mark, text);
	free(text);
}

int main(int argc, char **argv)
{
	static struct config base, arm[1 + COSTLY + 2 * CHOICES];
	static struct err err;
	struct page page = page_open("docs/sensitivity.md", argc, argv);
	err_clear(&err);
	if (!scenario_load("scenarios/default.lua", &base, &err)) {
		fprintf(stderr, "%s", err.text[LANG_EN]);
		return 1;
	}
	for (int n = 0; n < 1 + COSTLY + 2 * CHOICES; n++)
		study_derive(&arm[n], &base);
	for (int n = 0; n < COSTLY; n++)
		costly[n].pull(&arm[1 + n], afford(&base, &costly[n]));
	for (int n = 0; n < 2 * CHOICES; n++)
		study_set(&arm[1 + COSTLY + n], (int)choices[n / 2].param, choice_value(&choices[n / 2], n % 2));
	struct study study = { .arms = 1 + COSTLY + 2 * CHOICES, .seeds = study_seeds(SEEDS), .looks = LOOKS, .arm = arm, .live = live };
	study_run(&study);
	put(&page, "levers-cost", tell_costly, &study);
	put(&page, "levers-free", tell_choices, &study);
	struct font *font = charts_font();
	for (int look = 0; look < SHOWN; look++)
		if (shown[look] == MEASURE_PERFORMANCE || shown[look] == MEASURE_ENGAGEMENT) {
			draw(&page, &study, look, false, font);
			draw(&page, &study, look, true, font);
		}
	font_destroy(font);
	study_clear(&study);
	for (int n = 0; n < 1 + COSTLY + 2 * CHOICES; n++)
		study_derived_clear(&arm[n]);
	config_clear(&base);
	return page_close(&page);
}
