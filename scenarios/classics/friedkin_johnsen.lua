-- Friedkin and Johnsen's group: who keeps hold of a first opinion never quite agrees.

local bare = require "bare"

-- How heavily each of the four weighs the opinion of each. Who weighs the own opinion fully, the third,
-- does not move; the others are as open to the group as they do not weigh themselves.
local weights = {
  { 0.220, 0.120, 0.360, 0.300 },
  { 0.147, 0.215, 0.344, 0.294 },
  { 0.000, 0.000, 1.000, 0.000 },
  { 0.090, 0.178, 0.446, 0.286 },
}
local first = { 25, 25, 75, 85 }

local measures = {}
for i = 1, #first do
  measures["opinion_" .. i] = { label = { nl = "Mening van " .. i, en = "Opinion of " .. i }, unit = "points",
    value = function(org) return org.column("opinion")[i] end }
end

return bare(#first, {
  title = { nl = "Invloed en vasthoudendheid", en = "Influence and stubbornness" },
  story = {
    nl = "Vier mensen praten elke week, maar ieder blijft deels bij zijn eerste mening. De derde wijkt niet; de anderen komen naar hem toe zonder het helemaal eens te worden: 60, 60, 75 en 75. Naar N.E. Friedkin en E.C. Johnsen (1990), Social influence and opinions, Journal of Mathematical Sociology 15(3–4), 193–206; de gewichten uit hun artikel van 1999, Advances in Group Processes 16, 1–29; de meningen en de afgeronde uitkomst uit S.E. Parsegov en anderen (2017), IEEE Transactions on Automatic Control 62(5), 2270–2285.",
    en = "Four people talk every week, but each holds on in part to a first opinion. The third does not give way; the others come towards him without quite agreeing: 60, 60, 75 and 75. After N.E. Friedkin and E.C. Johnsen (1990), Social influence and opinions, Journal of Mathematical Sociology 15(3–4), 193–206; the weights from their paper of 1999, Advances in Group Processes 16, 1–29; the opinions and the rounded outcome from S.E. Parsegov and others (2017), IEEE Transactions on Automatic Control 62(5), 2270–2285.",
  },
  years = 4,
  columns = { opinion = {} },
  measures = measures,
  on_start = function(org)
    for i, opinion in ipairs(first) do
      org.column("opinion")[i] = opinion
    end
  end,
  on_week = function(org)
    local opinion, heard = org.column "opinion", org.vector()
    for i, row in ipairs(weights) do
      for j, weight in ipairs(row) do
        heard[i] = heard[i] + weight * opinion[j]
      end
      heard[i] = (1 - row[i]) * heard[i] + row[i] * first[i]
    end
    opinion:set(heard, "people")
  end,
})
