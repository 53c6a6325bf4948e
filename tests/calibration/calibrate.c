// The default municipality beside the Dutch facts, and what single levers do beside what was published about them.
// `calibrate` prints the tables and compares them with docs/calibration.md; `calibrate write` rewrites them. The same
// seeds give the same digits anywhere.
#include "calibration/effects.h"
#include "script/scenario.h"
#include "sim/model.h"
#include "support/charts.h"
#include "support/page.h"
#include "support/study.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { YEARS = 10, SEEDS = 40, NONE = -1 };

// What the measures do not say: further numbers of a year.
enum extra { INFLOW = MEASURE_COUNT, SERVICE, LEADERS, SPREAD_START, LOOKS_A_YEAR };

struct band {
	const char *what, *source;
	int look;
	double low, high;       // what was measured; NaN: none
	int decimals;
};

static const struct band bands[] = {
	{ "Outflow a year, share of staff", "Personeelsmonitor 2021–2022", MEASURE_OUTFLOW, 0.083, 0.088, 4 },
	{ "Inflow a year, share of staff", "Personeelsmonitor 2021–2022", INFLOW, 0.129, 0.159, 4 },
	{ "Internal moves a year, share of staff", "Personeelsmonitor 2021–2022", MEASURE_MOVES, 0.073, 0.084, 4 },
	{ "Sick leave", "Personeelsmonitor 2021–2023", MEASURE_ABSENCE, 0.058, 0.067, 4 },
	{ "Entrants gone within three years", "ABF/A&O: one third; a band of ten per cent is ours", MEASURE_ENTRANT_EXITS, 0.30, 0.367, 3 },
	{ "Mean age, years", "Personeelsmonitor 2022: 47.2; half a year either side is ours", MEASURE_AGE, 46.7, 47.7, 1 },
	{ "Mean service, years", "Personeelsmonitor 2010: 10.4; a year either side is ours", SERVICE, 9.4, 11.4, 1 },
	{ "Leaders per 100 staff", "Personeelsmonitor 2012: 6.1; half either side is ours", LEADERS, 5.6, 6.6, 2 },
	{ "Training, share of the wage bill", "Personeelsmonitor 2020, 2022", MEASURE_TRAINING_SHARE, 0.013, 0.015, 4 },
	{ "External hire, share of the wage bill", "Personeelsmonitor 2021–2022: 16.5–17 %; half a point either side is ours", MEASURE_EXTERNAL_SHARE, 0.16, 0.175, 4 },
	{ "Standard work: lead time, weeks", "Schagen 2016–2017: 41 and 44 days", MEASURE_STANDARD_LEAD_WEEKS, 5.85, 6.3, 2 },
	{ "Complex work: lead time, weeks", "Schagen 2016–2017: 188 and 149 days", MEASURE_COMPLEX_LEAD_WEEKS, 21.2, 26.9, 1 },
	{ "Standard work on time", "one Gooi municipality, 2017: 48.3 %, up nearly 28 % by 2019: a lower bound", MEASURE_STANDARD_ON_TIME, 0.483, 1, 3 },
	{ "Complex work on time", "none", MEASURE_COMPLEX_ON_TIME, NAN, NAN, 3 },
	{ "Occupancy, measured", "none: about .85 is a scenario input", MEASURE_OCCUPANCY, NAN, NAN, 3 },
	{ "Share with a growth mindset", "none for civil servants", MEASURE_GROWTH_SHARE, NAN, NAN, 3 },
};

// What may not drift when nothing is changed.
static const int steady[] = {
	MEASURE_MINDSET, MEASURE_MINDSET_SD, MEASURE_OWNERSHIP, MEASURE_ALLIANCE, MEASURE_VOICE, MEASURE_SAFETY, MEASURE_CREDIBILITY,
	MEASURE_ENGAGEMENT, MEASURE_AUTONOMY, MEASURE_MEANING, MEASURE_FIT, MEASURE_STRAIN, MEASURE_SKILL, MEASURE_BREADTH, MEASURE_CROSS_TIES,
	MEASURE_STANDARD_LEAD_WEEKS, MEASURE_COMPLEX_LEAD_WEEKS, MEASURE_COMPLEX_QUALITY, MEASURE_OCCUPANCY, MEASURE_PARTNER_STRENGTH,
	MEASURE_TRUST, MEASURE_PERFORMANCE,
};

