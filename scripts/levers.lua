-- Bundles of levers with sensible settings, for a department, the whole organisation or the plan.
-- Every setting can be replaced; what is not named keeps the value given here, and none of these
-- values has a source: state in `assumptions` which ones your scenario leans on.
--
--   local levers = require "levers"
--   { id = "permits", staff = 90, levers.coaching_leadership { coaching = 0.6 } }
--   { at = "2026-W01", levers.clear_kerbs(), why = "…" }

local levers = {}

local function with(settings, own)
  for key, value in pairs(own or {}) do
    settings[key] = value
  end
  return settings
end

-- Managers who ask, give room and go first; hours are what 16 reports allow (002.coach, 000.conversation).
function levers.coaching_leadership(own)
  return leadership(with({ direction = 0.35, coaching = 0.65, example = 0.5, hours = 1.6 }, own))
end

-- Managers who prescribe, as in the classic bureaucracy (001.real).
function levers.directive_leadership(own)
  return leadership(with({ direction = 0.7, coaching = 0.2, example = 0.3 }, own))
end

-- Managers who hold back on purpose: no direction, and no conversation either (001.withdrawn).
function levers.withdrawn(own)
  return leadership(with({ direction = 0.05, coaching = 0.1, example = 0.15 }, own))
end

-- Room whose edges are known (001.kerbs).
function levers.clear_kerbs(own)
  return kerbs(with({ room = 0.55, clarity = 0.8 }, own))
end

-- Room without edges: emptiness (001.kerbs).
function levers.no_kerbs(own)
  return kerbs(with({ room = 0.7, clarity = 0.2 }, own))
end

-- Change that is announced as if it were there already, and taken to be temporary (001.real, 001.withdrawn).
function levers.as_if(own)
  return declare(with({ change = 0.8, temporary = 0.7 }, own))
end

-- Promising what can be kept, outwards and inwards (001.honest, 003.realism).
function levers.honest(own)
  return politics(with({ realism = 0.6 }, own))
end

-- From assessing to reflecting (000.reflect).
function levers.reflect(own)
  return appraisal(with({ reflect = 0.7 }, own))
end

-- From the job description to the result (000.results).
function levers.results_first(own)
  return job(with({ rigidity = 0.25 }, own))
end

-- Career paths instead of vacancy luck, and the perspective they offer (000.paths, 002.permanent).
function levers.career_paths(own)
  return mobility(with({ career_paths = 0.6, perspective = 0.6 }, own))
end

-- A small experiment with the manager's help and an evaluation (000.domino, 001.steps).
function levers.experiment(own)
  return experiments(with({ weeks = 26, help = 0.8, evaluate = 0.8 }, own))
end

-- Time given to gigs, taken from the work at home (002.klussenbank).
function levers.gig_bank(own)
  return klussenbank(with({ hours_share = 0.1 }, own))
end

-- Looking at oneself with tests and a portfolio (002.platform).
function levers.look_at_yourself(own)
  return self_assessment(with({ share = 0.4 }, own))
end

-- Keeping a theme alive: induction, talks, team plans (003.attention).
function levers.keep_attention(own)
  return followup(with({ induction = 0.5, periodic_talks = 0.5, team_plans = 0.5 }, own))
end

-- Being allies of residents, not serving customers (003.customer, 003.alliance).
function levers.allies(own)
  return residents(with({ allied = 0.6 }, own))
end

-- Only checking an application against the rules (000.integral).
function levers.check_only(own)
  return stance(with({ integral = 0.05 }, own))
end

-- Looking wide and thinking along with the applicant (000.integral).
function levers.think_along(own)
  return stance(with({ integral = 0.9 }, own))
end

-- Data on the table, read together (000.data).
function levers.data_and_dialogue(own)
  return data(with({ maturity = 0.7, dialogue = 0.7 }, own))
end

-- Days with partners in town and chain (000.chain).
function levers.partner_time(own)
  return partners(with({ days = 15 }, own))
end

return levers
