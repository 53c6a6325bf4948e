// `play`: the simulation in a window, or as pictures of it.
#include "cmd_play.h"

#include "cmd_picture.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifdef HAVE_SDL2
#include "view/window.h"
#endif

static const struct cmd_option option_table[] = {
	{ "seed", { "GETAL", "NUMBER" }, { "een ander toevalsgetal, dus een andere mogelijke toekomst", "another seed, so another possible future" } },
	{ "at-week", { "WEEK", "WEEK" }, { "begin in deze week (0 is de start)", "begin in this week (0 is the start)" } },
	{ "until-week", { "WEEK", "WEEK" }, { "laat de film daar ophouden", "let the movie end there" } },
	{ "speed", { "WEKEN", "WEEKS" }, { "weken per seconde: 1, 2, 4, 8, 13, 26 of 52", "weeks a second: 1, 2, 4, 8, 13, 26 or 52" } },
	{ "theme", { "light|dark", "light|dark" }, { "licht of donker", "light or dark" } },
	{ "large", { 0 }, { "grotere letters", "larger letters" } },
	{ "size", { "BxH", "WxH" }, { "grootte in pixels, gewoonlijk 1920x1080", "size in pixels, usually 1920x1080" } },
	{ "shot", { "BESTAND", "FILE" }, { "maak een PNG van het venster, zonder scherm", "make a PNG of the window, without a display" } },
	{ "movie", { "MAP|F.mp4", "FOLDER|F.mp4" },
	  { "maak er een film van: plaatjes in een map, of met ffmpeg een video", "make a movie of it: pictures in a folder, or with ffmpeg a video" } },
	{ 0 },
};

// ---- what is asked

static void read_size(struct cmd_play *request, const char *text, struct err *err)
{
	char *end = NULL;
	long width = text ? strtol(text, &end, 10) : request->width, height = text && *end == 'x' ? strtol(end + 1, &end, 10) : request->height;
	if (text && (*end || width < CMD_PLAY_LEAST || height < CMD_PLAY_LEAST || width > CMD_PLAY_MOST || height > CMD_PLAY_MOST)) {
		err_add(err, "--size: waarde %s; schrijf bijvoorbeeld 1920x1080, met %d tot %d pixels", "--size: value %s; write for example 1920x1080, with %d to %d pixels",
		        text, CMD_PLAY_LEAST, CMD_PLAY_MOST);
		return;
	}
	request->width = (int)width;
	request->height = (int)height;
}

static void read_theme(struct cmd_play *request, const char *text, struct err *err)
{
	request->options.dark = text && strcmp(text, "dark") == 0;
	if (text && !request->options.dark && strcmp(text, "light") != 0)
		err_add(err, "--theme: waarde %s; toegestaan is light of dark", "--theme: value %s; allowed is light or dark", text);
}

static bool read_request(struct cmd_play *request, const struct cmd_args *args, char path[FILE_PATH_MAX], struct err *err)
{
	const char *name = cmd_args_word(args, 0);
	if (cmd_args_words(args) > 1)
		err_add(err, "één scenario tegelijk; %s is er een te veel", "one scenario at a time; %s is one too many", cmd_args_word(args, 1));
	else if (name && cmd_find_scenario(name, path, FILE_PATH_MAX, err))
		request->options.path = path;
	request->options.has_seed = cmd_args_has(args, "seed");
	cmd_args_seed(args, "seed", &request->options.seed, err);
	cmd_args_whole(args, "at-week", 0, 100000, &request->from, err);
	cmd_args_whole(args, "until-week", 0, 100000, &request->until, err);
	cmd_args_whole(args, "speed", 1, 52, &request->speed, err);
	read_size(request, cmd_args_value(args, "size"), err);
	read_theme(request, cmd_args_value(args, "theme"), err);
	request->options.large = cmd_args_has(args, "large");
	request->shot_path = cmd_args_value(args, "shot");
	request->movie_path = cmd_args_value(args, "movie");
	if (request->movie_path && !name)
		err_add(err, "--movie: van welk scenario?", "--movie: of which scenario?");
	return err->count == 0;
}

// ---- the window

