// BookTypesetting
