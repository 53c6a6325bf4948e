// The stylised facts: runs each over many seeds and tells what came of it.
//   facts [write] [NAME …]       all facts, or those whose file begins so; compares with docs/facts.md, or rewrites it (of some
//                                only the pictures)
//   facts full [write] [NAME …]  over which values of the nearest inputs each holds, and what carries it
#include "facts/facts.h"
#include "facts/facts_full.h"
#include "mem.h"
#include "support/charts.h"
#include "support/page.h"

#include <dirent.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { SEEDS = 200, SEEDS_RANGES = 20, SEEDS_MECHANISMS = 10 };

static char names[FACTS_MAX][64];
static int name_count;

static int by_name(const void *a, const void *b)
{
	return strcmp(a, b);
}

static bool wanted(const char *name, int argc, char **argv)
{
	bool any = false;
	for (int k = 1; k < argc; k++)
		if (strcmp(argv[k], "write") != 0 && strcmp(argv[k], "full") != 0) {
			any = true;
			if (strncmp(name, argv[k], strlen(argv[k])) == 0)
				return true;
		}
	return !any;
}

static void find_facts(const char *folder, int argc, char **argv)
{
	DIR *dir = opendir(folder);
	must(dir);
	for (struct dirent *entry = readdir(dir); entry; entry = readdir(dir)) {
		const char *end = strstr(entry->d_name, ".lua");
		if (!end || end[4] || !strchr("0123456789", entry->d_name[0]))
			continue;
		must(name_count < FACTS_MAX && end - entry->d_name < 64);
		snprintf(names[name_count], 64, "%.*s", (int)(end - entry->d_name), entry->d_name);
		name_count += wanted(names[name_count], argc, argv);
	}
	closedir(dir);
	qsort(names, (size_t)name_count, sizeof *names, by_name);
}

// ---- telling

static const char *digits(double value, char out[32])
{
	double size = fabs(value);
	snprintf(out, 32, "%+.*f", size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 3 : 4, value);
	return out;
}

static void tell_check(FILE *out, const struct fact *fact, int c, const struct fact_result *result)
{
	static const char *const expected[] = { "above 0", "below 0", "about 0", "top inside", "not below 0" };
	const struct fact_check *check = &fact->check[c];
	char mean[32], half[32];
	digits(result->effect.mean, mean);
	digits(result->effect.half, half);
	fprintf(out, "| %s | `%s` | %d – %d%s | %s | %s ± %s", check->says, measure_table[check->measure].name, check->from, check->to,
		check->less_to ? " less earlier" : "", expected[check->expect], mean, half + 1);
	if (check->expect == EXPECT_INSIDE)
		fprintf(out, " (top at %s, over the nearer end)", fact->arm_id[result->top]);
	bool sure = fabs(result->effect.size) > 99;  // seeds hardly differ: how far apart is then no use
	const char *yes = result->holds ? "yes" : check->beside ? "no (beside it)" : "**no**";
	if (sure)
		fprintf(out, " | over 99 | %s |\n", yes);
	else
		fprintf(out, " | %+.2f | %s |\n", result->effect.size, yes);
}

static const char *verdict(const struct fact *fact, bool holds)
{
	return !holds ? "**does not hold**" : fact->where[0] ? "holds where told" : "holds";
}

static void tell_fact(FILE *out, const struct fact *fact, const struct fact_result *results, const struct study_effect *arms, bool holds, int seeds)
{
	fprintf(out, "### %s\n\n%s (%s) **%s%s**\n\n", fact->name, fact->claim, fact->source, !holds ? "Does not hold." : fact->where[0] ? "Holds where " : "Holds.", holds ? fact->where : "");
	fprintf(out, "| difference | measure | weeks | expected | mean, 95 %% interval | in sd | as expected |\n| --- | --- | --- | --- | --- | --- | --- |\n");
	for (int c = 0; c < fact->check_count; c++)
		tell_check(out, fact, c, &results[c]);
	fprintf(out, "\n`%s` of the arms, mean over %d seeds:", measure_table[fact->check[0].measure].name, seeds);
	for (int a = 0; a < fact->arm_count; a++)
		fprintf(out, " %s %.4f%s", fact->arm_id[a], arms[a].mean, a + 1 < fact->arm_count ? "," : ".\n");
	if (!holds && fact->why_not[0])
		fprintf(out, "\nWhy not: %s\n", fact->why_not);
	if (fact->note[0])
		fprintf(out, "\n%s\n", fact->note);
	fprintf(out, "\n![%s](pictures/fact-%s.svg)\n\n", fact->name, fact->name);
}

