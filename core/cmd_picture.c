// Makes a picture of a run. What happens in a week (a flow) sways too much to be read week by week: it is
// shown as the mean of the last quarter, and the panel says so.
#include "cmd_picture.h"

#include "cmd.h"
#include "cmd_number.h"
#include "mem.h"
#include "plot/chart.h"
#include "plot/paint.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#ifndef STOEPRAND_FONTS
#define STOEPRAND_FONTS "/usr/share/fonts/truetype/open-sans"
#endif

enum { QUARTER = 13, QUARTER_LEAST = 4, WORDS_MAX = 512, PANELS_MAX = MEASURE_COUNT + CONFIG_OWN_MAX, WHEN_MAX = 2 * CMD_WEEK_MAX + 8 };

// ---- fonts

static bool read_font(const char *folder, const char *name, struct font_file *file, struct err *err)
{
	char path[FILE_PATH_MAX];
	int count = snprintf(path, sizeof path, "%s/%s", folder, name);
	if (count < (int)sizeof path && file_exists(path))
		return file_read(path, &file->data, &file->count, err);
	err_add(err, "geen lettertype %s in %s; plaatjes hebben Open Sans nodig: installeer fonts-open-sans, of zet STOEPRAND_FONTS op de map",
	        "no font %s in %s; pictures need Open Sans: install fonts-open-sans, or set STOEPRAND_FONTS to its folder", name, folder);
	return false;
}

struct font *cmd_picture_font(struct err *err)
{
	struct font_file file[FONT_WEIGHTS] = { { 0 } };
	const char *given = getenv("STOEPRAND_FONTS"), *folder = given && *given ? given : STOEPRAND_FONTS;
	if (read_font(folder, "OpenSans-Regular.ttf", &file[FONT_REGULAR], err) &&
	    read_font(folder, "OpenSans-Semibold.ttf", &file[FONT_BOLD], err))
		return font_create(file, err);
	mem_free(file[FONT_REGULAR].data);
	mem_free(file[FONT_BOLD].data);
	return NULL;
}

bool cmd_picture_begin(struct cmd_picture *picture, const char *svg_path, const char *png_path, struct err *err)
{
	picture->svg = svg_path != NULL;
	picture->png = png_path != NULL;
	if (!svg_path && !png_path)
		return true;
	picture->font = cmd_picture_font(err);
	return picture->font && (!svg_path || file_begin(&picture->svg_file, svg_path, err)) &&
	       (!png_path || file_begin(&picture->png_file, png_path, err));
}

void cmd_picture_clear(struct cmd_picture *picture)
{
	file_abandon(&picture->svg_file);
	file_abandon(&picture->png_file);
	font_destroy(picture->font);
	picture->font = NULL;
}

// ---- what is drawn

struct sheet {
	const struct cmd_result *result;
	enum lang lang;
	int panels, pins, weeks;
	struct chart_panel panel[PANELS_MAX];
	struct chart_series series[PANELS_MAX];
	char label[PANELS_MAX][WORDS_MAX], unit[PANELS_MAX][WORDS_MAX];
	double *value;             // panels × weeks, owned
	struct chart_pin *pin;     // owned, as what follows
	char (*mark)[2];
	char (*when)[WHEN_MAX];
	char title[WORDS_MAX], subtitle[WORDS_MAX], description[2 * WORDS_MAX];
};

// The mean of what is known of the quarter up to `row`; NaN when that is too little.
static double quarter_mean(const struct cmd_history *history, int row, int measure)
{
	double sum = 0;
	int known = 0;
	for (int i = row; i >= 0 && i > row - QUARTER; i--)
		if (!isnan(cmd_history_value(history, history->first + i, measure))) {
			sum += cmd_history_value(history, history->first + i, measure);
			known++;
		}
	return known >= QUARTER_LEAST || known == history->rows ? sum / known : NAN;
}

static double fill_values(const struct cmd_history *history, int measure, double factor, double *value)
{
	bool swaying = cmd_is_flow(history->config, measure);
	double most = 0;
	for (int row = 0; row < history->rows; row++) {
		value[row] = factor * (swaying ? quarter_mean(history, row, measure) : cmd_history_value(history, history->first + row, measure));
		most = fabs(value[row]) > most ? fabs(value[row]) : most;
	}
	return most;
}

