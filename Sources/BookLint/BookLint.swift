// BookLint
