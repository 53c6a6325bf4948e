// Digest, save and load: one walk over everything that the next week depends on. The walk hands
// each stretch of memory to a visitor that hashes, writes or reads it.
#include "sim/state.h"

#include "mem.h"
#include "sim/model.h"

#include <string.h>

static const char magic[16] = "stoeprand save";

struct visitor {
	void (*visit)(struct visitor *v, void *data, size_t size);
	uint64_t hash;           // digest
	unsigned char *out;      // save; NULL while measuring
	const unsigned char *in; // load
	size_t place, count;
	bool cut;                // load: the bytes ended too soon
};

// Each step is a bijection of the hash for a given word and of the word for a given hash:
// no single change of a word can go unseen.
static uint64_t mix(uint64_t hash, uint64_t word)
{
	hash = (hash ^ word) * 0x9e3779b97f4a7c15u;
	return hash ^ hash >> 29;
}

static void hash_bytes(struct visitor *v, void *data, size_t size)
{
	const unsigned char *byte = data;
	size_t whole = size / 8 * 8;
	uint64_t hash = mix(v->hash, size), word = 0;
	for (size_t i = 0; i < whole; i += 8) {
		memcpy(&word, byte + i, 8);
		hash = mix(hash, word);
	}
	word = 0;
	if (size > whole)
		memcpy(&word, byte + whole, size - whole);
	v->hash = mix(hash, word);
}

static void write_bytes(struct visitor *v, void *data, size_t size)
{
	if (v->out && size)
		memcpy(v->out + v->place, data, size);
	v->place += size;
}

static void read_bytes(struct visitor *v, void *data, size_t size)
{
	v->cut |= size > v->count - v->place;
	if (v->cut || size == 0)
		return;
	memcpy(data, v->in + v->place, size);
	v->place += size;
}

#define VISIT(v, thing) (v)->visit((v), &(thing), sizeof(thing))

static void walk_staff(struct visitor *v, struct sim *sim)
{
	for (int c = 0; c < staff_column_count; c++)
		v->visit(v, staff_data(&sim->staff, &staff_columns[c]), staff_column_bytes(&sim->staff, &staff_columns[c]));
	VISIT(v, sim->vacant_first);
	VISIT(v, sim->vacant_count);
	v->visit(v, sim->vacant, (size_t)sim->staff.slots * sizeof *sim->vacant);
}

// What a scenario without a script has not, leaves no trace in the digest.
static void walk_own(struct visitor *v, struct sim *sim)
{
	for (int c = 0; c < sim->config->own_column_count; c++)
		v->visit(v, sim->own.data[c], own_column_bytes(&sim->config->own_column[c], sim->staff.slots));
	if (sim->config->own_setting_count > 0)
		v->visit(v, sim->own.setting, (size_t)sim->config->own_setting_count * sizeof *sim->own.setting);
	if (sim->own.note_bytes > 0)
		v->visit(v, sim->own.note, sim->own.note_bytes);
}

static void walk_work(struct visitor *v, struct sim *sim)
{
	for (int i = 0; i < sim->work.stream_count; i++) {
		struct work_stream *stream = &sim->work.stream[i];
		VISIT(v, stream->first);
		VISIT(v, stream->waiting);
		VISIT(v, stream->in_process);
		for (int k = 0; k < WORK_LATENCY_MAX; k++) {
			VISIT(v, stream->ending[k].cases);
			VISIT(v, stream->ending[k].on_time);
			VISIT(v, stream->ending[k].lead_weeks);
		}
		if (!v->cut)
			v->visit(v, stream->queue, sim->week * sizeof *stream->queue);
	}
}

static void walk_assignments(struct visitor *v, struct assignments *list)
{
	VISIT(v, list->open);
	VISIT(v, list->free_count);
	VISIT(v, list->wait_count);
	if (v->cut || list->free_count < 0 || list->free_count > list->capacity || list->wait_count < 0 || list->wait_count > list->capacity) {
		v->cut = true;
		return;
	}
	v->visit(v, list->record, (size_t)list->capacity * sizeof *list->record);
	v->visit(v, list->free, (size_t)list->free_count * sizeof *list->free);
	v->visit(v, list->wait, (size_t)list->wait_count * sizeof *list->wait);
}

