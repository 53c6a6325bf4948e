// The table of columns, and the memory behind them.
#include "sim/staff.h"

#include "mem.h"

#include <string.h>

const struct staff_column staff_columns[] = {
	{ "id", STAFF_U32, 1, offsetof(struct staff, id), "-", 0, 4294967295, __builtin_nan(""),
		{ "Stabiel nummer van de persoon.", "Stable number of the person." }, "-", false },
	{ "mindset", STAFF_F32, 1, offsetof(struct staff, mindset), "0-1", 0, 1, 0.535,
		{ "Geconsolideerde mindset x: 0 vast, 1 groei.", "Consolidated mindset x: 0 fixed, 1 growth." }, "000.mindset", true },
	{ "anchor", STAFF_F32, 1, offsetof(struct staff, anchor), "0-1", 0, 1, 0.535,
		{ "Eigen aard waar mindset naar terugtrekt.", "Own disposition to which mindset pulls back." }, "Friedkin & Johnsen 1999", true },
	{ "boost", STAFF_F32, 1, offsetof(struct staff, boost), "0-1", -1, 1, 0,
		{ "Getraind, nog niet geconsolideerd; m = x + b.", "Trained, not yet consolidated; m = x + b." }, "Saks & Belcourt 2006", true },
	{ "ownership", STAFF_F32, 1, offsetof(struct staff, ownership), "0-1", 0, 1, 0.5,
		{ "Eigenaarschap over het eigen werk.", "Ownership of one's own work." }, "003.ownership", true },
	{ "alliance", STAFF_F32, 1, offsetof(struct staff, alliance), "0-1", 0, 1, 0.5,
		{ "Bondgenootschap.", "Alliance." }, "003.alliance", true },
	{ "skill_direct", STAFF_F32, 1, offsetof(struct staff, skill[ROLE_DIRECT]), "0-1", 0, 1, 0.40,
		{ "Vaardigheid: regisseren.", "Skill: directing." }, "004.roles", true },
	{ "skill_budget", STAFF_F32, 1, offsetof(struct staff, skill[ROLE_BUDGET]), "0-1", 0, 1, 0.40,
		{ "Vaardigheid: begroten.", "Skill: budgeting." }, "004.roles", true },
	{ "skill_political", STAFF_F32, 1, offsetof(struct staff, skill[ROLE_POLITICAL]), "0-1", 0, 1, 0.40,
		{ "Vaardigheid: politiek afstemmen, sensitiviteit.", "Skill: aligning with politics, sensitivity." }, "004.roles", true },
	{ "skill_content", STAFF_F32, 1, offsetof(struct staff, skill[ROLE_CONTENT]), "0-1", 0, 1, 0.70,
		{ "Vaardigheid: vakinhoud.", "Skill: content of the own discipline." }, "004.roles", true },
	{ "skill_network", STAFF_F32, 1, offsetof(struct staff, skill[ROLE_NETWORK]), "0-1", 0, 1, 0.40,
		{ "Vaardigheid: netwerken bouwen.", "Skill: building networks." }, "004.roles", true },
	{ "data", STAFF_F32, 1, offsetof(struct staff, data), "0-1", 0, 1, 0.35,
		{ "Vaardigheid met data.", "Skill with data." }, "000.data", true },
	{ "breadth", STAFF_F32, 1, offsetof(struct staff, breadth), "0-1", 0, 1, 0.437,
		{ "Hoe ver vakkennis meegaat naar een ander vak.", "How far content carries over to another discipline." }, "000.generalist", true },
	{ "talent_direct", STAFF_U8, 1, offsetof(struct staff, talent[ROLE_DIRECT]), "1/255", 0, 255, 127,
		{ "Aanleg: regisseren.", "Latent talent: directing." }, "002.match", true },
	{ "talent_budget", STAFF_U8, 1, offsetof(struct staff, talent[ROLE_BUDGET]), "1/255", 0, 255, 127,
		{ "Aanleg: begroten.", "Latent talent: budgeting." }, "002.match", true },
	{ "talent_political", STAFF_U8, 1, offsetof(struct staff, talent[ROLE_POLITICAL]), "1/255", 0, 255, 127,
		{ "Aanleg: politiek afstemmen, sensitiviteit.", "Latent talent: aligning with politics, sensitivity." }, "002.match", true },
	{ "talent_content", STAFF_U8, 1, offsetof(struct staff, talent[ROLE_CONTENT]), "1/255", 0, 255, 127,
		{ "Aanleg: vakinhoud.", "Latent talent: content of the own discipline." }, "002.match", true },
	{ "talent_network", STAFF_U8, 1, offsetof(struct staff, talent[ROLE_NETWORK]), "1/255", 0, 255, 127,
		{ "Aanleg: netwerken bouwen.", "Latent talent: building networks." }, "002.match", true },
	{ "known_direct", STAFF_U16, 1, offsetof(struct staff, known[ROLE_DIRECT]), "1/65535", 0, 65535, __builtin_nan(""),
		{ "Hoeveel van die aanleg bekend is: regisseren.", "How much of that talent is known: directing." }, "002.platform", true },
	{ "known_budget", STAFF_U16, 1, offsetof(struct staff, known[ROLE_BUDGET]), "1/65535", 0, 65535, __builtin_nan(""),
		{ "Hoeveel van die aanleg bekend is: begroten.", "How much of that talent is known: budgeting." }, "002.platform", true },
	{ "known_political", STAFF_U16, 1, offsetof(struct staff, known[ROLE_POLITICAL]), "1/65535", 0, 65535, __builtin_nan(""),
		{ "Hoeveel van die aanleg bekend is: politiek afstemmen, sensitiviteit.", "How much of that talent is known: aligning with politics, sensitivity." }, "002.platform", true },
	{ "known_content", STAFF_U16, 1, offsetof(struct staff, known[ROLE_CONTENT]), "1/65535", 0, 65535, __builtin_nan(""),
		{ "Hoeveel van die aanleg bekend is: vakinhoud.", "How much of that talent is known: content of the own discipline." }, "002.platform", true },
	{ "known_network", STAFF_U16, 1, offsetof(struct staff, known[ROLE_NETWORK]), "1/65535", 0, 65535, __builtin_nan(""),
		{ "Hoeveel van die aanleg bekend is: netwerken bouwen.", "How much of that talent is known: building networks." }, "002.platform", true },
	{ "autonomy", STAFF_F32, 1, offsetof(struct staff, autonomy), "0-1", 0, 1, 0.49,
		{ "Ervaren autonomie.", "Felt autonomy." }, "000.meaning", true },
	{ "meaning", STAFF_F32, 1, offsetof(struct staff, meaning), "0-1", 0, 1, 0.60,
		{ "Ervaren zin.", "Felt meaning." }, "000.meaning", true },
	{ "fit", STAFF_F32, 1, offsetof(struct staff, fit), "0-1", 0, 1, 0.57,
		{ "Passendheid van talent en rol.", "Fit of talent and role." }, "002.match", true },
	{ "engagement", STAFF_F32, 1, offsetof(struct staff, engagement), "0-1", 0, 1, 0.62,
		{ "Bevlogenheid.", "Engagement." }, "000.meaning", true },
	{ "strain", STAFF_F32, 1, offsetof(struct staff, strain), "0-1", 0, 1, 0.30,
		{ "Belasting.", "Strain." }, "002.permanent", true },
	{ "voice", STAFF_F32, 1, offsetof(struct staff, voice), "0-1", 0, 1, 0.45,
		{ "Kans om zich uit te spreken.", "Chance of speaking up." }, "001.withdrawn", true },
	{ "feedback", STAFF_F32, 1, offsetof(struct staff, feedback), "0-1", 0, 1, 0.40,
		{ "Vaardigheid in feedback.", "Skill in feedback." }, "003.feedback", true },
	{ "hours", STAFF_U8, 1, offsetof(struct staff, hours), "%", 1, 100, 87,
		{ "Aanstelling, in % van voltijd.", "Contract, in % of full time." }, "155.9k fte / 179.4k heads (2022)", true },
	{ "gig", STAFF_U8, 1, offsetof(struct staff, gig), "switch", 0, 1, 0,
		{ "Ingeschreven bij de klussenbank.", "Subscribed to the gig bank." }, "002.klussenbank", false },
	{ "trained", STAFF_U32, 1, offsetof(struct staff, trained), "bits", 0, 4294967295, 0,
		{ "Gevolgde programma's, een bit per programma.", "Programmes taken, a bit each." }, "003.coverage", false },
	{ "ties", STAFF_U32, STAFF_TIES, offsetof(struct staff, ties), "slot", 0, 1e7, __builtin_nan(""),
		{ "Banden met collega's.", "Ties with colleagues." }, "Kleinbaum 2008", false },
	{ "seats", STAFF_U32, STAFF_SEATS, offsetof(struct staff, seats), "seat", 0, 4294967295, __builtin_nan(""),
		{ "Plaatsen in opdrachten.", "Seats in assignments." }, "004.roles", false },
	{ "tenure", STAFF_U16, 1, offsetof(struct staff, tenure), "weeks", 0, 65535, __builtin_nan(""),
		{ "Weken in deze functie.", "Weeks in this position." }, "000.tenure", true },
	{ "service", STAFF_U16, 1, offsetof(struct staff, service), "weeks", 0, 65535, __builtin_nan(""),
		{ "Weken in dienst.", "Weeks in service." }, "Personeelsmonitor 2010: 10.4 years", true },
	{ "age", STAFF_U16, 1, offsetof(struct staff, age), "weeks", 0, 5200, 2454,
		{ "Leeftijd in weken.", "Age in weeks." }, "Personeelsmonitor 2022: 47.2 years", true },
	{ "unit", STAFF_U16, 1, offsetof(struct staff, unit), "unit", 0, 256, __builtin_nan(""),
		{ "Afdeling of pool (0); 256 is vacant.", "Department or pool (0); 256 is vacant." }, "-", false },
	{ "home", STAFF_U8, 1, offsetof(struct staff, home), "discipline", 0, 254, __builtin_nan(""),
		{ "Eigen vakdiscipline.", "Own discipline." }, "004.roles", false },
	{ "origin", STAFF_U8, 1, offsetof(struct staff, origin), "organisation", 0, 15, 0,
		{ "Organisatie van herkomst.", "Organisation of origin." }, "002.fusion", false },
	{ "manager", STAFF_U8, 1, offsetof(struct staff, manager), "switch", 0, 1, __builtin_nan(""),
		{ "Leidinggevende.", "Manager." }, "Personeelsmonitor 2012", false },
	{ "roles", STAFF_U8, 1, offsetof(struct staff, roles), "bits", 0, 31, 0,
		{ "Rollen die nu worden vervuld.", "Roles filled now." }, "004.roles", false },
	{ "load", STAFF_U8, 1, offsetof(struct staff, load), "assignments", 0, 3, 0,
		{ "Opdrachten nu.", "Assignments now." }, "-", false },
	{ "crossing", STAFF_U8, 1, offsetof(struct staff, crossing), "ties", 0, 136, __builtin_nan(""),
		{ "Banden over grenzen, plus 16 maal alle banden.", "Ties across units, plus 16 times all ties.", }, "003.meeting", false },
};
const int staff_column_count = sizeof staff_columns / sizeof *staff_columns;

