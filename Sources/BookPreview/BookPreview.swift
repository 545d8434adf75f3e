// BookPreview: the book in a browser.
// In: an Outline and a theme. Out: the pages of a site that stands alone, without scripts
// and without anything fetched from elsewhere. It writes no file and knows no other output.
