return experiment { scenario = "default", design = csv "../staff_rows.csv" }
