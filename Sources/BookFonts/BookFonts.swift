// BookFonts
