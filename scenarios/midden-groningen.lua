-- Midden-Groningen, 2023-2026: nearly everybody in one-day trainings on ownership and alliance,
-- and then the structures that are to keep it alive. What the published text says stands in `why`;
-- every number that it does not give stands in `assumptions` with a range.

local municipality = require "municipality"
local programmes = require "programmes"

-- 51 groups of 12 is 612 participants, which is 91 % of 672.
local departments = municipality.departments(672)

local assumptions = municipality.assume_sizes({}, departments, 0.73, 1.15, {
  nl = "De tekst noemt geen aantal medewerkers. Gemeenten hebben 7 tot 11 fte per 1.000 inwoners; bij ongeveer 61.000 inwoners zijn dat 490 tot 770 mensen.",
  en = "The text gives no number of staff. Municipalities have 7 to 11 fte per 1,000 residents; at about 61,000 residents that is 490 to 770 people.",
})

local function assume(key, low, high, nl, en)
  assumptions[key] = { range = { low, high }, why = { nl = nl, en = en } }
end

assume("plan.ownership.coverage", 0.9, 0.95, "\"Ruim 90 %\"; hier 91 %.", "\"Over 90 %\"; 91 % here.")
assume("plan.ownership.weeks", 40, 52, "\"In 2023\": het hele jaar, buiten de kerstweken.", "\"In 2023\": the whole year but for the Christmas weeks.")
assume("plan.ownership.hours", 6, 8, "Een dagtraining is hier een werkdag van 8 uur.", "A one-day training is taken as a working day of 8 hours.")
assume("plan.ownership.group_size", 9, 15, "Volgt uit 51 trainingen en het aangenomen aantal medewerkers.", "Follows from 51 trainings and the assumed number of staff.")
assume("plan.ownership.content.ownership", 0.2, 0.8, "Hoe sterk een dag op eigenaarschap werkt is niet gemeten.", "How strongly one day works on ownership was not measured.")
assume("plan.ownership.content.alliance", 0.2, 0.8, "Hoe sterk een dag op bondgenootschap werkt is niet gemeten.", "How strongly one day works on alliance was not measured.")
assume("plan.leadership.example", 0.4, 0.7, "De bijeenkomst staat in de tekst, haar effect niet.", "The meeting is in the text, its effect is not.")
assume("plan.sounding_board.size", 6, 24, "De tekst noemt geen aantal leden.", "The text gives no number of members.")
assume("plan.sounding_board.hours", 0.5, 4, "De tekst noemt geen uren.", "The text gives no hours.")
assume("plan.followup.induction", 0.5, 1, "\"Een centrale plek\" in het inwerkprogramma.", "\"A central place\" in induction.")
assume("plan.followup.periodic_talks", 0.2, 0.8, "Aanbevolen; hoe vaak het gebeurt staat er niet.", "Recommended; how often it is done is not said.")
assume("plan.followup.team_plans", 0.3, 0.8, "\"Actief ondersteund\"; hoeveel teams staat er niet.", "\"Actively supported\"; how many teams is not said.")
assume("plan.feedback.weeks", 20, 52, "De tekst noemt alleen het aanbod.", "The text mentions the offer only.")
assume("plan.feedback.hours", 2, 8, "De tekst noemt alleen het aanbod.", "The text mentions the offer only.")
assume("plan.feedback.coverage", 0.1, 0.6, "Deelname is vrijwillig; hoeveel mensen meedoen staat er niet.", "Taking part is voluntary; how many do is not said.")
assume("plan.feedback.group_size", 8, 16, "De tekst noemt alleen het aanbod.", "The text mentions the offer only.")
assume("plan.feedback.content.feedback", 0.2, 0.8, "Hoe sterk zo'n training werkt is hier niet gemeten.", "How strongly such a training works was not measured here.")
assume("plan.appraisal.profile", 0.3, 0.8, "Het profiel \"gaat de basis vormen\" van de gesprekscyclus; hoe ver staat er niet.", "The profile \"will be the base\" of the appraisal cycle; how far is not said.")
assume("plan.scharreltijd.share", 0, 0.05, "5 % is een aanbeveling; dat en wanneer zij is ingevoerd staat er niet.", "5 % is a recommendation; whether and when it was introduced is not said.")
assume("plan.politics.dualism", 0.6, 0.8, "De bijeenkomst staat in de tekst, haar effect niet.", "The meeting is in the text, its effect is not.")
assume("demand.complex_share", 0.1, 0.5, "Niemand heeft gepubliceerd welk deel van het werk complex is.", "Nobody has published which part of the work is complex.")

