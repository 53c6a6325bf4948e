// Reports of results made by hand: what they say, what they may not say, and that no text gets out of hand.
#include "batch/report.h"
#include "batch/report_words.h"
#include "mem.h"
#include "support/charts.h"
#include "support/made.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct told {
	struct results results;
	struct report report;
	struct err err;
	bool fine;
	char *page;     // without pictures and style; by the C library
	size_t size;
};

static struct font *font;

// The text of the page: pictures and style taken out.
static void strip(char *page)
{
	static const char *const from[] = { "<svg", "<style" }, *const to[] = { "</svg>\n</div>", "</style>" };
	for (int kind = 0; kind < 2; kind++)
		for (char *at = page, *begin; (begin = strstr(at, from[kind])) != NULL; at = begin) {
			char *end = strstr(begin, to[kind]);
			assert_non_null(end);
			memmove(begin, end, strlen(end) + 1);
		}
}

static void open_told(struct told *told, const struct made *made)
{
	*told = (struct told){ 0 };
	made_results(&told->results, made);
}

static void tell(struct told *told, enum lang lang, bool both)
{
	struct report_form form = { .lang = lang, .both = both, .font = font, .version = "0.1.0", .command = "stoeprand report x.db" };
	err_clear(&told->err);
	told->fine = report_init(&told->report, &told->results, &told->err);
	if (!told->fine)
		return;
	FILE *stream = open_memstream(&told->page, &told->size);
	assert_non_null(stream);
	told->fine = report_html(stream, &told->report, &form, &told->err);
	fclose(stream);
	strip(told->page);
}

static void close_told(struct told *told)
{
	report_clear(&told->report);
	results_clear(&told->results);
	free(told->page);
}

static void open_and_tell(struct told *told, const struct made *made, enum lang lang)
{
	open_told(told, made);
	tell(told, lang, false);
	assert_true(told->fine);
}

static void says(const struct told *told, const char *text)
{
	if (!strstr(told->page, text))
		fail_msg("the page does not say: %s", text);
}

static void never_says(const struct told *told, const char *text)
{
	if (strstr(told->page, text))
		fail_msg("the page says: %s", text);
}

static const struct made usual = { .design = RESULTS_POINTS, .alternatives = 4, .replicates = 20 };

// Makes an outcome of every alternative the baseline's, and then something more in some replicates.
static void level(struct results *results, int outcome, double more, int from, int to)
{
	for (int p = 1; p < results->point_count; p++)
		for (int r = 0; r < results->replicate_count; r++)
			*results_at(results, p, r, outcome) = *results_at(results, 0, r, outcome) + (r >= from && r < to ? more : -more * 0.9);
}

// ---- the answer

static void names_what_is_best_and_by_how_much(void **state)
{
	struct told told;
	open_and_tell(&told, &usual, LANG_NL);
	says(&told, "‘Scharreltijd’ komt op Prestatie het best uit");
	says(&told, "In alle 20 toekomsten was ‘Scharreltijd’ hierop beter dan ‘Zoals het nu gaat’ onder hetzelfde toeval.");
	says(&told, "slechter uitpakt op: Belasting (hoger), Standaard op tijd (lager)");
	says(&told, "€\u00A0255.000 meer in 4 jaar");
	close_told(&told);
	open_and_tell(&told, &usual, LANG_EN);
	says(&told, "‘Free time’ comes out best on Performance");
	says(&told, "€255,000 more on average in 4 years");
	close_told(&told);
}

static void counts_the_futures_that_were_better(void **state)
{
	struct told told;
	open_told(&told, &usual);
	level(&told.results, 0, 0.05, 3, 20);
	tell(&told, LANG_NL, false);
	says(&told, "In 17 van de 20 toekomsten was ");
	close_told(&told);
}