static double count_at_work(const struct sim *sim, double *service)
{
	double staff = 0, managers = 0;
	*service = 0;
	for (int i = 0; i < sim->staff.slots; i++)
		if (sim->staff.unit[i] != STAFF_VACANT) {
			staff += 1;
			managers += sim->staff.manager[i];
			*service += sim->staff.service[i];
		}
	*service /= staff * CONFIG_WEEKS_PER_YEAR;
	return 100 * managers / staff;
}

static void live_ten_years(const struct study *study, int arm, const struct config *config, double *out)
{
	(void)arm, (void)study;
	struct sim *sim = sim_create(config, 1, NULL);
	must(sim && sim_run_to(sim, 0, NULL, NULL));
	double start = sim_measure(sim, CONFIG_UNIT_ALL, MEASURE_MINDSET_SD);
	for (int year = 0; year < YEARS; year++, out += LOOKS_A_YEAR) {
		double sum[MEASURE_COUNT] = { 0 }, count[MEASURE_COUNT] = { 0 };
		int64_t hired = sim_totals(sim).hired;
		for (int week = 52 * year + 1; week <= 52 * (year + 1); week++) {
			must(sim_run_to(sim, week, NULL, NULL));
			for (int id = 0; id < MEASURE_COUNT; id++) {
				double value = sim_measure(sim, CONFIG_UNIT_ALL, id);
				sum[id] += isnan(value) ? 0 : value;
				count[id] += !isnan(value);
			}
		}
		for (int id = 0; id < MEASURE_COUNT; id++)
			out[id] = count[id] > 0 ? sum[id] / count[id] : 0;
		out[INFLOW] = (double)(sim_totals(sim).hired - hired) / out[MEASURE_STAFF];
		out[LEADERS] = count_at_work(sim, &out[SERVICE]);
		out[SPREAD_START] = start;
	}
	sim_destroy(sim);
}

// Over the years `from` … `to` of each seed.
static struct study_effect over_years(const struct study *study, int look, int from, int to, bool last_less_first)
{
	struct study part = { .arms = 1, .seeds = study->seeds, .looks = 1 };
	double value[1024] = { 0 };
	part.value = value;
	for (int seed = 0; seed < study->seeds; seed++) {
		if (last_less_first)
			value[seed] = study_value(study, 0, seed, to * LOOKS_A_YEAR + look) - study_value(study, 0, seed, from * LOOKS_A_YEAR + look);
		for (int year = from; year <= to && !last_less_first; year++)
			value[seed] += study_value(study, 0, seed, year * LOOKS_A_YEAR + look) / (to - from + 1);
	}
	return study_arm(&part, 0, 0);
}

static const char *verdict(const struct band *band, double mean)
{
	if (isnan(band->low))
		return "–";
	return mean >= band->low && mean <= band->high ? "yes" : "**no**";
}

static void tell_bands(FILE *out, const struct study *study)
{
	fprintf(out, "%d seeds, %d years, 600 posts in eight departments, nothing changed. The mean over seeds and years with its 95 %% interval, "
		"and how far single years of single seeds lie apart (sd).\n\n", study->seeds, YEARS);
	fprintf(out, "| fact | measured in Dutch municipalities | source | model | sd of a year | within |\n| --- | --- | --- | --- | --- | --- |\n");
	for (size_t k = 0; k < sizeof bands / sizeof *bands; k++) {
		const struct band *b = &bands[k];
		struct study_effect all = over_years(study, b->look, 0, YEARS - 1, false), first = over_years(study, b->look, 4, 4, false);
		char band[64] = "–";
		if (!isnan(b->low) && b->high == 1)
			snprintf(band, sizeof band, "≥ %.*f", b->decimals, b->low);
		else if (!isnan(b->low))
			snprintf(band, sizeof band, "%.*f – %.*f", b->decimals, b->low, b->decimals, b->high);
		fprintf(out, "| %s | %s | %s | %.*f ± %.*f | %.*f | %s |\n", b->what, band, b->source, b->decimals, all.mean, b->decimals, all.half,
			b->decimals, first.sd, verdict(b, all.mean));
	}
}

