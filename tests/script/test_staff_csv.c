// Staff tables: every form that is taken, every mistake with its exact words, and that nothing exact about a person
// is left once a table has been read.
#include "mem.h"
#include "script/roster.h"
#include "script/scenario.h"
#include "sim/state.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct err err;
static struct roster roster;
static struct config none, town;  // without departments; with two

static int begin(void **state)
{
	config_init(&none);
	config_init(&town);
	if (!config_departments(&town, 2, NULL))
		return -1;
	memcpy(town.department[0].id, "permits", 8);
	town.department[0].name = (struct words){ config_copy_text("Vergunningen"), config_copy_text("Permits") };
	memcpy(town.department[1].id, "tax", 4);
	town.department[1].name = (struct words){ config_copy_text("Financi\xc3\xabn"), config_copy_text("Tax") };
	return 0;
}

static int end(void **state)
{
	config_clear(&town);
	return 0;
}

static bool read_bytes(const struct config *config, const char *text, size_t length)
{
	err_clear(&err);
	return roster_read(&roster, text, length, "s.csv", config, &err);
}

static void must_read(const struct config *config, const char *text)
{
	if (!read_bytes(config, text, strlen(text)))
		fail_msg("%s", err.text[LANG_EN]);
}

static void refused(const struct config *config, const char *text, const char *nl, const char *en)
{
	if (read_bytes(config, text, strlen(text)))
		fail_msg("this is taken: %s", text);
	assert_string_equal(err.text[LANG_NL], nl);
	assert_string_equal(err.text[LANG_EN], en);
	roster_clear(&roster);
}

static void same_row(const struct roster_row *row, int unit, int age, int service, int hours, int role)
{
	assert_int_equal(row->unit, unit);
	assert_int_equal(row->age, age);
	assert_int_equal(row->service, service);
	assert_int_equal(row->hours, hours);
	assert_int_equal(row->role, role);
}

// ---- forms

static void one_person_in_every_form(void **state)
{
	static const char *const texts[] = {
		"afdeling;rol;uren;in dienst;geboortejaar\nVergunningen;leidinggevende;36;2019-03-01;1980\n",
		"\357\273\277Afdeling;ROL;Uren;In dienst;Geboortejaar\r\nvergunningen;Leidinggevende;36,0;01-03-2019;1980\r\n",
		"unit,role,hours,start,birth_year\nPermits,manager,36.0,1-3-2019,1980",
		"department,role,hours per week,start_date,birth year\r\"permits\",\"manager\",\"36,0\",\"2019-03-01\",\"1980\"\r",
		"sep=;\r\ngeboortejaar;in_dienst;uren per week;rol;unit\r\n1980;1-03-2019;36,00; manager ;  Permits \r\n",
		"\n;;;;\nunit;role;hours;start;birth_year;\n\n;;;;;\npermits;manager;36;01-3-2019;1980;\n;;;;;\n\n",
		"unit\trole\thours\tstart\tbirth year\nPermits\tmanager\t36\t2019-03-01\t1980\n",
	};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		must_read(&town, texts[i]);
		assert_int_equal(roster.count, 1);
		same_row(&roster.row[0], 0, 40, 5, 9, ROSTER_MANAGER);
		roster_clear(&roster);
	}
}

static void what_is_not_told_is_not_known(void **state)
{
	must_read(&town, "unit;hours;birth_year;start;role\npermits;;;;\n");
	same_row(&roster.row[0], 0, ROSTER_NONE, ROSTER_NONE, 0, ROSTER_ANY);
	roster_clear(&roster);
	must_read(&town, "afdeling\nVergunningen\n");
	same_row(&roster.row[0], 0, ROSTER_NONE, ROSTER_NONE, 0, ROSTER_ANY);
	roster_clear(&roster);
}

static void both_encodings_give_the_same_letters(void **state)
{
	static const char *const texts[] = { "afdeling\nFINANCI\xc3\x8bN\n", "afdeling\nFinanci\xebn\n", "\357\273\277afdeling\nfinanci\xc3\xabn\n" };
	for (size_t i = 0; i < 3; i++) {
		must_read(&town, texts[i]);
		assert_int_equal(roster.row[0].unit, 1);
		roster_clear(&roster);
	}
	must_read(&none, "afdeling\nCaf\xe9 \x80\x96 beheer\n");
	assert_string_equal(roster.unit[0].name, "Caf\xc3\xa9 \xe2\x82\xac\xe2\x80\x93 beheer");
	assert_string_equal(roster.unit[0].id, "cafe_beheer");
	roster_clear(&roster);
}

