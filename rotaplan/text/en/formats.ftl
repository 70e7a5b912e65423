problem-format-section = The file has no section { $section }: it is not an instance of this format.
problem-format-record = Section { $section }: the line "{ $found }" does not have the expected form.
problem-format-prices = Cover lines carry different prices ({ $found }); only one pair of under and over can be taken over.
