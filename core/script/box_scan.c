// What the text of a script shows and Lua does not tell: the operator ^, and a name that stands twice in one table,
// of which Lua would let the last win in silence. Reads tokens; strings and comments are none of its business.
#include "script/box_inside.h"

#include <lauxlib.h>
#include <string.h>

enum kind { KIND_END, KIND_NAME, KIND_TEXT, KIND_SIGN, KIND_OTHER };

struct token {
	enum kind kind;
	const char *text;  // a quoted text is without its quotes
	size_t length;
	int line;
};

struct scan {
	const char *at, *end;
	int line;
};

// The number of = in a long bracket that opens at `at` ("[==["), or −1.
static int long_bracket(const char *at, const char *end)
{
	const char *p = at + 1;
	while (p < end && *p == '=')
		p++;
	return at < end && *at == '[' && p < end && *p == '[' ? (int)(p - at - 1) : -1;
}

static void skip_long(struct scan *s, int level)
{
	for (s->at += level + 2; s->at < s->end; s->at++) {
		s->line += *s->at == '\n';
		if (*s->at != ']' || s->end - s->at < level + 2 || s->at[level + 1] != ']')
			continue;
		int same = 1;
		for (int i = 1; i <= level; i++)
			same = same && s->at[i] == '=';
		if (same) {
			s->at += level + 2;
			return;
		}
	}
}

static void skip_comment(struct scan *s)
{
	s->at += 2;
	int level = long_bracket(s->at, s->end);
	if (level >= 0)
		skip_long(s, level);
	while (level < 0 && s->at < s->end && *s->at != '\n')
		s->at++;
}

static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
static bool is_digit(char c) { return c >= '0' && c <= '9'; }
static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

static void skip_space(struct scan *s)
{
	for (;; s->at++)
		if (s->at < s->end && is_space(*s->at))
			s->line += *s->at == '\n';
		else if (s->end - s->at >= 2 && s->at[0] == '-' && s->at[1] == '-') {
			skip_comment(s);
			s->at--;
		} else
			return;
}

// A text with a backslash in it is KIND_OTHER: what it says takes more to know.
static struct token quoted(struct scan *s)
{
	struct token token = { KIND_TEXT, s->at + 1, 0, s->line };
	char quote = *s->at++;
	for (; s->at < s->end && *s->at != quote; s->at++) {
		if (*s->at == '\\' && s->end - s->at > 1) {
			token.kind = KIND_OTHER;
			s->at++;
		}
		s->line += *s->at == '\n';
	}
	token.length = (size_t)(s->at - token.text);
	s->at += s->at < s->end;
	return token;
}

static struct token next(struct scan *s)
{
	skip_space(s);
	struct token token = { KIND_END, s->at, 0, s->line };
	if (s->at == s->end)
		return token;
	int level = long_bracket(s->at, s->end);
	if (*s->at == '"' || *s->at == '\'')
		return quoted(s);
	token.kind = KIND_OTHER;
	if (level >= 0)
		skip_long(s, level);
	else if (is_letter(*s->at) || is_digit(*s->at)) {
		bool is_name = is_letter(*s->at);
		token.kind = is_name ? KIND_NAME : KIND_OTHER;
		while (s->at < s->end && (is_letter(*s->at) || is_digit(*s->at) || (!is_name && *s->at == '.')))
			s->at++;
	} else {
		token.kind = KIND_SIGN;
		s->at += *s->at == '=' && s->end - s->at > 1 && s->at[1] == '=' ? 2 : 1;
	}
	token.length = (size_t)(s->at - token.text);
	return token;
}

static bool is(struct token token, const char *word)
{
	return (token.kind == KIND_NAME || token.kind == KIND_SIGN) && strlen(word) == token.length && memcmp(token.text, word, token.length) == 0;
}

int box_power_line(const char *text, size_t length)
{
	struct scan s = { text, text + length, 1 };
	for (struct token token = next(&s); token.kind != KIND_END; token = next(&s))
		if (is(token, "^"))
			return token.line;
	return 0;
}

// ---- names that stand twice

enum { FRAMES = 512 };  // Lua itself refuses more than some 200 within each other

// Whatever ends where it began: a table, brackets, or a block of statements, whose commas are not the table's.
struct nest {
	int depth;
	bool is_table[FRAMES], is_entry[FRAMES];  // the next token begins an entry of the table
};

static bool is_one_of(struct token token, const char *const *words)
{
	for (; *words; words++)
		if (is(token, *words))
			return true;
	return false;
}

// The key of the entry that the token begins: name = or ["name"] =. KIND_END when it has none.
static struct token key_of(struct token token, struct scan ahead)
{
	static const struct token none = { KIND_END, NULL, 0, 0 };
	struct token key = token;
	if (is(token, "[")) {
		key = next(&ahead);
		if (key.kind != KIND_TEXT || !is(next(&ahead), "]"))
			return none;
	} else if (token.kind != KIND_NAME) {
		return none;
	}
	return is(next(&ahead), "=") ? key : none;
}

// The table of the keys so far, and their lines, is on top of the stack.
static void note_key(lua_State *lua, struct token key, const char *file)
{
	lua_pushlstring(lua, key.text, key.length);
	lua_pushvalue(lua, -1);
	if (lua_rawget(lua, -3) == LUA_TNUMBER)
		box_fault(lua, "%s:%d: %.64s staat al op regel %d in dezelfde tabel: houd er één over",
			"%s:%d: %.64s stands in the same table already, on line %d: keep one of them", file, key.line, lua_tostring(lua, -2), (int)lua_tointeger(lua, -1));
	lua_pop(lua, 1);
	lua_pushinteger(lua, key.line);
	lua_rawset(lua, -3);
}

static bool enter(lua_State *lua, struct nest *nest, bool is_table)
{
	if (++nest->depth == FRAMES)
		return false;
	nest->is_table[nest->depth] = nest->is_entry[nest->depth] = is_table;
	if (is_table) {
		luaL_checkstack(lua, 8, NULL);
		lua_newtable(lua);
	}
	return true;
}

static void leave(lua_State *lua, struct nest *nest)
{
	if (nest->depth > 0 && nest->is_table[nest->depth--])
		lua_pop(lua, 1);
}

void box_check_keys(lua_State *lua, const char *text, size_t length, const char *file)
{
	static const char *const opens[] = { "{", "(", "[", "function", "if", "do", "repeat", NULL }, *const closes[] = { "}", ")", "]", "end", "until", NULL };
	struct scan s = { text, text + length, 1 };
	struct nest nest = { .depth = 0 };
	int top = lua_gettop(lua);
	for (struct token token = next(&s); token.kind != KIND_END; token = next(&s)) {
		if (nest.is_entry[nest.depth]) {
			struct token key = key_of(token, s);
			if (key.kind != KIND_END)
				note_key(lua, key, file);
		}
		nest.is_entry[nest.depth] = nest.is_table[nest.depth] && (is(token, ",") || is(token, ";"));
		if (is_one_of(token, opens) && !enter(lua, &nest, is(token, "{")))
			break;
		if (is_one_of(token, closes))
			leave(lua, &nest);
	}
	lua_settop(lua, top);
}
