// Texts in scripts: no patterns (one match can run for seconds unseen), no bytecode, no
// addresses, and a metatable of our own, since methods outlive `string = nil`.
// Also the Dutch of Lua's messages.
#include "script/box_inside.h"

#include <lauxlib.h>
#include <lualib.h>
#include <stdio.h>
#include <string.h>

enum { FORMAT_STEPS = 50 };  // a number may become a hundred digits

static int string_rep(lua_State *lua)
{
	size_t length, between;
	luaL_checklstring(lua, 1, &length);
	lua_Integer times = luaL_checkinteger(lua, 2);
	luaL_optlstring(lua, 3, "", &between);
	size_t each = length + between > 0 ? length + between : 1;
	if (times > 0 && (size_t)times > BOX_STRING_MAX / each)
		return box_fault(
			lua, "string.rep: langer dan %d kB", "string.rep: longer than %d kB", BOX_STRING_MAX >> 10);
	box_charge(lua, times > 0 ? (size_t)times : 1);
	return box_priced(lua);
}

// string.format takes d i x X f g e and s; arguments for s become words first. Widths have at
// most two digits, which Lua sees to.
static int string_format(lua_State *lua)
{
	const char *format = luaL_checkstring(lua, 1);
	int argument = 1;
	for (const char *at = strchr(format, '%'); at; at = strchr(at + 1, '%')) {
		at += 1 + strspn(at + 1, "-+ #0123456789.");
		if (*at == '%')
			continue;
		if (!*at || !strchr("dixXfges", *at))
			return box_fault(lua, "string.format: %%%.*s kan hier niet",
				"string.format: %%%.*s is not possible here", *at ? 1 : 0, at);
		luaL_checkany(lua, ++argument);
		box_charge(lua, FORMAT_STEPS);
		if (*at == 's') {
			box_push_words(lua, argument);
			lua_replace(lua, argument);
		}
	}
	return box_priced(lua);
}

// Puts own(with Lua's function of that name as upvalue) in the table below Lua's library on top.
static void wrap(lua_State *lua, const char *name, lua_CFunction own)
{
	lua_getfield(lua, -1, name);
	lua_pushcclosure(lua, own, 1);
	lua_setfield(lua, -3, name);
}

void box_open_string(lua_State *lua)
{
	static const char *const plain[] = { "len", "lower", "sub", "upper", NULL };
	lua_newtable(lua);
	lua_pushcfunction(lua, luaopen_string);
	lua_call(lua, 0, 1);
	for (int i = 0; plain[i]; i++)
		wrap(lua, plain[i], box_priced);
	wrap(lua, "rep", string_rep);
	wrap(lua, "format", string_format);
	lua_pop(lua, 1);

	// A copy behind the metatable: what a script does to `string` does not reach methods.
	lua_pushstring(lua, "");
	lua_createtable(lua, 0, 1);
	lua_newtable(lua);
	for (lua_pushnil(lua); lua_next(lua, -5);) {
		lua_pushvalue(lua, -2);
		lua_insert(lua, -2);
		lua_rawset(lua, -4);
	}
	lua_setfield(lua, -2, "__index");
	lua_setmetatable(lua, -2);
	lua_pop(lua, 1);
	lua_setfield(lua, -2, "string");
}

// Phrases of Lua's messages; a longer one stands before a shorter one it contains.
static const struct {
	const char *english, *dutch;
} phrases[] = {
	{ "attempt to call a nil value", "aanroep van iets wat niet bestaat" },
	{ "attempt to call a ", "aanroep van een waarde die geen functie is: " },
	{ "attempt to index a nil value", "een veld gevraagd van iets wat niet bestaat" },
	{ "attempt to index a ", "een veld gevraagd van een waarde die geen tabel is: " },
	{ "attempt to perform arithmetic on a nil value", "rekenen met iets wat niet bestaat" },
	{ "attempt to perform arithmetic on a ", "rekenen met een waarde die geen getal is: " },
	{ "attempt to concatenate a nil value", ".. met iets wat niet bestaat" },
	{ "attempt to concatenate a ", ".. met een waarde die geen tekst is: " },
	{ "attempt to compare two ", "vergelijken gaat niet tussen twee waarden van soort " },
	{ "attempt to compare ", "vergelijken gaat niet tussen " },
	{ "attempt to get length of a ", "# gevraagd van een " },
	{ "attempt to perform 'n//0'", "delen door nul (//)" },
	{ "attempt to perform 'n%%0'", "delen door nul (%)" },
	{ "assertion failed!", "assert: de voorwaarde geldt niet" },
	{ "attempt to load a binary chunk (mode is 't')", "dit is geen tekst maar bytecode" },
	{ "C stack overflow", "te diep genest" },
	{ "stack overflow", "te diepe recursie" },
	{ "unfinished string", "tekst zonder sluitend aanhalingsteken" },
	{ "unfinished long string", "lange tekst zonder einde" },
	{ "unfinished long comment", "lang commentaar zonder einde" },
	{ "malformed number", "onleesbaar getal" },
	{ "invalid escape sequence", "onbekend teken na \\" },
	{ "unexpected symbol", "onverwacht teken" },
	{ "syntax error", "schrijffout" },
	{ "bad argument ", "verkeerd argument " },
	{ "bad 'for' limit", "verkeerde laatste waarde van for" },
	{ "bad 'for' initial", "verkeerde eerste waarde van for," },
	{ "bad 'for' step", "verkeerde stap van for" },
	{ "number has no integer representation", "dit is geen heel getal" },
	{ "position out of bounds", "die plaats is er niet" },
	{ " with a point, not ", " met een punt, niet " },
	{ "write org.", "schrijf org." },
	{ " values", "" },
	{ " value)", ")" },
	{ " value", "" },
	{ " expected, got no", " verwacht, maar er is geen waarde" },
	{ " expected, got ", " verwacht, gevonden: " },
	{ " expected", " verwacht" },
	{ "(to close ", "(sluit " },
	{ " at line ", " op regel " },
	{ " near ", " bij " },
	{ " to '", " van '" },
	{ "<eof>", "het einde" },
	{ "(global '", "(naam '" },
	{ "(field '", "(veld '" },
	{ "(local '", "(lokale naam '" },
	{ "(upvalue '", "(lokale naam '" },
	{ "string", "tekst" },
	{ "number", "getal" },
	{ "table", "tabel" },
	{ "function", "functie" },
	{ " with ", " en " },
};

static bool opens_quote(const char *text, bool quoted)
{
	for (; *text; text++)
		quoted = quoted != (*text == '\'');
	return quoted;
}

// What stands between single quotes is the script's own: 'tonumber' stays what it is.
void box_dutch(const char *english, char *dutch, size_t room)
{
	size_t used = 0;
	bool quoted = false;
	while (*english && used + 1 < room) {
		size_t i = 0, count = sizeof phrases / sizeof *phrases;
		while (i < count && (quoted || strncmp(english, phrases[i].english, strlen(phrases[i].english)) != 0))
			i++;
		if (i == count) {
			quoted = quoted != (*english == '\'');
			dutch[used++] = *english++;
			continue;
		}
		quoted = opens_quote(phrases[i].english, quoted);
		english += strlen(phrases[i].english);
		used += (size_t)snprintf(dutch + used, room - used, "%s", phrases[i].dutch);
		used = used < room ? used : room - 1;
	}
	dutch[used] = '\0';
}