static void claims_nothing_that_an_interval_does_not_carry(void **state)
{
	struct told told;
	open_told(&told, &usual);
	for (int k = 0; k < told.results.outcome_count; k++)
		level(&told.results, k, k == 5 ? 40 : 0.2, 0, 10);
	tell(&told, LANG_NL, false);
	says(&told, "Op Prestatie is van geen alternatief aangetoond dat het beter is");
	says(&told, "hier kan dat verschil toeval zijn");
	never_says(&told, "komt op Prestatie het best uit");
	never_says(&told, "slechter uitpakt op");
	never_says(&told, "class=\"number better\"");
	never_says(&told, "class=\"number worse\"");
	close_told(&told);
}

static void claims_no_difference_in_cost_that_may_be_luck(void **state)
{
	struct told told;
	open_told(&told, &usual);
	for (int p = 0; p < 4; p++)
		for (int r = 0; r < 20; r++) {
			told.results.cost_euro[p * 20 + r] = 1000 + (p == 0 ? 0 : r % 2 ? 300 : -299);
			told.results.cost_hours[p * 20 + r] = 10 + (p == 0 ? 0 : r % 2 ? 3 : -2.9);
		}
	tell(&told, LANG_NL, false);
	says(&told, "De verandering zelf is bij ‘Scharreltijd’ niet aantoonbaar duurder of goedkoper.");
	never_says(&told, "‘Scharreltijd’ kost gemiddeld");
	close_told(&told);
}

static void sure_but_smaller_than_matters_is_no_better(void **state)
{
	struct told told;
	open_told(&told, &usual);
	for (int p = 1; p < 4; p++)
		for (int r = 0; r < 20; r++)
			*results_at(&told.results, p, r, 0) = *results_at(&told.results, 0, r, 0) + 0.001 + 0.0001 * (r % 3);
	tell(&told, LANG_EN, false);
	assert_int_equal(report_verdict(&told.report, 1, 0), REPORT_SMALL);
	says(&told, "no alternative makes a difference that matters");
	close_told(&told);
}

static void never_speaks_of_forecasts(void **state)
{
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		struct told told;
		open_and_tell(&told, &usual, (enum lang)lang);
		never_says(&told, "oorspel");
		never_says(&told, "orecast");
		never_says(&told, "redict");
		close_told(&told);
	}
}

static void the_numbers_are_those_of_compare(void **state)
{
	struct told told;
	struct compare compare;
	char span[REPORT_SPAN_MAX];
	open_and_tell(&told, &usual, LANG_NL);
	assert_true(compare_make(&told.results, 3, 0, NAN, &compare, NULL));
	const struct compare_row *row = &compare.row[2];
	assert_true(report_beside(&told.report, 3, 3)->difference.mean == row->difference.mean);
	report_difference_span(span, &told.results.outcome[3], row->difference.mean, row->difference.interval, LANG_NL);
	assert_true(strncmp(span, "−2,4\u00A0weken (", 15) == 0);
	compare_clear(&compare);
	close_told(&told);
}

// ---- rows

static void designs_over_factors_are_one_row_each(void **state)
{
	struct told told;
	open_and_tell(&told, &(struct made){ .design = RESULTS_FACTORIAL, .alternatives = 3, .levels = 4, .replicates = 6 }, LANG_EN);
	assert_int_equal(told.results.point_count, 12);
	assert_int_equal(told.report.row_count, 3);
	double sum = 0;
	for (int p = 4; p < 8; p++)
		sum += *results_at(&told.results, p, 2, 0);
	assert_true(fabs(*results_at(told.report.rows, 1, 2, 0) - sum / 4) < 1e-15);
	*results_at(&told.results, 5, 2, 0) = NAN;
	report_clear(&told.report);
	assert_true(report_init(&told.report, &told.results, NULL));
	assert_true(isnan(*results_at(told.report.rows, 1, 2, 0)));  // a future of which a part is missing
	says(&told, "kerbs.room");
	close_told(&told);
}

