-- DeGroot's panel: whoever takes the weighted mean of all opinions again and again ends in agreement.

local bare = require "bare"

-- How heavily each of the three weighs the opinion of each.
local weights = {
  { 0.5, 0.3, 0.2 },
  { 0.2, 0.6, 0.2 },
  { 0.1, 0.3, 0.6 },
}
local first = { 1, 0, 0.4 }

return bare(#first, {
  title = { nl = "Het eens worden", en = "Reaching a consensus" },
  story = {
    nl = "Drie deskundigen schatten een kans en nemen elke week het gewogen gemiddelde van wat zij van elkaar horen. Zij worden het eens, op een getal dat alleen van de gewichten en de eerste schattingen afhangt: hier 13/35. Naar M.H. DeGroot (1974), Reaching a consensus, Journal of the American Statistical Association 69(345), 118–121.",
    en = "Three experts estimate a probability and each week take the weighted mean of what they hear from each other. They come to agree, on a number that depends on the weights and the first estimates alone: here 13/35. After M.H. DeGroot (1974), Reaching a consensus, Journal of the American Statistical Association 69(345), 118–121.",
  },
  years = 2,
  columns = { opinion = {} },
  measures = {
    opinion = { label = { nl = "Gemiddelde mening", en = "Mean opinion" }, unit = "0-1", min = 0, max = 1,
      value = function(org) return org.mean("opinion", "people") end },
    disagreement = { label = { nl = "Verschil tussen de uitersten", en = "Distance between the extremes" }, unit = "0-1", min = 0, max = 1,
      value = function(org) return org.max("opinion", "people") - org.min("opinion", "people") end },
  },
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
    end
    opinion:set(heard, "people")
  end,
})
