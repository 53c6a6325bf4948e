-- Texts that cannot be shown.
return scenario {
  title = "\xff\xfe",
  story = { nl = "bel \a", en = "fine" },
  departments = { { id = "tax", staff = 40, name = "\xed\xa0\x80" } },
  ["\27[31mred"] = 1,
}
