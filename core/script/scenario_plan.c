// The plan: entries that say when something starts, changes and stops become time-stamped changes.
#include "script/scenario_inside.h"

#include "mem.h"
#include "script/box.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

// The entry that is being read. Lists belong to the config, which has room for all entries.
struct plan_entry {
	struct scenario_reader *r;
	int index;  // in config.entry
	int week, until;  // until −1: stays
	bool week_ok;
	int unit_count;
	int unit[CONFIG_DEPARTMENTS_MAX + 1];
	int done;  // what it does, counted
};

// ---- weeks

static bool digits(const char *at, int count, int *value)
{
	*value = 0;
	for (int i = 0; i < count; i++) {
		if (at[i] < '0' || at[i] > '9')
			return false;
		*value = *value * 10 + (at[i] - '0');
	}
	return true;
}

// "2023-W02" to weeks since the start. `last` is the last week allowed, counted from the start.
static bool read_week(struct scenario_reader *r, const struct node *node, int last, int *out)
{
	int year, week, start = r->config->start_year;
	if (!scenario_is(r, node, NODE_TEXT))
		return false;
	if (node->length != 8 || node->text[4] != '-' || node->text[5] != 'W' || !digits(node->text, 4, &year) ||
		!digits(node->text + 6, 2, &week)) {
		scenario_wrong(r, "\"%.32s\" is geen week; een week schrijft u als \"2023-W02\"",
			"\"%.32s\" is not a week; a week is written as \"2023-W02\"", node->text);
		return false;
	}
	if (week < 1 || week > CONFIG_WEEKS_PER_YEAR) {
		scenario_wrong(r, "%s bestaat niet: een jaar heeft W01 tot en met W52",
			"%s does not exist: a year has W01 to W52", node->text);
		return false;
	}
	*out = (year - start) * CONFIG_WEEKS_PER_YEAR + week - 1;
	if (!r->calendar_ok)
		return false;
	if (*out < 0)
		scenario_wrong(
			r, "%s ligt voor het begin, %d-W01", "%s is before the start, %d-W01", node->text, start);
	else if (*out > last)
		scenario_wrong(r, "%s ligt na het eind, %d-W52", "%s is after the end, %d-W52", node->text,
			start + r->config->years - 1);
	return *out >= 0 && *out <= last;
}

static void read_weeks(struct plan_entry *entry, const struct node *node)
{
	struct scenario_reader *r = entry->r;
	const struct node *at = tree_child(node, "at"), *to = tree_child(node, "to");
	int end = r->config->years * CONFIG_WEEKS_PER_YEAR, until = 0;
	size_t mark = scenario_enter(r, "at");
	if (!at)
		scenario_wrong(r, "de beginweek ontbreekt", "the first week is missing");
	else
		entry->week_ok = read_week(r, at, end - 1, &entry->week);
	scenario_leave(r, mark);
	mark = scenario_enter(r, "to");
	entry->until = -1;
	if (to && read_week(r, to, end, &until)) {
		if (entry->week_ok && until <= entry->week)
			scenario_wrong(r, "%s ligt niet na de beginweek %s", "%s is not after the first week %s",
				to->text, at ? at->text : "");
		else
			entry->until = until;
	}
	scenario_leave(r, mark);
}

// ---- units

static void add_unit(struct plan_entry *entry, const struct node *node)
{
	struct scenario_reader *r = entry->r;
	const struct config *config = r->config;
	if (!scenario_is(r, node, NODE_TEXT))
		return;
	int unit = config_unit(config, node->text);
	for (int i = 0; i < entry->unit_count; i++)
		if (entry->unit[i] == unit && unit >= 0) {
			scenario_wrong(r, "%s staat er twee keer", "%s is there twice", node->text);
			return;
		}
	if (unit >= 0) {
		entry->unit[entry->unit_count++] = unit;
		return;
	}
	struct scenario_names ids = { .count = 1, .name = { "pool" } };
	for (int i = 0; i < config->department_count; i++)
		if (config->department[i].id[0] != '[')
			scenario_names_add(&ids, config->department[i].id);
	const char *near = text_nearest(node->text, ids.name, ids.count, (int)sizeof *ids.name);
	if (near)
		scenario_wrong(r, "onbekende afdeling %.64s; bedoelde u %s?",
			"unknown department %.64s; did you mean %s?", node->text, near);
	else
		scenario_wrong(r, "onbekende afdeling %.64s", "unknown department %.64s", node->text);
}

