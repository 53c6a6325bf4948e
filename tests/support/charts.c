// Made-up numbers, drawn by every kind of chart. Words in both languages, Dutch as long as it gets.
#include "support/charts.h"

#include "file.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { WEEKS = 209, SERIES = 4, MANY = 400 };

static double wave[6][WEEKS], low[SERIES][WEEKS], high[SERIES][WEEKS], luck[6][MANY];

// Without libm: a curve that rises, sways and jitters.
static double jitter(unsigned n)
{
	n = (n ^ 61) ^ (n >> 16);
	n *= 9;
	n = (n ^ (n >> 4)) * 0x27d4eb2dU;
	return (double)((n ^ (n >> 15)) & 0xFFFF) / 65535 - 0.5;
}

static void fill(void)
{
	for (int s = 0; s < 6; s++)
		for (int i = 0; i < WEEKS; i++) {
			double t = i / 208.0, swing = (i % 52) / 52.0;
			wave[s][i] = 0.42 + 0.05 * s + (0.32 - 0.1 * s) * t * (2 - t) + 0.02 * swing * (1 - swing) + 0.012 * jitter((unsigned)(s * 1000 + i));
			if (s < SERIES) {
				low[s][i] = wave[s][i] - 0.02 - 0.05 * t;
				high[s][i] = wave[s][i] + 0.02 + 0.05 * t;
			}
		}
	for (int s = 0; s < 6; s++)
		for (int i = 0; i < MANY; i++) {
			unsigned n = (unsigned)(s * MANY + i) * 3;
			luck[s][i] = 0.70 + 0.035 * s + 0.17 * (jitter(n) + jitter(n + 1) + jitter(n + 2));
		}
	for (int i = 90; i < 104; i++)
		wave[2][i] = NAN;
	wave[2][97] = 0.61;
}

static const char *say(const struct chart_look *look, const char *nl, const char *en)
{
	return look->lang == LANG_NL ? nl : en;
}

static struct chart_words words(const struct chart_look *look, const char *nl, const char *en)
{
	return (struct chart_words){
		.title = say(look, nl, en),
		.subtitle = say(look, "Voorbeeld met verzonnen cijfers; toevalsgetal 1, Stoeprand 0.1.0", "Example with made-up numbers; seed 1, Stoeprand 0.1.0"),
		.note = say(look, "Een vliegsimulator: u ziet wat er uit aannames volgt.", "A flight simulator: you see what follows from assumptions."),
	};
}

static struct chart_axis weeks(void)
{
	return (struct chart_axis){ .kind = TICKS_WEEKS, .start_year = 2023 };
}

static struct chart_axis share(const struct chart_look *look)
{
	return (struct chart_axis){ .kind = TICKS_SHARE, .decimals = 1, .least = 0.05,
		.title = say(look, "Aandeel van de medewerkers met een groeimindset (%)", "Share of the staff with a growth mindset (%)") };
}

static const char *const mark[] = { "1", "2", "3", "4", "5", "6", "7", "8", "9" };

static int few_pins(const struct chart_look *look, struct chart_pin *pin)
{
	pin[0] = (struct chart_pin){ 2, mark[0], "2023-W03", say(look, "Eendaagse trainingen voor iedereen", "One-day trainings for everybody") };
	pin[1] = (struct chart_pin){ 60, mark[1], "2024-W09", say(look, "Meer ruimte binnen duidelijke stoepranden", "More room within clear kerbs") };
	pin[2] = (struct chart_pin){ 130, mark[2], "2025-W27", say(look, "Scharreltijd: een dagdeel in de week", "Free time: half a day a week") };
	return 3;
}

static int many_pins(const struct chart_look *look, struct chart_pin *pin)
{
	static const double at[] = { 2, 52, 53, 54, 56, 58, 60, 64, 150 };
	for (int i = 0; i < 9; i++)
		pin[i] = (struct chart_pin){ at[i], mark[i], "2024-W05", i % 2
			? say(look, "Leidinggevenden voeren elk kwartaal een goed gesprek met ieder teamlid over talent, loopbaan en belasting", "Managers talk with each team member every quarter about talent, career and strain")
			: say(look, "Een klankbordgroep van medewerkers", "A sounding board of civil servants") };
	return 9;
}