// Shares are written with their sign; a rate that is a share of the staff too.
static enum ticks_kind kind_of(const struct measure *measure)
{
	return strcmp(measure->unit, "share") == 0 || strcmp(measure->unit, "1/year") == 0 ? TICKS_SHARE : TICKS_NUMBER;
}

static void name_unit(struct sheet *sheet, int panel, const struct measure *measure)
{
	struct cmd_unit unit = cmd_unit(measure->unit);
	bool nl = sheet->lang == LANG_NL, swaying = measure->kind == MEASURE_FLOW || measure->kind == MEASURE_RATE;
	const char *word = text_in(unit.word, sheet->lang);
	snprintf(sheet->unit[panel], sizeof sheet->unit[panel], "%s%s", word,
	         !swaying ? "" : nl ? ", gemiddeld over 13 weken" : ", mean of 13 weeks");
}

// What hardly moves looks as if it hardly moves: as in the charts of the story.
static double least_of(const struct measure *measure, double most)
{
	return measure->max <= 1 ? 0.05 : most / 10;
}

static void add_panel(struct sheet *sheet, int id)
{
	int n = sheet->panels;
	struct measure measure = config_measure(sheet->result->config, id);
	struct cmd_unit unit = cmd_unit(measure.unit);
	enum ticks_kind kind = kind_of(&measure);
	double *value = sheet->value + (size_t)n * (size_t)sheet->weeks;
	double most = fill_values(sheet->result->history, id, kind == TICKS_SHARE ? 1 : unit.factor, value);
	if (!(most > 0))
		return;  // a pool that is not there
	name_unit(sheet, n, &measure);
	snprintf(sheet->label[n], sizeof sheet->label[n], "%s", text_in(measure.label, sheet->lang));
	sheet->series[n] = (struct chart_series){ .count = sheet->weeks, .value = value };
	sheet->panel[n] = (struct chart_panel){ .label = sheet->label[n], .unit = sheet->unit[n],
		.y = { .kind = kind, .least = least_of(&measure, most), .decimals = unit.decimals }, .series = &sheet->series[n], .series_count = 1 };
	sheet->panels++;
}

static void add_pin(struct sheet *sheet, int index)
{
	const struct config *config = sheet->result->config;
	const struct entry *entry = &config->entry[index];
	const char *what = cmd_words(&entry->what, sheet->lang), *why = cmd_words(&entry->why, sheet->lang);
	int n = sheet->pins++, at = n;
	if (entry->week >= cmd_history_last(sheet->result->history) || !cmd_history_has(sheet->result->history, entry->week)) {
		sheet->pins--;
		return;
	}
	sheet->mark[index][0] = cmd_pin(index);
	cmd_week_name(sheet->when[index], config->start_year, entry->week);
	for (; at > 0 && sheet->pin[at - 1].x > entry->week; at--)  // in the order of time
		sheet->pin[at] = sheet->pin[at - 1];
	sheet->pin[at] = (struct chart_pin){ .x = entry->week, .mark = sheet->mark[index], .when = sheet->when[index], .text = *what ? what : why };
}

static void name_sheet(struct sheet *sheet)
{
	const struct config *config = sheet->result->config;
	const struct cmd_history *history = sheet->result->history;
	const char *title = cmd_words(&config->title, sheet->lang);
	int first = config->start_year + history->first / CONFIG_WEEKS_PER_YEAR, last = config->start_year + (cmd_history_last(history) - 1) / CONFIG_WEEKS_PER_YEAR;
	bool nl = sheet->lang == LANG_NL;
	char years[64];
	snprintf(years, sizeof years, last > first ? "%d–%d" : "%d", first, last);
	snprintf(sheet->title, sizeof sheet->title, "%s", *title ? title : config->name ? config->name : "");
	snprintf(sheet->subtitle, sizeof sheet->subtitle, nl
	         ? "De belangrijkste meetwaarden, week na week, %s. Eén mogelijke toekomst: scenario\u00A0%s, toevalsgetal\u00A0%" PRIu64 ", Stoeprand\u00A0%s.%s%.300s"
	         : "The main measures, week by week, %s. One possible future: scenario\u00A0%s, seed\u00A0%" PRIu64 ", Stoeprand\u00A0%s.%s%.300s",
	         years, config->name ? config->name : "–", config->seed, STOEPRAND_VERSION,
	         !sheet->result->set[0] ? "" : nl ? " Gewijzigd: " : " Changed: ", sheet->result->set);
	snprintf(sheet->description, sizeof sheet->description, nl ? "%s %d lijngrafieken naast elkaar; cijfers boven een lijn verwijzen naar het plan eronder."
	         : "%s %d line charts side by side; figures above a line point to the plan below.", sheet->subtitle, sheet->panels);
}

