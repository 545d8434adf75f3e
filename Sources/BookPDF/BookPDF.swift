// BookPDF
