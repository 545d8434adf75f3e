print("bookc")
