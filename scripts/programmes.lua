-- Entries of a plan: whole programmes, with a reason in both languages. `at` is required; `id`, `to`,
-- `department`, `departments` and `why` are those of the entry, whatever else is given replaces a
-- field of the programme.
--
--   local programmes = require "programmes"
--   plan = {
--     programmes.everyone_on_board { at = "2025-W02", group_size = 12 },
--     programmes.week { at = "2025-W46", workshops = 60 },
--   }

local levers = require "levers"

local programmes = {}

local of_entry = { id = true, at = true, to = true, department = true, departments = true, why = true }

-- An entry with what `make` makes of these fields.
local function entry(make, fields, why, own)
  local made = { why = why }
  if own.name then
    fields.title = nil  -- another name, another thing
  end
  for key, value in pairs(own) do
    if of_entry[key] then
      made[key] = value
    else
      fields[key] = value
    end
  end
  made[1] = make(fields)
  return made
end

-- Nearly everybody in one-day trainings, in mixed groups (003.coverage, 003.meeting).
function programmes.everyone_on_board(own)
  return entry(programme,
    { name = "everyone", title = { nl = "iedereen doet mee", en = "everybody on board" }, weeks = 48, hours = 8, coverage = 0.9, group_size = 12, mixed = true,
      content = { ownership = 0.5, alliance = 0.5 } },
    { nl = "Iedereen doet een dag mee, in groepen van door elkaar.", en = "Everybody takes part for a day, in mixed groups." }, own)
end

-- A week of workshops every year (002.week).
function programmes.week(own)
  return entry(themeweek,
    { name = "week", title = { nl = "week van de ontwikkeling", en = "learning week" }, workshops = 40, seats = 12, hours = 2, content = { mindset = 0.3, content = 0.2 } },
    { nl = "Elk jaar een week vol workshops.", en = "Every year a week full of workshops." }, own)
end

-- Coaching leadership; staff who are no managers take the skill of giving feedback from it (002.coach).
function programmes.coaching_training(own)
  return entry(programme,
    { name = "coaching", title = { nl = "coachend leidinggeven", en = "coaching leadership" }, weeks = 40, hours = 16, coverage = 0.9, group_size = 12, mixed = true,
      content = { coaching = 0.6, feedback = 0.2 } },
    { nl = "Leidinggevenden leren coachen.", en = "Managers learn to coach." }, own)
end

-- Giving and receiving feedback, for who wants to (003.feedback).
function programmes.feedback_training(own)
  return entry(programme,
    { name = "feedback", title = { nl = "feedback geven", en = "giving feedback" }, weeks = 40, hours = 4, coverage = 0.3, group_size = 12, mixed = true,
      content = { feedback = 0.5 } },
    { nl = "Wie wil leert feedback geven en ontvangen.", en = "Who wants to learns to give and receive feedback." }, own)
end

-- A small start in one department: name it with `department` (000.domino, 001.steps).
function programmes.pilot(own)
  return entry(levers.experiment, {},
    { nl = "Klein beginnen: een proef die de leidinggevende helpt opzetten en evalueren.",
      en = "Start small: a trial that the manager helps to set up and to evaluate." }, own)
end

-- What keeps a programme alive when it is over (003.attention, 002.flywheel).
function programmes.follow_up(own)
  return entry(levers.keep_attention, {},
    { nl = "Inwerken, gesprekken en teamplannen houden het onderwerp levend.", en = "Induction, talks and team plans keep the subject alive." }, own)
end

return programmes
