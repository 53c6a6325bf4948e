// Opens scenarios, lets time pass, listens to the keys, and draws the screen that is on.
#include "view/play_inside.h"

#include "mem.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#define NOTE_SECONDS 3.f
#define LOOK_SECONDS 1.f     // between looks whether the file was saved
#define PATIENCE 0.008       // seconds that a frame gives to a jump
#define LARGE 1.25f

const int play_speeds[PLAY_SPEEDS] = { 1, 2, 4, 8, 13, 26, 52 };
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

static void stop_run(struct play *play)
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
	stop_run(play);
	if (play->loaded)
		play->host.unload(play->host.with, &play->scenario);
	play->loaded = false;
}

static void start_run(struct play *play)
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
		start_run(play);
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

// ---- time

int play_week(const struct play *play)
{
	return play->course ? course_week(play->course) : -1;
}

int play_last(const struct play *play)
{
	return play->course ? course_last(play->course) : -1;
}

static void seen(void *with, const struct sim *sim)
{
	struct play *play = with;
	stage_take(play->stage, sim);
	graphs_take(play->graphs, sim);
	(void)diary_take(play->diary, sim, NULL);  // without memory it tells less
	play->since = 0;
	if (sim_week(sim) > play->seen_most)
		play->seen_most = sim_week(sim);
}

static void gather(struct play *play, bool far)
{
	const struct course_watch watch = { seen, play };
	course_gather(play->course, &watch, 1 << 20, far ? PATIENCE : 0);
}

void play_go(struct play *play, int week)
{
	play->wanted = week;
	play->owed = 0;
	if (play->course)
		course_aim(play->course, week);
}

void play_run(struct play *play, bool running, int weeks_per_second)
{
	play->running = running;
	for (int i = 0; i < PLAY_SPEEDS; i++)
		if (play_speeds[i] <= weeks_per_second)
			play->speed = i;
}

void play_set_speed(struct play *play, int speed)
{
	play->speed = speed < 0 ? 0 : speed >= PLAY_SPEEDS ? PLAY_SPEEDS - 1 : speed;
}

// The plan's weeks pass by the clock; a machine that cannot keep up lets them pass slower.
static void pass_time(struct play *play, float seconds)
{
	bool far = !course_at_rest(play->course);
	play->since += seconds;
	if (play->running && course_at_rest(play->course) && course_week(play->course) >= 0) {
		play->owed += fminf(seconds, 0.1f) * (float)play_speeds[play->speed];
		int whole = (int)play->owed;
		play->owed -= (float)whole;
		if (whole > 0)
			course_aim(play->course, course_week(play->course) + whole);
		far = whole > 1;
	}
	gather(play, far);
	play_gather_futures(play);
	if (course_week(play->course) == course_last(play->course) && course_at_rest(play->course))
		play->running = false;
	play->wanted = course_week(play->course) >= 0 && course_at_rest(play->course) ? course_week(play->course) : play->wanted;
}

// ---- the plan

struct move {
	struct play *play;
	int entry, by;
};

void play_move_in(struct config *config, int entry, int by)
{
	config->entry[entry].week += by;
	config->entry[entry].until_week += config->entry[entry].until_week >= 0 ? by : 0;
	for (int i = 0; i < config->change_count; i++)
		if (config->change[i].entry == entry)
			config->change[i].week += by;
	config_sort_plan(config);
}

static bool move_entry(void *with, struct err *err)
{
	(void)err;
	const struct move *move = with;
	play_move_in(move->play->scenario.config, move->entry, move->by);
	return true;
}

// What has been lived stays to be seen as a ghost beside what is lived now.
static void haunt(struct play *play, const struct graphs *lived, enum word label)
{
	int weeks;
	const double *rows = graphs_rows(lived, &weeks);
	if (play->graphs && weeks > 1)
		graphs_ghost(play->graphs, rows, weeks, play->word[label], NULL);
}

void play_move_entry(struct play *play, int entry, int week)
{
	int from = play->scenario.config->entry[entry].week, last = course_last(play->course) - 1;
	char when[PLAY_WHEN_MAX], text[PLAY_NOTE_MAX];
	week = week < 0 ? 0 : week > last ? last : week;
	if (week == from)
		return;
	struct move move = { play, entry, week - from };
	play_stop_futures(play);
	graphs_band(play->graphs, NULL, NULL, 0, (struct text){ 0 }, NULL);
	play->banded = false;
	haunt(play, play->graphs, WORD_GHOST_PLAN);
	course_replan(play->course, from < week ? from : week, move_entry, &move, NULL);
	play_when(play, week, when);
	snprintf(text, sizeof text, play_say(play, WORD_MOVED_PLAN), when);
	play_note(play, text);
}

