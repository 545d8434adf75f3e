// BookXML
