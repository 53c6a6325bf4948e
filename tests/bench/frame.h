// The time that a frame of the window takes.
#ifndef FRAME_H
#define FRAME_H

#include "err.h"
#include "sim/config.h"

//	bench frame staff=N p50_ms=X p95_ms=X
// at 1920 × 1080 with SDL's software renderer, while the simulation runs on its own thread. False and err when it cannot.
bool frame_bench(struct config *config, struct err *err);

#endif
