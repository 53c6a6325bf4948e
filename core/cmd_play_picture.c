// The window as pictures, without a display: one, or one for each moment of a movie. Time is that of the
// movie, so that a slow machine makes the same one.
#include "cmd_play.h"

#include "file.h"
#include "mem.h"
#include "plot/paint.h"

#include <math.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { FRAMES_A_SECOND = 30, END_SECONDS = 2 };

static struct ui_input moment(const struct cmd_play *request, float seconds)
{
	return (struct ui_input){ .width = (float)request->width, .height = (float)request->height, .seconds = seconds };
}

// To the week, with everybody arrived. False and err when the scenario is wrong.
static bool arrive(struct play *play, const struct cmd_play *request, struct draw *draw, struct err *err)
{
	struct ui_input input = moment(request, 0);
	play_frame(play, &input, draw);
	input.seconds = 1;
	play_frame(play, &input, draw);
	const struct err *wrong = play_error(play);
	if (wrong)
		*err = *wrong;
	return !wrong && draw_ok(draw, err);
}

static bool write_png(const struct draw *draw, const struct font *font, const char *path, struct err *err)
{
	struct paint_bytes bytes;
	if (!paint_png(draw, font, 1, &bytes, err))
		return false;
	bool fine = file_write(path, bytes.data, bytes.count, err);
	mem_free(bytes.data);
	return fine;
}

static struct play *start(const struct cmd_play *request, struct err *err)
{
	struct play *play = play_create(&request->host, request->font, &request->options, err);
	if (play)
		play_go(play, request->from);
	return play;
}

int cmd_play_shot(const struct cmd_play *request, enum lang lang)
{
	struct err err;
	struct draw draw;
	err_clear(&err);
	draw_init(&draw);
	struct play *play = start(request, &err);
	bool fine = play && arrive(play, request, &draw, &err) && write_png(&draw, request->font, request->shot_path, &err);
	play_destroy(play);
	draw_clear(&draw);
	return fine ? CMD_DONE : cmd_mistake(&err, lang);
}

// ---- a movie: pictures in a folder, or bare pixels to ffmpeg

struct movie {
	const struct cmd_play *request;
	FILE *pipe;          // NULL: into a folder
	pid_t ffmpeg;
	int frames;
};

static bool is_video(const char *path)
{
	const char *dot = strrchr(path, '.');
	return dot && (strcmp(dot, ".mp4") == 0 || strcmp(dot, ".webm") == 0 || strcmp(dot, ".mkv") == 0);
}

static void become_ffmpeg(const struct cmd_play *request, int from)
{
	char size[32], rate[16];
	snprintf(size, sizeof size, "%dx%d", request->width, request->height);
	snprintf(rate, sizeof rate, "%d", FRAMES_A_SECOND);
	dup2(from, STDIN_FILENO);
	execlp("ffmpeg", "ffmpeg", "-loglevel", "error", "-y", "-f", "rawvideo", "-pixel_format", "rgb24", "-video_size", size, "-framerate", rate,
	       "-i", "-", "-pix_fmt", "yuv420p", request->movie_path, (char *)NULL);
	_exit(127);
}

static bool start_ffmpeg(struct movie *movie, struct err *err)
{
	int end[2];
	if (pipe(end) != 0 || (movie->ffmpeg = fork()) < 0) {
		err_add(err, "kan ffmpeg niet starten", "cannot start ffmpeg");
		return false;
	}
	if (movie->ffmpeg == 0) {
		close(end[1]);
		become_ffmpeg(movie->request, end[0]);
	}
	close(end[0]);
	movie->pipe = fdopen(end[1], "wb");
	return movie->pipe != NULL;
}

static bool end_ffmpeg(struct movie *movie, bool fine, struct err *err)
{
	int status = 0;
	if (!movie->pipe)
		return fine;
	fclose(movie->pipe);
	waitpid(movie->ffmpeg, &status, 0);
	if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return fine;
	if (WIFEXITED(status) && WEXITSTATUS(status) == 127)
		err_add(err, "voor %s is ffmpeg nodig, en dat is er niet; --movie MAP maakt losse plaatjes",
		        "%s needs ffmpeg, which is not there; --movie FOLDER makes single pictures", movie->request->movie_path);
	else
		err_add(err, "ffmpeg kon %s niet maken", "ffmpeg could not make %s", movie->request->movie_path);
	return false;
}

static bool add_frame(struct movie *movie, const struct draw *draw, struct err *err)
{
	const struct cmd_play *request = movie->request;
	char path[FILE_PATH_MAX + 32];
	struct paint_bytes bytes;
	movie->frames++;
	if (!movie->pipe) {
		snprintf(path, sizeof path, "%s/%06d.png", request->movie_path, movie->frames);
		return write_png(draw, request->font, path, err);
	}
	if (!paint_rgb(draw, request->font, 1, &bytes, err))
		return false;
	bool fine = fwrite(bytes.data, 1, bytes.count, movie->pipe) == bytes.count;
	mem_free(bytes.data);
	return fine;  // when not, ffmpeg has ended, and end_ffmpeg tells
}

static bool film(struct movie *movie, struct play *play, struct draw *draw, struct err *err)
{
	const struct cmd_play *request = movie->request;
	struct ui_input input = moment(request, 1.f / FRAMES_A_SECOND);
	bool fine = arrive(play, request, draw, err);
	int last = request->until >= 0 && request->until < play_last(play) ? request->until : play_last(play), ended = 0;
	play_run(play, true, request->speed);
	while (fine && ended < END_SECONDS * FRAMES_A_SECOND) {
		fine = draw_ok(draw, err) && add_frame(movie, draw, err);
		if (play_week(play) >= last && ended++ == 0)
			play_run(play, false, request->speed);
		play_frame(play, &input, draw);
		if (play_error(play)) {
			*err = *play_error(play);
			return false;
		}
	}
	return fine;
}

int cmd_play_movie(const struct cmd_play *request, enum lang lang)
{
	struct movie movie = { .request = request };
	struct err err;
	struct draw draw;
	err_clear(&err);
	draw_init(&draw);
	bool video = is_video(request->movie_path);
	if (!video && !file_is_folder(request->movie_path) && mkdir(request->movie_path, 0777) != 0)
		err_add(&err, "kan de map %s niet maken", "cannot make the folder %s", request->movie_path);
	struct play *play = err.count == 0 ? start(request, &err) : NULL;
	bool fine = play && (!video || start_ffmpeg(&movie, &err));
	fine = fine && film(&movie, play, &draw, &err);
	fine = end_ffmpeg(&movie, fine, &err);
	play_destroy(play);
	draw_clear(&draw);
	return fine ? CMD_DONE : cmd_mistake(&err, lang);
}