size_t staff_type_size(enum staff_type type)
{
	return type == STAFF_U8 ? 1 : type == STAFF_U16 ? 2 : 4;
}

void *staff_data(const struct staff *staff, const struct staff_column *column)
{
	void *data;
	memcpy(&data, (const char *)staff + column->offset, sizeof data);
	return data;
}

size_t staff_column_bytes(const struct staff *staff, const struct staff_column *column)
{
	return (size_t)staff->slots * (size_t)column->per_person * staff_type_size(column->type);
}

// Every column starts a cache line of its own.
static size_t column_room(const struct staff *staff, const struct staff_column *column)
{
	return (staff_column_bytes(staff, column) / 64 + 1) * 64;
}

bool staff_create(struct staff *staff, int slots, struct err *err)
{
	size_t bytes = 0;
	staff->slots = slots;
	for (int c = 0; c < staff_column_count; c++)
		bytes += column_room(staff, &staff_columns[c]);
	char *place = staff->memory = mem_new(bytes, 1);
	if (!place) {
		err_memory(err);
		return false;
	}
	for (int c = 0; c < staff_column_count; c++) {
		memcpy((char *)staff + staff_columns[c].offset, &place, sizeof place);
		place += column_room(staff, &staff_columns[c]);
	}
	return true;
}

void staff_clear(struct staff *staff)
{
	mem_free(staff->memory);
	memset(staff, 0, sizeof *staff);
}

int staff_find_column(const char *name)
{
	for (int c = 0; c < staff_column_count; c++)
		if (strcmp(staff_columns[c].name, name) == 0)
			return c;
	return -1;
}