// department = "permits", or departments = { "permits", "tax" }; without these the whole organisation.
static void read_units(struct plan_entry *entry, const struct node *node)
{
	struct scenario_reader *r = entry->r;
	const struct node *one = tree_child(node, "department"), *list = tree_child(node, "departments");
	size_t mark = scenario_enter(r, "department");
	if (one)
		add_unit(entry, one);
	scenario_leave(r, mark);
	mark = scenario_enter(r, "departments");
	if (list && list->kind == NODE_TABLE && list->count == 0)
		scenario_wrong(r, "hier staat geen afdeling in", "there is no department in here");
	if (list && scenario_is(r, list, NODE_TABLE))
		for (int i = 0; i < list->count; i++) {
			size_t inner = scenario_enter_node(r, &list->child[i]);
			add_unit(entry, &list->child[i]);
			scenario_leave(r, inner);
		}
	scenario_leave(r, mark);
	if (!one && !list)
		entry->unit[entry->unit_count++] = CONFIG_UNIT_ALL;
}

static double staff_in_scope(const struct plan_entry *entry)
{
	const struct config *config = entry->r->config;
	double staff = 0;
	for (int i = 0; i < entry->unit_count; i++)
		if (entry->unit[i] == CONFIG_UNIT_ALL)
			staff += config_staff(config);
		else if (entry->unit[i] != CONFIG_POOL)
			staff += config->department[entry->unit[i] - 1].staff;
	return staff;
}

// ---- changes

static void add_change(struct plan_entry *entry, int week, struct change change)
{
	struct config *config = entry->r->config;
	change.week = week;
	change.entry = entry->index;
	config->change[config->change_count++] = change;
}

static void set_unit(struct plan_entry *entry, int unit, int param, double value)
{
	int end = entry->r->config->years * CONFIG_WEEKS_PER_YEAR;
	if (!entry->week_ok)
		return;
	add_change(entry, entry->week,
		(struct change){ .kind = CHANGE_SET, .unit = unit, .param = param, .value = value });
	if (entry->until >= 0 && entry->until < end)
		add_change(entry, entry->until, (struct change){ .kind = CHANGE_RESET, .unit = unit, .param = param });
}

static void take_lever(void *target, int param, double value)
{
	struct plan_entry *entry = target;
	for (int i = 0; i < entry->unit_count; i++)
		set_unit(entry, entry->unit[i], param, value);
}

// set = { ["scharreltijd.share"] = 0.05, ["departments.permits.kerbs.room"] = 0.5 }
static void read_set(struct plan_entry *entry, const struct node *node)
{
	struct scenario_reader *r = entry->r;
	size_t mark = scenario_enter(r, "set");
	if (!scenario_is(r, node, NODE_TABLE)) {
		scenario_leave(r, mark);
		return;
	}
	for (int i = 0; i < node->count; i++) {
		const struct node *child = &node->child[i];
		char where[SCENARIO_PATH_MAX * 2], key[SCENARIO_PATH_MAX];
		int unit, param;
		double value;
		snprintf(where, sizeof where, "%s: %s", r->file, r->path);
		snprintf(key, sizeof key, "%s", child->key ? child->key : "?");
		box_plain(key);
		size_t inner = scenario_enter_node(r, child);
		if (!child->key)
			scenario_nameless(r, child);
		else if (config_key(r->config, key, where, &unit, &param, r->err) &&
			 scenario_number(r, child, param, &value)) {
			bool named = unit != CONFIG_UNIT_ALL;
			if (!named && entry->unit[0] != CONFIG_UNIT_ALL && !config_param(r->config, param).per_unit)
				scenario_wrong(r, "dit geldt voor de hele organisatie, niet per afdeling",
					"this holds for the whole organisation, not per department");
			else if (named)
				set_unit(entry, unit, param, value);
			else
				take_lever(entry, param, value);
		}
		scenario_leave(r, inner);
	}
	scenario_leave(r, mark);
}