static void draw_fact(struct page *page, const struct fact *fact, const struct study_effect *arms, bool holds, struct font *font)
{
	struct chart_bar bar[FACTS_ARMS];
	for (int a = 0; a < fact->arm_count; a++)
		bar[a] = (struct chart_bar){ fact->arm_id[a], arms[a].mean, arms[a].mean - arms[a].half, arms[a].mean + arms[a].half };
	struct chart_look look = { .theme = &theme_light, .font = font, .lang = LANG_EN, .width = 640 };
	const struct measure *measure = &measure_table[fact->check[0].measure];
	char weeks[128];
	snprintf(weeks, sizeof weeks, "%s%s, weeks %d to %d", holds ? "" : "The model does not show all of this. ", measure->label.en, fact->check[0].from, fact->check[0].to);
	struct chart_bars chart = { .words = { .title = fact->claim, .subtitle = weeks, .note = "Seeds are the same in all arms: differences are surer than these intervals." },
		.axis = { .kind = TICKS_NUMBER, .title = measure->unit, .decimals = 3 }, .dots = true, .interval = "95 % of the mean",
		.count = fact->arm_count, .bar = bar };
	struct draw draw;
	char name[96];
	snprintf(name, sizeof name, "fact-%s", fact->name);
	draw_init(&draw);
	chart_bars(&draw, &look, &chart);
	page_picture(page, name, &draw);
}

// ---- all facts

struct texts {
	char *table, *detail;
	size_t table_size, detail_size;
	FILE *to_table, *to_detail;
};

static void try_all(struct page *page, const char *folder, int seeds, struct texts *texts, bool pictures)
{
	static struct fact fact;
	struct font *font = pictures ? charts_font() : NULL;
	fprintf(texts->to_table, "%d seeds for each arm, the same for all arms of a fact.\n\n| fact | source | verdict | checks that hold |\n| --- | --- | --- | --- |\n", seeds);
	for (int k = 0; k < name_count; k++) {
		struct fact_result results[FACTS_CHECKS];
		struct study_effect arms[FACTS_ARMS];
		int good = 0;
		facts_read(folder, names[k], &fact);
		bool holds = facts_try(&fact, seeds, (struct fact_twist){ 0 }, results, arms);
		for (int c = 0; c < fact.check_count; c++)
			good += results[c].holds;
		fprintf(texts->to_table, "| [%s](#%s) | %s | %s | %d of %d |\n", fact.name, fact.name, fact.source, verdict(&fact, holds), good, fact.check_count);
		fprintf(stderr, "%s: %s (%d of %d)\n", fact.name, holds ? "holds" : "DOES NOT HOLD", good, fact.check_count);
		tell_fact(texts->to_detail, &fact, results, arms, holds, seeds);
		if (pictures)
			draw_fact(page, &fact, arms, holds, font);
		facts_clear(&fact);
	}
	font_destroy(font);
}

static void put_full(struct page *page, const char *folder, const char *mark, void (*tell)(FILE *, const char *, char (*)[64], int, int), int seeds, bool some)
{
	char *text = NULL;
	size_t size = 0;
	FILE *out = open_memstream(&text, &size);
	must(out);
	tell(out, folder, names, name_count, seeds);
	must(fclose(out) == 0);
	printf("%s\n", text);
	if (!some)
		page_put(page, mark, text);
	free(text);
}

static void put_facts(struct page *page, const char *folder, bool some)
{
	struct texts texts = { 0 };
	texts.to_table = open_memstream(&texts.table, &texts.table_size);
	texts.to_detail = open_memstream(&texts.detail, &texts.detail_size);
	must(texts.to_table && texts.to_detail);
	try_all(page, folder, study_seeds(SEEDS), &texts, !some || page->write);
	must(fclose(texts.to_table) == 0 && fclose(texts.to_detail) == 0);
	printf("%s\n%s", texts.table, texts.detail);
	if (!some) {
		page_put(page, "verdicts", texts.table);
		page_put(page, "facts", texts.detail);
	}
	free(texts.table);
	free(texts.detail);
}

// What was asked: words that are no name of a fact.
static bool asked(const char *word, int argc, char **argv)
{
	for (int k = 1; k < argc; k++)
		if (strcmp(argv[k], word) == 0)
			return true;
	return false;
}

int main(int argc, char **argv)
{
	struct page page = page_open("docs/facts.md", argc, argv);
	char folder[2048];
	snprintf(folder, sizeof folder, "%s/tests/facts", page.root);
	find_facts(folder, argc, argv);
	page.write = asked("write", argc, argv);
	bool full = asked("full", argc, argv), some = argc > 1 + page.write + full;
	if (!full)
		put_facts(&page, folder, some);
	if (full) {
		put_full(&page, folder, "ranges", facts_full_ranges, study_seeds(SEEDS_RANGES), some);
		put_full(&page, folder, "mechanisms", facts_full_mechanisms, study_seeds(SEEDS_MECHANISMS), some);
	}
	return some ? 0 : page_close(&page);
}