static bool fill_sheet(struct sheet *sheet, struct err *err)
{
	const struct config *config = sheet->result->config;
	size_t entries = (size_t)config->entry_count + 1;
	sheet->weeks = sheet->result->history->rows;
	sheet->value = mem_new((size_t)sheet->weeks * PANELS_MAX, sizeof *sheet->value);
	sheet->pin = mem_new(entries, sizeof *sheet->pin);
	sheet->mark = mem_new(entries, sizeof *sheet->mark);
	sheet->when = mem_new(entries, sizeof *sheet->when);
	if (!sheet->value || !sheet->pin || !sheet->mark || !sheet->when) {
		err_memory(err);
		return false;
	}
	for (int id = 0; id < sheet->result->history->measures; id++)
		if (cmd_is_main(config, id))
			add_panel(sheet, id);
	for (int i = 0; i < config->entry_count; i++)
		add_pin(sheet, i);
	name_sheet(sheet);
	return true;
}

static void draw_sheet(const struct sheet *sheet, const struct cmd_picture *picture, struct draw *draw)
{
	const struct chart_look look = { .theme = &theme_light, .font = picture->font, .lang = sheet->lang, .width = (float)picture->width };
	chart_panels(draw, &look, &(struct chart_panels){
		.words = {
			.title = sheet->title, .subtitle = sheet->subtitle, .description = sheet->description,
			.note = sheet->lang == LANG_NL
				? "Elke grafiek heeft een eigen schaal. Dit is een vliegsimulator: wat in een andere toekomst anders loopt, kan toeval zijn."
				: "Each chart has a scale of its own. This is a flight simulator: what goes otherwise in another future may be luck.",
		},
		.x = { .kind = TICKS_WEEKS, .start_year = sheet->result->config->start_year }, .first = sheet->result->history->first,
		.panel = sheet->panel, .panel_count = sheet->panels, .pin = sheet->pin, .pin_count = sheet->pins,
	});
}

// ---- files

static bool write_file(struct file_writer *file, struct paint_bytes *bytes, struct err *err)
{
	(void)fwrite(bytes->data, 1, bytes->count, file->stream);
	(void)file_ok(file);
	mem_free(bytes->data);
	return file_commit(file, err);
}

static bool write_all(struct cmd_picture *picture, const struct draw *draw, enum lang lang, struct err *err)
{
	struct paint_bytes bytes;
	bool fine = draw_ok(draw, err);
	if (fine && picture->svg)
		fine = paint_svg(draw, lang, &bytes, err) && write_file(&picture->svg_file, &bytes, err);
	if (fine && picture->png)
		fine = paint_png(draw, picture->font, CMD_PICTURE_SCALE, &bytes, err) && write_file(&picture->png_file, &bytes, err);
	return fine;
}

bool cmd_picture_end(struct cmd_picture *picture, const struct cmd_result *result, enum lang lang, struct err *err)
{
	if (!picture->svg && !picture->png)
		return true;
	struct sheet *sheet = mem_new(1, sizeof *sheet);
	struct draw draw;
	draw_init(&draw);
	if (!sheet) {
		err_memory(err);
		return false;
	}
	sheet->result = result;
	sheet->lang = lang;
	bool fine = fill_sheet(sheet, err);
	if (fine)
		draw_sheet(sheet, picture, &draw);
	fine = fine && write_all(picture, &draw, lang, err);
	draw_clear(&draw);
	mem_free(sheet->value);
	mem_free(sheet->pin);
	mem_free(sheet->mark);
	mem_free(sheet->when);
	mem_free(sheet);
	return fine;
}