static void quoted_cells_hold_separators_quotes_and_lines(void **state)
{
	must_read(&none, "afdeling;uren\r\n\"Zorg; \"\"jeugd\"\"\r\nen werk\";36\r\nzorg; 36\r\n");
	assert_int_equal(roster.count, 2);
	assert_string_equal(roster.unit[1].name, "Zorg; \"jeugd\"  en werk");
	assert_string_equal(roster.unit[1].id, "zorg_jeugd_en_werk");
	assert_int_equal(roster.row[1].line, 4);  // as an editor counts
	roster_clear(&roster);
}

static void ids_are_made_in_the_order_of_names(void **state)
{
	must_read(&none, "afdeling\nZorg & Jeugd\nzorg jeugd\nPool & zo\nzorg   & JEUGD\n3e lijn\nAll\n\xc3\x89\xc3\xa9n\n&&\n"
	                 "Een heel lange naam van een afdeling die nergens past\n");
	static const char *const ids[] = { "afdeling", "afdeling_3e_lijn", "all_2", "een_heel_lange_naam_van_een", "pool_zo", "zorg_jeugd", "zorg_jeugd_2", "een" };
	assert_int_equal(roster.unit_count, 8);
	for (int u = 0; u < 8; u++)
		assert_string_equal(roster.unit[u].id, ids[u]);
	assert_int_equal(roster.unit[5].people, 2);
	roster_clear(&roster);
}

static void classes_are_wide(void **state)
{
	static const struct { const char *start; int service; } starts[] = {
		{ "1-1-2025", 0 }, { "2-1-2024", 0 }, { "1-1-2024", 1 }, { "2-1-2022", 1 }, { "1-1-2022", 3 }, { "2-1-2020", 3 },
		{ "1-1-2020", 5 }, { "29-2-2012", 10 }, { "2000-02-29", 20 }, { "1981-12-31", 40 } };
	static const struct { const char *hours; int steps; } hours[] = {
		{ "1", 1 }, { "5,9", 1 }, { "6", 2 }, { "17,5", 4 }, { "18", 5 }, { "24", 6 }, { "28,8", 7 }, { "33.999", 8 }, { "36", 9 }, { "40", 9 } };
	char text[160];
	for (int i = 0; i < 10; i++) {
		snprintf(text, sizeof text, "unit;start;hours;birth_year\na;%s;%s;%d\n", starts[i].start, hours[i].hours, i % 2 ? 1945 : 1960);
		must_read(&none, text);
		same_row(&roster.row[0], 0, i % 2 ? 75 : 60, starts[i].service, hours[i].steps, ROSTER_ANY);
		roster_clear(&roster);
	}
}

// ---- mistakes