static void tell_drift(FILE *out, const struct study *study)
{
	struct study_effect before = over_years(study, SPREAD_START, 0, 0, false), after = over_years(study, MEASURE_MINDSET_SD, YEARS - 1, YEARS - 1, false);
	fprintf(out, "Spread of mindset (sd between people): %.4f at the start, %.4f in year %d: %+.1f %%. It must stay within a fifth: %s.\n\n", before.mean,
		after.mean, YEARS, 100 * (after.mean / before.mean - 1), fabs(after.mean / before.mean - 1) < 0.2 ? "it does" : "**it does not**");
	fprintf(out, "| measure | year 1 | year %d | drift, 95 %% interval | in sd between seeds |\n| --- | --- | --- | --- | --- |\n", YEARS);
	for (size_t k = 0; k < sizeof steady / sizeof *steady; k++) {
		struct study_effect first = over_years(study, steady[k], 0, 0, false), last = over_years(study, steady[k], YEARS - 1, YEARS - 1, false);
		struct study_effect drift = over_years(study, steady[k], 0, YEARS - 1, true);
		fprintf(out, "| `%s` | %.4f | %.4f | %+.4f ± %.4f | %+.2f |\n", measure_table[steady[k]].name, first.mean, last.mean, drift.mean, drift.half,
			drift.mean / first.sd);
	}
}

// ---- the picture

enum { PANELS = 6 };

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

static void draw_balance(struct page *page, const struct study *study, struct font *font)
{
	static const int shown[PANELS] = { MEASURE_MINDSET, MEASURE_ENGAGEMENT, MEASURE_OCCUPANCY, MEASURE_COMPLEX_LEAD_WEEKS, MEASURE_OUTFLOW, MEASURE_PERFORMANCE };
	static const double least[PANELS] = { 0.2, 0.2, 0.2, 8, 0.06, 0.2 };
	double mean[PANELS][YEARS], low[PANELS][YEARS], high[PANELS][YEARS], value[1024];
	struct chart_series series[PANELS];
	struct chart_panel panels[PANELS];
	for (int p = 0; p < PANELS; p++) {
		for (int year = 0; year < YEARS; year++) {
			for (int seed = 0; seed < study->seeds; seed++)
				value[seed] = study_value(study, 0, seed, year * LOOKS_A_YEAR + shown[p]);
			qsort(value, (size_t)study->seeds, sizeof *value, by_size);
			mean[p][year] = over_years(study, shown[p], year, year, false).mean;
			low[p][year] = value[study->seeds / 20];
			high[p][year] = value[study->seeds - 1 - study->seeds / 20];
		}
		const struct measure *m = &measure_table[shown[p]];
		series[p] = (struct chart_series){ .label = m->label.en, .count = YEARS, .value = mean[p], .low = low[p], .high = high[p] };
		panels[p] = (struct chart_panel){ .label = m->label.en, .unit = m->unit, .series_count = 1, .series = &series[p],
			.y = { .kind = TICKS_NUMBER, .least = least[p], .decimals = shown[p] == MEASURE_COMPLEX_LEAD_WEEKS ? 1 : 3 } };
	}
	struct chart_look look = { .theme = &theme_light, .font = font, .lang = LANG_EN, .width = 900 };
	struct chart_panels chart = { .words = { .title = "Ten years in which nothing is changed",
		.subtitle = "Default municipality of 600; yearly means over seeds, and where nine out of ten seeds lie" },
		.x = { .title = "year" }, .first = 1, .panel_count = PANELS, .panel = panels };
	struct draw draw;
	draw_init(&draw);
	chart_panels(&draw, &look, &chart);
	page_picture(page, "balance", &draw);
}

int main(int argc, char **argv)
{
	static struct config config;
	static struct err err;
	struct page page = page_open("docs/calibration.md", argc, argv);
	err_clear(&err);
	if (!scenario_load("scenarios/default.lua", &config, &err)) {
		fprintf(stderr, "%s", err.text[LANG_EN]);
		return 1;
	}
	config.years = YEARS;
	struct study study = { .arms = 1, .seeds = study_seeds(SEEDS), .looks = YEARS * LOOKS_A_YEAR, .arm = &config, .live = live_ten_years };
	must(study.seeds <= 1000);
	study_run(&study);
	enum { PARTS = 4 };
	static const char *const mark[PARTS] = { "bands", "drift", "effects", "transfer" };
	for (int part = 0; part < PARTS; part++) {
		char *text = NULL;
		size_t size = 0;
		FILE *out = open_memstream(&text, &size);
		must(out);
		if (part == 0)
			tell_bands(out, &study);
		else if (part == 1)
			tell_drift(out, &study);
		else if (part == 2)
			effects_tell(out, &config, study.seeds);
		else
			effects_tell_transfer(out, &config, study.seeds);
		must(fclose(out) == 0);
		printf("%s\n", text);
		page_put(&page, mark[part], text);
		free(text);
	}
	struct font *font = charts_font();
	draw_balance(&page, &study, font);
	font_destroy(font);
	study_clear(&study);
	config_clear(&config);
	return page_close(&page);
}
