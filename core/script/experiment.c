// Opens an experiment: runs its text, finds its scenarios, reads what it says. Its parts are in
// experiment_vary.c, experiment_points.c and experiment_measure.c.
#include "script/experiment_inside.h"

#include "file.h"
#include "mem.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

bool experiment_number(struct experiment_reader *e, const struct node *node, double min, double max, bool whole, double *out)
{
	if (!scenario_is(&e->r, node, NODE_NUMBER))
		return false;
	bool good = isfinite(node->number) && node->number >= min && node->number <= max && (!whole || node->number == floor(node->number));
	if (good)
		*out = node->number;
	else if (whole)
		scenario_wrong(&e->r, "waarde %.10g; hier hoort een geheel getal van %.10g tot en met %.10g",
			"value %.10g; a whole number from %.10g to %.10g is expected here", node->number, min, max);
	else
		scenario_wrong(&e->r, "waarde %.10g ligt niet in %.10g tot en met %.10g", "value %.10g is not within %.10g to %.10g", node->number, min, max);
	return good;
}

const char *experiment_tag(const struct node *node)
{
	return node && node->tag ? node->tag : "";
}

// ---- scenarios

static struct box_texts *take_kept(struct experiment_reader *e, const char *name)
{
	for (int i = 0; i < e->kept_count; i++)
		if (e->kept[i].name && strcmp(e->kept[i].name, name) == 0) {
			struct box_texts *texts = mem_new(1, sizeof *texts);
			if (!texts)
				return NULL;
			*texts = e->kept[i];
			e->kept[i] = (struct box_texts){ 0 };
			return texts;
		}
	return NULL;
}

static void tell_missing(struct experiment_reader *e, const char *name, char *path, size_t size)
{
	struct err *own = mem_new(1, sizeof *own);
	if (!own || source_find(name, e->folder, path, size, own) || err_is_memory(own)) {
		scenario_no_memory(&e->r);
	} else {
		for (int lang = 0; lang < LANG_COUNT; lang++)
			own->text[lang][strcspn(own->text[lang], "\n")] = '\0';
		scenario_wrong(&e->r, "%s%.0s", "%.0s%s", own->text[LANG_NL], own->text[LANG_EN]);
	}
	mem_free(own);
}

static bool open_scenario(struct experiment_reader *e, struct experiment_scenario *scenario, const char *name)
{
	char path[FILE_PATH_MAX] = "";
	scenario->texts = e->kept ? take_kept(e, name) : mem_new(1, sizeof *scenario->texts);
	scenario->name = config_copy_text(name);
	if (!scenario->texts || !scenario->name) {
		scenario_no_memory(&e->r);
		return false;
	}
	if (!scenario->texts->is_kept && !source_find(name, e->folder, path, sizeof path, NULL)) {
		tell_missing(e, name, path, sizeof path);
		return false;
	}
	scenario->source = source_open(path, scenario->texts, e->r.err);
	return scenario->source != NULL;
}

int experiment_scenario(struct experiment_reader *e, const struct node *node)
{
	struct experiment *x = e->experiment;
	if (!scenario_is(&e->r, node, NODE_TEXT))
		return -1;
	for (int i = 0; i < x->scenario_count; i++)
		if (strcmp(x->scenario[i].name, node->text) == 0)
			return i;
	if (x->scenario_count == EXPERIMENT_SCENARIOS_MAX) {
		scenario_wrong(&e->r, "meer dan %d scenario's", "more than %d scenarios", EXPERIMENT_SCENARIOS_MAX);
		return -1;
	}
	return open_scenario(e, &x->scenario[x->scenario_count++], node->text) ? x->scenario_count - 1 : -1;
}

static bool read_scenario(struct experiment_reader *e, const struct node *root)
{
	const struct node *node = tree_child(root, "scenario");
	size_t mark = scenario_enter(&e->r, "scenario");
	if (!node)
		scenario_wrong(&e->r, "welk scenario? Bijvoorbeeld scenario = \"default\"", "which scenario? For example scenario = \"default\"");
	bool good = node && experiment_scenario(e, node) >= 0;
	scenario_leave(&e->r, mark);
	return good;
}