// ---- programmes and theme weeks

static void read_content(struct scenario_reader *r, const struct node *table, struct programme *programme)
{
	const struct node *node = tree_child(table, "content");
	struct scenario_names names = { 0 };
	size_t mark = scenario_enter(r, "content");
	scenario_names_add_kind(&names, PARAM_CONTENT);
	if (node && scenario_is(r, node, NODE_TABLE)) {
		scenario_check_names(r, node, &names);
		for (int i = 0; i < CONTENT_COUNT; i++)
			scenario_child_number(r, node, PARAM_CONTENT_MINDSET + i, false, &programme->content[i]);
	}
	scenario_leave(r, mark);
}

// The name of a programme is unique; a theme week may go without.
static void read_name(struct scenario_reader *r, const struct node *node, struct programme *programme)
{
	const struct config *config = r->config;
	const struct node *name = tree_child(node, "name");
	bool is_week = node->tag && strcmp(node->tag, "themeweek") == 0;
	size_t mark = scenario_enter(r, "name");
	if (name && !scenario_id(r, name, programme->name)) {
		scenario_leave(r, mark);
		return;
	}
	if (!name && !is_week)
		scenario_wrong(r, "deze naam ontbreekt", "this name is missing");
	else if (!name)
		memcpy(programme->name, "themeweek", sizeof "themeweek");
	for (int i = 0; i < config->programme_count && programme->name[0]; i++)
		if (strcmp(config->programme[i].name, programme->name) == 0)
			scenario_wrong(r, "%s is al de naam van een ander programma: geef elk een eigen naam",
				"%s is the name of another programme: give each a name of its own", programme->name);
	scenario_leave(r, mark);
}

static double field(struct scenario_reader *r, const struct node *node, int param)
{
	double value = param_table[param].value, read = value;
	return scenario_child_number(r, node, param, false, &read) ? read : value;
}

static void read_programme(struct scenario_reader *r, const struct node *node, struct programme *programme)
{
	struct scenario_names names = { .count = 3, .name = { "name", "title", "content" } };
	scenario_names_add_kind(&names, PARAM_PROGRAMME);
	scenario_check_names(r, node, &names);
	programme->weeks = (int)field(r, node, PARAM_PROGRAMME_WEEKS);
	programme->hours = field(r, node, PARAM_PROGRAMME_HOURS);
	programme->coverage = field(r, node, PARAM_PROGRAMME_COVERAGE);
	programme->group_size = (int)field(r, node, PARAM_PROGRAMME_GROUP_SIZE);
	programme->mixed = field(r, node, PARAM_PROGRAMME_MIXED) != 0;
}

// Workshops × seats are shared out over the staff in scope: one seat or less for each, or several.
static void read_themeweek(const struct plan_entry *entry, const struct node *node, struct programme *programme)
{
	struct scenario_reader *r = entry->r;
	struct scenario_names names = { .count = 3, .name = { "name", "title", "content" } };
	scenario_names_add_kind(&names, PARAM_THEMEWEEK);
	scenario_check_names(r, node, &names);
	double size = field(r, node, PARAM_THEMEWEEK_SEATS);
	double seats = field(r, node, PARAM_THEMEWEEK_WORKSHOPS) * size, staff = staff_in_scope(entry);
	programme->weeks = 1;
	programme->coverage = staff > 0 ? fmin(1, seats / staff) : 1;
	programme->hours = field(r, node, PARAM_THEMEWEEK_HOURS) * (staff > 0 ? fmax(1, seats / staff) : 1);
	programme->group_size = (int)size;
	programme->mixed = true;
	programme->repeat_weeks = field(r, node, PARAM_THEMEWEEK_YEARLY) != 0 ? CONFIG_WEEKS_PER_YEAR : 0;
}