static void draws_are_futures(void **state)
{
	struct told told;
	open_and_tell(&told, &(struct made){ .design = RESULTS_MORRIS, .levels = 1, .more_levels = 1, .replicates = 3 }, LANG_EN);
	assert_int_equal(told.report.row_count, 1);
	assert_int_equal(told.report.futures, told.results.point_count);
	says(&told, "All draws");
	says(&told, "hangs most on: Room");
	close_told(&told);
	open_and_tell(&told, &(struct made){ .design = RESULTS_LHS, .alternatives = 2, .levels = 1, .more_levels = 1, .replicates = 2 }, LANG_EN);
	assert_int_equal(told.report.row_count, 2);
	says(&told, "of the 32 draws of the settings");
	close_told(&told);
}

static void designs_with_a_baseline_of_their_own_stand_beside_that(void **state)
{
	struct told told;
	(void)state;
	open_told(&told, &usual);
	told.results.named[3].baseline = 3;
	level(&told.results, 0, 0.2, 0, 10);
	for (int r = 0; r < 20; r++)
		*results_at(&told.results, 3, r, 0) = *results_at(&told.results, 2, r, 0) + 0.05 + r % 2 * 0.001;
	tell(&told, LANG_NL, false);
	says(&told, "Niet alle alternatieven hebben hetzelfde uitgangspunt.");
	char line[256];
	snprintf(line, sizeof line, "‘%s’ naast ‘%s’: +0,05", told.results.named[3].name.nl, told.results.named[2].name.nl);
	says(&told, line);
	says(&told, "; beter.");
	says(&told, "; dat kan toeval zijn.");
	never_says(&told, "komt op Prestatie het best uit");
	never_says(&told, "het gunstigst is");
	close_told(&told);
	open_and_tell(&told, &usual, LANG_NL);
	never_says(&told, "Niet alle alternatieven hebben hetzelfde uitgangspunt.");
	close_told(&told);
}

static void tells_a_week_as_a_week(void **state)
{
	char text[REPORT_NAME_MAX];
	struct results_factor week = { .unit = (char[]){ "week" }, .start_year = 2025, .min = 1, .max = 92 };
	(void)state;
	report_factor_value(text, &week, 1, LANG_NL);
	assert_string_equal(text, "2025-W01");
	report_factor_value(text, &week, 92, LANG_EN);
	assert_string_equal(text, "2026-W40");
}

static void the_first_stands_in_for_a_baseline(void **state)
{
	struct told told;
	open_and_tell(&told, &(struct made){ .design = RESULTS_POINTS, .alternatives = 3, .replicates = 8, .no_baseline = true }, LANG_NL);
	assert_false(told.report.has_baseline);
	says(&told, "Het experiment noemt geen uitgangspunt");
	close_told(&told);
}

// ---- awkward results

static void texts_are_escaped(void **state)
{
	struct told told;
	open_and_tell(&told, &(struct made){ .design = RESULTS_POINTS, .alternatives = 2, .replicates = 4,
		.title = "<script>alert(\"1\")</script> & 'x' 🚲 \xff", .name = "a<b>\"'&", .why = "</p><img src=x onerror=alert(1)>" }, LANG_NL);
	says(&told, "<h1>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39; 🚲 \uFFFD</h1>");
	says(&told, "&lt;/p&gt;&lt;img src=x");
	never_says(&told, "<script");
	never_says(&told, "<img");
	close_told(&told);
}

static void names_that_are_alike_are_told_apart(void **state)
{
	struct told told;
	char name[2][REPORT_NAME_MAX];
	open_and_tell(&told, &(struct made){ .design = RESULTS_POINTS, .alternatives = 3, .replicates = 3, .name = "Hetzelfde" }, LANG_NL);
	report_row_name(name[0], &told.report, 1, LANG_NL);
	report_row_name(name[1], &told.report, 2, LANG_NL);
	assert_string_equal(name[0], "Hetzelfde (design1)");
	assert_string_equal(name[1], "Hetzelfde (design2)");
	close_told(&told);
}

