// Opens scenarios and closes them, and makes a frame of the screen that is on.
#include "view/play_inside.h"

#include "mem.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define NOTE_SECONDS 3.f
#define LOOK_SECONDS 1.f     // between looks whether the file was saved
#define LARGE 1.25f

enum { SPEED_USUAL = 2 };

// ---- words

const char *play_say(const struct play *play, enum word word)
{
	return text_in(play->word[word], play->lang);
}

const char *play_words(const struct play *play, const struct words *words)
{
	const char *own = play->lang == LANG_NL ? words->nl : words->en, *other = play->lang == LANG_NL ? words->en : words->nl;
	return own ? own : other ? other : "";
}

void play_when(const struct play *play, int week, char out[PLAY_WHEN_MAX])
{
	int year = play->scenario.config->start_year + week / CONFIG_WEEKS_PER_YEAR;
	snprintf(out, PLAY_WHEN_MAX, "%d-W%02d", year, week % CONFIG_WEEKS_PER_YEAR + 1);
}

char play_mark(int entry)
{
	return (char)(entry < 9 ? '1' + entry : entry < 9 + 26 ? 'a' + entry - 9 : '*');
}

void play_note(struct play *play, const char *text)
{
	snprintf(play->note, sizeof play->note, "%s", text);
	play->note_seconds = NOTE_SECONDS;
}

// ---- opening and closing

void play_stop_run(struct play *play)
{
	play_stop_futures(play);
	course_destroy(play->course);
	stage_destroy(play->stage);
	graphs_destroy(play->graphs);
	diary_destroy(play->diary);
	play->course = NULL;
	play->stage = NULL;
	play->graphs = NULL;
	play->diary = NULL;
}

static void unload(struct play *play)
{
	play_stop_run(play);
	if (play->loaded)
		play->host.unload(play->host.with, &play->scenario);
	play->loaded = false;
}

void play_start_run(struct play *play)
{
	const struct course_life life = { play->scenario.config, play->scenario.with, play->scenario.begin, play->scenario.week };
	if (play->has_seed)
		play->scenario.config->seed = play->seed;
	play->seed = play->scenario.config->seed;
	play->stage = stage_create(life.config, &play->err);
	if (play->measure_count == 0 || play->measures_of != config_measure_count(life.config))
		play_usual_measures(play);
	play->measures_of = config_measure_count(life.config);
	play->graphs = play->stage ? graphs_create(life.config, &play->err) : NULL;
	if (play->graphs)
		graphs_choose(play->graphs, play->measure, play->measure_count);
	play->diary = play->graphs ? diary_create(life.config, &play->err) : NULL;
	play->read.week = -1;
	play->course = play->diary ? course_create(&life, play->threaded, &play->err) : NULL;
	if (play->course)
		course_aim(play->course, play->wanted);
	play->banded = false;
	play->owed = play->since = 0;
	play->seen_most = 0;
}

// What was there stays away when it fails: the err is shown until the file is saved again.
static void load(struct play *play)
{
	unload(play);
	err_clear(&play->err);
	play->stamp = play->host.stamp(play->host.with, play->path);
	play->loaded = play->host.load(play->host.with, play->path, &play->scenario, &play->err);
	if (play->loaded)
		play_start_run(play);
}

void play_open(struct play *play, const char *path)
{
	snprintf(play->path, sizeof play->path, "%s", path);
	play->browsing = false;
	play->wanted = 0;
	play->running = false;
	play->tab = PLAY_GRAPHS;
	play->chosen = (struct stage_pick){ STAGE_NONE, -1 };
	play->dragged = -1;
	play->choosing = false;
	play->measure_count = 0;
	load(play);
}

void play_restart(struct play *play)
{
	play->wanted = play->course ? course_week(play->course) : play->wanted;
	load(play);
}

void play_browse(struct play *play)
{
	unload(play);
	play->path[0] = '\0';
	play->running = false;
	play->browsing = true;
}

struct play *play_create(const struct play_host *host, const struct font *font, const struct play_options *options, struct err *err)
{
	struct play *play = mem_new(1, sizeof *play);
	if (!play) {
		err_memory(err);
		return NULL;
	}
	play->host = *host;
	play->font = font;
	play->lang = options->lang;
	play->word = words_table;
	play->dark = options->dark;
	play->large = options->large;
	play->threaded = options->threaded;
	play->has_seed = options->has_seed;
	play->seed = options->seed;
	play->speed = SPEED_USUAL;
	ui_init(&play->ui);
	if (options->path)
		play_open(play, options->path);
	else
		play_browse(play);
	return play;
}

void play_destroy(struct play *play)
{
	if (!play)
		return;
	unload(play);
	mem_free(play);
}

const struct err *play_error(const struct play *play)
{
	if (play->browsing)
		return NULL;
	return !play->course ? &play->err : course_error(play->course);
}

// ---- the file was saved

static void look_at_file(struct play *play, float seconds)
{
	play->stamp_seconds += seconds;
	if (play->browsing || play->stamp_seconds < LOOK_SECONDS)
		return;
	play->stamp_seconds = 0;
	int64_t stamp = play->host.stamp(play->host.with, play->path);
	if (stamp == play->stamp || stamp == 0)
		return;
	play_restart(play);
	if (play->course)
		play_note(play, play_say(play, WORD_RELOADED));
}

// ---- a frame

static struct ui_look look_of(const struct play *play, const struct ui_input *in)
{
	float zoom = fminf(in->width / 1920, in->height / 1080) * (play->large ? LARGE : 1);
	return (struct ui_look){ play->dark ? &theme_dark : &theme_light, play->font, play->lang, fmaxf(zoom, 0.3f) };
}

static void draw_screen(struct play *play)
{
	struct ui *ui = &play->ui;
	ui->inert = play->helping;
	if (play->browsing)
		play_draw_list(play);
	else if (play_error(play))
		play_draw_wrong(play, play_error(play));
	else
		play_draw_run(play);
	ui->inert = false;
	if (play->helping)
		play_draw_help(play);
	play_draw_note(play);
}

void play_frame(struct play *play, const struct ui_input *input, struct draw *draw)
{
	struct ui *ui = &play->ui;
	const struct ui_look look = look_of(play, input);
	look_at_file(play, input->seconds);
	if (play->course)
		play_pass_time(play, input->seconds);
	play->note_seconds -= input->seconds;
	play->quit |= play_is_quit(input);
	play->again = input->key_count > 0 || input->pressed || input->released || input->wheel != 0;
	ui_begin(ui, &look, input, draw);
	if (!play->blank)
		draw_screen(play);
	play_look_keys(play);
	if (play->course && !play_error(play) && !play->browsing && !play->helping)
		play_run_keys(play);
	ui_end(ui);
}

struct play_wish play_wish(const struct play *play)
{
	bool moves = play->ui.busy || play->dragged >= 0 || play->ui.held;
	bool lives = play->course && (play->running || play->ways || !course_at_rest(play->course));
	bool flies = play->stage && stage_moves(play->stage) && play->since < (float)STAGE_FLIGHT_SECONDS;
	struct play_wish wish = { play->full, play->quit, LOOK_SECONDS };
	if (play->note_seconds > 0)
		wish.wait = play->note_seconds < wish.wait ? play->note_seconds : wish.wait;
	if (moves || lives || flies || play->again)
		wish.wait = 0;
	return wish;
}