static void start_programme(struct plan_entry *entry, int programme)
{
	int end = entry->r->config->years * CONFIG_WEEKS_PER_YEAR;
	for (int i = 0; i < entry->unit_count && entry->week_ok; i++) {
		struct change change = {
			.kind = CHANGE_PROGRAMME_START, .unit = entry->unit[i], .programme = programme
		};
		add_change(entry, entry->week, change);
		change.kind = CHANGE_PROGRAMME_STOP;
		if (entry->until >= 0 && entry->until < end)
			add_change(entry, entry->until, change);
	}
}

static void read_training(struct plan_entry *entry, const struct node *node)
{
	struct scenario_reader *r = entry->r;
	struct config *config = r->config;
	struct programme programme = { 0 };
	size_t mark = scenario_enter_node(r, node);
	if (config->programme_count == CONFIG_PROGRAMMES_MAX) {
		scenario_wrong(r, "meer dan %d programma's en themaweken", "more than %d programmes and theme weeks",
			CONFIG_PROGRAMMES_MAX);
	} else if (scenario_is(r, node, NODE_TABLE)) {
		read_name(r, node, &programme);
		if (strcmp(tree_name(node), "themeweek") == 0)
			read_themeweek(entry, node, &programme);
		else
			read_programme(r, node, &programme);
		scenario_child_words(r, node, "title", &programme.title);
		read_content(r, node, &programme);
		r->programme[config->programme_count] = node;
		config->programme[config->programme_count] = programme;
		start_programme(entry, config->programme_count++);
	}
	scenario_leave(r, mark);
}

static bool is_training(const struct node *node)
{
	const char *name = tree_name(node);
	return name && (strcmp(name, "programme") == 0 || strcmp(name, "themeweek") == 0);
}

void scenario_programmes(struct scenario_reader *r, const struct node *node)
{
	static const struct scenario_names names = { .count = 2, .name = { "programme", "themeweek" } };
	struct plan_entry entry = { .r = r, .unit_count = 1, .unit = { CONFIG_UNIT_ALL } };
	size_t mark = scenario_enter(r, "programmes");
	if (node && scenario_is(r, node, NODE_TABLE)) {
		scenario_check_names(r, node, &names);
		for (int i = 0; i < node->count; i++)
			if (is_training(&node->child[i]))
				read_training(&entry, &node->child[i]);
	}
	scenario_leave(r, mark);
}

// ---- entries

static bool is_group(const struct node *node)
{
	const char *name = tree_name(node);
	for (int i = 0; name && param_group(i); i++)
		if (strcmp(param_group(i), name) == 0)
			return true;
	return false;
}

static void read_actions(struct plan_entry *entry, const struct node *node)
{
	struct scenario_reader *r = entry->r;
	const struct node *set = tree_child(node, "set");
	bool unknown = false;
	for (int i = 0; i < node->count; i++) {
		entry->done += is_training(&node->child[i]) || is_group(&node->child[i]);
		unknown = unknown || !tree_name(&node->child[i]);
	}
	if (!set && !entry->done && !unknown)
		scenario_wrong(r, "dit onderdeel doet niets: er staat geen set, programma of hefboom in",
			"this entry does nothing: it has no set, programme or lever");
	if (set)
		read_set(entry, set);
	scenario_groups(r, node, NULL, (struct scenario_taker){ take_lever, entry, entry->unit[0] != CONFIG_UNIT_ALL });
	for (int i = 0; i < node->count; i++)
		if (is_training(&node->child[i]))
			read_training(entry, &node->child[i]);
}

// By its id an experiment finds an entry; a run does without.
static void read_entry_id(struct scenario_reader *r, const struct node *node)
{
	char id[CONFIG_ID_MAX];
	const struct node *child = tree_child(node, "id");
	size_t mark = scenario_enter(r, "id");
	if (child)
		scenario_id(r, child, id);
	scenario_leave(r, mark);
}

