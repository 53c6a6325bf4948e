// The public face of the model, and the fixed order of a week.
#include "sim/sim.h"

#include "mem.h"
#include "sim/edit.h"
#include "sim/model.h"
#include "sim/state.h"

#include <string.h>

static void number_disciplines(struct sim *sim)
{
	const struct config *config = sim->config;
	for (int d = 0; d < config->department_count; d++) {
		int same = 0;
		while (strcmp(config->department[same].discipline, config->department[d].discipline) != 0)
			same++;
		sim->discipline[d + 1] = same == d ? (uint8_t)sim->discipline_count++ : sim->discipline[same + 1];
	}
}

// Pieces depend on the number of persons alone, so that sums do not depend on threads.
static void cut_pieces(struct sim *sim, int slots)
{
	int size = (slots + MODEL_PIECES - 1) / MODEL_PIECES;
	size = (size + MODEL_BLOCK - 1) / MODEL_BLOCK * MODEL_BLOCK;
	sim->piece_size = size < 1024 ? 1024 : size;
	sim->pieces = (slots + sim->piece_size - 1) / sim->piece_size;
}

// Hands out the next part of a block, each at the start of a cache line.
static void *carve(char **place, size_t count, size_t size)
{
	void *part = *place;
	*place += (count * size / 64 + 1) * 64;
	return part;
}

static bool allocate_persons(struct sim *sim, size_t n)
{
	size_t each = sizeof *sim->vacant + sizeof *sim->seen + sizeof *sim->changed + sizeof *sim->giver + sizeof *sim->lesson + sizeof *sim->away +
	              sizeof *sim->order + sizeof *sim->pick;
	char *place = sim->memory = mem_new(n * each + 8 * 64, 1);
	if (!place)
		return false;
	sim->vacant = carve(&place, n, sizeof *sim->vacant);
	sim->seen = carve(&place, n, sizeof *sim->seen);
	sim->changed = carve(&place, n, sizeof *sim->changed);
	sim->giver = carve(&place, n, sizeof *sim->giver);
	sim->lesson = carve(&place, n, sizeof *sim->lesson);
	sim->away = carve(&place, n, sizeof *sim->away);
	sim->order = carve(&place, n, sizeof *sim->order);
	sim->pick = carve(&place, n, sizeof *sim->pick);
	return true;
}

static bool allocate(struct sim *sim, size_t slots)
{
	size_t units = (size_t)sim->unit_count, pieces = (size_t)sim->pieces;
	sim->setting = mem_new(units * PARAM_COUNT, sizeof *sim->setting);
	sim->unit = mem_new(units, sizeof *sim->unit);
	sim->sum = mem_new(pieces * (units + 1) * MODEL_SUM_ROW, sizeof *sim->sum);
	sim->member = mem_new(units * SUM_COUNT, sizeof *sim->member);
	sim->hours_sum = mem_new(pieces * (units + 1) * MODEL_HOURS_ROW, sizeof *sim->hours_sum);
	sim->used = mem_new(MODEL_PIECES * units * 3, sizeof *sim->used);
	sim->done = mem_new(units, sizeof *sim->done);
	sim->measure = mem_new((units + 1) * MEASURE_COUNT, sizeof *sim->measure);
	return allocate_persons(sim, slots) && sim->setting && sim->unit && sim->sum && sim->member && sim->hours_sum && sim->used &&
	       sim->done && sim->measure;
}

static void start_settings(struct sim *sim)
{
	for (int u = 0; u < sim->unit_count; u++)
		for (int p = 0; p < PARAM_COUNT; p++)
			sim->setting[(size_t)u * PARAM_COUNT + (size_t)p] = config_value(sim->config, u, p);
	// Row 0 serves both the pool and what holds for the whole organisation.
	for (int p = 0; p < PARAM_COUNT; p++)
		if (!param_table[p].per_unit)
			sim->setting[p] = sim->config->setting[p];
}

static bool build(struct sim *sim, int threads, struct err *err)
{
	int slots = config_staff(sim->config);
	sim->unit_count = sim->config->department_count + 1;
	number_disciplines(sim);
	cut_pieces(sim, slots);
	if (!allocate(sim, (size_t)slots)) {
		err_memory(err);
		return false;
	}
	start_settings(sim);
	sim->crew = crew_create(threads, err);
	return sim->crew && staff_create(&sim->staff, slots, err) && own_create(&sim->own, sim->config, slots, sim->unit_count, err) &&
	       work_create(sim, err) && assignment_create(sim, err);
}

struct sim *sim_create(const struct config *config, int threads, struct err *err)
{
	must(threads >= 1 && threads <= 64);
	if (!config_check(config, config->name ? config->name : "scenario", err))
		return NULL;
	struct sim *sim = mem_new(1, sizeof *sim);
	if (!sim) {
		err_memory(err);
		return NULL;
	}
	sim->config = config;
	if (!build(sim, threads, err)) {
		sim_destroy(sim);
		return NULL;
	}
	populate_all(sim);
	ties_count(sim);
	account_view(sim);
	account_anew(sim);
	account_measure(sim);
	sim_withhold(sim);
	return sim;
}

void sim_destroy(struct sim *sim)
{
	if (!sim)
		return;
	crew_destroy(sim->crew);
	staff_clear(&sim->staff);
	own_clear(&sim->own);
	work_clear(&sim->work);
	assignment_clear(&sim->assignments);
	void *blocks[] = { sim->memory, sim->setting, sim->unit, sim->sum, sim->member, sim->hours_sum, sim->used, sim->done, sim->measure };
	for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
		mem_free(blocks[i]);
	mem_free(sim);
}

