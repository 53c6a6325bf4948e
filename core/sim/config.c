// A scenario as plain data: defaults, lookups by key, and what must hold between its parts.
#include "sim/config.h"

#include "mem.h"

#include <string.h>

static const char *const content_names[CONTENT_COUNT] = {
	[CONTENT_MINDSET] = "mindset", [CONTENT_OWNERSHIP] = "ownership", [CONTENT_ALLIANCE] = "alliance",
	[CONTENT_FEEDBACK] = "feedback", [CONTENT_COACHING] = "coaching", [CONTENT_DATA] = "data",
	[CONTENT_DIRECT] = "direct", [CONTENT_BUDGET] = "budget", [CONTENT_POLITICAL] = "political",
	[CONTENT_CONTENT] = "content", [CONTENT_NETWORK] = "network",
};

const char *config_content_name(int content)
{
	return content_names[content];
}

void config_init(struct config *config)
{
	memset(config, 0, sizeof *config);
	for (int id = 0; id < PARAM_COUNT; id++) {
		config->setting[id] = param_table[id].value;
		config->pool_setting[id] = __builtin_nan("");
	}
	config->start_year = (int)param_table[PARAM_RUN_START].value;
	config->years = (int)param_table[PARAM_RUN_YEARS].value;
	config->warm_up_weeks = (int)param_table[PARAM_RUN_WARM_UP].value;
	config->seed = 1;
}

static void words_clear(struct words *words)
{
	mem_free(words->nl);
	mem_free(words->en);
}

void config_clear(struct config *config)
{
	words_clear(&config->title);
	words_clear(&config->story);
	words_clear(&config->question);
	for (int i = 0; i < config->look_count; i++)
		words_clear(&config->look[i]);
	mem_free(config->name);
	mem_free(config->staff_file);
	for (int i = 0; i < config->department_count; i++) {
		words_clear(&config->department[i].name);
		mem_free(config->department[i].people);
	}
	for (int i = 0; i < config->entry_count; i++) {
		words_clear(&config->entry[i].why);
		words_clear(&config->entry[i].what);
	}
	for (int i = 0; i < config->programme_count; i++)
		words_clear(&config->programme[i].title);
	for (int i = 0; i < config->assumption_count; i++) {
		mem_free(config->assumption[i].key);
		words_clear(&config->assumption[i].why);
	}
	mem_free(config->department);
	mem_free(config->change);
	mem_free(config->entry);
	mem_free(config->assumption);
	for (int i = 0; i < config->own_column_count; i++)
		words_clear(&config->own_column[i].help);
	for (int i = 0; i < config->own_measure_count; i++) {
		words_clear(&config->own_measure[i].label);
		words_clear(&config->own_measure[i].help);
	}
	for (int i = 0; i < config->own_setting_count; i++)
		words_clear(&config->own_setting[i].help);
	mem_free(config->own_column);
	mem_free(config->own_setting);
	mem_free(config->own_measure);
	config_init(config);
}

static struct text words_text(const struct words *words)
{
	return (struct text){ words->nl ? words->nl : "", words->en ? words->en : "" };
}

struct param config_param(const struct config *config, int id)
{
	must(id >= 0 && id < PARAM_COUNT + config->own_setting_count);
	if (id < PARAM_COUNT)
		return param_table[id];
	const struct own_setting *own = &config->own_setting[id - PARAM_COUNT];
	return (struct param){ .name = own->name, .kind = PARAM_MODEL, .type = own->whole ? PARAM_WHOLE : PARAM_REAL, .unit = "number",
		.min = own->min, .max = own->max, .value = own->value, .help = words_text(&own->help), .source = "scenario" };
}

// A setting of that full name which may be set, or −1.
static int find_setting(const struct config *config, const char *name)
{
	for (int i = 0; i < config->own_setting_count; i++)
		if (strcmp(config->own_setting[i].name, name) == 0)
			return PARAM_COUNT + i;
	int id = param_find(name);
	return id >= 0 && param_settable(id) ? id : -1;
}

