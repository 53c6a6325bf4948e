error("staff of 2024 not known yet")
