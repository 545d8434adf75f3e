// BookPeople