static void all_mistakes_come_at_once_and_repeat_no_cell(void **state)
{
	refused(&town,
		"afdeling;rol;uren;in dienst;geboortejaar\n"
		"Vergunningen;baas;36u;3/1/2019;80\n"         // 2
		"Vergunnigen;medewerker;0;30-02-2019;1944\n"  // 3
		";medewerker;41;2019-3-1;2010\n"              // 4
		"tax;medewerker;36;2-1-2025;12-03-1975\n"     // 5
		"tax;;36;1-1-1990;1980\n"                     // 6
		"Jan de Vries;medewerker;36,5,5;1-13-2019;\n"  // 7
		"pool;medewerker;-36;1-1-19;1980\n"           // 8
		"tax;medewerker;36\n"                         // 9
		"tax;medewerker;36;1-1-2019;1980;Jan\n"       // 10
		"tax;me\"dewerker;36;1-1-2019;1980\n"         // 11
		"tax;\"medewerker\" x;36;1-1-2019;1980\n",    // 12
		"s.csv: regel 2, kolom 2 (rol): hier hoort leidinggevende of medewerker\n"
		"s.csv: regels 2–4, 7, 8, kolom 3 (uren): hier horen uren per week, van 1 tot en met 40, zoals 36 of 28,8\n"
		"s.csv: regels 2–4, 7, 8, kolom 4 (in dienst): hier hoort een datum die bestaat, zoals 2019-03-01 of 1-3-2019: dag, maand, jaar\n"
		"s.csv: regels 2–4, kolom 5 (geboortejaar): hier hoort een geboortejaar, van 1945 tot en met 2009\n"
		"s.csv: regel 3, kolom 1 (afdeling): deze afdeling staat niet in het scenario; bedoelde u Vergunningen?\n"
		"s.csv: regel 4, kolom 1 (afdeling): de afdeling ontbreekt\n"
		"s.csv: regel 5, kolom 4 (in dienst): deze datum ligt na de start van het scenario, 1 januari 2025\n"
		"s.csv: regel 5, kolom 5 (geboortejaar): alleen het jaar: een geboortedatum is meer dan het model nodig heeft\n"
		"s.csv: regel 6, kolom 2 (rol): de rol ontbreekt, en bij anderen van deze afdeling staat zij er wel\n"
		"s.csv: regel 6, kolom 4 (in dienst): in dienst voor het jaar waarin deze persoon 14 werd\n"
		"s.csv: regel 7, kolom 1 (afdeling): deze afdeling staat niet in het scenario\n"
		"s.csv: regel 8, kolom 1 (afdeling): wie in de pool zit, staat onder de afdeling waar hij of zij vandaan komt\n"
		"s.csv: regel 9: minder cellen dan de 5 kolommen van de eerste regel\n"
		"s.csv: regel 10: meer cellen dan de 5 kolommen van de eerste regel; een cel waarin het scheidingsteken staat, hoort tussen aanhalingstekens\n"
		"s.csv: regels 11, 12: een aanhalingsteken hoort om de hele cel te staan\n",
		"s.csv: line 2, column 2 (rol): manager or employee is expected here\n"
		"s.csv: lines 2–4, 7, 8, column 3 (uren): hours a week are expected here, 1 to 40, as 36 or 28.8\n"
		"s.csv: lines 2–4, 7, 8, column 4 (in dienst): a date that exists is expected here, as 2019-03-01 or 1-3-2019: day, month, year\n"
		"s.csv: lines 2–4, column 5 (geboortejaar): a year of birth is expected here, 1945 to 2009\n"
		"s.csv: line 3, column 1 (afdeling): this unit is not in the scenario; did you mean Permits?\n"
		"s.csv: line 4, column 1 (afdeling): the unit is missing\n"
		"s.csv: line 5, column 4 (in dienst): this date is after the start of the scenario, 1 January 2025\n"
		"s.csv: line 5, column 5 (geboortejaar): the year only: a date of birth is more than the model needs\n"
		"s.csv: line 6, column 2 (rol): the role is missing, and others of this unit have one\n"
		"s.csv: line 6, column 4 (in dienst): in service before the year in which this person turned 14\n"
		"s.csv: line 7, column 1 (afdeling): this unit is not in the scenario\n"
		"s.csv: line 8, column 1 (afdeling): who is in the pool stands under the department that he or she comes from\n"
		"s.csv: line 9: fewer cells than the 5 columns of the first line\n"
		"s.csv: line 10: more cells than the 5 columns of the first line; a cell that holds the separator belongs between quotation marks\n"
		"s.csv: lines 11, 12: a quotation mark belongs around the whole cell\n");
}