static void lines(struct draw *draw, const struct chart_look *look)
{
	struct chart_series series[SERIES];
	struct chart_pin pin[9];
	static const struct text name[SERIES] = { { "Met het programma en meer ruimte", "With the programme and more room" }, { "Alleen het programma", "Only the programme" },
		{ "Alleen meer ruimte", "Only more room" }, { "Niets doen", "Do nothing" } };
	for (int i = 0; i < SERIES; i++)
		series[i] = (struct chart_series){ .label = text_in(name[i], look->lang), .count = WEEKS, .value = wave[i] };
	chart_lines(draw, look, &(struct chart_lines){ .words = words(look, "Met ruimte én programma groeit de groep met een groeimindset het hardst", "With room and a programme the growth-minded group grows fastest"),
		.x = weeks(), .y = share(look), .series = series, .series_count = SERIES, .pin = pin, .pin_count = few_pins(look, pin) });
}

static void band(struct draw *draw, const struct chart_look *look)
{
	struct chart_pin pin[9];
	struct chart_series series[2];
	for (int i = 0; i < 2; i++)
		series[i] = (struct chart_series){ .label = i ? say(look, "Zonder het besluit", "Without the decision") : say(look, "Zoals gespeeld, met 90 % van 200 toekomsten", "As played, with 90% of 200 futures"),
		                                   .count = WEEKS, .value = wave[2 * i], .low = low[2 * i], .high = high[2 * i] };
	chart_lines(draw, look, &(struct chart_lines){ .words = words(look, "Het verschil is pas na een jaar groter dan het toeval", "Only after a year the difference is larger than luck"),
		.x = weeks(), .y = share(look), .series = series, .series_count = 2, .pin = pin, .pin_count = many_pins(look, pin) });
}

static void one_point(struct draw *draw, const struct chart_look *look)
{
	static const double value[] = { 4 };
	struct chart_series series = { .label = say(look, "Eén week", "One week"), .count = 1, .value = value };
	chart_lines(draw, look, &(struct chart_lines){ .words = words(look, "Eén punt is ook een grafiek", "One point is a chart too"), .x = weeks(), .y = { .title = say(look, "Doorlooptijd (weken)", "Lead time (weeks)") }, .series = &series, .series_count = 1 });
}

static void constant(struct draw *draw, const struct chart_look *look)
{
	static const double value[8] = { 0 };
	struct chart_series series = { .label = say(look, "Niets", "Nothing"), .count = 8, .value = value };
	chart_lines(draw, look, &(struct chart_lines){ .words = words(look, "Wat niet beweegt, ligt stil", "What does not move lies still"), .x = { .title = say(look, "Ronde", "Round") }, .first = 1, .y = { .title = say(look, "Klachten (aantal)", "Complaints (number)") }, .series = &series, .series_count = 1 });
}

static void large(struct draw *draw, const struct chart_look *look)
{
	static const double value[] = { -1250000, 0, 350000, 1.9e6, 2.4e6, 1.1e6, NAN, 3.2e6, -0.4e6 };
	struct chart_series series = { .label = "Saldo", .count = 9, .value = value };
	chart_lines(draw, look, &(struct chart_lines){ .words = words(look, "Miljoenen, ook onder nul", "Millions, below zero too"), .x = { .title = say(look, "Maand", "Month") }, .first = 1, .y = { .title = "Saldo (€)" }, .series = &series, .series_count = 1 });
}

static void nothing(struct draw *draw, const struct chart_look *look)
{
	chart_lines(draw, look, &(struct chart_lines){ .words = words(look, "Nog niets om te laten zien", "Nothing to show yet"), .x = weeks(), .y = share(look) });
}

static void panels(struct draw *draw, const struct chart_look *look)
{
	static const struct text name[8] = { { "Eigenaarschap", "Ownership" }, { "Bondgenootschap", "Alliance" }, { "Durf te spreken", "Voice" }, { "Belasting", "Strain" },
		{ "Doorlooptijd complex", "Complex lead time" }, { "Bezetting", "Occupancy" }, { "Uitstroom per jaar", "Outflow a year" }, { "Vertrouwen inwoners", "Residents' trust" } };
	struct chart_series series[8];
	struct chart_panel panel[8];
	struct chart_pin pin[9];
	for (int i = 0; i < 8; i++) {
		series[i] = (struct chart_series){ .count = WEEKS, .value = wave[i % 6] };
		panel[i] = (struct chart_panel){ .label = text_in(name[i], look->lang), .unit = i % 3 ? "0–1" : say(look, "% per jaar, gemiddelde van 13 weken", "% a year, 13-week mean"),
			.y = { .kind = i % 3 ? TICKS_NUMBER : TICKS_SHARE, .decimals = i % 3 ? 2 : 1, .least = 0.05 }, .series = &series[i], .series_count = 1 };
	}
	chart_panels(draw, look, &(struct chart_panels){ .words = words(look, "Iedereen aan boord: acht maten over vier jaar", "Everybody on board: eight measures over four years"),
		.x = weeks(), .panel = panel, .panel_count = 8, .pin = pin, .pin_count = many_pins(look, pin) });
}

