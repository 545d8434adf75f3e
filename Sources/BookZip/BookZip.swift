// BookZip