static void columns_that_the_model_does_not_need_are_refused(void **state)
{
	refused(&none, "afdeling;Naam;BSN;kleur;e-mail;uren;Uren;afdelingscode\nA;x;1;r;m;36;36;4\n",
		"s.csv: haal deze kolommen uit het bestand: Naam, BSN, e-mail. Dat zijn persoonsgegevens die het model niet nodig heeft\n"
		"s.csv: onbekende kolommen: kleur, afdelingscode; bekend zijn afdeling, rol, uren, in dienst en geboortejaar\n"
		"s.csv: deze kolommen staan er twee keer: Uren\n",
		"s.csv: take these columns out of the file: Naam, BSN, e-mail. They are personal data that the model does not need\n"
		"s.csv: unknown columns: kleur, afdelingscode; known are unit, role, hours, start and birth_year\n"
		"s.csv: these columns stand there twice: Uren\n");
	refused(&none, "uren\n36\n", "s.csv: de kolom afdeling ontbreekt\n", "s.csv: the column unit is missing\n");
	refused(&none, "afdeling;\nA;36\n", "s.csv: regel 2, kolom 2: deze kolom heeft geen naam maar wel inhoud\n",
		"s.csv: line 2, column 2: this column has no name and yet something in it\n");
	// without a head the first line is a person, of whom nothing is repeated
	refused(&none, "Zorg;Jan de Vries;36\nZorg;Piet;36\n",
		"s.csv: de eerste regel moet de kolommen noemen: afdeling, en als u wilt rol, uren, in dienst en geboortejaar\n",
		"s.csv: the first line must name the columns: unit, and if you like role, hours, start and birth_year\n");
}

static void a_file_of_another_kind_is_told(void **state)
{
	refused(&none, "", "s.csv: er staat niemand in dit bestand\n", "s.csv: there is nobody in this file\n");
	refused(&none, "unit\n\n", "s.csv: er staat niemand in dit bestand\n", "s.csv: there is nobody in this file\n");
	refused(&none, "unit;hours\nA;\"36\nB;36\n", "s.csv: regel 2: een aanhalingsteken gaat hier open en nergens dicht; vanaf hier is niets te lezen\n",
		"s.csv: line 2: a quotation mark opens here and closes nowhere; nothing can be read from here on\n");
	refused(&none, "unit\nCaf\xc3\xa9\nFinanci\xebn\n",
		"s.csv: regel 3: een teken is hier onleesbaar: het bestand is beschadigd, of door elkaar UTF-8 en Windows-1252; bewaar het blad opnieuw als CSV UTF-8\n",
		"s.csv: line 3: a character cannot be read here: the file is damaged, or part UTF-8 and part Windows-1252; save the sheet again as CSV UTF-8\n");
	refused(&none, "unit\r\nA\r\nB\x81\r\n",
		"s.csv: regel 3: een teken is hier onleesbaar: dit is geen UTF-8 en geen Windows-1252; bewaar het blad als CSV UTF-8\n",
		"s.csv: line 3: a character cannot be read here: this is neither UTF-8 nor Windows-1252; save the sheet as CSV UTF-8\n");
	refused(&none, "\xff\xfeu", "s.csv: dit bestand is UTF-16 (\"Unicode-tekst\"); bewaar het blad als CSV UTF-8\n",
		"s.csv: this file is UTF-16 (\"Unicode text\"); save the sheet as CSV UTF-8\n");
	assert_false(read_bytes(&none, "unit\nA\0B\n", 9));
	assert_string_equal(err.text[LANG_EN], "s.csv: line 2: this is not a text file; save the sheet as CSV\n");
	roster_clear(&roster);
}

static void a_name_of_two_departments_needs_the_id(void **state)
{
	char *name = town.department[1].name.nl;
	town.department[1].name.nl = town.department[0].name.nl;
	refused(&town, "unit\nVergunningen\n", "s.csv: regel 2, kolom 1 (unit): meer dan één afdeling heet zo: schrijf de id\n",
		"s.csv: line 2, column 1 (unit): more than one department has this name: write the id\n");
	town.department[1].name.nl = name;
	must_read(&town, "unit\nTAX\n");
	assert_int_equal(roster.row[0].unit, 1);
	roster_clear(&roster);
}

// ---- large, broken, without memory

static char *many(int rows, const char *row, size_t *length)
{
	size_t each = strlen(row);
	char *text = malloc(64 + each * (size_t)rows);
	*length = (size_t)sprintf(text, "afdeling;rol;uren;in dienst;geboortejaar\r\n");
	for (int i = 0; i < rows; i++, *length += each)
		memcpy(text + *length, row, each);
	return text;
}

