local region = require "region"
return scenario { departments = region.departments }
