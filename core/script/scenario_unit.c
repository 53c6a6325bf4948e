// Departments with their standard work, and the pool.
#include "script/scenario_inside.h"

#include <stdio.h>
#include <string.h>

static void take_setting(void *target, int param, double value)
{
	((double *)target)[param] = value;
}

static void read_stream(struct scenario_reader *r, const struct node *node, struct stream *stream)
{
	struct {
		int param;
		double *value;
	} fields[] = {
		{ PARAM_STANDARD_HOURS, &stream->hours },
		{ PARAM_STANDARD_TERM_WEEKS, &stream->term_weeks },
		{ PARAM_STANDARD_OCCUPANCY, &stream->occupancy },
		{ PARAM_STANDARD_WEIGHT, &stream->weight },
		{ PARAM_STANDARD_COMPLEXITY, &stream->complexity },
		{ PARAM_STANDARD_PREDICTABILITY, &stream->predictability },
	};
	struct scenario_names names = { 0 };
	scenario_names_add_kind(&names, PARAM_STREAM);
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		*fields[i].value = param_table[fields[i].param].value;
	if (!node || !scenario_is(r, node, NODE_TABLE))
		return;
	scenario_check_names(r, node, &names);
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		scenario_child_number(r, node, fields[i].param, false, fields[i].value);
}

// work = { standard { … }, … }; without it one stream as the table of settings has it.
static void read_work(struct scenario_reader *r, const struct node *node, struct department *department)
{
	static const struct scenario_names names = { .count = 1, .name = { "standard" } };
	size_t mark = scenario_enter(r, "work");
	if (!node) {
		department->stream_count = 1;
		read_stream(r, NULL, &department->stream[0]);
	} else if (node->tag && strcmp(node->tag, "standard") == 0) {
		department->stream_count = 1;
		read_stream(r, node, &department->stream[0]);
	} else if (scenario_is(r, node, NODE_TABLE)) {
		scenario_check_names(r, node, &names);
		for (int i = 0; i < node->count; i++) {
			if (!tree_name(&node->child[i]) || strcmp(tree_name(&node->child[i]), "standard") != 0)
				continue;
			if (++department->stream_count > CONFIG_STREAMS_MAX)
				continue;
			size_t inner = scenario_enter_element(r, i + 1);
			read_stream(r, &node->child[i], &department->stream[department->stream_count - 1]);
			scenario_leave(r, inner);
		}
		if (department->stream_count > CONFIG_STREAMS_MAX) {
			scenario_wrong(r, "%d stromen; hooguit %d per afdeling",
				"%d streams; at most %d per department", department->stream_count, CONFIG_STREAMS_MAX);
			department->stream_count = CONFIG_STREAMS_MAX;
		}
	}
	scenario_leave(r, mark);
}

// Until its id is known a department goes by its number. What is wrong or missing gets a stand-in,
// so that the checks of the whole have nothing to add.
static void read_id(struct scenario_reader *r, const struct node *node, int i, struct department *department)
{
	const struct node *id = tree_child(node, "id");
	char stand_in[CONFIG_ID_MAX];
	snprintf(stand_in, sizeof stand_in, "[%d]", i + 1);
	size_t mark = scenario_enter(r, "id");
	bool good = false;
	if (!id)
		scenario_wrong(r, "deze id ontbreekt", "this id is missing");
	else
		good = scenario_id(r, id, department->id);
	if (good && (strcmp(department->id, "pool") == 0 || strcmp(department->id, "all") == 0)) {
		scenario_wrong(r, "\"%s\" is al de naam van iets anders", "\"%s\" is the name of something else",
			department->id);
		good = false;
	}
	if (!good)
		memcpy(department->id, stand_in, sizeof stand_in);
	scenario_leave(r, mark);
}

static void read_discipline(struct scenario_reader *r, const struct node *node, struct department *department)
{
	const struct node *child = tree_child(node, "discipline");
	memcpy(department->discipline, department->id, sizeof department->id);
	size_t mark = scenario_enter(r, "discipline");
	if (child)
		scenario_id(r, child, department->discipline);
	scenario_leave(r, mark);
}