static void long_names_are_cut_at_whole_characters(void **state)
{
	char out[32], name[2000] = "";
	for (int i = 0; i < 300; i++)
		strcat(name, "é🚲");
	report_cut(out, sizeof out, name, 100);
	assert_true(strlen(out) < sizeof out);
	const char *at = out;
	while (*at)
		assert_true(text_point(&at) > 0);
	report_cut(out, sizeof out, "kort", 4);
	assert_string_equal(out, "kort");
	struct told told;
	open_and_tell(&told, &(struct made){ .design = RESULTS_POINTS, .alternatives = 2, .replicates = 3, .name = name, .title = name }, LANG_EN);
	close_told(&told);
}

static void a_single_alternative_is_compared_with_nothing(void **state)
{
	struct told told;
	open_and_tell(&told, &(struct made){ .design = RESULTS_POINTS, .alternatives = 1, .replicates = 10 }, LANG_NL);
	says(&told, "Er is één alternatief");
	never_says(&told, "NaN");
	never_says(&told, "nan");
	close_told(&told);
	open_and_tell(&told, &(struct made){ .design = RESULTS_POINTS, .alternatives = 1, .replicates = 1 }, LANG_EN);
	says(&told, "that is one future, so it says nothing about luck");
	close_told(&told);
}

static void one_future_carries_no_claim(void **state)
{
	struct told told;
	open_and_tell(&told, &(struct made){ .design = RESULTS_POINTS, .alternatives = 3, .replicates = 1 }, LANG_EN);
	says(&told, "no alternative is shown to be better");
	says(&told, "One future says nothing about luck: run more.");
	never_says(&told, "comes out best on");
	close_told(&told);
}

static void sixty_alternatives_fit(void **state)
{
	struct told told;
	open_and_tell(&told, &(struct made){ .design = RESULTS_POINTS, .alternatives = 60, .replicates = 4 }, LANG_NL);
	assert_int_equal(told.report.row_count, 60);
	says(&told, "Scharreltijd14");
	close_told(&told);
}

static void failures_are_told(void **state)
{
	struct told told;
	open_and_tell(&told, &(struct made){ .design = RESULTS_POINTS, .alternatives = 3, .replicates = 5, .fail_each = 4 }, LANG_NL);
	says(&told, "3 van de 15 proeven zijn mislukt");
	says(&told, "3×: haak week: delen door nul");
	close_told(&told);
	open_and_tell(&told, &(struct made){ .design = RESULTS_POINTS, .alternatives = 3, .replicates = 5, .fail_each = 1 }, LANG_EN);
	says(&told, "All 15 trials failed");
	says(&told, "There are no figures");
	says(&told, "15×: hook week: division by zero");
	close_told(&told);
}

static void nothing_known_is_said_so(void **state)
{
	struct told told;
	open_told(&told, &usual);
	for (int i = 0; i < 4 * 20 * told.results.outcome_count; i++)
		told.results.value[i] = NAN;
	for (int i = 0; i < 4 * 20; i++)
		told.results.cost_euro[i] = told.results.cost_hours[i] = NAN;
	tell(&told, LANG_EN, true);
	assert_true(told.fine);
	says(&told, "Nothing can be said of Performance");
	never_says(&told, "nan");
	never_says(&told, "inf");
	close_told(&told);
}

static void without_trials_there_is_no_report(void **state)
{
	struct told told;
	open_told(&told, &(struct made){ .design = RESULTS_POINTS, .alternatives = 2, .replicates = 3, .nothing = true });
	tell(&told, LANG_NL, false);
	assert_false(told.fine);
	assert_non_null(strstr(told.err.text[LANG_NL], "nog geen enkele proef"));
	assert_non_null(strstr(told.err.text[LANG_EN], "no trial has been run yet"));
	close_told(&told);
	open_told(&told, &usual);
	told.results.point_count = 0;
	tell(&told, LANG_EN, false);
	assert_non_null(strstr(told.err.text[LANG_EN], "there are no alternatives"));
	told.results.point_count = 4;
	close_told(&told);
}

