-- Assumptions in one line each: a key, its range and the reason in both languages.
--
--   local assumptions = {}
--   local assume = require "assume" (assumptions)
--   assume("kerbs.room", 0.2, 0.6, "Niet gemeten.", "Not measured.")
--   return scenario { …, assumptions = assumptions }

return function(assumptions)
  return function(key, low, high, nl, en)
    assumptions[key] = { range = { low, high }, why = { nl = nl, en = en } }
  end
end