// ---- how often

static void read_precise(struct experiment_reader *e, const struct node *node)
{
	static const struct scenario_names names = { .count = 3, .name = { "measure", "half_width", "max" } };
	struct experiment *x = e->experiment;
	const struct node *measure = tree_child(node, "measure"), *width = tree_child(node, "half_width"), *most = tree_child(node, "max");
	double value = 200;
	x->precise = true;
	scenario_check_names(&e->r, node, &names);
	size_t mark = scenario_enter(&e->r, "measure");
	if (!measure)
		scenario_wrong(&e->r, "welke meetwaarde?", "which measure?");
	else
		x->precise_outcome = experiment_outcome(e, measure, true);
	scenario_leave(&e->r, mark);
	mark = scenario_enter(&e->r, "half_width");
	if (!width)
		scenario_wrong(&e->r, "dit getal ontbreekt", "this number is missing");
	else
		experiment_number(e, width, 1e-12, 1e12, false, &x->precise_half_width);
	scenario_leave(&e->r, mark);
	mark = scenario_enter(&e->r, "max");
	if (most)
		experiment_number(e, most, 2, EXPERIMENT_REPLICATES_MAX, true, &value);
	x->replicates = (int)value;
	scenario_leave(&e->r, mark);
}

static void read_replicates(struct experiment_reader *e, const struct node *root)
{
	const struct node *node = tree_child(root, "replicates");
	double value = 20;
	size_t mark = scenario_enter(&e->r, "replicates");
	if (strcmp(experiment_tag(node), "until_precise") == 0)
		read_precise(e, node);
	else if (node)
		experiment_number(e, node, 1, EXPERIMENT_REPLICATES_MAX, true, &value);
	if (!e->experiment->precise)
		e->experiment->replicates = (int)value;
	scenario_leave(&e->r, mark);
}

// ---- the whole

static void read_run(struct experiment_reader *e, const struct node *root)
{
	struct experiment *x = e->experiment;
	const struct node *years = tree_child(root, "years"), *seed = tree_child(root, "seed"), *common = tree_child(root, "common_random_numbers");
	double value;
	size_t mark = scenario_enter(&e->r, "years");
	if (years && experiment_number(e, years, 1, param_table[PARAM_RUN_YEARS].max, true, &value))
		x->years = (int)value;
	scenario_leave(&e->r, mark);
	mark = scenario_enter(&e->r, "seed");
	x->seed = source_config(x->scenario[0].source)->seed;
	if (seed && experiment_number(e, seed, 0, 9007199254740992.0, true, &value))
		x->seed = (uint64_t)value;
	scenario_leave(&e->r, mark);
	mark = scenario_enter(&e->r, "common_random_numbers");
	x->common = true;
	if (common && scenario_is(&e->r, common, NODE_SWITCH))
		x->common = common->number != 0;
	scenario_leave(&e->r, mark);
	mark = scenario_enter(&e->r, "set");
	x->set = tree_child(root, "set");
	if (x->set && !scenario_is(&e->r, x->set, NODE_TABLE))
		x->set = NULL;
	scenario_leave(&e->r, mark);
}

static void read_experiment(struct experiment_reader *e, const struct node *root)
{
	static const struct scenario_names names = { .count = 13, .name = { "title", "question", "scenario", "years", "seed", "set", "designs",
		"vary", "design", "replicates", "baseline", "measure", "common_random_numbers" } };
	if (strcmp(experiment_tag(root), "experiment") != 0 || root->kind != NODE_TABLE) {
		scenario_wrong(&e->r, "het bestand eindigt niet met return experiment { … }", "the file does not end with return experiment { … }");
		return;
	}
	scenario_check_names(&e->r, root, &names);
	scenario_child_words(&e->r, root, "title", &e->experiment->title);
	scenario_child_words(&e->r, root, "question", &e->experiment->question);
	if (!read_scenario(e, root))
		return;
	e->r.config = (struct config *)source_config(e->experiment->scenario[0].source);  // only looked at
	read_run(e, root);
	experiment_read_measures(e, root);
	experiment_read_designs(e, root);
	experiment_read_vary(e, root);
	experiment_read_design(e, root);
	experiment_read_baseline(e, root);
	read_replicates(e, root);
	if (!e->r.no_memory)
		experiment_try(e);
}

