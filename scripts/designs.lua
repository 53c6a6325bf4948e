-- Ways to organise the same work, each a name in both languages and the settings that make it:
-- the line, a pool for all complex work, and a mix by criteria. The pool is sized by the work that
-- is sent to it, so that no design wins by having more people than its work asks.
--
--   local designs = require "designs"
--   { at = "2026-W01", set = designs.mixed(0.3, 0.5).set }

local designs = {}

-- The share of all hours that lies in complex work of at least `threshold`, when complexity is spread
-- evenly from `low` to `high` and an assignment takes .6 + .8 c of the usual hours.
function designs.pool_share(complex_share, threshold, low, high)
  low, high = low or 0.1, high or 0.9
  local function hours(from, to)
    return 0.6 * (to - from) + 0.4 * (to * to - from * from)
  end
  local from = math.min(math.max(threshold, low), high)
  return complex_share * hours(from, high) / hours(low, high)
end

-- Everything in departments (004.standard).
function designs.line()
  return { id = "line", name = { nl = "Alles in afdelingen", en = "All in departments" }, set = { ["pool.share"] = 0 } }
end

-- All complex work in the pool (004.pool), whose complexity starts at `low`; the standard work stays in departments.
function designs.pool(complex_share, low)
  return { id = "pool", name = { nl = "Al het complexe werk in de pool", en = "All complex work in the pool" },
    set = { ["pool.share"] = designs.pool_share(complex_share, 0), ["routing.complexity"] = low or 0.1 } }
end

-- Complex work from a threshold on in the pool, the rest in departments (004.criteria).
function designs.mixed(complex_share, threshold)
  return { id = "mixed", name = { nl = "Naar complexiteit verdeeld", en = "Divided by complexity" },
    set = { ["pool.share"] = designs.pool_share(complex_share, threshold), ["routing.complexity"] = threshold } }
end

-- The three beside each other, for an experiment.
function designs.all(complex_share, threshold)
  return { designs.line(), designs.pool(complex_share), designs.mixed(complex_share, threshold) }
end

return designs
