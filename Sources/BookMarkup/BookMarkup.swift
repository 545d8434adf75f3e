// BookMarkup
