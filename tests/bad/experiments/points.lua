return experiment { scenario = "default", design = csv "points.csv" }