static bool open_text(struct experiment *x, const char *path, struct err *err)
{
	char *text;
	size_t length;
	if (x->texts->is_kept)
		return true;
	if (!box_read_file(path, BOX_FILE_MAX, &text, &length, err))
		return false;
	bool good = box_texts_add(x->texts, "", path, text, length);
	if (!good)
		err_memory(err);
	mem_free(text);
	return good;
}

static bool open_all(struct experiment_reader *e, const char *path)
{
	struct experiment *x = e->experiment;
	struct err *err = e->r.err;
	int before = err->count;
	if (!open_text(x, path, err))
		return false;
	const struct box_text *text = &x->texts->text[0];
	scenario_folder(text->path, e->folder, sizeof e->folder);
	e->r.file = text->path;
	e->r.folder = e->folder;
	x->path = config_copy_text(text->path);
	x->outcome = mem_new(EXPERIMENT_OUTCOMES_MAX, sizeof *x->outcome);
	snprintf(x->set_where, sizeof x->set_where, "%.480s: set", text->path);
	snprintf(x->vary_where, sizeof x->vary_where, "%.480s: vary", text->path);
	if (!x->path || !x->outcome)
		err_memory(err);
	else if ((x->box = scenario_run(text->text, text->length, text->path, e->folder, x->texts, err)) != NULL &&
		 tree_read(box_lua(x->box), -1, text->path, &x->tree, err))
		read_experiment(e, &x->tree.root);
	x->texts->is_kept = true;
	return err->count == before;
}

static struct experiment *open_experiment(const char *path, struct box_texts *kept, int count, struct err *err)
{
	struct experiment_reader *e = mem_new(1, sizeof *e);
	struct experiment *x = mem_new(1, sizeof *x);
	struct box_texts *texts = mem_new(1, sizeof *texts);
	bool good = e && x && texts;
	if (good) {
		*e = (struct experiment_reader){ .r = { .err = err }, .experiment = x, .kept = kept ? kept + 1 : NULL, .kept_count = count - 1 };
		x->texts = texts;
		x->baseline = -1;
		if (kept) {
			*texts = kept[0];
			kept[0] = (struct box_texts){ 0 };
		}
		good = open_all(e, path);
	} else {
		err_memory(err);
		mem_free(texts);
	}
	mem_free(e);
	if (good)
		return x;
	experiment_close(x);
	return NULL;
}

struct experiment *experiment_open(const char *path, struct err *err)
{
	return open_experiment(path, NULL, 1, err);
}

struct experiment *experiment_reopen(struct box_texts *texts, int count, struct err *err)
{
	must(count > 0);
	struct experiment *x = open_experiment("", texts, count, err);
	for (int i = 0; i < count; i++)
		box_texts_clear(&texts[i]);
	return x;
}

static void clear_words(struct words *words)
{
	mem_free(words->nl);
	mem_free(words->en);
}

static void clear_texts(struct box_texts *texts)
{
	if (texts)
		box_texts_clear(texts);
	mem_free(texts);
}

