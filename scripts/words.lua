-- Names in both languages, so that every scenario calls a thing the same.
--
--   local words = require "words"
--   { id = "permits", name = words.departments.permits, staff = 90 }
--   name = words.beside(words.departments.permits, "oost", "east")     -- Vergunningen oost, Permits east

local words = {}

words.departments = {
  permits = { nl = "Vergunningen", en = "Permits" },
  civil_affairs = { nl = "Burgerzaken", en = "Civil affairs" },
  tax = { nl = "Belastingen", en = "Tax" },
  social = { nl = "Sociaal domein", en = "Social domain" },
  public_space = { nl = "Openbare ruimte", en = "Public space" },
  planning = { nl = "Ruimtelijke ontwikkeling", en = "Spatial planning" },
  operations = { nl = "Bedrijfsvoering", en = "Operations" },
  services = { nl = "Dienstverlening", en = "Services" },
  space = { nl = "Fysiek domein", en = "Physical domain" },
  safety = { nl = "Veiligheid en handhaving", en = "Safety and enforcement" },
}

-- Reasons that many assumptions share.
words.reasons = {
  strength = { nl = "De tekst noemt dit wel, maar niet hoe sterk het werkt.", en = "The text names this, but not how strongly it works." },
  measure = { nl = "De tekst noemt dit wel, maar niet hoeveel of hoe vaak.", en = "The text names this, but not how much or how often." },
  start = { nl = "De tekst beschrijft de uitgangssituatie in woorden, niet in getallen.", en = "The text describes the starting point in words, not in numbers." },
  complex = { nl = "Niemand heeft gepubliceerd welk deel van het werk complex is.", en = "Nobody has published which part of the work is complex." },
  sizes = { nl = "De verdeling over afdelingen verschilt per gemeente en staat niet in de tekst.", en = "How staff are divided over departments differs per municipality and is not in the text." },
}

-- One of several of a kind: a name and what sets it apart.
function words.beside(name, nl, en)
  return { nl = name.nl .. " " .. nl, en = name.en .. " " .. en }
end

-- A department of one of several organisations.
function words.of(name, organisation)
  return words.beside(name, organisation, organisation)
end

return words
