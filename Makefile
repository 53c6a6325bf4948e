# Builds, tests, checks and installs Stoeprand. `make help` lists the targets.
# All output goes to $(BUILD), so that several builds can stand side by side:
#   make BUILD=build-clang CC=clang
#   make BUILD=build-asan SAN=address,undefined

PREFIX  ?= /usr/local
BUILD   ?= build
OPT     ?= -O3
WARN    ?= -Wall -Wextra -Wconversion -Wshadow -Wstrict-prototypes -Wmissing-prototypes
SAN     ?=
JOBS    ?= $(shell nproc 2>/dev/null || echo 2)
ifeq ($(origin CC),default)
CC = gcc
endif

VERSION  = 0.1.0
SCENARIO = scenarios/midden-groningen.lua

# The letters of pictures: read from this folder when a picture is made ($STOEPRAND_FONTS is another).
FONTS = /usr/share/fonts/truetype/open-sans

# Debian packages. Those of PACKAGES_EXTRA come with the folder that needs them:
# libsdl2-dev (view), libstb-dev and fonts-open-sans (plot), libsqlite3-dev libgsl-dev libxlsxwriter-dev (batch).
# A movie is made by ffmpeg, where that is.
PACKAGES_BUILD = gcc libc6-dev make pkg-config liblua5.4-dev librandom123-dev libcmocka-dev
PACKAGES_EXTRA = libstb-dev fonts-open-sans libsdl2-dev libsqlite3-dev libgsl-dev libxlsxwriter-dev
PACKAGES_CHECK = binutils cppcheck clang clang-tidy
PACKAGES_LOOK  = chromium libreoffice-calc poppler-utils
PACKAGES_TOUR  = xvfb xdotool imagemagick


# ---- libraries: the headers of others are system headers, which give no warnings

has    = $(shell pkg-config --exists $(1) 2>/dev/null && echo yes)
cflags = $(patsubst -I%,-isystem%,$(shell pkg-config --cflags $(1) 2>/dev/null))
libs   = $(shell pkg-config --libs $(1) 2>/dev/null)

HAVE_STB   := $(call has,stb)
LUA        := $(firstword $(foreach name,lua5.4 lua-5.4,$(if $(call has,$(name)),$(name))))
HAVE_SDL2  := $(call has,sdl2)
BATCH_LIBS := $(foreach name,sqlite3 gsl xlsxwriter,$(if $(call has,$(name)),$(name)))

SCRIPT_CFLAGS := $(call cflags,$(LUA))
PLOT_CFLAGS   := $(call cflags,stb)
BATCH_CFLAGS  := $(call cflags,$(BATCH_LIBS))
VIEW_CFLAGS   := $(call cflags,sdl2)
CMOCKA_CFLAGS := $(call cflags,cmocka)
CMOCKA_LIBS   := $(call libs,cmocka)

# of stb only the headers are used: core/plot/font.c and paint_png.c unfold them
LDLIBS := $(if $(wildcard core/script/*.c),$(call libs,$(LUA))) \
          $(if $(wildcard core/batch/*.c),$(call libs,$(BATCH_LIBS))) \
          $(if $(HAVE_SDL2),$(call libs,sdl2)) -lm


# ---- sources: whatever is in the folders; core/view/window*.c only where SDL2 is

FOLDERS := sim plot script game batch view
objects  = $(patsubst %.c,$(BUILD)/%.o,$(1))

SIM     := $(call objects,$(wildcard core/sim/*.c))
MAIN    := $(BUILD)/core/main.o
TOP     := $(call objects,$(wildcard core/*.c))
WINDOW  := $(call objects,$(wildcard core/view/window*.c))
PARTS   := $(filter-out $(SIM) $(MAIN) $(if $(HAVE_SDL2),,$(WINDOW)),$(TOP) $(call objects,$(wildcard $(FOLDERS:%=core/%/*.c))))
SUPPORT := $(call objects,$(wildcard tests/support/*.c))

TEST_DIRS := $(sort $(dir $(wildcard tests/* tests/*/* tests/*/*/*)))
WINDOWED  := $(if $(HAVE_SDL2),,tests/view/test_window%)
TESTS     := $(patsubst %.c,$(BUILD)/%,$(filter-out $(WINDOWED),$(wildcard $(TEST_DIRS:%=%test_*.c))))
SCRIPTED  := $(wildcard $(TEST_DIRS:%=%test_*.sh))

