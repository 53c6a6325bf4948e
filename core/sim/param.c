// Looks settings up by name and by lever group.
#include "sim/param.h"

#include <string.h>

struct group {
	const char *name;
	struct text help;
	const char *source;
};

// One row a lever group, in the order in which the docs show them.
static const struct group group_table[] = {
	{ "leadership", { "Stijl en tijd van leidinggevenden.", "Style and time of managers." }, "002.coach, 001.withdrawn, 003.lead" },
	{ "kerbs", { "Ruimte met heldere randen: leegte wordt pas ruimte door haar grens.", "Room with clear edges: the edge is what makes emptiness into room." }, "001.kerbs" },
	{ "appraisal", { "Van beoordelen naar reflecteren.", "From assessing to reflecting." }, "000.reflect, 003.profile" },
	{ "job", { "Hoe strak de functie bindt.", "How tightly the job binds." }, "000.results" },
	{ "stance", { "Toetsen of meedenken.", "Checking or thinking along." }, "000.integral" },
	{ "mobility", { "Bewegen tussen functies.", "Moving between positions." }, "000.tenure, 000.paths, 002.permanent" },
	{ "pool", { "De pool met rollen naast de lijn.", "The pool with roles beside the line." }, "004.pool, 004.roles" },
	{ "routing", { "Welk werk naar lijn, pool of klussenbank gaat.", "Which work goes to line, pool or gig bank." }, "004.criteria, 001.notall" },
	{ "priority", { "Wie voorgaat bij te weinig uren.", "Who goes first when hours are short." }, "004.standard" },
	{ "klussenbank", { "De klussenbank: tijdelijke klussen naar inhoud en talent.", "The gig bank: temporary gigs by content and talent." }, "002.klussenbank" },
	{ "scharreltijd", { "Vrije tijd om te leren en elkaar te ontmoeten.", "Free time to learn and meet." }, "003.scharrel" },
	{ "training_budget", { "Geld voor opleiding.", "Money for training." }, "002.budget" },
	{ "self_assessment", { "Jezelf leren kennen met tests en portfolio.", "Getting to know oneself by tests and portfolio." }, "002.platform" },
	{ "sounding_board", { "Een klankbordgroep met tijd, ruimte en geld.", "A sounding board with time, space and money." }, "003.board" },
	{ "followup", { "Structuren die de aandacht levend houden.", "Structures that keep attention alive." }, "003.attention" },
	{ "experiments", { "Klein beginnen, met hulp en een evaluatie.", "Starting small, with help and an evaluation." }, "000.domino, 001.steps, 003.experiment" },
	{ "feasibility_test", { "Uitvoerbaarheidstoets.", "Feasibility test." }, "003.feasible" },
	{ "politics", { "College en raad: vaste prioriteiten, beloften, realisme.", "College and council: steady priorities, promises, realism." }, "003.dualism, 003.realism" },
	{ "residents", { "De verhouding tot inwoners.", "The relation to residents." }, "003.customer, 003.alliance" },
	{ "partners", { "Tijd voor en banden met partners.", "Time for and ties with partners." }, "000.chain" },
	{ "data", { "Data en het gesprek erover.", "Data and the talk about them." }, "000.data" },
	{ "recruitment", { "Wie er bij komt, en hoe snel.", "Who joins, and how soon." }, "001.replace" },
	{ "declare", { "Verandering afkondigen.", "Declaring change." }, "001.real, 001.withdrawn" },
	{ "merger", { "Fusie van organisaties.", "Merger of organisations." }, "002.fusion" },
	{ "external", { "Inhuur.", "External hire." }, "Personeelsmonitor" },
	{ "demand", { "Wat de samenleving vraagt.", "What society asks." }, "004.dynamics, 004.demand" },
	{ "complex", { "Hoe complexe opdrachten eruitzien.", "What complex assignments look like." }, "004.dynamics, 000.integral" },
};
enum { GROUP_COUNT = sizeof group_table / sizeof *group_table };

// Units as the tables write them, and in Dutch.
static const struct text unit_table[] = {
	{ "deel", "share" }, { "uur per week", "hours/week" }, { "uur", "hours" }, { "weken", "weeks" }, { "jaar", "years" },
	{ "jaartal", "year" }, { "mensen", "persons" }, { "getal", "number" }, { "euro per uur", "euro/hour" },
	{ "euro per jaar", "euro/year" }, { "per week", "1/week" }, { "per jaar", "1/year" }, { "per √week", "1/week^.5" },
	{ "dagen per jaar", "days/year" }, { "vakgebieden", "disciplines" }, { "banden", "ties" }, { "per slag", "1/stroke" },
	{ "organisaties", "organisations" }, { "zaken", "cases" }, { "opdrachten", "assignments" }, { "eenheden", "units" },
	{ "aan of uit", "switch" }, { "ratio", "ratio" },
};

struct text param_unit(const char *unit)
{
	for (size_t i = 0; i < sizeof unit_table / sizeof *unit_table; i++)
		if (strcmp(unit_table[i].en, unit) == 0)
			return unit_table[i];
	return (struct text){ unit, unit };
}

int param_find(const char *name)
{
	for (int id = 0; id < PARAM_COUNT; id++)
		if (strcmp(param_table[id].name, name) == 0)
			return id;
	return -1;
}

bool param_settable(int id)
{
	return param_table[id].kind == PARAM_LEVER || param_table[id].kind == PARAM_DEMAND ||
	       param_table[id].kind == PARAM_MODEL || param_table[id].kind == PARAM_MECHANISM;
}

const char *param_group(int index)
{
	return index >= 0 && index < GROUP_COUNT ? group_table[index].name : NULL;
}

static const struct group *find_group(const char *name)
{
	for (int i = 0; i < GROUP_COUNT; i++)
		if (strcmp(group_table[i].name, name) == 0)
			return &group_table[i];
	return NULL;
}

struct text param_group_help(const char *name)
{
	const struct group *group = find_group(name);
	return group ? group->help : (struct text){ 0 };
}

const char *param_group_source(const char *name)
{
	const struct group *group = find_group(name);
	return group ? group->source : NULL;
}

int param_in_group(const char *group, int n)
{
	size_t length = strlen(group);
	for (int id = 0; id < PARAM_COUNT; id++)
		if ((param_table[id].kind == PARAM_LEVER || param_table[id].kind == PARAM_DEMAND) && strncmp(param_table[id].name, group, length) == 0 && param_table[id].name[length] == '.' && n-- == 0)
			return id;
	return -1;
}
