// The table of measures: one row a measure.
#include "sim/measure.h"

#include "sim/param.h"

#include <string.h>

const struct measure measure_table[MEASURE_COUNT] = {
	[MEASURE_STAFF] = { "staff", "persons", 0, 1e7, { "Medewerkers", "Staff" },
		{ "Mensen in dienst.", "People at work." }, "-", MEASURE_STATE, true, true },
	[MEASURE_POOL_SHARE] = { "pool_share", "share", 0, 1, { "Aandeel pool", "Pool share" },
		{ "Deel van de medewerkers in de pool.", "Share of the staff in the pool." }, "004.pool", MEASURE_STATE, false, true },
	[MEASURE_MINDSET] = { "mindset", "0-1", 0, 1, { "Mindset", "Mindset" },
		{ "Gemiddelde effectieve mindset m: geconsolideerd plus getraind.", "Mean effective mindset m: consolidated plus trained." }, "000.mindset", MEASURE_STATE, true, true },
	[MEASURE_GROWTH_SHARE] = { "growth_share", "share", 0, 1, { "Groeigericht", "Growth share" },
		{ "Deel van de medewerkers met m van 0,5 of meer.", "Share of the staff with m of 0.5 or more." }, "000.mindset", MEASURE_STATE, true, true },
	[MEASURE_MINDSET_SD] = { "mindset_sd", "0-1", 0, 0.5, { "Spreiding mindset", "Spread of mindset" },
		{ "Standaardafwijking van m.", "Standard deviation of m." }, "000.mindset", MEASURE_STATE, true, false },
	[MEASURE_OWNERSHIP] = { "ownership", "0-1", 0, 1, { "Eigenaarschap", "Ownership" },
		{ "Gemiddeld eigenaarschap over het eigen werk.", "Mean ownership of one's own work." }, "003.ownership", MEASURE_STATE, true, true },
	[MEASURE_ALLIANCE] = { "alliance", "0-1", 0, 1, { "Bondgenootschap", "Alliance" },
		{ "Gemiddeld bondgenootschap.", "Mean alliance." }, "003.alliance", MEASURE_STATE, true, true },
	[MEASURE_VOICE] = { "voice", "0-1", 0, 1, { "Durf te spreken", "Voice" },
		{ "Gemiddelde kans dat iemand zich uitspreekt.", "Mean chance that someone speaks up." }, "001.withdrawn", MEASURE_STATE, true, true },
	[MEASURE_SAFETY] = { "safety", "0-1", 0, 1, { "Veiligheid", "Safety" },
		{ "Psychologische veiligheid, gewogen naar medewerkers.", "Psychological safety, weighted by staff." }, "003.lead", MEASURE_STATE, true, false },
	[MEASURE_CREDIBILITY] = { "credibility", "0-1", 0, 1, { "Geloofwaardigheid", "Credibility" },
		{ "Geloofwaardigheid van de verandering, gewogen naar medewerkers.", "Credibility of the change, weighted by staff." }, "001.real", MEASURE_STATE, true, false },
	[MEASURE_VOCABULARY] = { "vocabulary", "share", 0, 1, { "Gedeelde taal", "Vocabulary" },
		{ "Deel dat de taal van de programma's deelt en onthoudt.", "Share that speaks and remembers the programmes' vocabulary." }, "003.coverage", MEASURE_STATE, true, false },
	[MEASURE_ENGAGEMENT] = { "engagement", "0-1", 0, 1, { "Bevlogenheid", "Engagement" },
		{ "Gemiddelde bevlogenheid.", "Mean engagement." }, "000.meaning", MEASURE_STATE, true, true },
	[MEASURE_AUTONOMY] = { "autonomy", "0-1", 0, 1, { "Autonomie", "Autonomy" },
		{ "Gemiddelde ervaren autonomie.", "Mean felt autonomy." }, "000.meaning", MEASURE_STATE, true, false },
	[MEASURE_MEANING] = { "meaning", "0-1", 0, 1, { "Zin in het werk", "Meaning" },
		{ "Gemiddelde ervaren zin van het werk.", "Mean felt meaning of the work." }, "000.meaning", MEASURE_STATE, true, false },
	[MEASURE_FIT] = { "fit", "0-1", 0, 1, { "Passendheid", "Fit" },
		{ "Gemiddelde passendheid van talent en rol.", "Mean fit of talent and role." }, "002.match", MEASURE_STATE, true, false },
	[MEASURE_STRAIN] = { "strain", "0-1", 0, 1, { "Belasting", "Strain" },
		{ "Gemiddelde belasting.", "Mean strain." }, "002.permanent", MEASURE_STATE, true, true },
	[MEASURE_SKILL] = { "skill", "0-1", 0, 1, { "Vaardigheid", "Skill" },
		{ "Gemiddelde van de vijf rolvaardigheden.", "Mean of the five role skills." }, "004.roles", MEASURE_STATE, true, false },
	[MEASURE_BREADTH] = { "breadth", "0-1", 0, 1, { "Breedte", "Breadth" },
		{ "Gemiddelde breedte: hoe ver kennis meegaat naar een ander vak.", "Mean breadth: how far content carries over to another discipline." }, "000.generalist", MEASURE_STATE, true, false },
	[MEASURE_CROSS_TIES] = { "cross_ties", "share", 0, 1, { "Banden over grenzen", "Cross ties" },
		{ "Deel van de banden dat buiten de eigen eenheid ligt.", "Share of ties that lie outside the own unit." }, "003.meeting", MEASURE_STATE, true, false },
	[MEASURE_STANDARD_BACKLOG] = { "standard_backlog", "cases", 0, 1e9, { "Voorraad standaard", "Standard backlog" },
		{ "Standaardzaken die wachten op behandeling.", "Standard cases waiting to be handled." }, "004.standard", MEASURE_STATE, true, false },
	[MEASURE_STANDARD_LEAD_WEEKS] = { "standard_lead_weeks", "weeks", 0, 5000, { "Doorlooptijd standaard", "Standard lead time" },
		{ "Weken van aanvraag tot besluit, van de zaken die deze week klaar kwamen.", "Weeks from request to decision, of the cases completed this week." }, "Schagen 2017", MEASURE_FLOW, true, true },
	[MEASURE_STANDARD_ON_TIME] = { "standard_on_time", "share", 0, 1, { "Standaard op tijd", "Standard on time" },
		{ "Deel van die zaken binnen de termijn.", "Share of those cases within the term." }, "legal terms", MEASURE_FLOW, true, true },
	[MEASURE_STANDARD_QUALITY] = { "standard_quality", "0-1", 0, 1, { "Kwaliteit standaard", "Standard quality" },
		{ "Kwaliteit van het standaardwerk van deze week.", "Quality of this week's standard work." }, "-", MEASURE_FLOW, true, false },
	[MEASURE_COMPLEX_BACKLOG] = { "complex_backlog", "assignments", 0, 1e9, { "Lopende opdrachten", "Complex backlog" },
		{ "Complexe opdrachten die open staan; per eenheid waar de opdracht nu ligt.", "Complex assignments that are open; per unit where the assignment is now." }, "004.dynamics", MEASURE_STATE, true, false },
	[MEASURE_COMPLEX_LEAD_WEEKS] = { "complex_lead_weeks", "weeks", 0, 5000, { "Doorlooptijd complex", "Complex lead time" },
		{ "Weken van vraag tot resultaat, van de opdrachten die deze week klaar kwamen.", "Weeks from question to result, of the assignments completed this week." }, "Schagen 2017", MEASURE_FLOW, true, true },
	[MEASURE_COMPLEX_ON_TIME] = { "complex_on_time", "share", 0, 1, { "Complex op tijd", "Complex on time" },
		{ "Deel van die opdrachten binnen de termijn.", "Share of those assignments within the term." }, "legal terms", MEASURE_FLOW, true, true },
	[MEASURE_COMPLEX_QUALITY] = { "complex_quality", "0-1", 0, 1, { "Kwaliteit complex", "Complex quality" },
		{ "Gemiddelde kwaliteit van die opdrachten.", "Mean quality of those assignments." }, "-", MEASURE_FLOW, true, true },
	[MEASURE_STAFFING_WEEKS] = { "staffing_weeks", "weeks", 0, 5000, { "Wachten op mensen", "Staffing wait" },
		{ "Weken dat een opdracht op een team wachtte, van de teams die deze week begonnen.", "Weeks that an assignment waited for a team, of the teams that started this week." }, "004.pool", MEASURE_FLOW, false, false },
	[MEASURE_REWORK_SHARE] = { "rework_share", "share", 0, 1, { "Werk over", "Rework share" },
		{ "Werk dat over moest of erbij kwam (herstel, nieuwe eisen, gewisselde prioriteiten), als deel van dat en het gewerkte samen.", "Work redone or come on top (repairs, new requirements, switched priorities), as a share of that and the work done together." }, "-", MEASURE_FLOW, true, false },
	[MEASURE_HANDOFFS] = { "handoffs", "number", 0, 100, { "Overdrachten", "Hand-offs" },
		{ "Overdrachten per opdracht die deze week klaar kwam.", "Hand-offs of an assignment completed this week." }, "004.pool", MEASURE_FLOW, false, false },
	[MEASURE_OCCUPANCY] = { "occupancy", "share", 0, 2, { "Bezetting", "Occupancy" },
		{ "Gemeten: gewerkte uren gedeeld door beschikbare uren.", "Measured: hours worked divided by hours available." }, "-", MEASURE_FLOW, true, true },
	[MEASURE_OUTFLOW] = { "outflow", "1/year", 0, 52, { "Uitstroom per jaar", "Outflow a year" },
		{ "Vertrek en pensioen, op jaarbasis, gedeeld door medewerkers.", "Departures and retirement, per year, divided by staff." }, "Personeelsmonitor", MEASURE_RATE, true, true },
	[MEASURE_MOVES] = { "moves", "1/year", 0, 52, { "Interne stappen per jaar", "Moves a year" },
		{ "Interne stappen tussen afdelingen, op jaarbasis, gedeeld door medewerkers.", "Internal moves between departments, per year, divided by staff." }, "Personeelsmonitor", MEASURE_RATE, true, false },
	[MEASURE_PARTNER_STRENGTH] = { "partner_strength", "0-1", 0, 1, { "Band met partners", "Partner strength" },
		{ "Sterkte van de banden met partners.", "Strength of the ties with partners." }, "000.chain", MEASURE_STATE, false, false },
	[MEASURE_TRUST] = { "trust", "0-1", 0, 1, { "Vertrouwen inwoners", "Residents' trust" },
		{ "Vertrouwen van inwoners in de gemeente.", "Residents' trust in the municipality." }, "003.realism", MEASURE_STATE, false, true },
	[MEASURE_CHANGE_HOURS] = { "change_hours", "hours", 0, 1e12, { "Uren voor verandering", "Hours for change" },
		{ "Uren die de hefbomen sinds de start kostten.", "Hours that the levers cost since the start." }, "-", MEASURE_CUMULATIVE, false, true },
	[MEASURE_CHANGE_EURO] = { "change_euro", "euro", 0, 1e15, { "Kosten van verandering", "Cost of change" },
		{ "Euro's die de hefbomen sinds de start kostten, uren inbegrepen.", "Euros that the levers cost since the start, hours included." }, "-", MEASURE_CUMULATIVE, false, true },
	[MEASURE_EXTERNAL_SHARE] = { "external_share", "share", 0, 1000, { "Inhuur", "External hire" },
		{ "Kosten van inhuur gedeeld door de loonsom.", "Cost of external hire divided by the wage bill." }, "Personeelsmonitor", MEASURE_FLOW, true, false },
	[MEASURE_TRAINING_SHARE] = { "training_share", "share", 0, 1000, { "Opleiding", "Training share" },
		{ "Kosten van opleiding gedeeld door de loonsom.", "Cost of training divided by the wage bill." }, "Personeelsmonitor", MEASURE_FLOW, false, false },
	[MEASURE_ABSENCE] = { "absence", "share", 0, 1, { "Verzuim", "Absence" },
		{ "Deel van de werktijd dat door ziekte wegvalt.", "Share of working time lost to illness." }, "Personeelsmonitor", MEASURE_FLOW, true, false },
	[MEASURE_AGE] = { "age", "years", 0, 100, { "Leeftijd", "Age" },
		{ "Gemiddelde leeftijd.", "Mean age." }, "Personeelsmonitor", MEASURE_STATE, true, false },
	[MEASURE_ENTRANT_EXITS] = { "entrant_exits", "share", 0, 1, { "Snel weg", "Early leavers" },
		{ "Deel van wie binnenkomt dat bij het vertrektempo van het laatste jaar binnen drie jaar weg is.", "Share of entrants that would be gone within three years at the last year's rate of leaving." }, "ABF/A&O", MEASURE_STATE, false, false },
	[MEASURE_FEEDBACK] = { "feedback", "0-1", 0, 1, { "Feedback", "Feedback" },
		{ "Gemiddelde vaardigheid in feedback geven en ontvangen.", "Mean skill in giving and receiving feedback." }, "003.feedback", MEASURE_STATE, true, false },
	[MEASURE_PERFORMANCE] = { "performance", "ratio", 0, 1000, { "Prestatie", "Performance" },
		{ "Waarde per gevraagd uur: gewerkte uren × kwaliteit × op tijd (te laat telt voor 0,6); in een losse week kan dat boven 1 zijn.", "Value per demanded hour: hours done × quality × timeliness (late counts for 0.6); in a single week it may be above 1." }, "-", MEASURE_FLOW, true, true },
	[MEASURE_DEPLOYABLE] = { "deployable", "units", 0, 256, { "Inzetbaarheid", "Deployable" },
		{ "Eenheden waar een gemiddeld lid 80 % van de eigen productiviteit zou halen.", "Units in which a mean member would reach 80 % of the own productivity." }, "000.generalist", MEASURE_STATE, true, false },
};