int config_measure_count(const struct config *config)
{
	return MEASURE_COUNT + config->own_measure_count;
}

struct measure config_measure(const struct config *config, int id)
{
	must(id >= 0 && id < config_measure_count(config));
	if (id < MEASURE_COUNT)
		return measure_table[id];
	const struct own_measure *own = &config->own_measure[id - MEASURE_COUNT];
	struct text name = { own->name, own->name };
	return (struct measure){ .name = own->name, .unit = own->unit, .min = own->min, .max = own->max, .help = words_text(&own->help),
		.label = own->label.nl ? words_text(&own->label) : name, .source = "scenario", .kind = own->kind, .per_unit = own->per_unit, .main = true };
}

int config_find_measure(const struct config *config, const char *name)
{
	for (int i = 0; i < config->own_measure_count; i++)
		if (strcmp(config->own_measure[i].name, name) == 0)
			return MEASURE_COUNT + i;
	return measure_find(name);
}

int config_find_column(const struct config *config, const char *name)
{
	for (int i = 0; i < config->own_column_count; i++)
		if (strcmp(config->own_column[i].name, name) == 0)
			return i;
	return -1;
}

const char *config_programme_title(const struct programme *programme, enum lang lang)
{
	const char *title = lang == LANG_NL ? programme->title.nl : programme->title.en;
	return title && *title ? title : programme->name;
}

int config_find_programme(const struct config *config, const char *name)
{
	for (int i = 0; i < config->programme_count; i++)
		if (strcmp(config->programme[i].name, name) == 0)
			return i;
	return -1;
}

static void *extend(void *block, int old_count, int count, size_t size, struct err *err)
{
	void *fresh = mem_grow(block, (size_t)old_count, (size_t)count + 1, size);
	if (!fresh)
		err_memory(err);
	return fresh;
}

bool config_departments(struct config *config, int count, struct err *err)
{
	struct department *fresh = extend(config->department, config->department_count, count, sizeof *fresh, err);
	if (!fresh)
		return false;
	for (int i = config->department_count; i < count; i++)
		for (int id = 0; id < PARAM_COUNT; id++)
			fresh[i].setting[id] = __builtin_nan("");
	config->department = fresh;
	config->department_count = count;
	return true;
}

bool config_reserve_plan(struct config *config, int changes, int entries, struct err *err)
{
	struct change *change = extend(config->change, config->change_count, config->change_count + changes, sizeof *change, err);
	if (!change)
		return false;
	config->change = change;
	struct entry *entry = extend(config->entry, config->entry_count, config->entry_count + entries, sizeof *entry, err);
	if (!entry)
		return false;
	config->entry = entry;
	return true;
}

// Insertion sort: stable, and plans are short.
void config_sort_plan(struct config *config)
{
	for (int i = 1; i < config->change_count; i++) {
		struct change change = config->change[i];
		int j = i;
		for (; j > 0 && config->change[j - 1].week > change.week; j--)
			config->change[j] = config->change[j - 1];
		config->change[j] = change;
	}
}

int config_staff(const struct config *config)
{
	long staff = 0;
	for (int i = 0; i < config->department_count; i++)
		staff += config->department[i].staff;
	return staff > CONFIG_STAFF_MAX ? CONFIG_STAFF_MAX + 1 : (int)staff;
}

int config_unit(const struct config *config, const char *id)
{
	if (strcmp(id, "pool") == 0)
		return CONFIG_POOL;
	for (int i = 0; i < config->department_count; i++)
		if (strcmp(config->department[i].id, id) == 0)
			return i + 1;
	return -2;
}

const char *config_unit_id(const struct config *config, int unit)
{
	return unit == CONFIG_UNIT_ALL ? "all" : unit == CONFIG_POOL ? "pool" : config->department[unit - 1].id;
}