static void a_hundred_thousand_rows_are_read(void **state)
{
	size_t length;
	char *text = many(100000, "Vergunningen;medewerker;36,0;1-3-2019;1980\r\n", &length);
	assert_true(read_bytes(&none, text, length));
	assert_int_equal(roster.count, 100000);
	struct person *people = calloc(100000, sizeof *people);
	roster_people(&roster, 0, 67, people);
	free(people);
	roster_clear(&roster);
	free(text);
	text = many(100000, "Vergunningen;medewerker;36,0;1-3-2019;1980\r\nx;baas;36;;\r\n", &length);
	assert_false(read_bytes(&none, text, length));
	assert_int_equal(err.count, 1);
	assert_non_null(strstr(err.text[LANG_EN], "3, 5, 7, 9"));
	assert_non_null(strstr(err.text[LANG_EN], " and 99960 more, column 2 (rol)"));
	roster_clear(&roster);
	free(text);
}

static const char *const sound = "afdeling;rol;uren;in dienst;geboortejaar\r\n\"Financi\xc3\xabn\";leidinggevende;36,0;1-3-2019;1980\r\n"
                                 "Vergunningen;medewerker;\"28,8\";2001-12-31;1975\r\n\"a\"\"\r\nb\";medewerker;24;;\r\n";

static void rubbish_and_truncation_end_well(void **state)
{
	size_t length = strlen(sound);
	char *text = malloc(length);
	long live = mem_live();
	uint32_t seed = 1;
	for (size_t cut = 0; cut <= length; cut++) {
		read_bytes(&none, sound, cut);
		roster_clear(&roster);
	}
	for (int round = 0; round < 20000; round++) {
		memcpy(text, sound, length);
		for (int k = 0; k < 1 + round % 6; k++) {
			seed = seed * 1664525u + 1013904223u;
			text[(seed >> 8) % length] = round % 2 ? (char)(seed >> 24) : ";,\"\r\n\t-1"[seed >> 29];
		}
		bool good = read_bytes(round % 3 ? &none : &town, text, length);
		assert_true(good == (err.count == 0));
		roster_clear(&roster);
	}
	assert_int_equal(mem_live(), live);
	free(text);
}

static void every_failing_allocation_is_told(void **state)
{
	long live = mem_live();
	bool done = false;
	for (long n = 1; !done; n++) {
		assert_true(n < 100);
		mem_fail(n, 1);
		done = read_bytes(&none, sound, strlen(sound));
		mem_fail(0, 0);
		assert_true(done || strstr(err.text[LANG_EN], "memory"));
		roster_clear(&roster);
		assert_int_equal(mem_live(), live);
	}
}

// Of a scenario as a whole, with departments of its own and with those of the file.
static void every_failing_allocation_of_a_scenario_is_told(void **state)
{
	static const char *const texts[] = { "return scenario { staff = csv 'scenarios/my-staff.csv' }",
		"return scenario { staff = csv 'scenarios/my-staff.csv', departments = { { id = 'a', name = 'Griffie' }, { id = 'b', name = 'Belastingen' },"
		" { id = 'c', name = 'Vergunningen' }, { id = 'd', name = 'Sociaal domein' }, { id = 'e', name = 'Openbare ruimte' }, { id = 'f', name = 'Bedrijfsvoering' } } }" };
	for (size_t i = 0; i < 2; i++) {
		long live = mem_live();
		bool done = false;
		for (long n = 1; !done; n += n < 1500 ? 1 : 7) {
			struct config config;
			err_clear(&err);
			mem_fail(n, 1);
			done = scenario_load_text(texts[i], strlen(texts[i]), "t.lua", ".", &config, &err);
			mem_fail(0, 0);
			assert_true(done || strstr(err.text[LANG_EN], "memory"));
			assert_true(!done || (config.imported && config_staff(&config) == 120));
			config_clear(&config);
			assert_int_equal(mem_live(), live);
		}
	}
}

static void roles_decide_span_and_what_leaders_can_give(void **state)
{
	struct config config;
	err_clear(&err);
	if (!scenario_load("scenarios/my-organisation.lua", &config, &err))
		fail_msg("%s", err.text[LANG_EN]);
	const double *permits = config.department[0].setting;  // 22 people, one of whom leads
	assert_true(permits[PARAM_LEADERSHIP_SPAN] == 21 && permits[PARAM_LEADERSHIP_HOURS] == config_most_leader_hours(21));
	assert_true(config.department[0].span_follows && !config.departments_made);
	assert_null(config.department[5].people);  // four people
	assert_int_equal(config.department[5].staff, 4);
	config_clear(&config);
}

