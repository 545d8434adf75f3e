// BookReports
