// The tables of what units and society remember.
#include "sim/unit.h"

#define UNIT(field, measured_in, nl, en) { #field, offsetof(struct unit, field), 1, measured_in, { nl, en } }
#define SOCIETY(field, measured_in, nl, en) { #field, offsetof(struct society, field), 1, measured_in, { nl, en } }
#define SOCIETY_ROW(field, count, measured_in, nl, en) { #field, offsetof(struct society, field), count, measured_in, { nl, en } }

const struct unit_field unit_fields[] = {
	UNIT(posts, "persons", "Formatieplaatsen.", "Posts."),
	UNIT(direction, "0-1", "Sturing zoals beleefd.", "Direction as lived."),
	UNIT(coaching, "0-1", "Coaching zoals beleefd.", "Coaching as lived."),
	UNIT(example, "0-1", "Voorbeeld zoals beleefd.", "Example as lived."),
	UNIT(safety, "0-1", "Psychologische veiligheid.", "Psychological safety."),
	UNIT(credibility, "0-1", "Geloofwaardigheid van de verandering.", "Credibility of the change."),
	UNIT(vocabulary, "share", "Gedeelde taal.", "Shared vocabulary."),
	UNIT(equality, "0-1", "Gelijkwaardigheid van de laatste tijd.", "Equality lately."),
	UNIT(load, "share", "Bezetting, gemiddeld over weken.", "Occupancy, averaged over weeks."),
	UNIT(complex_use, "share", "Gebruikt deel van de gevraagde complexe uren.", "Used share of the complex hours asked."),
	UNIT(carry, "hours", "Uren over van een halve zaak.", "Hours left of half a case."),
	UNIT(experiment_weeks, "weeks", "Weken die een experiment nog duurt.", "Weeks left of an experiment."),
	UNIT(demand_shock, "ratio", "Schommeling van de vraag.", "Swing of demand."),
	UNIT(success, "share", "Standaardwerk op tijd, gemiddeld over weken.", "Standard work on time, averaged over weeks."),
};
const int unit_field_count = sizeof unit_fields / sizeof *unit_fields;

const struct unit_field unit_society_fields[] = {
	SOCIETY(trust, "0-1", "Vertrouwen van inwoners.", "Residents' trust."),
	SOCIETY(partner, "0-1", "Sterkte van banden met partners.", "Strength of ties with partners."),
	SOCIETY(outcome, "0-1", "Wat inwoners krijgen, gemiddeld over weken.", "What residents get, averaged over weeks."),
	SOCIETY(entrant_exits, "persons", "Vertrek van nieuwkomers, laatste jaar.", "Exits of entrants, last year."),
	SOCIETY(entrant_weeks, "weeks", "Weken van nieuwkomers, laatste jaar.", "Weeks of entrants, last year."),
	SOCIETY(change_hours, "hours", "Uren voor verandering.", "Hours for change."),
	SOCIETY(change_euro, "euro", "Kosten van verandering.", "Cost of change."),
	SOCIETY(trained, "persons", "Deelnames sinds de start.", "Participations since the start."),
	SOCIETY(groups, "groups", "Groepen sinds de start.", "Groups since the start."),
	SOCIETY(hired, "persons", "Aangenomen sinds de start.", "Hired since the start."),
	SOCIETY(left, "persons", "Vertrokken sinds de start.", "Left since the start."),
	SOCIETY(moved, "persons", "Intern verplaatst sinds de start.", "Moved since the start."),
	SOCIETY(to_pool, "persons", "Naar de pool sinds de start.", "To the pool since the start."),
	SOCIETY(from_pool, "persons", "Uit de pool sinds de start.", "From the pool since the start."),
	SOCIETY(assignments_done, "assignments", "Opdrachten klaar sinds de start.", "Assignments done since the start."),
	SOCIETY(next_id, "-", "Volgend nummer van een persoon.", "Next number of a person."),
	SOCIETY(next_assignment, "-", "Volgend nummer van een opdracht.", "Next number of an assignment."),
	SOCIETY(intake, "assignments", "Opdrachten die nog niet zijn opgenomen.", "Assignments not yet taken in."),
	SOCIETY_ROW(taught, UNIT_PROGRAMMES, "persons", "Mensen per programma geschoold.", "People taught by each programme."),
	SOCIETY_ROW(hires_due, UNIT_HIRE_WEEKS, "persons", "Mensen die nog komen, per week.", "People yet to come, by week."),
};
const int unit_society_field_count = sizeof unit_society_fields / sizeof *unit_society_fields;
