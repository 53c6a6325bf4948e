return experiment { scenario = "default", design = csv "points_twice.csv" }