int measure_find(const char *name)
{
	for (int id = 0; id < MEASURE_COUNT; id++)
		if (strcmp(measure_table[id].name, name) == 0)
			return id;
	return -1;
}

static const struct measure_unit unit_table[] = {
	{ "share", 100, 1, { "%", "%" } },
	{ "1/year", 100, 1, { "%/jaar", "%/year" } },
	{ "0-1", 1, 2, { "0–1", "0–1" } },
	{ "weeks", 1, 1, { "weken", "weeks" } },
	{ "years", 1, 1, { "jaar", "years" } },
	{ "persons", 1, 0, { "mensen", "people" } },
	{ "cases", 1, 0, { "zaken", "cases" } },
	{ "assignments", 1, 0, { "opdrachten", "tasks" } },
	{ "hours", 1, 0, { "uren", "hours" } },
	{ "euro", 1, 0, { "euro", "euro" } },
	{ "number", 1, 1, { "aantal", "number" } },
	{ "units", 1, 1, { "eenheden", "units" } },
};

struct measure_unit measure_unit(const char *name)
{
	for (size_t i = 0; i < sizeof unit_table / sizeof *unit_table; i++)
		if (strcmp(unit_table[i].name, name) == 0)
			return unit_table[i];
	return (struct measure_unit){ name, 1, 2, param_unit(name) };
}
