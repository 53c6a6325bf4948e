return { title = "Geen scenario" }