void experiment_close(struct experiment *x)
{
	if (!x)
		return;
	for (int i = 0; i < x->scenario_count; i++) {
		source_close(x->scenario[i].source);
		clear_texts(x->scenario[i].texts);
		mem_free(x->scenario[i].name);
	}
	for (int i = 0; i < x->named_count; i++) {
		clear_words(&x->named[i].name);
		clear_words(&x->named[i].why);
	}
	for (int i = 0; i < x->factor_count; i++)
		mem_free(x->factor[i].level);
	for (int i = 0; i < x->outcome_count; i++)
		clear_words(&x->outcome[i].label);
	mem_free(x->named);
	mem_free(x->factor);
	mem_free(x->outcome);
	mem_free(x->points);
	mem_free(x->points_text);
	clear_words(&x->title);
	clear_words(&x->question);
	tree_clear(&x->tree);
	box_destroy(x->box);
	clear_texts(x->texts);
	mem_free(x->path);
	mem_free(x);
}

static bool ends_in_experiment(const char *path, struct err *err)
{
	char *text, folder[4096];
	size_t length;
	if (!box_read_file(path, BOX_FILE_MAX, &text, &length, err))
		return false;
	scenario_folder(path, folder, sizeof folder);
	bool may_be = strstr(text, "experiment") != NULL;  // most files need not be run for it
	struct box *box = may_be ? scenario_run(text, length, path, folder, NULL, err) : NULL;
	struct tree tree = { 0 };
	bool found = box && tree_read(box_lua(box), -1, path, &tree, err) && strcmp(experiment_tag(&tree.root), "experiment") == 0;
	tree_clear(&tree);
	box_destroy(box);
	mem_free(text);
	return found;
}

bool experiment_is(const char *path, bool *is, struct err *err)
{
	struct err *own = mem_new(1, sizeof *own);
	*is = own && ends_in_experiment(path, own);
	bool good = own && !err_is_memory(own);
	if (!good)
		err_memory(err);
	mem_free(own);
	return good;
}

// ---- what an alternative is made of

int experiment_years(const struct experiment *x)
{
	return x->years ? x->years : source_config(x->scenario[0].source)->years;
}

int experiment_start_year(const struct experiment *x)
{
	return source_config(x->scenario[0].source)->start_year;
}

static int add_puts(const struct node *set, const char *where, struct source_put *put, int count)
{
	for (int i = 0; set && i < set->count && count < EXPERIMENT_PUTS_MAX - EXPERIMENT_FACTORS_MAX; i++)
		if (set->child[i].key)
			put[count++] = (struct source_put){ set->child[i].key, &set->child[i], where };
	return count;
}

int experiment_puts(const struct experiment *x, int named, struct source_put *put)
{
	const struct node *years = tree_child(&x->tree.root, "years");
	int count = 0, scenario = named < 0 ? 0 : x->named[named].scenario;
	if (years && x->years > source_config(x->scenario[scenario].source)->years)  // a plan may begin something later than this
		put[count++] = (struct source_put){ "years", years, x->path };
	count = add_puts(x->set, x->set_where, put, count);
	return named < 0 ? count : add_puts(x->named[named].set, x->named[named].where, put, count);
}

struct source_put experiment_put(const struct experiment *x, int factor, const struct node *value)
{
	return (struct source_put){ x->factor[factor].key, value, x->vary_where };
}

struct node experiment_value(const struct experiment_factor *factor, double value, char text[16])
{
	int whole = factor->start_year * CONFIG_WEEKS_PER_YEAR + (int)value - 1;
	if (!factor->is_week)
		return (struct node){ .kind = NODE_NUMBER, .number = value };
	int length = snprintf(text, 16, "%d-W%02d", whole / CONFIG_WEEKS_PER_YEAR % 10000, whole % CONFIG_WEEKS_PER_YEAR + 1);
	return (struct node){ .kind = NODE_TEXT, .text = text, .length = (size_t)length };
}

bool experiment_make(const struct experiment *x, int named, const struct source_put *put, int count, struct config *out, struct err *err)
{
	const struct experiment_named *design = named < 0 ? NULL : &x->named[named];
	const struct source *source = x->scenario[design ? design->scenario : 0].source;
	if (!source_make(source, put, count, design ? design->plan : NULL, design ? design->where : x->path, out, err))
		return false;
	out->years = experiment_years(x);  // a plan that goes on longer is broken off, as by --years
	return true;
}