double config_value(const struct config *config, int unit, int param)
{
	double own = __builtin_nan("");
	if (param >= PARAM_COUNT)
		return config->own_setting[param - PARAM_COUNT].value;
	if (unit == CONFIG_POOL)
		own = config->pool_setting[param];
	else if (unit > 0)
		own = config->department[unit - 1].setting[param];
	return own == own ? own : config->setting[param];
}

static bool still_on(const struct config *config, const struct change *change, int week)
{
	int until = change->entry >= 0 && change->entry < config->entry_count ? config->entry[change->entry].until_week : -1;
	return until < 0 || until > week;
}

double config_planned_value(const struct config *config, int unit, int param, int week, int changes)
{
	double value = config_value(config, unit, param);
	for (int k = 0; k < changes && config->change[k].week <= week; k++) {
		const struct change *c = &config->change[k];
		if (c->kind == CHANGE_SET && c->param == param && (c->unit == CONFIG_UNIT_ALL || c->unit == unit) && still_on(config, c, week))
			value = c->value;
	}
	return value;
}

bool config_value_ok(const struct config *config, int param, double value, const char *key, const char *where, struct err *err)
{
	struct param own = config_param(config, param), *row = &own;
	bool inside = value >= row->min && value <= row->max && value - value == 0;
	if (inside && (row->type == PARAM_REAL || value == __builtin_floor(value)))
		return true;
	struct text unit = param_unit(row->unit);  // each language prints its own and skips the other
	struct text_range range = text_range(row->min, row->max, row->type != PARAM_REAL);
	err_add(err, "%s: %s: waarde %.10g; toegestaan is %s%.0s (%s%.0s)", "%s: %s: value %.10g; allowed is %.0s%s (%.0s%s)",
	        where, key, value, range.nl, range.en, unit.nl, unit.en);
	return false;
}

// "departments.permits.kerbs.room" to unit and "kerbs.room"; the unit's name may be unknown.
static const char *split_unit(const struct config *config, const char *key, const char *where, int *unit, struct err *err)
{
	*unit = CONFIG_UNIT_ALL;
	const char *prefix = "departments.";
	if (strncmp(key, prefix, strlen(prefix)) != 0) {
		if (strncmp(key, "pool.", 5) == 0 && param_find(key) < 0 && strchr(key + 5, '.')) {
			*unit = CONFIG_POOL;
			return key + 5;
		}
		return key;
	}
	char id[CONFIG_ID_MAX] = { 0 };
	const char *from = key + strlen(prefix), *dot = strchr(from, '.');
	size_t length = dot ? (size_t)(dot - from) : strlen(from);
	memcpy(id, from, length < CONFIG_ID_MAX ? length : CONFIG_ID_MAX - 1);
	*unit = length < CONFIG_ID_MAX ? config_unit(config, id) : -2;
	if (*unit >= 0 && dot)
		return dot + 1;
	const char *ids[CONFIG_DEPARTMENTS_MAX];
	for (int i = 0; i < config->department_count; i++)
		ids[i] = config->department[i].id;
	const char *near = text_nearest(id, ids, config->department_count, (int)sizeof *ids);
	if (*unit >= 0)
		err_add(err, "%s: %s: er ontbreekt een instelling na de afdeling", "%s: %s: a setting is missing after the department", where, key);
	else if (near)
		err_add(err, "%s: %s: onbekende afdeling; bedoelde u %s?", "%s: %s: unknown department; did you mean %s?", where, key, near);
	else
		err_add(err, "%s: %s: onbekende afdeling", "%s: %s: unknown department", where, key);
	return NULL;
}

