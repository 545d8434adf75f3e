package import BookModel

/// The keys of an entry of chronology.yaml.
let describedEventKeys: [KeyDescription] = [
  .init("id", .words, "What links in the chapters call it.", example: "left-home"),
  .init("title", .words, "As the chronology prints it.", example: "Leaves home"),
  .init("date", .date, "When, in EDTF: `1931-09~` is about September 1931.", example: "1931-09~"),
  .init("people", .list, "Who had a part in it: ids of people.yaml.", example: "[ruth, karl]"),
  .init("note", .words, "For you alone.", example: "Ask Karl."),
  .init("world", .yesOrNo, "Whether it is a public event.", example: "yes"),
]

/// The keys around the lists of chronology.yaml.
let describedChronologyKeys: [KeyDescription] = [
  .init("events", .groups([], orWords: false), "What happened to the people.", example: "[]"),
  .init("world", .groups([], orWords: false), "What happened in the world.", example: "[]"),
  .init(
    "ignore", .list, "Titles or ids of events that bookc found and that are none.",
    example: "[Laughed at everything]"),
]

/// chronology.yaml: what happened that no chapter marks.
package let chronologyYAMLDescription = YAMLFileDescription(
  name: "chronology.yaml",
  meaning: "What happened, for the chronology: a list, beside what the chapters mark.",
  keys: describedEventKeys, around: describedChronologyKeys)
