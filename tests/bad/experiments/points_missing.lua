return experiment { scenario = "default", design = csv "not-there.csv", vary = { ["kerbs.room"] = { 0.1 } } }
