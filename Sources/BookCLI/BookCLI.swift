// BookCLI
