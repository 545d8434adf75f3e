import BookModel

func timelinePlate(_ annotation: TimeAnnotation, language: String) -> Chronology.Plate? { nil }
func presencePlate(_ book: Book, _ people: PeopleAnnotation) -> Chronology.Plate? { nil }