// Everything whose size is known once the config, the week and the capacity are.
static void walk(struct visitor *v, struct sim *sim)
{
	v->visit(v, sim->setting, (size_t)sim->unit_count * PARAM_COUNT * sizeof *sim->setting);
	for (int u = 0; u < sim->unit_count; u++)
		for (int f = 0; f < unit_field_count; f++)
			v->visit(v, (char *)&sim->unit[u] + unit_fields[f].offset, (size_t)unit_fields[f].count * sizeof(double));
	for (int f = 0; f < unit_society_field_count; f++)
		v->visit(v, (char *)&sim->society + unit_society_fields[f].offset, (size_t)unit_society_fields[f].count * sizeof(double));
	v->visit(v, sim->member, (size_t)sim->unit_count * SUM_COUNT * sizeof *sim->member);
	walk_staff(v, sim);
	walk_own(v, sim);
	walk_work(v, sim);
	walk_assignments(v, &sim->assignments);
	VISIT(v, sim->running_count);
	for (int i = 0; i < MODEL_RUNNING; i++)
		VISIT(v, sim->running[i]);
	VISIT(v, sim->waiting_count);
	for (int i = 0; i < sim->waiting_count && i < MODEL_WAITING_CHANGES; i++) {
		struct change *change = &sim->waiting[i];
		VISIT(v, change->week);
		VISIT(v, change->kind);
		VISIT(v, change->unit);
		VISIT(v, change->param);
		VISIT(v, change->value);
		VISIT(v, change->programme);
	}
}

// Room for assignments is no state: free records are left out, so capacity does not show.
static void digest_assignments(struct visitor *v, struct sim *sim)
{
	struct assignments *list = &sim->assignments;
	for (int i = 0; i < list->capacity; i++)
		if (list->record[i].state != ASSIGNMENT_FREE) {
			VISIT(v, i);
			VISIT(v, list->record[i]);
		}
}

uint64_t state_digest(const struct sim *constant)
{
	struct sim view = *constant, *sim = &view;
	struct assignments list = view.assignments;
	struct visitor v = { .visit = hash_bytes, .hash = 0x53746f6570u };
	uint64_t seed = sim->config->seed;
	VISIT(&v, seed);
	VISIT(&v, sim->week);
	if (sim->config->imported) {
		uint64_t staff = sim->config->staff_hash;
		VISIT(&v, staff);
	}
	digest_assignments(&v, sim);
	v.visit(&v, list.wait, (size_t)list.wait_count * sizeof *list.wait);
	v.visit(&v, list.free, (size_t)list.free_count * sizeof *list.free);
	view.assignments = (struct assignments){ .open = list.open };
	walk(&v, sim);
	if (sim->written)  // hardly ever between weeks
		VISIT(&v, sim->written);
	return mix(v.hash, v.hash >> 32);
}

struct header {
	char magic[16];
	uint32_t version, week;
	uint64_t fingerprint, text_hash, seed;
	uint64_t layout;         // of settings and columns: names, in order
	uint64_t staff_hash;     // of the staff file; never anything of its rows
	uint32_t slots, capacity, note_bytes, is_started;
	uint64_t bytes, check;   // of what follows
};

static uint64_t hash_of(const void *data, size_t count)
{
	struct visitor v = { .visit = hash_bytes, .hash = 1 };
	unsigned char *bytes;
	memcpy(&bytes, &data, sizeof bytes);
	hash_bytes(&v, bytes, count);
	return v.hash;
}

static uint64_t layout(void)
{
	struct visitor v = { .visit = hash_bytes, .hash = STATE_VERSION };
	char name[64];
	for (int i = 0; i < PARAM_COUNT + staff_column_count; i++) {
		const char *from = i < PARAM_COUNT ? param_table[i].name : staff_columns[i - PARAM_COUNT].name;
		size_t length = strlen(from);
		memcpy(name, from, length < sizeof name ? length : sizeof name);
		hash_bytes(&v, name, length < sizeof name ? length : sizeof name);
	}
	return v.hash;
}

// Over the header, its own place left empty, and what follows.
static uint64_t checksum(const struct header *header, const void *body, size_t count)
{
	struct header copy = *header;
	copy.check = 0;
	return mix(hash_of(&copy, sizeof copy), hash_of(body, count));
}

static void walk_all(struct visitor *v, struct sim *sim)
{
	walk(v, sim);
	VISIT(v, sim->written);
	v->visit(v, sim->measure, ((size_t)sim->unit_count + 1) * MEASURE_COUNT * sizeof *sim->measure);
	v->visit(v, sim->own.measure, ((size_t)sim->unit_count + 1) * (size_t)sim->config->own_measure_count * sizeof *sim->own.measure);
}