static void read_entry(struct scenario_reader *r, const struct node *node)
{
	struct plan_entry entry = { .r = r, .index = r->config->entry_count };
	struct scenario_names names = { .count = 9,
		.name = { "id", "at", "to", "why", "department", "departments", "set", "programme", "themeweek" } };
	if (!scenario_is(r, node, NODE_TABLE))
		return;
	scenario_names_add_groups(&names);
	scenario_check_names(r, node, &names);
	read_entry_id(r, node);
	read_weeks(&entry, node);
	read_units(&entry, node);
	struct entry *out = &r->config->entry[r->config->entry_count++];
	*out = (struct entry){ .week = entry.week_ok ? entry.week : 0, .until_week = entry.until };
	scenario_child_words(r, node, "why", &out->why);
	if (entry.unit_count > 0)
		read_actions(&entry, node);
}

// At most so many values are in it: the changes that it can become.
static int count_values(const struct node *node)
{
	int count = node->kind == NODE_NUMBER || node->kind == NODE_SWITCH;
	for (int i = 0; i < node->count; i++)
		count += count_values(&node->child[i]);
	return count;
}

static int count_units(const struct node *entry)
{
	const struct node *list = tree_child(entry, "departments");
	int units = list ? list->count + 1 : 1;
	return units < CONFIG_DEPARTMENTS_MAX + 1 ? units : CONFIG_DEPARTMENTS_MAX + 1;
}

// Values or a programme of defaults, for every unit, set and put back.
static long count_changes(const struct node *plan)
{
	long changes = 0;
	for (int i = 0; i < plan->count; i++)
		changes += 2L * (count_values(&plan->child[i]) + plan->child[i].count) * count_units(&plan->child[i]);
	return changes;
}

// By week; within a week what ends goes before what starts, so that one may follow on the other.
static bool comes_before(const struct change *a, const struct change *b)
{
	bool a_ends = a->kind == CHANGE_RESET || a->kind == CHANGE_PROGRAMME_STOP;
	bool b_ends = b->kind == CHANGE_RESET || b->kind == CHANGE_PROGRAMME_STOP;
	return a->week != b->week ? a->week < b->week : a_ends && !b_ends;
}

static void sort_changes(struct config *config)
{
	for (int i = 1; i < config->change_count; i++) {
		struct change change = config->change[i];
		int j = i;
		for (; j > 0 && comes_before(&change, &config->change[j - 1]); j--)
			config->change[j] = config->change[j - 1];
		config->change[j] = change;
	}
}

void scenario_plan(struct scenario_reader *r, const struct node *node)
{
	size_t mark = scenario_enter(r, "plan");
	if (node && scenario_is(r, node, NODE_TABLE)) {
		long changes = count_changes(node);
		if (node->count > SCENARIO_ENTRIES_MAX || changes > SCENARIO_CHANGES_MAX)
			scenario_wrong(r, "dit plan is te groot: hooguit %d onderdelen en %d wijzigingen",
				"this plan is too large: at most %d entries and %d changes", SCENARIO_ENTRIES_MAX,
				SCENARIO_CHANGES_MAX);
		else if (!config_reserve_plan(r->config, (int)changes, node->count, NULL))
			scenario_no_memory(r);
		for (int i = 0; i < node->count && r->config->entry; i++) {
			size_t inner = scenario_enter_node(r, &node->child[i]);
			if (node->child[i].tag)
				scenario_wrong(r, "dit hoort in een onderdeel met een week: { at = \"2025-W02\", %s { … } }",
					"this belongs in an entry with a week: { at = \"2025-W02\", %s { … } }", node->child[i].tag);
			else if (node->child[i].index > 0)
				read_entry(r, &node->child[i]);
			else
				scenario_wrong(r, "een plan is een lijst van { at = …, … }",
					"a plan is a list of { at = …, … }");
			scenario_leave(r, inner);
		}
		sort_changes(r->config);
		scenario_tell(r);
	}
	scenario_leave(r, mark);
}