static void seeds_of_their_own_are_no_same_luck(void **state)
{
	struct told told;
	open_told(&told, &usual);
	told.results.independent = true;
	tell(&told, LANG_NL, false);
	says(&told, "Van twee willekeurige toekomsten is die met ‘Scharreltijd’ in ");
	never_says(&told, "onder hetzelfde toeval");
	close_told(&told);
}

static void both_languages_are_in_one_page(void **state)
{
	struct told told;
	open_told(&told, &usual);
	tell(&told, LANG_EN, true);
	says(&told, "<html lang=\"en\">");
	says(&told, "id=\"en\" aria-label=\"English\" checked");
	says(&told, "class=\"page en\" lang=\"en\"");
	says(&told, "class=\"page nl\" lang=\"nl\"");
	never_says(&told, "http");
	close_told(&told);
}

// ---- memory

// Whatever allocation fails, the report says so and nothing is left behind.
static void without_memory_nothing_is_left(void **state)
{
	struct results results;
	long before = mem_live();
	made_results(&results, &(struct made){ .design = RESULTS_FACTORIAL, .alternatives = 2, .levels = 2, .replicates = 3 });
	long with = mem_live();
	bool fine = false;
	for (long n = 1; !fine; n += n < 60 ? 1 : 97) {
		struct report report;
		struct report_form form = { .lang = LANG_NL, .font = font, .version = "0" };
		struct err err;
		char *page = NULL;
		size_t size = 0;
		err_clear(&err);
		mem_fail(n, 1);
		fine = report_init(&report, &results, &err);
		if (fine) {
			FILE *stream = open_memstream(&page, &size);
			fine = report_html(stream, &report, &form, &err);
			fclose(stream);
		}
		mem_fail(0, 0);
		assert_true(fine || err.count > 0);
		report_clear(&report);
		free(page);
		assert_int_equal(mem_live(), with);
	}
	results_clear(&results);
	assert_int_equal(mem_live(), before);
}

// ---- tables

static char *table_of(const struct told *told, enum report_table table, bool dutch)
{
	char *text = NULL;
	size_t size = 0;
	FILE *stream = open_memstream(&text, &size);
	report_csv(stream, table, &told->report, &(struct report_form){ .lang = LANG_NL, .dutch = dutch });
	fclose(stream);
	return text;
}

static int lines_of(const char *text)
{
	int lines = 0;
	for (; *text; text++)
		lines += *text == '\n';
	return lines;
}

static void tables_are_tidy_and_exact(void **state)
{
	struct told told;
	open_and_tell(&told, &(struct made){ .design = RESULTS_POINTS, .alternatives = 2, .replicates = 3, .fail_each = 6 }, LANG_NL);
	*results_at(&told.results, 0, 1, 0) = 0.1 + 0.2;
	char *text = table_of(&told, REPORT_VALUES, false);
	assert_int_equal(lines_of(text), 1 + 2 * 3 * (6 + 2));
	assert_non_null(strstr(text, "\n0,design0,1,performance,0.30000000000000004\n"));
	assert_non_null(strstr(text, "\n1,design1,2,performance,\n"));  // failed: empty
	free(text);
	text = table_of(&told, REPORT_POINTS, false);
	assert_string_equal(text, "point,label,design,name,baseline\n0,design0,design0,Zoals het nu gaat,1\n1,design1,design1,Pool met rollen,0\n");
	free(text);
	close_told(&told);
}

static void a_dutch_spreadsheet_opens_them(void **state)
{
	struct told told;
	open_and_tell(&told, &(struct made){ .design = RESULTS_POINTS, .alternatives = 2, .replicates = 2, .name = "=1+1; \"ja\"" }, LANG_NL);
	*results_at(&told.results, 0, 1, 0) = 0.25;
	char *text = table_of(&told, REPORT_VALUES, true);
	assert_true(strncmp(text, "\uFEFFpoint;label;", 15) == 0);
	assert_non_null(strstr(text, "\r\n0;design0;1;performance;0,25\r\n"));
	free(text);
	text = table_of(&told, REPORT_POINTS, true);
	assert_non_null(strstr(text, "\"'=1+1; \"\"ja\"\"\""));
	free(text);
	close_told(&told);
}