PROGRAM = $(BUILD)/stoeprand
LIBSIM  = $(BUILD)/libsim.a


# ---- flags: ours come last, since the same bits everywhere hang on them

STD      = -std=c11 -D_POSIX_C_SOURCE=200809L -ffp-contract=off -fno-math-errno -fno-trapping-math -pthread
SANITIZE = $(if $(SAN),-fsanitize=$(SAN) -fno-sanitize-recover=all -fno-omit-frame-pointer)
COMPILE  = $(CC) $(CPPFLAGS) $(OPT) -g $(WARN) $(CFLAGS) $(STD) $(SANITIZE) -Icore
LINK     = $(CC) $(OPT) -g $(CFLAGS) $(STD) $(SANITIZE) $(LDFLAGS)

VERSION_FLAG = -DSTOEPRAND_VERSION='"$(VERSION)"'
DATADIR_FLAG = -DSTOEPRAND_DATADIR='"$(PREFIX)/share/stoeprand"'
FONTS_FLAG   = -DSTOEPRAND_FONTS='"$(FONTS)"'
SDL2_FLAG    = $(if $(HAVE_SDL2),-DHAVE_SDL2)

# What a file may use besides the standard library follows from its folder.
$(BUILD)/core/script/%.o $(BUILD)/tests/script/%.o: uses = $(if $(LUA),$(SCRIPT_CFLAGS),$(error Lua 5.4 is missing: try make deps))
$(BUILD)/core/plot/%.o   $(BUILD)/tests/plot/%.o:   uses = $(if $(HAVE_STB),$(PLOT_CFLAGS),$(error stb is missing: try make deps))
$(BUILD)/core/batch/%.o  $(BUILD)/tests/batch/%.o:  uses = $(if $(word 3,$(BATCH_LIBS)),$(BATCH_CFLAGS),$(error SQLite3, GSL or libxlsxwriter is missing: try make deps))
$(BUILD)/core/view/%.o $(BUILD)/tests/view/%.o $(BUILD)/tests/bench/%.o: uses = $(VIEW_CFLAGS) $(SDL2_FLAG)
$(TOP):                                             uses = $(VERSION_FLAG)
$(MAIN) $(filter $(BUILD)/core/cmd_%,$(TOP)):       uses = $(VERSION_FLAG) $(SDL2_FLAG)
$(BUILD)/core/cmd_picture.o $(BUILD)/tests/support/charts.o: uses = $(VERSION_FLAG) $(FONTS_FLAG)
$(BUILD)/core/file.o:                               uses = $(VERSION_FLAG) $(DATADIR_FLAG)
$(BUILD)/tests/%.o: test_flags = -Itests -Wno-unused-parameter $(CMOCKA_CFLAGS)


# ---- building

.PHONY: all programs run run-only test test-only threads bench gallery report-look seeds classics calibration \
        calibration-write tornado facts facts-write facts-full check golden docs sanitize deps check-deps screen \
        stages tour \
        install uninstall format clean help print-flags FORCE
.DELETE_ON_ERROR:
Q = $(if $(V),,@)

all: $(PROGRAM) ## build the program (V=1 shows the commands)
	@$(if $(wildcard $(FONTS)/OpenSans-Regular.ttf),,echo "note: no Open Sans in $(FONTS), so no pictures: try make deps, or make FONTS=folder")

programs: $(PROGRAM) $(TESTS)

$(PROGRAM): $(MAIN) $(PARTS) $(LIBSIM) $(BUILD)/flags.link
	@echo "  link $@"
	$(Q)$(LINK) -o $@ $(filter %.o %.a,$^) $(LDLIBS)