bool sim_prepare(struct sim *sim, struct err *err)
{
	return work_prepare(sim, err) && assignment_prepare(sim, err);
}

static void begin_week(struct sim *sim)
{
	memset(sim->done, 0, (size_t)sim->unit_count * sizeof *sim->done);
	memset(&sim->news, 0, sizeof sim->news);
	sim->change_hours = sim->change_euro = sim->training_euro = 0;
}

void sim_open_week(struct sim *sim)
{
	begin_week(sim);
	plan_apply(sim);
	sim->is_open = true;
}

void sim_step(struct sim *sim)
{
	if (!sim->is_open)
		sim_open_week(sim);  //  1 levers
	sim->is_open = false;
	edit_settle(sim);        //    what a script changed
	programme_apply(sim);
	climate_effects(sim);    //    what units do to their members this week
	work_demand(sim);        //  2 demand
	assignment_demand(sim);
	hours_apply(sim);        //  3 hours
	staffing_apply(sim);     //  4 staffing
	assignment_work(sim);    //  5 work
	work_standard(sim);
	assignment_finish(sim);  //  6 outcomes
	climate_apply(sim);      //  8 climate: of units, before what it does to people
	people_apply(sim);       //  7 learning, 9 needs, 10 mindset, 11 ties: of persons
	mobility_apply(sim);     // 12 mobility
	society_apply(sim);      // 13 society
	sim->week++;
	account_see(sim);        // 14 measures
	if (sim->rearranged)
		account_order(sim);
	account_measure(sim);
	sim_withhold(sim);
}

bool sim_run_to(struct sim *sim, int week, const volatile int *stop, struct err *err)
{
	while (sim_week(sim) < week && !(stop && *stop)) {
		if (!sim_prepare(sim, err))
			return false;
		sim_step(sim);
	}
	return true;
}

int sim_week(const struct sim *sim)
{
	return model_plan_week(sim);
}

const struct config *sim_config(const struct sim *sim)
{
	return sim->config;
}

int sim_units(const struct sim *sim)
{
	return sim->unit_count;
}

int sim_staff(const struct sim *sim)
{
	return model_staff(sim);
}

double sim_measure(const struct sim *sim, int unit, int id)
{
	must(unit >= CONFIG_UNIT_ALL && unit < sim->unit_count && id >= 0 && id < config_measure_count(sim->config));
	if (sim_withheld(sim, id == MEASURE_POOL_SHARE ? CONFIG_POOL : unit))  // the share would tell how many are in the pool
		return __builtin_nan("");
	if (id >= MEASURE_COUNT)
		return sim->own.measure[(size_t)(unit + 1) * (size_t)sim->config->own_measure_count + (size_t)(id - MEASURE_COUNT)];
	return sim->measure[(size_t)(unit + 1) * MEASURE_COUNT + (size_t)id];
}

double sim_setting(const struct sim *sim, int unit, int param)
{
	must(unit >= CONFIG_UNIT_ALL && unit < sim->unit_count && param >= 0 && param < PARAM_COUNT + sim->config->own_setting_count);
	if (param >= PARAM_COUNT)
		return sim->own.setting[param - PARAM_COUNT];
	return model_set(sim, unit < 0 ? 0 : unit, param);
}

bool sim_change(struct sim *sim, const struct change *change)
{
	if (sim->waiting_count == MODEL_WAITING_CHANGES)
		return false;
	sim->waiting[sim->waiting_count++] = *change;
	return true;
}

struct sim_news sim_news(const struct sim *sim)
{
	return sim->news;
}

struct sim_totals sim_totals(const struct sim *sim)
{
	const struct society *s = &sim->society;
	return (struct sim_totals){ (int64_t)s->trained, (int64_t)s->groups, (int64_t)s->hired, (int64_t)s->left,
		(int64_t)s->moved, (int64_t)s->to_pool, (int64_t)s->from_pool, (int64_t)s->assignments_done };
}

double sim_trained_share(const struct sim *sim, int programme)
{
	int trained = 0;
	for (int i = 0; i < sim->staff.slots; i++)
		trained += sim->staff.unit[i] != STAFF_VACANT && (sim->staff.trained[i] >> programme & 1);
	int staff = sim_staff(sim);
	return staff ? (double)trained / staff : 0;
}

size_t sim_bytes(const struct sim *sim)
{
	size_t n = (size_t)sim->staff.slots, units = (size_t)sim->unit_count, bytes = sizeof *sim + own_bytes(&sim->own, sim->config, sim->staff.slots, sim->unit_count);
	for (int c = 0; c < staff_column_count; c++)
		bytes += staff_column_bytes(&sim->staff, &staff_columns[c]);
	bytes += n * (sizeof *sim->vacant + sizeof *sim->seen + sizeof *sim->changed + sizeof *sim->giver + sizeof *sim->lesson + sizeof *sim->away + sizeof *sim->order + sizeof *sim->pick);
	bytes += units * (PARAM_COUNT * sizeof *sim->setting + sizeof *sim->unit + sizeof *sim->done + SUM_COUNT * sizeof *sim->member);
	bytes += (size_t)sim->pieces * (units + 1) * (MODEL_SUM_ROW * sizeof *sim->sum + MODEL_HOURS_ROW * sizeof *sim->hours_sum);
	bytes += (size_t)sim->assignments.capacity * (sizeof(struct assignment) + 4 * sizeof(uint32_t));
	bytes += (size_t)sim->work.stream_count * (sizeof(struct work_stream) + sim->work.weeks * sizeof(uint32_t));
	return bytes;
}

int sim_open_assignments(const struct sim *sim)
{
	return sim->assignments.open;
}

uint64_t sim_digest(const struct sim *sim)
{
	return state_digest(sim);
}
