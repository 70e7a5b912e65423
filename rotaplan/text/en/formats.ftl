problem-format-section = The file { $file } has no section { $section }: it is not an instance of this format.
problem-format-record = Section { $section }: the line "{ $found }" does not have the expected form.
problem-format-prices = Cover lines carry different prices ({ $found }); only one pair of under and over can be taken over.
problem-format-instance = “{ $found }” is not the name of an instance of this format, such as n030w4_1_6-2-9-1: data set, history, weeks.
problem-format-weeks = The weeks “{ $found }” do not fit: this data set asks for { $expected } of them.
problem-format-file = The file { $file } is not in { $folder }.
problem-format-reference = Named without being defined in the instance: { $found }.
