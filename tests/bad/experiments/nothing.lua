return experiment { }