return scenario {
  title = { nl = "Midden-Groningen: iedereen mee", en = "Midden-Groningen: everybody on board" },
  story = {
    nl = "In 2023 doet ruim 90 % van alle medewerkers mee aan een van 51 dagtrainingen Eigenaarschap en Bondgenootschap, van de groenvoorziening tot de directie. Vanaf 2024 moeten een klankbordgroep, het inwerkprogramma, gesprekken, teamplannen en scharreltijd het levend houden.",
    en = "In 2023 over 90 % of all staff take part in one of 51 one-day trainings on ownership and alliance, from the green service to the directors. From 2024 a sounding board, induction, talks, team plans and free time are to keep it alive.",
  },
  start = 2023, years = 4, seed = 1,
  departments = departments,
  assignments = { complex { share = 0.3, complexity = { 0.1, 0.9 }, disciplines = { 2, 5 }, term_weeks = 26 } },
  plan = {
    programmes.everyone_on_board {
      at = "2023-W02", name = "ownership", title = { nl = "eigenaarschap en bondgenootschap", en = "ownership and alliance" }, weeks = 48, hours = 8, coverage = 0.91, group_size = 12, mixed = true,
      content = { ownership = 0.5, alliance = 0.5 },
      why = {
        nl = "\"In 2023 heeft ruim 90% van alle medewerkers van de gemeente Midden-Groningen deelgenomen aan een van de 51 dagtrainingen Eigenaarschap en Bondgenootschap.\" De ontmoeting met collega's die men nog niet kende was een van de grootste pluspunten.",
        en = "\"In 2023 over 90% of all staff of the municipality of Midden-Groningen took part in one of the 51 one-day trainings on ownership and alliance.\" Meeting colleagues they did not know yet was one of the largest pluses.",
      } },
    { at = "2024-W02", sounding_board { size = 12, hours = 1 },
      why = {
        nl = "\"Een klankbordgroep denkt mee over het waarborgen van de opbrengsten\"; aanbevolen is haar tijd, ruimte en geld te geven.",
        en = "\"A sounding board thinks along on how to secure the results\"; the advice is to give it time, room and money.",
      } },
    { at = "2024-W02", followup { induction = 0.8 },
      why = {
        nl = "\"Het belang van bondgenootschap en eigenaarschap heeft een centrale plek gekregen in het inwerkprogramma voor nieuwe medewerkers.\"",
        en = "\"The importance of alliance and ownership has been given a central place in the induction of new staff.\"",
      } },
    { at = "2024-W04", leadership { example = 0.5 },
      why = {
        nl = "Begin 2024 stonden directie en teamleiders stil bij \"voorbeeldgedrag, het stimuleren van een lerende organisatie en het als bondgenoten samen optrekken\".",
        en = "Early in 2024 directors and team leaders met about \"setting an example, furthering a learning organisation and acting together as allies\".",
      } },
    { at = "2024-W06", followup { team_plans = 0.5 },
      why = {
        nl = "\"Teams worden actief ondersteund om ambtelijk vakmanschap, eigenaarschap en bondgenootschap specifiek te maken voor de eigen werkpraktijk.\"",
        en = "\"Teams are actively supported in making professionalism, ownership and alliance specific to their own work.\"",
      } },
    programmes.feedback_training {
      at = "2024-W10", weeks = 40, hours = 4, coverage = 0.3, group_size = 12, mixed = true,
      content = { feedback = 0.5 },
      why = {
        nl = "\"In het opleidingsaanbod voor medewerkers wordt aandacht besteed aan leren geven en ontvangen van feedback.\"",
        en = "\"The training offer for staff pays attention to learning to give and receive feedback.\"",
      } },
    { at = "2024-W20", appraisal { profile = 0.5 }, followup { periodic_talks = 0.5 },
      why = {
        nl = "\"Er is een profiel van de professional opgesteld\"; \"dit profiel gaat de basis vormen voor een ontwikkel- en gesprekscyclus\"; periodiek overleg is aanbevolen.",
        en = "\"A profile of the professional has been drawn up\"; \"this profile will be the base of a cycle of development and talks\"; periodic talks are recommended.",
      } },
    { at = "2024-W27", set = { ["scharreltijd.share"] = 0.05 },
      why = {
        nl = "Aanbeveling: \"Reserveren van 5% scharreltijd voor medewerkers die ze kunnen besteden aan reflectie, opleidingen, creatieve projecten en het leren kennen van collega's.\"",
        en = "Recommended: \"Reserving 5% free time for staff to spend on reflection, training, creative projects and getting to know colleagues.\"",
      } },
    { at = "2024-W42", politics { dualism = 0.7 },
      why = {
        nl = "\"In het najaar van 2024\" reflecteren college en gemeenteraad op hun rol en gaan zij in gesprek met ambtenaren over de opbrengsten.",
        en = "\"In the autumn of 2024\" college and council reflect on their role and talk with civil servants about the results.",
      } },
  },
  assumptions = assumptions,
  look = {
    { nl = "Eigenaarschap en bondgenootschap: ze stijgen in 2023 met de trainingen. Bondgenootschap zakt daarna een stukje terug, eigenaarschap blijft.",
      en = "Ownership and alliance: they rise in 2023 with the trainings. Alliance then sinks back a little, ownership stays." },
    { nl = "Durf te spreken: die beweegt vooral in 2024, het jaar van voorbeeldgedrag, gesprekken en het profiel.",
      en = "Voice: it moves mainly in 2024, the year of setting the example, talks and the profile." },
    { nl = "Bezetting en belasting: hoger na 2024. Scharreltijd, gesprekken en de klankbordgroep kosten uren; dat staat onder de kosten.",
      en = "Occupancy and strain: higher after 2024. Free time, talks and the sounding board cost hours; the costs show it." },
    { nl = "Mindset: nauwelijks. Daar gingen de dagtrainingen ook niet over.",
      en = "Mindset: hardly. That is not what the training days were about." },
  },
  question = {
    nl = "Wat van 2024 zou u als eerste schrappen als het druk wordt, en wat gaat er dan verloren?",
    en = "What of 2024 would you scrap first when it gets busy, and what is lost then?",
  },
}