// ---- keys that no widget used

void play_choose(struct play *play, struct stage_pick pick)
{
	play->chosen = pick;
	if (pick.unit >= 0)
		play->tab = PLAY_PERSON;
}

static void next_seed(struct play *play)
{
	char number[32], text[PLAY_NOTE_MAX];
	play->has_seed = true;
	play->seed++;
	play->wanted = course_week(play->course) > 0 ? course_week(play->course) : 0;
	struct graphs *lived = play->graphs;
	play->graphs = NULL;
	stop_run(play);
	start_run(play);
	haunt(play, lived, WORD_GHOST_SEED);
	graphs_destroy(lived);
	snprintf(number, sizeof number, "%" PRIu64, play->seed);
	snprintf(text, sizeof text, play_say(play, WORD_NEW_SEED), number);
	play_note(play, text);
}

static void step_keys(struct play *play)
{
	static const struct {
		enum ui_key key;
		int weeks;
	} table[] = { { UI_KEY_LEFT, -1 }, { UI_KEY_RIGHT, 1 }, { UI_KEY_PAGE_UP, -26 }, { UI_KEY_PAGE_DOWN, 26 }, { UI_KEY_HOME, -100000 }, { UI_KEY_END, 100000 } };
	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		while (ui_key(&play->ui, table[i].key, 0)) {
			play->running = false;
			play_go(play, play->wanted + table[i].weeks);
			play->wanted = play->wanted < 0 ? 0 : play->wanted > course_last(play->course) ? course_last(play->course) : play->wanted;
		}
}

static void run_keys(struct play *play)
{
	struct ui *ui = &play->ui;
	if (ui_letter(ui, ' '))
		play->running = !play->running && course_week(play->course) < course_last(play->course);
	step_keys(play);
	if (ui_key(ui, UI_KEY_UP, 0))
		play_set_speed(play, play->speed + 1);
	if (ui_key(ui, UI_KEY_DOWN, 0))
		play_set_speed(play, play->speed - 1);
	play->gigs ^= ui_letter(ui, 'g');
	play->ties ^= ui_letter(ui, 'v');
	for (int i = 0; i < PLAY_TABS; i++)
		if (ui_letter(ui, (char)('1' + i)))
			play->tab = (enum play_tab)i;
	if (ui_letter(ui, 'm'))
		play->choosing = !play->choosing;
	if (ui_letter(ui, 'a'))
		play_ask_futures(play);
	if (ui_letter(ui, 'n'))
		next_seed(play);
	if (ui_key(ui, UI_KEY_ESCAPE, 0))
		play->chosen = (struct stage_pick){ STAGE_NONE, -1 };
}

static void look_keys(struct play *play)
{
	struct ui *ui = &play->ui;
	if (ui_letter(ui, 'l'))
		play->lang = play->lang == LANG_NL ? LANG_EN : LANG_NL;
	play->dark ^= ui_letter(ui, 'd');
	if (ui_letter(ui, '+') || ui_letter(ui, '='))
		play->large = true;
	if (ui_letter(ui, '-'))
		play->large = false;
	if (ui_letter(ui, 'f') || ui_key(ui, UI_KEY_F11, 0))
		play->full = !play->full;
	play->blank ^= ui_letter(ui, 'b');
	if (ui_key(ui, UI_KEY_F1, 0) || ui_letter(ui, '?') || ui_letter(ui, 'h'))
		play->helping = !play->helping;
	if (play->helping && ui_key(ui, UI_KEY_ESCAPE, 0))
		play->helping = false;
	if (ui_letter(ui, 'o') && !play->browsing)
		play_browse(play);
}

static bool is_quit(const struct ui_input *in)
{
	for (int i = 0; i < in->key_count; i++)
		if (in->key[i].key == UI_KEY_LETTER && in->key[i].letter == 'q' && in->key[i].control)
			return true;
	return false;
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
		pass_time(play, input->seconds);
	play->note_seconds -= input->seconds;
	play->quit |= is_quit(input);
	play->again = input->key_count > 0 || input->pressed || input->released || input->wheel != 0;
	ui_begin(ui, &look, input, draw);
	if (!play->blank)
		draw_screen(play);
	look_keys(play);
	if (play->course && !play_error(play) && !play->browsing && !play->helping)
		run_keys(play);
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