#ifdef HAVE_SDL2
static int open_window(struct cmd_play *request, enum lang lang)
{
	struct err err;
	err_clear(&err);
	request->options.threaded = true;
	struct play *play = play_create(&request->host, request->font, &request->options, &err);
	if (play)
		play_go(play, request->from);
	bool fine = play && window_run(play, request->font, request->width, request->height, &err);
	play_destroy(play);
	return fine ? CMD_DONE : cmd_failure(&err, lang);
}
#else
static int open_window(struct cmd_play *request, enum lang lang)
{
	struct err err;
	(void)request;
	err_clear(&err);
	err_add(&err, "dit programma is gebouwd zonder SDL2 en kan geen venster openen; --shot BESTAND maakt een plaatje, --movie een film",
	        "this program was built without SDL2 and cannot open a window; --shot FILE makes a picture, --movie a movie");
	return cmd_failure(&err, lang);
}
#endif

// ---- together

static int show(struct cmd_play *request, enum lang lang)
{
	struct err err;
	err_clear(&err);
	request->font = cmd_picture_font(&err);
	struct cmd_play_host *host = request->font ? cmd_play_host_create(&request->host, &err) : NULL;
	int status;
	if (!host)
		status = cmd_mistake(&err, lang);
	else if (request->movie_path)
		status = cmd_play_movie(request, lang);
	else
		status = request->shot_path ? cmd_play_shot(request, lang) : open_window(request, lang);
	cmd_play_host_destroy(host);
	font_destroy(request->font);
	return status;
}

static struct cmd_play usual(enum lang lang)
{
	return (struct cmd_play){ .options = { .lang = lang }, .width = 1920, .height = 1080, .until = -1, .speed = 4 };
}

static int play_main(const struct cmd_out *out, const struct cmd_args *args)
{
	struct cmd_play request = usual(out->lang);
	char path[FILE_PATH_MAX];
	struct err err;
	err_clear(&err);
	if (!read_request(&request, args, path, &err))
		return cmd_mistake(&err, out->lang);
	return show(&request, out->lang);
}

bool cmd_play_wanted(void)
{
#ifdef HAVE_SDL2
	const char *x = getenv("DISPLAY"), *wayland = getenv("WAYLAND_DISPLAY");
	bool terminal = isatty(STDIN_FILENO) || isatty(STDOUT_FILENO) || isatty(STDERR_FILENO);
	return !terminal && ((x && *x) || (wayland && *wayland));
#else
	return false;
#endif
}

int cmd_play_desktop(const struct cmd_out *out)
{
	struct cmd_play request = usual(out->lang);
	return show(&request, out->lang);
}

const struct cmd_command cmd_play_command = {
	.name = "play",
	.words = { "[SCENARIO]", "[SCENARIO]" },
	.summary = { "toon een scenario op het scherm of een beamer", "show a scenario on the screen or a beamer" },
	.more = {
		"Opent een venster waarin u de organisatie week voor week ziet leven: de mensen, de grafieken en het plan. Zonder scenario kiest u "
		"er een uit een lijst. Spatie speelt en pauzeert, F1 toont alle toetsen. Met --shot of --movie komt er geen venster maar een plaatje "
		"of een film; daarvoor is geen scherm nodig.",
		"Opens a window in which you see the organisation live week by week: the people, the graphs and the plan. Without a scenario you "
		"choose one from a list. Space plays and pauses, F1 shows all keys. With --shot or --movie there is no window but a picture or a "
		"movie; that needs no display." },
	.examples = {
		"stoeprand play midden-groningen\n"
		"stoeprand play midden-groningen --at-week 60 --theme dark\n"
		"stoeprand play midden-groningen --shot week60.png --at-week 60 --size 1280x720\n"
		"stoeprand play midden-groningen --movie film.mp4 --speed 13",
		"stoeprand play midden-groningen\n"
		"stoeprand play midden-groningen --at-week 60 --theme dark\n"
		"stoeprand play midden-groningen --shot week60.png --at-week 60 --size 1280x720\n"
		"stoeprand play midden-groningen --movie movie.mp4 --speed 13" },
	.options = option_table,
	.run = play_main,
};
