// staff = csv "my-staff.csv": one's own staff, from a table beside the scenario into the departments.
#include "script/scenario_inside.h"

#include "mem.h"
#include "script/box.h"
#include "script/roster.h"
#include "sim/real.h"

#include <stdio.h>
#include <string.h>

// A name leads nowhere but into the scenario's folder.
static bool name_ok(const char *name, size_t length)
{
	if (length == 0 || length > 200 || strlen(name) != length || name[0] == '/')
		return false;
	for (const char *at = name; *at; at++) {
		bool begins = at == name || at[-1] == '/';
		if ((unsigned char)*at < ' ' || *at == '\\' || *at == ':' || (begins && (*at == '.' || *at == '/')))
			return false;
	}
	return true;
}

const char *scenario_csv_name(struct scenario_reader *r, const struct node *node)
{
	const struct node *name = node->count == 1 && node->child[0].index == 1 ? &node->child[0] : NULL;
	if (!node->tag || strcmp(node->tag, "csv") != 0 || !name || name->kind != NODE_TEXT)
		scenario_wrong(r, "hier hoort csv \"bestand.csv\"", "csv \"file.csv\" is expected here");
	else if (!name_ok(name->text, name->length))
		scenario_wrong(r, "een bestand staat in de map van het scenario of in een map daarin: \"%.64s\" kan niet",
			"a file stands in the scenario's folder or in a folder in it: \"%.64s\" is not possible", name->text);
	else
		return name->text;
	return NULL;
}

// ---- people into departments

static bool copy_people(struct scenario_reader *r, const struct roster *roster, int unit, struct department *department)
{
	if (department->staff < ROSTER_FEWEST)
		return true;  // their number is all that is used
	department->people = mem_new((size_t)department->staff, sizeof *department->people);
	if (!department->people) {
		scenario_no_memory(r);
		return false;
	}
	roster_people(roster, unit, r->config->setting[PARAM_RETIREMENT_AGE], department->people);
	department->has_roles = roster->unit[unit].has_roles;
	return true;
}

static bool is_own(double setting)
{
	return setting == setting;
}

// Who leads by the file keeps leading: the span follows from it, and leaders give no more hours than they have, unless
// the scenario says otherwise for the department.
static void follow_roles(const struct config *config, struct department *department)
{
	int managers = 0, staff = department->staff;
	double *own = department->setting;
	for (int i = 0; department->has_roles && i < staff; i++)
		managers += department->people[i].manager;
	if (managers == 0 || is_own(own[PARAM_LEADERSHIP_SPAN]))
		return;
	const struct param *row = &param_table[PARAM_LEADERSHIP_SPAN];
	double span = real_clamp((double)(staff - managers) / managers, row->min, row->max), most = config_most_leader_hours(span);
	own[PARAM_LEADERSHIP_SPAN] = span;
	department->span_follows = true;
	if (!is_own(own[PARAM_LEADERSHIP_HOURS]) && config->setting[PARAM_LEADERSHIP_HOURS] > most)
		own[PARAM_LEADERSHIP_HOURS] = most;
}

// The numbers must agree: which of the two is right is not for a program to guess.
static void fill_department(struct scenario_reader *r, const struct roster *roster, int unit)
{
	struct department *department = &r->config->department[unit];
	int people = roster->unit[unit].people;
	size_t mark = scenario_enter(r, department->id);
	scenario_enter(r, "staff");
	if (people > 0 && department->staff > 0 && people != department->staff)
		scenario_wrong(r, "waarde %d; in het personeelsbestand staan er %d: laat staff weg, of maak ze gelijk",
			"value %d; the staff file has %d: leave staff out, or make them equal", department->staff, people);
	else if (people == 0 && department->staff == 0)
		scenario_wrong(r, "dit getal ontbreekt, en het personeelsbestand noemt deze afdeling niet",
			"this number is missing, and the staff file does not name this department");
	if (department->staff == 0)
		department->staff = people > 0 ? people : CONFIG_STAFF_MIN;
	if (people == department->staff && copy_people(r, roster, unit, department))
		follow_roles(r->config, department);
	scenario_leave(r, mark);
}

static bool make_departments(struct scenario_reader *r, const struct roster *roster)
{
	if (!config_departments(r->config, roster->unit_count, NULL)) {
		scenario_no_memory(r);
		return false;
	}
	for (int u = 0; u < roster->unit_count; u++)
		scenario_plain_department(r, &r->config->department[u], roster->unit[u].id, roster->unit[u].name);
	r->config->departments_made = true;
	return true;
}

static void take_roster(struct scenario_reader *r, const struct roster *roster, const char *name)
{
	struct config *config = r->config;
	config->imported = true;
	config->staff_hash = roster->hash;
	config->staff_rows = roster->count;
	scenario_copy(r, name, &config->staff_file);
	if (config->department_count == 0 && !make_departments(r, roster))
		return;
	size_t mark = scenario_enter(r, "departments");
	for (int u = 0; u < roster->unit_count; u++)
		fill_department(r, roster, u);
	scenario_leave(r, mark);
}

static bool read_roster(struct scenario_reader *r, const char *name, struct roster *roster)
{
	char path[4096 + 256], *text;
	size_t length;
	scenario_beside(r->folder, name, path, sizeof path);
	if (!box_read_file(path, ROSTER_FILE_MAX, &text, &length, r->err))
		return false;
	bool good = roster_read(roster, text, length, path, r->config, r->err);
	mem_free(text);
	return good;
}

// The file is read once; who makes more than one config keeps the classes.
static void use_roster(struct scenario_reader *r, const char *name)
{
	struct roster own = { 0 }, *roster = r->roster ? r->roster : &own;
	if (roster->count > 0 || read_roster(r, name, roster))
		take_roster(r, roster, name);
	roster_clear(&own);
}

// After the departments, whose number of staff may then be left out, and before all that asks how many there are.
void scenario_staff(struct scenario_reader *r, const struct node *node)
{
	if (!node)
		return;
	size_t mark = scenario_enter(r, "staff");
	const char *name = scenario_csv_name(r, node);
	scenario_leave(r, mark);
	if (name && !r->no_memory && !r->departments_wrong)
		use_roster(r, name);
	for (int d = 0; d < r->config->department_count; d++)  // one mistake, one message
		if (r->config->department[d].staff == 0)
			r->config->department[d].staff = CONFIG_STAFF_MIN;
}
