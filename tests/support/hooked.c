// Scenarios with functions, for tests.
#include "support/hooked.h"

#include "mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char frame[] =
	"%s\n"
	"return scenario { start = 2025, years = 2, seed = 1, warm_up = 4,\n"
	"departments = { { id = 'permits', staff = 30 }, { id = 'social', staff = 40 } },\n"
	"programmes = { programme { name = 'example', hours = 2, content = { mindset = 0.2 } } },\n"
	"columns = { count = { type = 'integer', min = -9007199254740992, initial = 7 }, belief = { size = 3, initial = 0.5, min = 0, max = 1 },\n"
	"  free = {}, least = { min = 0 }, most = { max = 2 } },\n"
	"%s }\n";

bool hooked_load(struct hooked *h, const char *before, const char *fields)
{
	static char text[1 << 16];
	memset(h, 0, sizeof *h);
	char all[1 << 14];
	snprintf(all, sizeof all, "%s%s", strstr(fields, "measures") ? "" : "measures = { example = { per_unit = true } }, ", fields);
	int length = snprintf(text, sizeof text, frame, before, all);
	assert_true(length < (int)sizeof text);
	return scenario_load_text_hooks(text, (size_t)length, "test.lua", "tests/bad", &h->config, &h->hooks, &h->err);
}

bool hooked_open(struct hooked *h, int threads)
{
	h->sim = sim_create(&h->config, threads, &h->err);
	return h->sim && sim_run_to(h->sim, 0, NULL, &h->err);
}

bool hooked_run(struct hooked *h, int week)
{
	return hooks_run_to(h->hooks, h->sim, week, NULL, &h->err);
}

void hooked_close(struct hooked *h)
{
	sim_destroy(h->sim);
	hooks_destroy(h->hooks);
	config_clear(&h->config);
	h->sim = NULL;
	h->hooks = NULL;
}

unsigned long long hooked_digest(const char *before, const char *fields, int threads, int week)
{
	static struct hooked h;
	if (!hooked_load(&h, before, fields) || !hooked_open(&h, threads) || !hooked_run(&h, week))
		fail_msg("%s%s: %s", before, fields, h.err.text[LANG_EN]);
	unsigned long long digest = sim_digest(h.sim);
	hooked_close(&h);
	return digest;
}

void hooked_refused(const char *before, const char *fields, const char *message)
{
	static struct hooked h;
	long live = mem_live();
	if (hooked_load(&h, before, fields) && hooked_open(&h, 1) && hooked_run(&h, 6))
		fail_msg("not refused: %s %s", before, fields);
	if (h.err.count != 1 || !strstr(h.err.text[LANG_EN], message))
		fail_msg("%s %s\ngives %s", before, fields, h.err.text[LANG_EN]);
	assert_true(h.err.text[LANG_NL][0] != '\0');
	hooked_close(&h);
	assert_int_equal(mem_live(), live);
}
