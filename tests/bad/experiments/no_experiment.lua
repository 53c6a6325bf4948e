return { scenario = "default" }
