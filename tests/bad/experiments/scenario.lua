return experiment { scenario = "defaul", measure = "performance" }
