// BookServer: the live book on an address of this machine. In: a book's folder, and every save in
// it. Out: pages over HTTP. It knows nothing of how a book is read or shown.