static void shared_panels(struct draw *draw, const struct chart_look *look)
{
	static const struct text name[5] = { { "Burgerzaken", "Civil affairs" }, { "Vergunningverlening, toezicht en handhaving", "Permits and enforcement" }, { "Sociaal domein", "Social services" }, { "Buitendienst", "Public works" }, { "Pool", "Pool" } };
	struct chart_series series[5][2];
	struct chart_panel panel[5];
	for (int i = 0; i < 5; i++) {
		series[i][0] = (struct chart_series){ .label = say(look, "Zoals gespeeld", "As played"), .count = WEEKS, .value = wave[i] };
		series[i][1] = (struct chart_series){ .label = say(look, "Zonder het besluit", "Without the decision"), .count = WEEKS, .value = wave[5] };
		panel[i] = (struct chart_panel){ .label = text_in(name[i], look->lang), .y = share(look), .series = series[i], .series_count = 2 };
	}
	chart_panels(draw, look, &(struct chart_panels){ .words = words(look, "In elke afdeling, op één schaal", "In each department, on one scale"), .x = weeks(), .share_y = true, .panel = panel, .panel_count = 5 });
}

static void bars_of(struct draw *draw, const struct chart_look *look, bool dots)
{
	struct chart_bar bar[] = {
		{ say(look, "Burgerzaken", "Civil affairs"), 0.71, 0.66, 0.77 },
		{ say(look, "Vergunningverlening, toezicht en handhaving", "Permits and enforcement"), 0.62, 0.55, 0.70 },
		{ say(look, "Sociaal domein", "Social services"), 0.68, 0.61, 0.72 },
		{ say(look, "Buitendienst", "Public works"), dots ? 0.49 : -0.12, dots ? 0.4 : -0.2, dots ? 0.6 : 0.02 },
		{ "Pool", NAN, NAN, NAN },
	};
	chart_bars(draw, look, &(struct chart_bars){ .words = words(look, "Vergunningen groeit, maar hoeveel is niet zeker", "Permits grows, but by how much is not sure"),
		.axis = share(look), .dots = dots, .interval = say(look, "90 % van 200 toekomsten", "90% of 200 futures"), .count = 5, .bar = bar });
}

static void bars(struct draw *draw, const struct chart_look *look)
{
	bars_of(draw, look, false);
}

static void dots(struct draw *draw, const struct chart_look *look)
{
	bars_of(draw, look, true);
}

static void tornado(struct draw *draw, const struct chart_look *look)
{
	const struct chart_swing swing[] = {
		{ say(look, "Scharreltijd", "Free time"), 0.773, 0.79, "0 %", "10 %" },
		{ say(look, "Ruimte van de stoepranden", "Room of the kerbs"), 0.71, 0.86, "0,2", "0,8" },
		{ say(look, "Gesprekken tussen leidinggevende en medewerker per jaar", "Talks of manager and civil servant a year"), 0.74, 0.83, "1", "12" },
		{ say(look, "Werkdruk", "Work pressure"), 0.84, 0.73, "70 %", "95 %" },
		{ say(look, "Omvang van de span", "Span of control"), 0.80, 0.785, "6", "14" },
	};
	chart_tornado(draw, look, &(struct chart_tornado){ .words = words(look, "De ruimte telt het zwaarst, scharreltijd het minst", "Room weighs most, free time least"),
		.axis = share(look), .centre = 0.782, .count = 5, .swing = swing });
}

