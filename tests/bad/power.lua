-- Powers: 2^3 in a comment is fine, as it is in "2^3".
return scenario { departments = { { id = "tax", staff = 2^6 } } }
