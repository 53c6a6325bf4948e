// What must hold in a config: ranges, unique ids, and what ties settings to each other.
#include "sim/config.h"

#include <string.h>

#define HOURS_OF_A_MANAGER 26.2  // productive hours a week of a full-timer: 1,363 a year (HOT 2023)

double config_most_leader_hours(double span)
{
	return HOURS_OF_A_MANAGER / span;
}

static void check_settings(const struct config *config, const char *file, struct err *err)
{
	for (int id = 0; id < PARAM_COUNT; id++) {
		const char *name = param_table[id].name;
		if (!param_settable(id))
			continue;
		config_value_ok(config, id, config->setting[id], name, file, err);
		if (config->pool_setting[id] == config->pool_setting[id])
			config_value_ok(config, id, config->pool_setting[id], name, file, err);
		for (int i = 0; i < config->department_count; i++)
			if (config->department[i].setting[id] == config->department[i].setting[id])
				config_value_ok(config, id, config->department[i].setting[id], name, file, err);
	}
	struct { int low, high; } pairs[] = {
		{ PARAM_COMPLEX_COMPLEXITY_MIN, PARAM_COMPLEX_COMPLEXITY_MAX },
		{ PARAM_COMPLEX_DISCIPLINES_MIN, PARAM_COMPLEX_DISCIPLINES_MAX },
	};
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		if (config->setting[pairs[i].low] > config->setting[pairs[i].high])
			err_add(err, "%s: %s (%.10g) is hoger dan %s (%.10g)", "%s: %s (%.10g) is above %s (%.10g)", file,
			        param_table[pairs[i].low].name, config->setting[pairs[i].low],
			        param_table[pairs[i].high].name, config->setting[pairs[i].high]);
}

// A manager of a span has only so many hours: 26.2 over 16 reports is at most 1.64. `prefix` is the unit's key path.
static void check_leader_hours(const struct config *config, int unit, const char *prefix, const char *id, const char *file, struct err *err)
{
	double hours = config_value(config, unit, PARAM_LEADERSHIP_HOURS), span = config_value(config, unit, PARAM_LEADERSHIP_SPAN);
	if (hours > config_most_leader_hours(span) + 1e-9)
		err_add(err, "%s: %s%sleadership.hours: waarde %.10g; bij leadership.span %.10g is hooguit %.2f mogelijk: kies minder uren of een kleinere span",
		        "%s: %s%sleadership.hours: value %.10g; at leadership.span %.10g at most %.2f is possible: choose fewer hours or a smaller span",
		        file, prefix, id, hours, span, (double)(int)(100 * config_most_leader_hours(span)) / 100);
}

// Only where a unit differs from the organisation: one mistake, one message.
static void check_unit_hours(const struct config *config, int unit, const char *file, struct err *err)
{
	const double *own = unit == CONFIG_POOL ? config->pool_setting : config->department[unit - 1].setting;
	bool differs = own[PARAM_LEADERSHIP_HOURS] == own[PARAM_LEADERSHIP_HOURS] || own[PARAM_LEADERSHIP_SPAN] == own[PARAM_LEADERSHIP_SPAN];
	char id[CONFIG_ID_MAX + 1] = { 0 };
	size_t length = strlen(config_unit_id(config, unit));
	memcpy(id, config_unit_id(config, unit), length);
	id[length] = '.';
	if (differs)
		check_leader_hours(config, unit, unit == CONFIG_POOL ? "" : "departments.", id, file, err);
}

struct number {  // a plain number of a config, and the setting that describes it
	int param;
	double value;
};

static void check_numbers(const struct config *config, const struct number *numbers, int count, const char *file, struct err *err)
{
	for (int i = 0; i < count; i++)
		config_value_ok(config, numbers[i].param, numbers[i].value, param_table[numbers[i].param].name, file, err);
}

static void check_stream(const struct config *config, const struct stream *s, const char *file, struct err *err)
{
	const struct number numbers[] = {
		{ PARAM_STANDARD_HOURS, s->hours }, { PARAM_STANDARD_TERM_WEEKS, s->term_weeks }, { PARAM_STANDARD_OCCUPANCY, s->occupancy },
		{ PARAM_STANDARD_WEIGHT, s->weight }, { PARAM_STANDARD_COMPLEXITY, s->complexity }, { PARAM_STANDARD_PREDICTABILITY, s->predictability } };
	check_numbers(config, numbers, sizeof numbers / sizeof *numbers, file, err);
}

static void check_programme(const struct config *config, const struct programme *p, const char *file, struct err *err)
{
	const struct number numbers[] = {
		{ PARAM_PROGRAMME_WEEKS, p->weeks }, { PARAM_PROGRAMME_HOURS, p->hours }, { PARAM_PROGRAMME_COVERAGE, p->coverage },
		{ PARAM_PROGRAMME_GROUP_SIZE, p->group_size } };
	check_numbers(config, numbers, sizeof numbers / sizeof *numbers, file, err);
	for (int c = 0; c < CONTENT_COUNT; c++)
		check_numbers(config, &(struct number){ PARAM_CONTENT_MINDSET + c, p->content[c] }, 1, file, err);
}