static void heat_of(struct draw *draw, const struct chart_look *look, bool split)
{
	static const char *const years[] = { "2023", "2024", "2025", "2026" };
	const char *row[] = { say(look, "Burgerzaken", "Civil affairs"), say(look, "Vergunningverlening en handhaving", "Permits"), say(look, "Sociaal domein", "Social services"), say(look, "Buitendienst", "Public works"), "Pool" };
	double value[20];
	for (int i = 0; i < 20; i++)
		value[i] = split ? (i * 7 % 20 - 9) / 100.0 : 0.35 + (i * 7 % 20) / 50.0;
	value[18] = NAN;
	struct chart_axis axis = share(look);
	chart_heat(draw, look, &(struct chart_heat){ .words = words(look, "Het sociaal domein loopt voor, de buitendienst achter", "Social services lead, public works lag"), .axis = axis, .split = split, .rows = 5, .columns = 4, .row = row, .column = years, .value = value });
}

static void heat(struct draw *draw, const struct chart_look *look)
{
	heat_of(draw, look, false);
}

static void heat_split(struct draw *draw, const struct chart_look *look)
{
	heat_of(draw, look, true);
}

static void heat_wide(struct draw *draw, const struct chart_look *look)
{
	static char names[26][16];
	const char *column[26], *row[] = { "0,2", "0,4", "0,6", "0,8" };
	double value[4 * 26];
	for (int i = 0; i < 26; i++) {
		snprintf(names[i], sizeof names[i], "%s %d", say(look, "Week", "Week"), 2 * i + 1);
		column[i] = names[i];
	}
	for (int i = 0; i < 4 * 26; i++)
		value[i] = (i % 26) * (1 + i / 26);
	chart_heat(draw, look, &(struct chart_heat){ .words = words(look, "Meer ruimte, sneller vol", "More room, sooner full"), .axis = { .title = say(look, "Deelnemers (mensen)", "Participants (people)") },
		.row_title = say(look, "Ruimte (0–1)", "Room (0–1)"), .column_title = say(look, "Week van het plan", "Week of the plan"), .rows = 4, .columns = 26, .row = row, .column = column, .value = value });
}

static void quantiles(struct draw *draw, const struct chart_look *look)
{
	struct chart_futures futures[] = {
		{ say(look, "Niets doen", "Do nothing"), MANY, luck[0] },
		{ say(look, "Alleen het programma", "Only the programme"), MANY, luck[2] },
		{ say(look, "Programma en meer ruimte binnen duidelijke stoepranden", "Programme and more room within clear kerbs"), MANY, luck[4] },
	};
	chart_quantiles(draw, look, &(struct chart_quantiles){ .words = words(look, "In 15 van de 20 toekomsten haalt het hele plan de norm", "In 15 of 20 futures the whole plan meets the target"),
		.axis = { .kind = TICKS_SHARE, .title = say(look, "Op tijd afgehandelde opdrachten (%)", "Assignments completed on time (%)") },
		.mark = 0.78, .mark_label = say(look, "de norm: 78 %", "the target: 78%"), .count = 3, .futures = futures });
}

static const struct sample {
	const char *name;
	void (*draw)(struct draw *draw, const struct chart_look *look);
} sample_table[] = {
	{ "lines", lines }, { "band", band }, { "one-point", one_point }, { "constant", constant }, { "large", large }, { "nothing", nothing },
	{ "panels", panels }, { "panels-shared", shared_panels }, { "bars", bars }, { "dots", dots }, { "tornado", tornado },
	{ "heat", heat }, { "heat-split", heat_split }, { "heat-wide", heat_wide }, { "quantiles", quantiles },
};

int charts_count(void)
{
	return (int)(sizeof sample_table / sizeof *sample_table);
}

const char *charts_name(int index)
{
	return sample_table[index].name;
}

void charts_draw(int index, struct draw *draw, const struct chart_look *look)
{
	fill();
	sample_table[index].draw(draw, look);
}

struct font *charts_font(void)
{
	struct err err;
	struct font_file file[FONT_WEIGHTS] = { { 0 } };
	err_clear(&err);
	if (file_read(STOEPRAND_FONTS "/OpenSans-Regular.ttf", &file[0].data, &file[0].count, &err) &&
	    file_read(STOEPRAND_FONTS "/OpenSans-Semibold.ttf", &file[1].data, &file[1].count, &err)) {
		struct font *font = font_create(file, &err);
		if (font)
			return font;
	}
	fprintf(stderr, "%s", err.text[LANG_EN]);
	exit(1);
}