static void a_workbook_is_a_zip(void **state)
{
	struct told told;
	char *bytes = NULL;
	size_t size = 0;
	open_and_tell(&told, &(struct made){ .design = RESULTS_POINTS, .alternatives = 60, .replicates = 3, .fail_each = 7, .title = "<&>\x01\xff" }, LANG_NL);
	FILE *stream = open_memstream(&bytes, &size);
	assert_true(report_xlsx(stream, &told.report, &(struct report_form){ .lang = LANG_NL, .both = true }, &told.err));
	fclose(stream);
	assert_true(size > 10000 && memcmp(bytes, "PK\3\4", 4) == 0);
	free(bytes);
	close_told(&told);
}

// ---- numbers

static void money_has_three_digits_that_count(void **state)
{
	char out[REPORT_NUMBER_MAX];
	report_euro(out, 1234567, false, LANG_NL);
	assert_string_equal(out, "€\u00A01.230.000");
	report_euro(out, -85432, true, LANG_EN);
	assert_string_equal(out, "−€85,400");
	report_euro(out, NAN, true, LANG_EN);
	assert_string_equal(out, "–");
	report_hours(out, 1219.6, true, LANG_NL);
	assert_string_equal(out, "+1.220\u00A0uur");
}

static void differences_of_shares_are_percentage_points(void **state)
{
	char out[REPORT_NUMBER_MAX];
	struct results_outcome share = { .unit = (char[]){ "share" } };
	report_value(out, &share, 0.679, LANG_NL);
	assert_string_equal(out, "67,9\u00A0%");
	report_difference(out, &share, 0.032, 0.05, LANG_NL);
	assert_string_equal(out, "+3,2\u00A0procentpunt");
}

static int load_font(void **state)
{
	font = charts_font();
	return 0;
}

static int drop_font(void **state)
{
	font_destroy(font);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_what_is_best_and_by_how_much),
		cmocka_unit_test(counts_the_futures_that_were_better),
		cmocka_unit_test(claims_nothing_that_an_interval_does_not_carry),
		cmocka_unit_test(claims_no_difference_in_cost_that_may_be_luck),
		cmocka_unit_test(sure_but_smaller_than_matters_is_no_better),
		cmocka_unit_test(never_speaks_of_forecasts),
		cmocka_unit_test(the_numbers_are_those_of_compare),
		cmocka_unit_test(designs_over_factors_are_one_row_each),
		cmocka_unit_test(draws_are_futures),
		cmocka_unit_test(the_first_stands_in_for_a_baseline),
		cmocka_unit_test(designs_with_a_baseline_of_their_own_stand_beside_that),
		cmocka_unit_test(tells_a_week_as_a_week),
		cmocka_unit_test(texts_are_escaped),
		cmocka_unit_test(names_that_are_alike_are_told_apart),
		cmocka_unit_test(long_names_are_cut_at_whole_characters),
		cmocka_unit_test(a_single_alternative_is_compared_with_nothing),
		cmocka_unit_test(one_future_carries_no_claim),
		cmocka_unit_test(sixty_alternatives_fit),
		cmocka_unit_test(failures_are_told),
		cmocka_unit_test(nothing_known_is_said_so),
		cmocka_unit_test(without_trials_there_is_no_report),
		cmocka_unit_test(seeds_of_their_own_are_no_same_luck),
		cmocka_unit_test(both_languages_are_in_one_page),
		cmocka_unit_test(without_memory_nothing_is_left),
		cmocka_unit_test(tables_are_tidy_and_exact),
		cmocka_unit_test(a_dutch_spreadsheet_opens_them),
		cmocka_unit_test(a_workbook_is_a_zip),
		cmocka_unit_test(money_has_three_digits_that_count),
		cmocka_unit_test(differences_of_shares_are_percentage_points),
	};
	return cmocka_run_group_tests(tests, load_font, drop_font);
}