_Static_assert(PARAM_CONTENT_NETWORK - PARAM_CONTENT_MINDSET == CONTENT_NETWORK - CONTENT_MINDSET, "contents in one order");

static void check_department(const struct config *config, int i, const char *file, struct err *err)
{
	const struct department *d = &config->department[i];
	for (int j = 0; j < i; j++)
		if (strcmp(config->department[j].id, d->id) == 0)
			err_add(err, "%s: departments.%s: deze id komt twee keer voor", "%s: departments.%s: this id occurs twice", file, d->id);
	if (d->staff < 1 || d->staff > CONFIG_STAFF_MAX)
		err_add(err, "%s: departments.%s.staff: waarde %d; toegestaan is 1 tot en met %d (persons)",
		        "%s: departments.%s.staff: value %d; allowed is 1 to %d (persons)", file, d->id, d->staff, CONFIG_STAFF_MAX);
	if (d->organisation > (int)config->setting[PARAM_MERGER_ORGANISATIONS])
		err_add(err, "%s: departments.%s.organisation: waarde %d; merger.organisations is %.10g",
		        "%s: departments.%s.organisation: value %d; merger.organisations is %.10g",
		        file, d->id, d->organisation, config->setting[PARAM_MERGER_ORGANISATIONS]);
	if (d->stream_count > CONFIG_STREAMS_MAX)
		err_add(err, "%s: departments.%s.work: %d stromen; hooguit %d", "%s: departments.%s.work: %d streams; at most %d",
		        file, d->id, d->stream_count, CONFIG_STREAMS_MAX);
	for (int s = 0; s < d->stream_count && s < CONFIG_STREAMS_MAX; s++)
		check_stream(config, &d->stream[s], file, err);
	check_unit_hours(config, i + 1, file, err);
}

static void check_plan(const struct config *config, const char *file, struct err *err)
{
	for (int i = 0; i < config->change_count; i++) {
		const struct change *c = &config->change[i];
		bool sets = c->kind == CHANGE_SET || c->kind == CHANGE_RESET;
		if (c->unit < CONFIG_UNIT_ALL || c->unit > config->department_count || c->week < 0 ||
		    (sets ? c->param < 0 || c->param >= PARAM_COUNT + config->own_setting_count : c->programme < 0 || c->programme >= config->programme_count))
			err_add(err, "%s: plan: wijziging %d wijst naar niets", "%s: plan: change %d points at nothing", file, i + 1);
		else if (sets && (c->param == PARAM_MERGER_ORGANISATIONS || c->param == PARAM_MERGER_CULTURE_GAP))
			err_add(err, "%s: plan: %s geldt alleen bij de start", "%s: plan: %s holds at the start only", file, param_table[c->param].name);
		else if (c->kind == CHANGE_SET)
			config_value_ok(config, c->param, c->value, config_param(config, c->param).name, file, err);
	}
}

bool config_check(const struct config *config, const char *file, struct err *err)
{
	struct err own;
	if (!err)
		err = &own, err_clear(err);
	int before = err->count, staff = config_staff(config);
	if (config->department_count < 1 || config->department_count > CONFIG_DEPARTMENTS_MAX)
		err_add(err, "%s: departments: %d afdelingen; toegestaan is 1 tot en met %d",
		        "%s: departments: %d departments; allowed is 1 to %d", file, config->department_count, CONFIG_DEPARTMENTS_MAX);
	else if (staff < CONFIG_STAFF_MIN || staff > CONFIG_STAFF_MAX)
		err_add(err, "%s: departments: medewerkers samen: %d; toegestaan is %d tot en met %d",
		        "%s: departments: %d staff in all; allowed is %d to %d", file, staff, CONFIG_STAFF_MIN, CONFIG_STAFF_MAX);
	for (int i = 0; i < config->department_count; i++)
		check_department(config, i, file, err);
	check_leader_hours(config, CONFIG_UNIT_ALL, "", "", file, err);
	check_unit_hours(config, CONFIG_POOL, file, err);
	check_settings(config, file, err);
	for (int i = 0; i < config->programme_count; i++)
		check_programme(config, &config->programme[i], file, err);
	const struct number run[] = { { PARAM_RUN_START, config->start_year }, { PARAM_RUN_YEARS, config->years }, { PARAM_RUN_WARM_UP, config->warm_up_weeks } };
	check_numbers(config, run, sizeof run / sizeof *run, file, err);
	check_plan(config, file, err);
	return err->count == before;
}
