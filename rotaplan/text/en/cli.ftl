cli-help-rotaplan = Plans teams from the service's own workbook: rosters, checks, explanations.
cli-help-solve = Find the best schedule for the workbook FILE and write it beside it (FILE_planning.xlsx).
cli-help-check = Check the roster in the sheet Roster (Planning) of FILE, computed or typed by hand.
cli-help-init = Write a workbook to start from (a complete example, or blank with --empty).
cli-help-rules = Print the reference of all rules.
cli-help-import = Turn a public instance into a workbook. FORMAT: schedulingbenchmarks, inrc1, rws or rerostering (SOURCE: a file), inrc2 (SOURCE: folder/instance, such as datasets/n030w4_1_6-2-9-1).
cli-help-output = Output file.
cli-help-check-output = Write a complete workbook too, with the sheet Alerts and its links.
cli-help-export = Write the roster of FILE as the answer to the public instance SOURCE that it was made from. FORMAT: rerostering.
cli-help-export-output = File to write; otherwise that of the workbook with .json.
cli-help-import-output = Workbook to write; otherwise the source's name with .xlsx.
cli-help-time-limit = Seconds to search (otherwise those of the workbook, otherwise 60).
cli-help-seed = Seed of random choices (otherwise that of the workbook, otherwise 0).
cli-help-workers = Searches side by side (otherwise one a core).
cli-help-strategy = auto chooses by rules and size, with several workers two ways at once; model takes the whole model first; search only parts; columns puts rosters of one person together, where every rule can be priced so (the log says what was used).
cli-help-reproducible = One search, limited by effort and not by time: the same answer everywhere.
cli-help-lang = Language of the answers; otherwise that of the workbook.
cli-help-json = Write the result as JSON too.
cli-help-force = Replace an existing file.
cli-help-empty = Without the example rows.
cli-help-pack = Adds the rules of a legal text, one row per article (repeatable).
cli-written = File written: { $file }
cli-no-planning = { $file }: there is no sheet Roster (Planning) to check.
cli-exists = { $file } exists already; nothing was written. Choose another name (-o) or add --force.
cli-is-input = { $file } is the input file; it is never replaced. Choose another name (-o).
cli-two-answers = Two answers would go to { $file }; give each a name of its own.
cli-no-folder = The folder of { $file } does not exist.
cli-input-errors = { $file }: { $count ->
    [one] one error to mend
   *[other] { $count } errors to mend
}; nothing was written.
cli-asked = { $people ->
    [one] { $people } person
   *[other] { $people } people
}, { $days ->
    [one] { $days } day
   *[other] { $days } days
} from { $start }, { $needs } posts to fill, { $rules ->
    [one] { $rules } rule
   *[other] { $rules } rules
}.
cli-limit = Searching for { $seconds } s at most (Ctrl-C keeps the best schedule found).
cli-first = First complete schedule after { $seconds } s.
cli-progress = { $seconds } s: { $state }
cli-time-left = { $seconds } s left
cli-repairing = setting up
cli-level = { $name } { $cost } ({ $distance })
cli-distance-proven = proven optimal
cli-distance-near = at most { $percent } % above the proven minimum
cli-distance-units = at most { $units } above the proven minimum
cli-optimal = Optimal schedule (proven) in { $seconds } s.
cli-feasible = Schedule found in { $seconds } s.
cli-infeasible = No schedule is possible: the strict rules contradict each other (proven).
cli-infeasible-person = No schedule is possible: the strict rules on { $person } alone contradict each other (proven).
cli-unknown = No schedule found within the time; raise --time-limit.
cli-covered = Every post is filled ({ $needs } of { $needs }).
cli-nothing-asked = The needs ask for nobody.
cli-uncovered = { $missing } { $missing ->
    [one] post
   *[other] posts
} unfilled of { $needs }:
cli-uncovered-line = { $date } · { $shift }{ $skill }: { $missing } missing
cli-and-more = … and { $count } more (see the workbook)
cli-clean = No strict rule is broken.
cli-clean-but = No strict rule is broken, with the reservations that follow.
cli-broken = { $count ->
    [one] One strict rule broken
   *[other] { $count } breaches of strict rules
}:
cli-breach = { $row } · { $sentence }
cli-cited = { $sentence } [{ $reference }]
cli-derogated = { $count ->
    [one] One departure allowed by a derogation
   *[other] { $count } departures allowed by a derogation
}:
cli-unverifiable = { $count ->
    [one] One strict rule cannot be verified (history too short)
   *[other] { $count } strict checks cannot be verified (history too short)
}:
cli-soft = { $count ->
    [one] One soft rule not kept
   *[other] { $count } departures from soft rules
} (cost { $cost }).
cli-wishes = Wishes granted: { $granted } of { $wishes }.
cli-file = { $file }: { $reason }
cli-locked = { $file } is open elsewhere or protected; close it, or choose another name (-o).
cli-fault = A fault of rotaplan: { $message }. No schedule was handed out.
level-safety = safety and law
level-vital_cover = minimum staffing
level-commitments = published commitments
level-cover = target staffing
level-fairness = fairness
level-wishes = wishes
level-cost = cost
cli-many = { $rule }: { $count } breaches{ $people ->
    [0] {""}
    [one] {""}, one person
   *[other] {""}, { $people } people
}.
cli-worst = The worst: { $line }
cli-all-in = In full: { $files }.
cli-all-how = In full: sheets Alerts and Cover with -o FILE.xlsx, or --json FILE.
cli-uncovered-many = { $shift }{ $skill }: { $missing } short in all, on { $days } days
