local sizes = { permits = 40 }
return scenario { departments = { { id = "tax", staff = sizes.tax.posts } } }