static void unknown_setting(const struct config *config, const char *name, const char *key, const char *where, struct err *err)
{
	const char *names[PARAM_COUNT + CONFIG_OWN_MAX];
	int count = 0;
	for (int i = 0; i < config->own_setting_count; i++)
		names[count++] = config->own_setting[i].name;
	for (int id = 0; id < PARAM_COUNT; id++)
		if (param_settable(id))
			names[count++] = param_table[id].name;
	const char *near = text_nearest(name, names, count, (int)sizeof *names);
	if (near)
		err_add(err, "%s: %s: onbekende instelling; bedoelde u %s?", "%s: %s: unknown setting; did you mean %s?", where, key, near);
	else
		err_add(err, "%s: %s: onbekende instelling (zie stoeprand docs params)",
		        "%s: %s: unknown setting (see stoeprand docs params)", where, key);
}

bool config_key(const struct config *config, const char *key, const char *where, int *unit, int *param, struct err *err)
{
	const char *name = split_unit(config, key, where, unit, err);
	if (!name)
		return false;
	*param = find_setting(config, name);
	if (*param < 0) {
		unknown_setting(config, name, key, where, err);
		return false;
	}
	if (*unit != CONFIG_UNIT_ALL && !config_param(config, *param).per_unit) {
		err_add(err, "%s: %s: %s geldt voor de hele organisatie, niet per afdeling",
		        "%s: %s: %s holds for the whole organisation, not per department", where, key, name);
		return false;
	}
	return true;
}

bool config_set(struct config *config, const char *key, double value, const char *where, struct err *err)
{
	int unit, param;
	if (!config_key(config, key, where, &unit, &param, err) || !config_value_ok(config, param, value, key, where, err))
		return false;
	if (param >= PARAM_COUNT) {
		config->own_setting[param - PARAM_COUNT].value = value;
	} else if (unit == CONFIG_UNIT_ALL) {
		config->setting[param] = value;
		config->pool_setting[param] = __builtin_nan("");
		for (int i = 0; i < config->department_count; i++)
			config->department[i].setting[param] = __builtin_nan("");
	} else if (unit == CONFIG_POOL) {
		config->pool_setting[param] = value;
	} else {
		config->department[unit - 1].setting[param] = value;
	}
	return true;
}

static uint64_t mix(uint64_t hash, const void *bytes, size_t count)
{
	const unsigned char *byte = bytes;
	for (size_t i = 0; i < count; i++)
		hash = (hash ^ byte[i]) * 0x100000001b3u;
	return hash;
}

uint64_t config_fingerprint(const struct config *config)
{
	uint64_t hash = 0xcbf29ce484222325u;
	for (int i = 0; i < config->department_count; i++) {
		const struct department *d = &config->department[i];
		hash = mix(hash, d->id, strlen(d->id) + 1);
		hash = mix(hash, d->discipline, strlen(d->discipline) + 1);
		hash = mix(hash, &d->staff, sizeof d->staff);
		hash = mix(hash, &d->stream_count, sizeof d->stream_count);
		for (int s = 0; s < d->stream_count; s++)
			hash = mix(hash, &d->stream[s], sizeof d->stream[s]);
	}
	hash = mix(hash, &config->warm_up_weeks, sizeof config->warm_up_weeks);
	for (int i = 0; i < config->programme_count; i++)
		hash = mix(hash, config->programme[i].name, strlen(config->programme[i].name) + 1);
	for (int i = 0; i < config->own_column_count; i++) {
		const struct own_column *column = &config->own_column[i];
		hash = mix(hash, column->name, strlen(column->name) + 1);
		hash = mix(hash, &column->whole, sizeof column->whole);
		hash = mix(hash, &column->size, sizeof column->size);
	}
	for (int i = 0; i < config->own_measure_count; i++)
		hash = mix(hash, config->own_measure[i].name, strlen(config->own_measure[i].name) + 1);
	for (int i = 0; i < config->own_setting_count; i++)
		hash = mix(hash, config->own_setting[i].name, strlen(config->own_setting[i].name) + 1);
	return hash;
}

char *config_copy_text(const char *text)
{
	if (!text)
		return NULL;
	size_t length = strlen(text) + 1;
	char *copy = mem_new(length, 1);
	if (copy)
		memcpy(copy, text, length);
	return copy;
}
