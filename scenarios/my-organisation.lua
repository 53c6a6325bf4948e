-- One's own organisation: the people come from a file, one row a person. Copy this scenario and put your own file
-- beside it; docs/privacy.md says what becomes of it. The people in my-staff.csv are made up.

return scenario {
  title = { nl = "Mijn organisatie", en = "My organisation" },
  story = {
    nl = "Honderdtwintig verzonnen mensen in zes afdelingen, uit een bestand zoals een spreadsheet het bewaart. Halverwege het eerste jaar krijgen Vergunningen en Openbare ruimte meer ruimte met heldere randen.",
    en = "A hundred and twenty made-up people in six departments, from a file as a spreadsheet saves it. Half-way the first year Permits and Public space get more room with clear edges.",
  },
  start = 2025, years = 3, seed = 1,
  staff = csv "my-staff.csv",
  -- How many people work where, the file says. A department is named there by its id or by one of these names.
  departments = {
    { id = "permits", name = { nl = "Vergunningen", en = "Permits" } },
    { id = "tax", name = { nl = "Belastingen", en = "Tax" } },
    { id = "social", name = { nl = "Sociaal domein", en = "Social domain" } },
    { id = "public_space", name = { nl = "Openbare ruimte", en = "Public space" } },
    { id = "operations", name = { nl = "Bedrijfsvoering", en = "Operations" } },
    { id = "registry", name = { nl = "Griffie", en = "Council registry" } },
  },
  plan = {
    { at = "2025-W27", departments = { "permits", "public_space" }, kerbs { room = 0.6, clarity = 0.75 },
      why = { nl = "Meer ruimte, en zeggen waar de randen liggen.", en = "More room, and saying where the edges are." } },
  },
  look = {
    { nl = "Wat er niet staat: van Belastingen en Griffie zijn geen cijfers te zien. De Griffie telt minder dan vijf mensen, en zonder Belastingen zou zij uit het totaal volgen.",
      en = "What is not there: Tax and Council registry show no figures. The registry has fewer than five people, and without Tax it would follow from the total." },
    { nl = "Durf te spreken bij Vergunningen: één leidinggevende op 21 mensen heeft te weinig uren om de randen van zo veel ruimte duidelijk te maken.",
      en = "Voice in Permits: one manager for 21 people has too few hours to make the edges of so much room clear." },
  },
  question = {
    nl = "Welke afdeling in uw eigen organisatie heeft te weinig leiding voor de ruimte die zij krijgt?",
    en = "Which department of your own organisation has too few leaders for the room it is given?",
  },
}
