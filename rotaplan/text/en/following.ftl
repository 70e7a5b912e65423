# The command next.
cli-help-next = Prepare the period after the sheet Roster of FILE: same people, needs and rules; the roster becomes the history, the counters are carried over. Leave, wishes and imposed days of the new days stay. Nothing is planned: `rotaplan solve` comes next.
cli-help-next-weeks = How many weeks; otherwise as many days as before, and the next month after a whole one.
cli-help-next-output = Workbook to write; otherwise FILE_suivant.xlsx.
next-days = To plan: { $first } to { $last } ({ $count } days); { $known } days of history, counters carried over.
next-left-out = { $count ->
    [one] One past row of leave, wishes or imposed days is not carried over.
   *[other] { $count } past rows of leave, wishes or imposed days are not carried over.
}
next-refused = The workbook cannot be prepared for the next days; nothing was written.