// ---- people

static void people_of(const char *text, uint64_t hash, struct person *out)
{
	must_read(&none, text);
	roster.hash = hash;
	roster_people(&roster, 0, 67, out);
	roster_clear(&roster);
}

// Not the rows, nor their order, nor which hours or role went with which age: with one hash, all of these give the
// same people.
static void people_tell_nothing_but_the_classes(void **state)
{
	static const char *const texts[] = {
		"unit;role;hours;start;birth_year\na;manager;36;1-3-2019;1980\na;employee;24;1-3-2001;1972\na;employee;32;1-3-2024;1995\na;employee;36;1-5-2010;1961\na;employee;20;;\n",
		"unit;role;hours;start;birth_year\na;employee;36;2010-05-02;1964\na;employee;25;3-9-2004;1970\na;manager;32;1-9-2017;1983\na;employee;36;1-3-2024;1999\na;employee;20;;\n",
		"unit;role;hours;start;birth_year\na;employee;19,2;1-3-2019;1980\na;employee;36;;\na;employee;36;1-3-2024;1995\na;employee;24;1-5-2010;1961\na;manager;32;1-3-2001;1972\n",
	};
	struct person people[3][5];
	for (int i = 0; i < 3; i++)
		people_of(texts[i], 77, people[i]);
	for (int i = 1; i < 3; i++)
		for (int k = 0; k < 5; k++) {
			assert_int_equal(people[i][k].age_weeks, people[0][k].age_weeks);
			assert_int_equal(people[i][k].service_weeks, people[0][k].service_weeks);
			assert_int_equal(people[i][k].hours, people[0][k].hours);
			assert_int_equal(people[i][k].manager, people[0][k].manager);
		}
}

static void people_lie_in_their_classes(void **state)
{
	const char *text = "unit;start;birth_year;hours\na;1-3-2019;1980;36\na;1-3-2019;1980;36\na;1-3-2019;1980;36\na;2-1-2010;1959;36\na;2-1-2024;2008;\n";
	for (uint64_t hash = 1; hash < 300; hash++) {
		struct person people[5];
		int forty = 0, old = 0, young = 0;
		people_of(text, hash, people);
		for (int k = 0; k < 5; k++) {
			double age = people[k].age_weeks / 52.0, service = people[k].service_weeks / 52.0;
			forty += age >= 40 && age < 45 && service >= 5 && service < 10 && people[k].hours <= 100;
			old += age >= 65 && age < 67 && service >= 10 && service < 15;
			young += age >= 15 && age < 20 && service < 1;
			assert_true(service <= age - 14 + 0.05);
		}
		assert_int_equal(forty, 3);
		assert_int_equal(old, 1);
		assert_int_equal(young, 1);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_person_in_every_form),
		cmocka_unit_test(what_is_not_told_is_not_known),
		cmocka_unit_test(both_encodings_give_the_same_letters),
		cmocka_unit_test(quoted_cells_hold_separators_quotes_and_lines),
		cmocka_unit_test(ids_are_made_in_the_order_of_names),
		cmocka_unit_test(classes_are_wide),
		cmocka_unit_test(all_mistakes_come_at_once_and_repeat_no_cell),
		cmocka_unit_test(columns_that_the_model_does_not_need_are_refused),
		cmocka_unit_test(a_file_of_another_kind_is_told),
		cmocka_unit_test(a_name_of_two_departments_needs_the_id),
		cmocka_unit_test(a_hundred_thousand_rows_are_read),
		cmocka_unit_test(rubbish_and_truncation_end_well),
		cmocka_unit_test(every_failing_allocation_is_told),
		cmocka_unit_test(every_failing_allocation_of_a_scenario_is_told),
		cmocka_unit_test(roles_decide_span_and_what_leaders_can_give),
		cmocka_unit_test(people_tell_nothing_but_the_classes),
		cmocka_unit_test(people_lie_in_their_classes),
	};
	return cmocka_run_group_tests(tests, begin, end);
}
