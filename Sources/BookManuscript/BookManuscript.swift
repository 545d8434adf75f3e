// BookManuscript