static void check_names(struct scenario_reader *r, const struct node *node)
{
	struct scenario_names names = { .count = 4, .name = { "id", "name", "discipline", "work" } };
	scenario_names_add_kind(&names, PARAM_DEPARTMENT);
	scenario_names_add_groups(&names);
	scenario_check_names(r, node, &names);
}

static void read_department(struct scenario_reader *r, const struct node *node, int i, bool has_staff)
{
	struct department *department = &r->config->department[i];
	double value;
	department->staff = has_staff ? 0 : CONFIG_STAFF_MIN;
	size_t mark = scenario_enter_element(r, i + 1);
	if (!scenario_is(r, node, NODE_TABLE)) {
		snprintf(department->id, sizeof department->id, "[%d]", i + 1);
		scenario_leave(r, mark);
		return;
	}
	read_id(r, node, i, department);
	if (department->id[0] != '[') {
		scenario_leave(r, mark);
		scenario_enter(r, department->id);
	}
	check_names(r, node);
	read_discipline(r, node, department);
	if (!scenario_child_words(r, node, "name", &department->name) && !tree_child(node, "name"))
		if (scenario_copy(r, department->id, &department->name.nl))
			scenario_copy(r, department->id, &department->name.en);
	if (scenario_child_number(r, node, PARAM_DEPARTMENT_STAFF, !has_staff, &value))
		department->staff = (int)value;
	if (scenario_child_number(r, node, PARAM_DEPARTMENT_ORGANISATION, false, &value))
		department->organisation = (int)value;
	read_work(r, tree_child(node, "work"), department);
	scenario_groups(r, node, NULL, (struct scenario_taker){ take_setting, department->setting, true });
	scenario_leave(r, mark);
}

static void read_departments(struct scenario_reader *r, const struct node *node, bool has_staff)
{
	int count = 0;
	for (int i = 0; i < node->count; i++) {
		size_t mark = scenario_enter_node(r, &node->child[i]);
		if (node->child[i].index > 0)
			count++;
		else
			scenario_wrong(r, "een afdeling staat zonder naam ervoor in de lijst: { id = \"…\", … }",
				"a department stands in the list without a name before it: { id = \"…\", … }");
		scenario_leave(r, mark);
	}
	if (count < 1 || count > CONFIG_DEPARTMENTS_MAX) {
		scenario_wrong(r, "%d afdelingen; toegestaan is 1 tot en met %d", "%d departments; allowed is 1 to %d",
			count, CONFIG_DEPARTMENTS_MAX);
		return;
	}
	if (!config_departments(r->config, count, NULL)) {
		scenario_no_memory(r);
		return;
	}
	int next = 0;
	for (int i = 0; i < node->count; i++)
		if (node->child[i].index > 0)
			read_department(r, &node->child[i], next++, has_staff);
}

void scenario_plain_department(struct scenario_reader *r, struct department *department, const char *id, const char *name)
{
	snprintf(department->id, sizeof department->id, "%s", id);
	memcpy(department->discipline, department->id, sizeof department->id);
	if (scenario_copy(r, name, &department->name.nl))
		scenario_copy(r, name, &department->name.en);
	read_work(r, NULL, department);
}

void scenario_departments(struct scenario_reader *r, const struct node *node, bool has_staff)
{
	int before = r->err->count;
	size_t mark = scenario_enter(r, "departments");
	if (!node && !has_staff)
		scenario_wrong(r, "de afdelingen ontbreken", "the departments are missing");
	else if (node && scenario_is(r, node, NODE_TABLE))
		read_departments(r, node, has_staff);
	r->departments_wrong = r->err->count > before;
	scenario_leave(r, mark);
}

// pool = { share = …, kerbs = { … } }: its own levers, and those of a unit.
void scenario_pool(struct scenario_reader *r, const struct node *node)
{
	struct scenario_names names = { 0 };
	size_t mark = scenario_enter(r, "pool");
	if (node && scenario_is(r, node, NODE_TABLE)) {
		scenario_names_add_levers(&names, "pool");
		scenario_names_add_groups(&names);
		scenario_check_names(r, node, &names);
		scenario_levers(r, node, "pool", (struct scenario_taker){ take_setting, r->config->setting, false });
		scenario_groups(r, node, NULL, (struct scenario_taker){ take_setting, r->config->pool_setting, true });
	}
	scenario_leave(r, mark);
}
