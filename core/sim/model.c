// What the files of the model share: means over the members, and passes over all persons.
#include "sim/model.h"

#include "sim/real.h"

int model_managers(double staff, double span)
{
	return staff < 4 ? 0 : (int)real_max(1, real_floor(staff / (span + 1) + 0.5));
}

int model_department(const struct sim *sim, double at)
{
	int unit = 1;
	while (unit < sim->unit_count - 1 && at >= sim->config->department[unit - 1].staff)
		at -= sim->config->department[unit++ - 1].staff;
	return unit;
}

struct model_range model_members(const struct sim *sim, int unit)
{
	const uint32_t *from = sim->order_from;
	return unit == CONFIG_POOL ? (struct model_range){ from[MODEL_UNITS], from[2 * MODEL_UNITS] } : (struct model_range){ from[unit], from[unit + 1] };
}

double model_mean_all(const struct sim *sim, enum member_sum sum)
{
	double total = 0, staff = 0;
	for (int u = 0; u < sim->unit_count; u++) {
		total += sim->member[(size_t)u * SUM_COUNT + sum];
		staff += sim->member[(size_t)u * SUM_COUNT + SUM_STAFF];
	}
	return staff > 0 ? total / staff : 0;
}

struct piece_job {
	struct sim *sim;
	void (*pass)(struct sim *sim, int piece, int from, int to);
};

static void do_piece(void *context, int piece)
{
	const struct piece_job *job = context;
	int from = piece * job->sim->piece_size, to = from + job->sim->piece_size;
	job->pass(job->sim, piece, from, to < job->sim->staff.slots ? to : job->sim->staff.slots);
}

void model_each_piece(struct sim *sim, void (*pass)(struct sim *sim, int piece, int from, int to))
{
	struct piece_job job = { sim, pass };
	crew_run(sim->crew, do_piece, &job, sim->pieces);
}