$(LIBSIM): $(SIM) $(BUILD)/flags.link
	@echo "  ar   $@"
	$(Q)rm -f $@ && $(AR) rcs $@ $(SIM)

$(TESTS): %: %.o $(SUPPORT) $(PARTS) $(LIBSIM) $(BUILD)/flags.link
	@echo "  link $@"
	$(Q)$(LINK) -o $@ $(filter %.o %.a,$^) $(LDLIBS) $(CMOCKA_LIBS)

# Programs that are no tests: they measure, paint, or put the model to the test.
TOOLS   := bench calibrate facts gallery report_look screen $(if $(HAVE_SDL2),stages) tornado
STUDIES := $(addprefix $(BUILD)/tests/support/,study.o page.o paired.o charts.o made.o)
$(BUILD)/bench: $(call objects,$(wildcard tests/bench/*.c))
$(BUILD)/calibrate: $(call objects,$(wildcard tests/calibration/*.c))
$(BUILD)/facts: $(call objects,$(wildcard tests/facts/facts*.c))
$(BUILD)/tests/facts/test_facts: $(call objects,tests/facts/facts_read.c tests/facts/facts_try.c)
$(BUILD)/gallery: $(BUILD)/tests/plot/gallery.o
$(BUILD)/report_look: $(BUILD)/tests/batch/look.o
$(BUILD)/screen: $(BUILD)/tests/sensitivity/screen.o
$(BUILD)/stages: $(BUILD)/tests/view/stages.o
$(BUILD)/tornado: $(BUILD)/tests/sensitivity/tornado.o
$(TOOLS:%=$(BUILD)/%): $(STUDIES) $(PARTS) $(LIBSIM) $(BUILD)/flags.link
	@echo "  link $@"
	$(Q)$(LINK) -o $@ $(filter %.o %.a,$^) $(LDLIBS)

$(BUILD)/%.o: %.c $(BUILD)/flags.compile
	@mkdir -p $(@D)
	@echo "  cc   $<"
	$(Q)$(COMPILE) $(uses) $(test_flags) -MMD -MP -c -o $@ $<

# A stamp holds what its users were built with and is only touched when that changes.
stamp.compile = $(COMPILE) $(VERSION) $(SDL2_FLAG) $(FONTS_FLAG) $(SCRIPT_CFLAGS) $(PLOT_CFLAGS) $(BATCH_CFLAGS) $(VIEW_CFLAGS)
stamp.link    = $(LINK) $(LDLIBS) $(PARTS) $(SIM) $(SUPPORT)
stamp.datadir = $(PREFIX)

$(BUILD)/core/file.o: $(BUILD)/flags.datadir
$(BUILD)/flags.compile $(BUILD)/flags.link $(BUILD)/flags.datadir: $(BUILD)/flags.%: FORCE
	@mkdir -p $(@D)
	@now='$(subst ','\'',$(strip $(stamp.$*)))'; \
	[ "$$now" = "$$(cat $@ 2>/dev/null)" ] || echo "$$now" > $@

-include $(wildcard $(BUILD)/core/*.d $(BUILD)/core/*/*.d $(BUILD)/tests/*/*.d)


# ---- running and testing
# What pkg-config finds can change by installing packages: hence a second make after deps.

again = $(MAKE) --no-print-directory $(if $(filter -j%,$(MAKEFLAGS)),,-j$(JOBS))

run: deps ## build, then run one scenario (SCENARIO=file.lua)
	+@$(again) run-only

run-only: $(PROGRAM)
	$(PROGRAM) run $(SCENARIO)

test: deps ## build, then run all tests
	+@$(again) test-only

test-only: $(PROGRAM) $(TESTS)
	@STOEPRAND=$(PROGRAM) tests/run.sh $(TESTS) $(SCRIPTED)

THREADED := $(foreach test,$(TESTS),$(if $(findstring threads,$(notdir $(test))),$(test)))
threads: $(PROGRAM) $(THREADED)
	@$(if $(THREADED),STOEPRAND=$(PROGRAM) tests/run.sh $(THREADED),echo "no tests of threads")

sanitize: export STOEPRAND_SANITIZED = 1
sanitize: deps ## run the tests under the address, undefined-behaviour and thread sanitizers
	+@$(again) BUILD=build/asan SAN=address,undefined OPT=-O1 test-only
	+@$(again) BUILD=build/tsan SAN=thread OPT=-O1 threads

bench: $(BUILD)/bench ## measure the speed of the model
	$(BUILD)/bench

seeds: $(BUILD)/tests/seeds/test_seeds ## print the effect of each statement of the five texts, with and without its mechanism
	@echo "| statement | measure | effect | mechanism off | seeds |"; echo "| --- | --- | --- | --- | --- |"
	@STOEPRAND_DATA=. STOEPRAND_SEEDS= $< 2>/dev/null | grep '^|'

classics: $(BUILD)/tests/classics/test_classics ## print the published results of models from the literature beside ours; takes CPU minutes
	@echo "| model | measure | expected | source | ours | 95 % interval | seeds |"; echo "| --- | --- | --- | --- | --- | --- | --- |"
	@{ STOEPRAND_DATA=. STOEPRAND_CLASSICS=1 $< 2>&1; echo "status $$?"; } | while IFS= read -r line; do \
		case $$line in \
		'status '*) exit "$${line#status }" ;; \
		'|'*) printf '%s\n' "$$line" ;; \
		'[='*|'[ RUN'*|'['*' OK '*|'[  PASSED'*) ;; \
		*) printf '%s\n' "$$line" >&2 ;; \
		esac; \
	done

calibration: $(BUILD)/calibrate ## the default municipality beside the Dutch facts: compares with docs/calibration.md
	$<
facts: $(BUILD)/facts ## the stylised facts over 200 seeds each: compares with docs/facts.md
	$< >/dev/null
facts-write: $(BUILD)/facts ## the same, and rewrites docs/facts.md
	$< write >/dev/null
facts-full: $(BUILD)/facts ## the facts, the range in which each holds and what carries it: rewrites docs/facts.md; half an hour
	$< write >/dev/null
	$< full write >/dev/null
tornado: $(BUILD)/tornado ## all levers at equal cost: rewrites that part of docs/sensitivity.md
	$< write
screen: $(BUILD)/screen ## Morris and Sobol: rewrites that part of docs/sensitivity.md; ten minutes
	$< write >/dev/null
calibration-write: $(BUILD)/calibrate ## the same, and rewrites docs/calibration.md
	$< write

gallery: $(BUILD)/gallery ## paint every kind of chart to build/charts, to be looked at
	@mkdir -p $(BUILD)/charts
	$(BUILD)/gallery $(BUILD)/charts

report-look: $(BUILD)/report_look ## paint reports to build/reports with a browser and a spreadsheet, to be looked at
	$(call install_missing,$(PACKAGES_LOOK))
	@mkdir -p $(BUILD)/reports
	$(BUILD)/report_look $(BUILD)/reports
	sh tests/batch/look.sh $(BUILD)/reports

tour: $(PROGRAM) ## photograph the window on a tour with keys and mouse to build/tour, to be looked at
	$(call install_missing,$(PACKAGES_TOUR))
	sh tests/view/tour.sh $(PROGRAM) $(BUILD)/tour

stages: $(BUILD)/stages ## paint stages of several organisations to build/pictures, to be looked at
	@mkdir -p $(BUILD)/pictures
	$(BUILD)/stages $(BUILD)/pictures

GOLDEN := $(addprefix $(BUILD)/tests/,sim/test_golden plot/test_drawings $(if $(HAVE_SDL2),view/test_stage_drawings view/test_ui view/test_play))
golden: $(PROGRAM) $(GOLDEN) $(BUILD)/tests/script/test_scenario $(BUILD)/tests/batch/test_experiment ## rewrite the expectations; read the diff
	for test in $(GOLDEN); do STOEPRAND_GOLDEN=write $$test || exit 1; done
	GOLDEN=1 $(BUILD)/tests/script/test_scenario >/dev/null
	GOLDEN=1 STOEPRAND_DATA=. $(BUILD)/tests/batch/test_experiment >/dev/null

docs: $(PROGRAM) ## rewrite what the pages show of the program
	@MAKE='$(again)' sh tests/check/docs.sh write

check: check-deps ## layers, names, symbols, warnings, static analysis
	+@failed=; for check in tests/check/*.sh; do \
		echo "== $$(basename $$check .sh)"; \
		MAKE='$(again)' sh $$check || failed="$$failed $$(basename $$check .sh)"; \
	done; \
	if [ "$$failed" ]; then echo "check failed:$$failed"; exit 1; fi; \
	echo "all checks passed"

# The flags with which a tool can read any source of core/, quoted for the shell.
print-flags:
	@: $(info $(STD) -Icore $(VERSION_FLAG) $(DATADIR_FLAG) $(FONTS_FLAG) $(SDL2_FLAG) \
		$(SCRIPT_CFLAGS) $(PLOT_CFLAGS) $(BATCH_CFLAGS) $(VIEW_CFLAGS))


# ---- packages: a command of its own name proves a package as well as dpkg does

define install_missing
@missing=; \
for package in $(1); do \
	command -v $$package >/dev/null \
	|| dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q ' installed$$' \
	|| missing="$$missing $$package"; \
done; \
if [ -z "$$missing" ]; then exit 0; fi; \
if ! command -v apt-get >/dev/null; then \
	echo "note: no apt-get here; this needs what Debian calls$$missing"; exit 0; \
fi; \
echo "missing packages:$$missing"; \
root=; [ "$$(id -u)" = 0 ] || root=$$(command -v sudo) \
	|| { echo "run as root: apt-get install$$missing"; exit 1; }; \
apt="$$root env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends"; \
$$apt -s install $$missing >/dev/null 2>&1 || $$apt update; \
$$apt install $$missing || { $$apt update && $$apt install $$missing; } \
	|| { echo "run as root: apt-get install$$missing"; exit 1; }
endef

deps: ## install the packages that building and testing need
	$(call install_missing,$(PACKAGES_BUILD) $(PACKAGES_EXTRA))

check-deps: ## install the packages that checking needs
	$(call install_missing,$(PACKAGES_BUILD) $(PACKAGES_EXTRA) $(PACKAGES_CHECK))


# ---- installing: uninstall takes away the same files, then folders of ours that are empty

BINDIR = $(DESTDIR)$(PREFIX)/bin
SHARE  = $(DESTDIR)$(PREFIX)/share/stoeprand
DOC    = $(DESTDIR)$(PREFIX)/share/doc/stoeprand
DATA   = $(wildcard scenarios scripts assets)
DOCS   = $(wildcard README.md LICENSE docs)

each_file = find $(1) -type f -exec sh -c 'for file; do $(2); done' - {} +

install: $(PROGRAM) ## install under $(DESTDIR)$(PREFIX)
	install -D -m 755 $(PROGRAM) "$(BINDIR)/stoeprand"
	@$(if $(DATA),$(call each_file,$(DATA),install -D -m 644 "$$file" "$(SHARE)/$$file"))
	@$(if $(DOCS),$(call each_file,$(DOCS),install -D -m 644 "$$file" "$(DOC)/$$file"))

uninstall: ## remove what install put there
	rm -f "$(BINDIR)/stoeprand"
	@$(if $(DATA),$(call each_file,$(DATA),rm -f "$(SHARE)/$$file"))
	@$(if $(DOCS),$(call each_file,$(DOCS),rm -f "$(DOC)/$$file"))
	@for dir in "$(SHARE)" "$(DOC)"; do \
		[ ! -d "$$dir" ] || find "$$dir" -type d -empty -delete; \
	done

format: ## lay out FILES="..." with clang-format (not all: tables are set by hand)
	clang-format -i $(FILES)

clean: ## remove all that was built
	rm -rf $(BUILD)

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-12s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))
