return scenario { staff = csv "../staff_rows.csv" }
