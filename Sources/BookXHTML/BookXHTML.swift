// BookXHTML
