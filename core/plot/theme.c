// The three themes. Series colours were searched for: the least difference of any two, as seen with
// full sight and without red, green or blue cones, is over 24 (CIE 1976).
#include "plot/theme.h"

#define SERIES_LIGHT { 0x1748A1FF, 0xDE5B1BFF, 0x1F9B77FF, 0xA37FC9FF, 0x6B3A00FF, 0x20202AFF }
#define SCALE_LIGHT { 0xE6EEF6FF, 0xB4CFE6FF, 0x78A7D2FF, 0x3B78B5FF, 0x113E7CFF }
#define SPLIT_LIGHT { 0x8C3B00FF, 0xE0A272FF, 0xECE9E2FF, 0x8DB4DAFF, 0x113E7CFF }
#define MINDSET_LIGHT { 0x8C3B00FF, 0xD07B22FF, 0x6E6E6EFF, 0x3E8ECFFF, 0x08427BFF }

const struct theme theme_light = {
	.name = "light", .paper = 0xFBFAF7FF,
	.ink = 0x22252AFF, .quiet = 0x5D636BFF, .axis = 0x82888FFF, .pin = 0xB4B5B4FF, .grid = 0xE4E2DCFF,
	.series = SERIES_LIGHT, .scale = SCALE_LIGHT, .split = SPLIT_LIGHT,
	.mindset = MINDSET_LIGHT, .outline = 0x222222FF, .ground = { 0xE4D9DDFF, 0xE6F6E3FF },
};

const struct theme theme_dark = {
	.name = "dark", .paper = 0x16191DFF,
	.ink = 0xECEDEFFF, .quiet = 0xA6ADB6FF, .axis = 0x7C848EFF, .pin = 0x565D66FF, .grid = 0x2D3238FF,
	.series = { 0x4889E3FF, 0xEE6A40FF, 0x63E0A8FF, 0xB877B0FF, 0xF5D34AFF, 0xD5E4FAFF },
	.scale = { 0x1F2C3AFF, 0x2B5079FF, 0x3F7CB9FF, 0x7BB2E6FF, 0xD3E8FBFF },
	.split = { 0xF6A86FFF, 0xA65F2DFF, 0x34383DFF, 0x3B74ADFF, 0x93C7F7FF },
	.mindset = { 0xFFC08AFF, 0xD2691EFF, 0x8A8A8AFF, 0x2F7FD0FF, 0xB5E0FFFF }, .outline = 0x0A0C0FFF, .ground = { 0x3A2932FF, 0x1B3324FF },
};

const struct theme theme_print = {
	.name = "print", .paper = 0xFFFFFFFF,
	.ink = 0x000000FF, .quiet = 0x4A4A4AFF, .axis = 0x6E6E6EFF, .pin = 0xA0A0A0FF, .grid = 0xDADADAFF,
	.series = SERIES_LIGHT, .scale = SCALE_LIGHT, .split = SPLIT_LIGHT,
	.mindset = MINDSET_LIGHT, .outline = 0x222222FF, .ground = { 0xE3E3E3FF, 0xFAFAFAFF },
};
