# Rules: presence, the day's work, rest after, patterns, alternation.
# Facts: $person $dates $shift $skill $measured $limit $missing.

rule-days-window = days worked in consecutive days
rule-days-window-breach = { $person }: { $measured } days worked ({ $dates }), { $limit } at most.

rule-day-max = daily limit
rule-day-max-breach = { $person }: { $measured } of work ({ $dates }, { $shift }), { $limit } at most.

rule-split-shift = split duty limits
rule-split-shift-breach = { $person }: the pause or the parts of { $shift } are not as they should be ({ $dates }).

rule-break-rule = break inside duty
rule-break-rule-breach = { $person }: { $measured } on end without a sufficient break in { $shift } ({ $dates }), { $limit } at most.

param-night = night
param-nights = nights
param-pause = pause
param-parts = parts
param-paid = paid