bool state_save(const struct sim *constant, struct bytes *out, struct err *err)
{
	struct sim view = *constant;
	struct visitor v = { .visit = write_bytes };
	walk_all(&v, &view);
	*out = (struct bytes){ .count = sizeof(struct header) + v.place };
	out->data = mem_new(out->count, 1);
	if (!out->data) {
		out->count = 0;
		err_memory(err);
		return false;
	}
	struct header header = { .version = STATE_VERSION, .week = view.week, .fingerprint = config_fingerprint(view.config),
		.text_hash = view.config->text_hash, .seed = view.config->seed, .layout = layout(), .staff_hash = view.config->staff_hash,
		.slots = (uint32_t)view.staff.slots, .capacity = (uint32_t)view.assignments.capacity,
		.note_bytes = view.own.note_bytes, .is_started = view.own.is_started, .bytes = v.place };
	memcpy(header.magic, magic, sizeof magic);
	v = (struct visitor){ .visit = write_bytes, .out = out->data + sizeof header };
	walk_all(&v, &view);
	header.check = checksum(&header, out->data + sizeof header, v.place);
	memcpy(out->data, &header, sizeof header);
	return true;
}

static bool header_ok(const struct config *config, const struct header *h, const void *body, size_t count, const char *file, struct err *err)
{
	if (h->version != STATE_VERSION)
		err_add(err, "%s: opgeslagen in vorm %u; deze stoeprand leest vorm %d", "%s: saved in format %u; this stoeprand reads format %d", file, h->version, STATE_VERSION);
	else if (h->layout != layout())
		err_add(err, "%s: opgeslagen door een andere versie van stoeprand (andere instellingen of kolommen)",
		        "%s: saved by another version of stoeprand (other settings or columns)", file);
	else if (h->bytes != count || h->check != checksum(h, body, count))
		err_add(err, "%s: het bestand is beschadigd of afgebroken", "%s: the file is damaged or cut short", file);
	else if (h->staff_hash != config->staff_hash)
		err_add(err, "%s: opgeslagen met een ander personeelsbestand (controlegetal %016llx; dit scenario heeft %016llx; 0 is geen bestand)",
		        "%s: saved with another staff file (hash %016llx; this scenario has %016llx; 0 is no file)", file,
		        (unsigned long long)h->staff_hash, (unsigned long long)config->staff_hash);
	else if (h->fingerprint != config_fingerprint(config) || (int)h->slots != config_staff(config))
		err_add(err, "%s: opgeslagen van een andere organisatie dan die van dit scenario (afdelingen, formatie, werk of programma's verschillen)",
		        "%s: saved from another organisation than this scenario's (departments, posts, work or programmes differ)", file);
	else if (h->seed != config->seed)
		err_add(err, "%s: opgeslagen met --seed %llu; dit scenario draait met %llu", "%s: saved with --seed %llu; this scenario runs with %llu", file,
		        (unsigned long long)h->seed, (unsigned long long)config->seed);
	else
		return true;
	return false;
}

static bool read_state(struct sim *sim, const struct header *h, const unsigned char *body, size_t count, const char *file, struct err *err)
{
	sim->week = h->week;
	int more = (int)h->capacity - sim->assignments.capacity;
	if (h->note_bytes > OWN_NOTE_MAX || h->note_bytes > count) {
		err_add(err, "%s: het bestand is beschadigd of afgebroken", "%s: the file is damaged or cut short", file);
		return false;
	}
	if (!own_note_resize(&sim->own, h->note_bytes, err) || !work_prepare(sim, err) || (more > 0 && !assignment_resize(&sim->assignments, (int)h->capacity, err)))
		return false;
	struct visitor v = { .visit = read_bytes, .in = body, .count = count };
	sim->assignments.capacity = (int)h->capacity;
	walk_all(&v, sim);
	if (v.cut || v.place != count) {
		err_add(err, "%s: het bestand is beschadigd of afgebroken", "%s: the file is damaged or cut short", file);
		return false;
	}
	sim->own.is_started = h->is_started != 0;
	account_view(sim);
	sim_withhold(sim);
	return true;
}

struct sim *state_load(const struct config *config, const void *data, size_t count, int threads, const char *file, struct err *err)
{
	struct header header;
	if (count < sizeof header || memcmp(data, magic, sizeof magic) != 0) {
		err_add(err, "%s: dit is geen opgeslagen run van stoeprand", "%s: this is not a saved run of stoeprand", file);
		return NULL;
	}
	memcpy(&header, data, sizeof header);
	const unsigned char *body = (const unsigned char *)data + sizeof header;
	if (!header_ok(config, &header, body, count - sizeof header, file, err))
		return NULL;
	struct sim *sim = sim_create(config, threads, err);
	if (sim && !read_state(sim, &header, body, count - sizeof header, file, err)) {
		sim_destroy(sim);
		return NULL;
	}
	return sim;
}
